"""The FTS5 tables of the script index: which rows hold which tokens. Everything else of search is plain Python.

`h` holds phrases (words, sounds, letter groups), `p` what can be typed in pinyin, `b` the bodies of scripts. All are
contentless. A row of `p` is numbered by the length of its phrase first: a prefix then finds the shortest phrases
without reading the others.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlcipher3 import dbapi2

_driver: Any = dbapi2
_TABLES = (
    "CREATE VIRTUAL TABLE h USING fts5(words, sounds, letters, content='', contentless_delete=1,"
    " tokenize=\"ascii tokenchars '_~'\")",
    "CREATE VIRTUAL TABLE p USING fts5(keys, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6',"
    " tokenize='ascii')",
    "CREATE VIRTUAL TABLE b USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')",
    "CREATE VIRTUAL TABLE v USING fts5vocab(h, 'row')",
)
_LENGTH_SHIFT = 40
_LONGEST = 255


def _pinyin_row(phrase: int, length: int) -> int:
    return min(length, _LONGEST) << _LENGTH_SHIFT | phrase


def quoted(token: str) -> str:
    """A token as FTS5 takes it in a query."""
    return '"' + token.replace('"', "") + '"'


class ScriptTables:
    """One connection in memory. Not safe for several threads at once: the index above it holds a lock."""

    def __init__(self) -> None:
        self._connection: Any = _driver.connect(":memory:", isolation_level=None, check_same_thread=False)
        for sql in _TABLES:
            self._connection.execute(sql)

    def begin(self) -> None:
        """Starts a batch of changes."""
        self._connection.execute("BEGIN")

    def commit(self) -> None:
        """Ends a batch of changes."""
        self._connection.execute("COMMIT")

    def add_phrase(self, phrase: int, words: str, sounds: str, letters: str) -> None:
        """Puts a phrase in; tokens are separated by blanks."""
        self._connection.execute(
            "INSERT INTO h(rowid, words, sounds, letters) VALUES(?,?,?,?)", (phrase, words, sounds, letters)
        )

    def add_keys(self, phrase: int, length: int, keys: str) -> None:
        """Puts in what a phrase can be typed as."""
        self._connection.execute("INSERT INTO p(rowid, keys) VALUES(?,?)", (_pinyin_row(phrase, length), keys))

    def add_body(self, script: int, words: str) -> None:
        """Puts the bodies of a script in."""
        self._connection.execute("INSERT INTO b(rowid, words) VALUES(?,?)", (script, words))

    def remove(self, script: int, phrases: Iterable[tuple[int, int]]) -> None:
        """Takes a script out; phrases come with their lengths."""
        for phrase, length in phrases:
            self._connection.execute("DELETE FROM h WHERE rowid=?", (phrase,))
            self._connection.execute("DELETE FROM p WHERE rowid=?", (_pinyin_row(phrase, length),))
        self._connection.execute("DELETE FROM b WHERE rowid=?", (script,))

    def clear(self) -> None:
        """Empties everything."""
        for table in ("h", "p", "b"):
            self._connection.execute(f"INSERT INTO {table}({table}) VALUES('delete-all')")

    def phrases(self, tokens: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """(phrase, score) with any of the tokens, best first; words weigh more than sounds and letters."""
        sql = "SELECT rowid, -bm25(h, 10, 3, 3) AS score FROM h WHERE h MATCH ? ORDER BY score DESC LIMIT ?"
        return self._connection.execute(sql, (" OR ".join(map(quoted, tokens)), limit)).fetchall()

    def typed(self, keys: Sequence[str], limit: int) -> list[int]:
        """Phrases that can be typed so far as one of these keys, the shortest first."""
        sql = "SELECT rowid FROM p WHERE p MATCH ? ORDER BY rowid LIMIT ?"
        rows = self._connection.execute(sql, (" OR ".join(f"{quoted(key)}*" for key in keys), limit)).fetchall()
        return [row[0] & ((1 << _LENGTH_SHIFT) - 1) for row in rows]

    def bodies(self, tokens: Sequence[str], limit: int) -> list[int]:
        """Scripts whose bodies hold all tokens, best first."""
        sql = "SELECT rowid FROM b WHERE b MATCH ? ORDER BY bm25(b) LIMIT ?"
        rows = self._connection.execute(sql, (" AND ".join(map(quoted, tokens)), limit)).fetchall()
        return [row[0] for row in rows]

    def count_of(self, token: str) -> int:
        """How many phrases hold a token."""
        # one term is looked up in the word list; the plan of an fts5vocab table only looks like a scan
        sql = "/* whole: a single term */ SELECT doc FROM v WHERE term=?"
        row = self._connection.execute(sql, (token,)).fetchone()
        return int(row[0]) if row else 0

    def close(self) -> None:
        """Gives the memory back."""
        self._connection.close()
