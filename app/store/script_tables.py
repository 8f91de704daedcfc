"""The FTS5 tables of the script index: what can be typed in pinyin, and the words of bodies. All are contentless.

`p` holds keys of phrases, `b` the bodies of scripts. A row of `p` is numbered by the length of its phrase first: a
prefix then finds the shortest phrases without reading the others.
"""

import re
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import Any

from sqlcipher3 import dbapi2

_driver: Any = dbapi2
_TABLES = (
    "CREATE VIRTUAL TABLE p USING fts5(keys, content='', contentless_delete=1, detail=none, prefix='1 2 3',"
    " tokenize='ascii')",
    "CREATE VIRTUAL TABLE b USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')",
)
_SEPARATORS = re.compile("[\x00-/:-@[-`{-\x7f]")
_LENGTH_SHIFT = 40
_LONGEST = 255


def _pinyin_row(phrase: int, length: int) -> int:
    return min(length, _LONGEST) << _LENGTH_SHIFT | phrase


def quoted(token: str) -> str:
    """A token as FTS5 takes it in a query: one word, whatever is in it (tables without details know no phrases)."""
    return f'"{_SEPARATORS.sub("", token)}"'


class ScriptTables:
    """One connection in memory. Not safe for several threads at once: the index above it holds a lock."""

    def __init__(self) -> None:
        self._connection: Any = _driver.connect(":memory:", isolation_level=None, check_same_thread=False)
        for sql in _TABLES:
            self._connection.execute(sql)

    @contextmanager
    def batch(self) -> Generator[None]:
        """Puts several changes together: one by one they would take three times as long."""
        self.begin()
        try:
            yield
        finally:
            self.commit()

    def begin(self) -> None:
        """Begins a batch; what is put in is found at once."""
        self._connection.execute("BEGIN")

    def commit(self) -> None:
        """Ends it."""
        self._connection.execute("COMMIT")

    def add_keys(self, phrase: int, length: int, keys: str) -> None:
        """Puts in what a phrase can be typed as."""
        self._connection.execute("INSERT INTO p(rowid, keys) VALUES(?,?)", (_pinyin_row(phrase, length), keys))

    def add_body(self, script: int, words: str) -> None:
        """Puts the bodies of a script in."""
        self._connection.execute("INSERT INTO b(rowid, words) VALUES(?,?)", (script, words))

    def remove(self, script: int, phrases: Iterable[tuple[int, int]]) -> None:
        """Takes a script out; phrases come with their lengths."""
        for phrase, length in phrases:
            self._connection.execute("DELETE FROM p WHERE rowid=?", (_pinyin_row(phrase, length),))
        self._connection.execute("DELETE FROM b WHERE rowid=?", (script,))

    def clear(self) -> None:
        """Empties everything."""
        for table in ("p", "b"):
            self._connection.execute(f"INSERT INTO {table}({table}) VALUES('delete-all')")

    def typed(self, keys: Sequence[str], limit: int) -> list[int]:
        """Phrases that can be typed so far as one of these keys, the shortest first."""
        sql = "SELECT rowid FROM p WHERE p MATCH ? ORDER BY rowid LIMIT ?"
        rows = self._connection.execute(sql, (" OR ".join(f"{quoted(key)}*" for key in keys), limit)).fetchall()
        return [row[0] & ((1 << _LENGTH_SHIFT) - 1) for row in rows]

    def bodies(self, tokens: Sequence[str], limit: int, *, is_typing: bool = False) -> list[int]:
        """Scripts whose bodies hold all tokens, best first; of one still being typed the beginning is enough."""
        sql = "SELECT rowid FROM b WHERE b MATCH ? ORDER BY bm25(b) LIMIT ?"
        query = " AND ".join(map(quoted, tokens)) + ("*" if is_typing else "")
        rows = self._connection.execute(sql, (query, limit)).fetchall()
        return [row[0] for row in rows]

    def close(self) -> None:
        """Gives the memory back."""
        self._connection.close()
