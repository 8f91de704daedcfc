"""Sources, placeholders, words that must not be said, and notes on dialects as rows."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.scripts_library.script import Forbidden, Placeholder, PlaceholderType, Source
from app.services.wording import label
from app.ui.kit import languages
from app.ui.kit.fields import Field
from app.ui.panes.scripts.editor.row_kind import (
    YES_NO,
    RowKind,
    Rows,
    code_options,
    fresh_id,
    listed,
    text_field,
    with_language,
    words_of,
    yes_no,
)

_BARS = QT_TRANSLATE_NOOP("forms", "Several: separated by |")
_CHOICES = ("choice",)
_LOOKUPS = ("lookup",)


def _blank_source(_rows: Rows) -> Source:
    return Source()


def _read_source(one: Source) -> Mapping[str, Any]:
    return {name: getattr(one, name) for name in ("doc", "clause", "url", "published", "sha256")}


def _write_field(one: Any, name: str, value: Any) -> Any:
    return replace(one, **{name: value})


def _say_source(one: Source) -> tuple[str, str, str]:
    published = one.published.isoformat() if one.published else ""
    return one.doc or one.url or "–", " · ".join(filter(None, (one.clause, one.url if one.doc else ""))), published


SOURCES = RowKind(
    "sources",
    (
        text_field("doc", QT_TRANSLATE_NOOP("forms", "Document"), span=2),
        text_field("clause", QT_TRANSLATE_NOOP("forms", "Clause or page")),
        Field("published", "date", QT_TRANSLATE_NOOP("forms", "Published on")),
        text_field("url", QT_TRANSLATE_NOOP("forms", "Address"), span=2),
        text_field("sha256", QT_TRANSLATE_NOOP("forms", "Check sum of the attached file"), span=2),
    ),
    _blank_source,
    _read_source,
    _write_field,
    _say_source,
)


def _blank_placeholder(rows: Rows) -> Placeholder:
    taken = {one.name for one in rows}
    return Placeholder(next(name for number in range(1, len(rows) + 2) if (name := f"name_{number}") not in taken))


def _read_placeholder(one: Placeholder) -> Mapping[str, Any]:
    kept = {name: getattr(one, name) for name in ("name", "choices_from", "table", "key", "fallback")}
    return {**kept, "type": one.type.value, "choices": listed(one.choices), "required": yes_no(one.required)}


def _write_placeholder(one: Placeholder, name: str, value: Any) -> Placeholder:
    readers = {"type": _kind, "choices": words_of, "required": _is_yes}
    return replace(one, **{name: readers[name](value) if name in readers else value})


def _kind(value: str) -> PlaceholderType:
    return PlaceholderType(value or PlaceholderType.TEXT)


def _is_yes(value: str) -> bool:
    return value == "yes"


def _say_placeholder(one: Placeholder) -> tuple[str, str, str]:
    origin = listed(one.choices) or one.choices_from or one.table or one.fallback
    return f"{{{one.name}}}", origin, label("placeholder_type", one.type.value, languages.current())


PLACEHOLDERS = RowKind(
    "placeholders",
    (
        text_field(
            "name", QT_TRANSLATE_NOOP("forms", "Name in braces"), help=QT_TRANSLATE_NOOP("forms", "a-z, 0-9, _")
        ),
        Field("type", "choice", QT_TRANSLATE_NOOP("forms", "Its value is"), options=code_options("placeholder_type")),
        text_field("choices", QT_TRANSLATE_NOOP("forms", "Choices"), help=_BARS, visible_when={"type": _CHOICES}),
        text_field("choices_from", QT_TRANSLATE_NOOP("forms", "Choices from list"), visible_when={"type": _CHOICES}),
        text_field("table", QT_TRANSLATE_NOOP("forms", "Table"), visible_when={"type": _LOOKUPS}),
        text_field("key", QT_TRANSLATE_NOOP("forms", "Looked up by"), visible_when={"type": _LOOKUPS}),
        text_field("fallback", QT_TRANSLATE_NOOP("forms", "Without a value")),
        Field("required", "choice", QT_TRANSLATE_NOOP("forms", "Must be filled"), options=YES_NO),
    ),
    _blank_placeholder,
    _read_placeholder,
    _write_placeholder,
    _say_placeholder,
)


def _blank_forbidden(rows: Rows) -> Forbidden:
    return Forbidden(fresh_id(rows, "f"), {})


def _read_forbidden(one: Forbidden) -> Mapping[str, Any]:
    words = {f"words_{code}": listed(one.words.get(code, ())) for code in ("zh", "en")}
    return {"id": one.id, "kind": one.kind, **words}


def _write_forbidden(one: Forbidden, name: str, value: Any) -> Forbidden:
    if name.startswith("words_"):
        return replace(one, words=with_language(one.words, name.removeprefix("words_"), words_of(value)))
    return replace(one, **{name: value})


def _say_forbidden(one: Forbidden) -> tuple[str, str, str]:
    zh, en = (listed(one.words.get(code, ())) for code in ("zh", "en"))
    return zh or en or "–", en if zh else "", one.kind


FORBIDDEN = RowKind(
    "must_not_say",
    (
        text_field("words_zh", QT_TRANSLATE_NOOP("forms", "Chinese words"), help=_BARS),
        text_field("words_en", QT_TRANSLATE_NOOP("forms", "English words"), help=_BARS),
        text_field("id", QT_TRANSLATE_NOOP("forms", "Id")),
        text_field("kind", QT_TRANSLATE_NOOP("forms", "Class")),
    ),
    _blank_forbidden,
    _read_forbidden,
    _write_forbidden,
    _say_forbidden,
)


def _blank_note(rows: Rows) -> tuple[str, str]:
    return ("", "")


def _read_note(one: tuple[str, str]) -> Mapping[str, Any]:
    return {"dialect": one[0], "note": one[1]}


def _write_note(one: tuple[str, str], name: str, value: Any) -> tuple[str, str]:
    return (value, one[1]) if name == "dialect" else (one[0], value)


def _say_note(one: tuple[str, str]) -> tuple[str, str, str]:
    return one[0] or "–", one[1], ""


DIALECTS = RowKind(
    "dialect_notes",
    (
        text_field("dialect", QT_TRANSLATE_NOOP("forms", "Dialect")),
        Field("note", "long_text", QT_TRANSLATE_NOOP("forms", "Note for the operator"), lines=2, span=2),
    ),
    _blank_note,
    _read_note,
    _write_note,
    _say_note,
)
