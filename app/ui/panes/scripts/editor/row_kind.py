"""Lists inside a script as rows of data: what a row asks, how it stands in its list, how an answer changes it."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.scripts_library.cells import join_list, split_list
from app.services.wording import labels
from app.ui.kit.fields import Field, Option

Rows = tuple[Any, ...]
YES_NO = (Option("yes", {"en": "Yes", "zh_CN": "是"}), Option("no", {"en": "No", "zh_CN": "否"}))
LONGEST = 4_000


@dataclass(frozen=True)
class RowKind:
    """A list of a script. ``blank(rows)`` is a new row, ``read(row)`` the values of its fields, ``write(row, name,
    value)`` the row after one answer; ``says(row)`` is (title, detail, word of its chip)."""

    name: str
    fields: tuple[Field, ...]
    blank: Callable[[Rows], Any]
    read: Callable[[Any], Mapping[str, Any]]
    write: Callable[[Any, str, Any], Any]
    says: Callable[[Any], tuple[str, str, str]]
    columns: int = 2


def text_field(name: str, label: str, **more: Any) -> Field:
    """A field of text."""
    return Field(name, "text", label, **{"max_length": LONGEST, **more})


def code_options(kind: str) -> tuple[Option, ...]:
    """Return every code of a label set as options of a choice."""
    english, chinese = labels(kind, "en"), labels(kind, "zh_CN")
    return tuple(Option(code, {"en": english[code], "zh_CN": chinese[code]}) for code in english)


def with_language(texts: Mapping[str, Any], language: str, value: Any) -> dict[str, Any]:
    """Return texts or lists with another one in a language; an empty one is left out."""
    kept = dict(texts)
    if value:
        kept[language] = value
    else:
        kept.pop(language, None)
    return kept


def fresh_id(rows: Sequence[Any], letter: str) -> str:
    """Return an id that no row has: k1, k2, …"""
    taken = {row.id for row in rows}
    return next(name for number in range(1, len(rows) + 2) if (name := f"{letter}{number}") not in taken)


def yes_no(value: bool) -> str:
    """Return a truth value as the choice shows it."""
    return "yes" if value else "no"


def listed(words: Sequence[str]) -> str:
    """Return a list as one line."""
    return join_list(words)


def words_of(line: str) -> tuple[str, ...]:
    """Return the words of a line, between bars."""
    return split_list(line)
