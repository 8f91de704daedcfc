"""Search over inquiries: newest first while typing, best match on demand.

Words become tokens as for scripts: every Chinese character and adjacent pair, the Snowball stem of every English word.
What is still being typed is found through the first one to three letters, which are tokens too, and from four letters
on through ``inquiry_word``, the list of words seen. All tokens are whole terms, so that FTS5 walks its lists backward
from the newest inquiry and stops when the page is full, instead of merging a prefix's lists first.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from app.models.journal import Value
from app.scripts_library.tokens import stem as snowball
from app.store.sqlcipher import Connection

_RUNS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|[^\\W_\u3400-\u9fff]+")
_SHORT = 3
_LIMIT_WORDS = 24
_LONGEST = 40
_QUERY_TOKENS = 12
_TEXTS = ("summary", "details")
_FACETS = ("state", "category", "unit", "area", "urgency", "channel", "owner")
#: Fields of an inquiry that the index holds; a change of one of them indexes the inquiry anew.
INDEXED = frozenset({*_TEXTS, *_FACETS, "number", "closed_at", "deleted_at"})


class _Known:
    """Words known to be in ``inquiry_word`` of the connection that wrote last, which need not be said again."""

    connection: Connection = None
    words: ClassVar[set[str]] = set()


def forget() -> None:
    """Forget which words are stored: a rolled-back transaction may have taken some away."""
    _Known.words.clear()


def stem(word: str) -> str:
    """Return the English Snowball stem of a lower-case word."""
    return snowball(word) if word.isascii() and word.isalpha() else word


def runs(text: str) -> list[str]:
    """Return the Chinese runs and the words of a text, NFKC-folded and lower case."""
    return [run[:_LONGEST] if run[0] < "\u3400" else run for run in _RUNS.findall(folded(text))]


def folded(text: str) -> str:
    """Return a text NFKC-folded and in lower case."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()


def is_chinese(run: str) -> bool:
    """Say whether a run is one of Chinese characters."""
    return run[0] >= "\u3400"


def pairs(run: str) -> list[str]:
    """Return the pairs of neighboring characters of a Chinese run."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


@lru_cache(maxsize=32768)
def _word_tokens(word: str) -> tuple[str, ...]:
    starts = tuple(f"{word[:length]}0" for length in range(1, min(_SHORT, len(word)) + 1))
    return (f"{stem(word)}1", *starts)


@lru_cache(maxsize=32768)
def facet(name: str, value: str) -> str:
    """Return the token of one filter value, as ``state=closed``; only letters and digits survive the tokenizer.

    What else stands in a value is told by its code, so that the units ``K-1`` and ``K1`` stay two.
    """
    told = (one if one.isalnum() else "" if one in "_." else f"x{ord(one):x}x" for one in f"{name}{value}".lower())
    return "".join(told) + "2"


def tokens(values: Mapping[str, Value]) -> tuple[set[str], set[str]]:
    """Return the index tokens of an inquiry, and the words of four letters and more among its texts."""
    found: set[str] = set()
    words: set[str] = set()
    for name in _TEXTS:
        for run in runs(str(values.get(name) or "")):
            if is_chinese(run):
                found.update(run)
                found.update(pairs(run))
            else:
                found.update(_word_tokens(run))
                if len(run) > _SHORT:
                    words.add(run)
    for run in runs(str(values.get("number") or "")):
        found.update(_word_tokens(run))
    found.update(facet(name, str(values[name])) for name in _FACETS if values.get(name) is not None)
    found.add(facet("deleted" if values.get("deleted_at") else "closed" if values.get("closed_at") else "open", ""))
    return found, words


def add_words(connection: Connection, words: set[str]) -> None:
    """Remember words for completion, each once."""
    if _Known.connection is not connection:
        _Known.connection = connection
        forget()
    fresh = words - _Known.words
    if fresh:
        connection.executemany(
            "INSERT OR IGNORE INTO inquiry_word(word, stem) VALUES(?,?)", [(word, stem(word)) for word in fresh]
        )
        _Known.words.update(fresh)


def add_many(connection: Connection, rows: Sequence[tuple[int, Mapping[str, Value]]]) -> None:
    """Put many new inquiries into the index; in the order of their positions, or FTS5 would flush at every row."""
    prepared: list[tuple[int, str]] = []
    words: set[str] = set()
    for position, values in sorted(rows, key=_position):
        found, seen = tokens(values)
        words |= seen
        prepared.append((position, " ".join(found)))
    connection.executemany("INSERT INTO inquiry_words(rowid, t) VALUES(?,?)", prepared)
    add_words(connection, words)


def _position(row: tuple[int, Mapping[str, Value]]) -> int:
    return row[0]


def remove_many(connection: Connection, positions: Iterable[int]) -> None:
    """Take inquiries out of the index, those that are in it."""
    connection.executemany("DELETE FROM inquiry_words WHERE rowid=?", [(position,) for position in positions])


def clear(connection: Connection) -> None:
    """Empty the index; a rebuild fills it again."""
    connection.execute("INSERT INTO inquiry_words(inquiry_words) VALUES('delete-all')")
    connection.execute("DELETE FROM inquiry_word")
    forget()


@dataclass(frozen=True)
class Part:
    """One thing that must be said: any of these tokens, or, for a word still being typed, any word that begins so.

    ``loose``: so many words begin so that the tokens find too much, and what they find has to be read.
    """

    tokens: frozenset[str]
    start: str = ""
    loose: bool = False

    def fits(self, found: set[str], words: Iterable[str]) -> bool:
        """Say whether an inquiry with these tokens and words says it."""
        tokens_ = {f"{stem(self.start)}1"} if self.loose else self.tokens
        return not tokens_.isdisjoint(found) or bool(self.start and any(one.startswith(self.start) for one in words))


@dataclass(frozen=True)
class Query:
    """Everything that must be said. The index is asked with ``expression``, what waits for the index with ``fits``."""

    parts: tuple[Part, ...]

    @property
    def expression(self) -> str:
        """Return the FTS5 expression."""
        return " AND ".join(_any_of(part.tokens) for part in self.parts)

    def fits(self, told: tuple[set[str], set[str]]) -> bool:
        """Say whether an inquiry with these tokens and words is meant."""
        return all(part.fits(*told) for part in self.parts)

    @property
    def loose(self) -> bool:
        """Say whether what the index finds has to be read before it is shown."""
        return any(part.loose for part in self.parts)

    def holds(self, texts: Iterable[str]) -> bool:
        """Say whether an inquiry that the index found, and that says these texts, is meant."""
        words = [run for text in texts for run in runs(text) if not is_chinese(run)]
        found = {f"{stem(word)}1" for word in words}
        return all(part.fits(found, words) for part in self.parts if part.loose)


def query(
    connection: Connection, text: str, facets: Iterable[str] = (), *, any_of: Iterable[str] = (), exact: bool = False
) -> Query | None:
    """Return what has been typed as a query: every word, the last perhaps unfinished, every facet, one of ``any_of``.

    None where there is nothing to search for. A query of more than twelve tokens is cut: its first words decide.
    ``exact``: the tokens alone must find what is meant, however many words begin like the unfinished one.
    """
    typed = runs(text)[:_QUERY_TOKENS]
    parts: list[Part] = []
    for place, run in enumerate(typed):
        if is_chinese(run):
            parts.extend(Part(frozenset((pair,))) for pair in (pairs(run) if len(run) > 1 else run))
        elif place == len(typed) - 1 and not text.endswith((" ", "\u3000")):
            parts.append(_unfinished(connection, run, exact=exact))
        else:
            parts.append(Part(frozenset((f"{stem(run)}1",))))
    wanted = [Part(frozenset((one,))) for one in facets]
    if one_of := frozenset(any_of):
        wanted.append(Part(one_of))
    return Query((*parts[:_QUERY_TOKENS], *wanted)) if parts or wanted else None


def _any_of(tokens_: frozenset[str]) -> str:
    quoted = [f'"{token}"' for token in sorted(tokens_)]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def _unfinished(connection: Connection, word: str, *, exact: bool) -> Part:
    if len(word) <= _SHORT:
        return Part(frozenset((f"{word}0",)))
    sql = "SELECT DISTINCT stem FROM inquiry_word WHERE word >= ? AND word < ? LIMIT ?"
    found = connection.execute(sql, (word, word + "\U0010ffff", -1 if exact else _LIMIT_WORDS + 1)).fetchall()
    own = f"{stem(word)}1"
    if len(found) > _LIMIT_WORDS and not exact:
        return Part(frozenset((f"{word[:_SHORT]}0", own)), word, loose=True)
    return Part(frozenset((*(f"{row[0]}1" for row in found), own)), word)
