"""Key points as rows: texts in both languages, what must not change in them, other words that count as said."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.scripts_library.script import KeyPoint
from app.ui.kit.fields import Field
from app.ui.panes.scripts.editor.row_kind import (
    YES_NO,
    RowKind,
    Rows,
    fresh_id,
    listed,
    text_field,
    with_language,
    words_of,
    yes_no,
)

_BARS = QT_TRANSLATE_NOOP("forms", "Several: separated by |")
_SLOTS = ("numbers", "phones", "units")


def _blank(rows: Rows) -> KeyPoint:
    return KeyPoint(fresh_id(rows, "k"), {})


def _read(one: KeyPoint) -> Mapping[str, Any]:
    values: dict[str, Any] = {"id": one.id, "critical": yes_no(one.critical), "negated": yes_no(one.slots.negated)}
    for code in ("zh", "en"):
        values[f"text_{code}"] = one.texts.get(code, "")
        values[f"any_{code}"] = listed(one.any.get(code, ()))
    return {**values, **{name: listed(getattr(one.slots, name)) for name in _SLOTS}}


def _write(one: KeyPoint, name: str, value: Any) -> KeyPoint:
    kind, _, code = name.partition("_")
    if kind == "text":
        return replace(one, texts=with_language(one.texts, code, value))
    if kind == "any":
        return replace(one, any=with_language(one.any, code, words_of(value)))
    if name in _SLOTS:
        return replace(one, slots=replace(one.slots, **{name: words_of(value)}))
    if name == "negated":
        return replace(one, slots=replace(one.slots, negated=value == "yes"))
    return replace(one, critical=value == "yes") if name == "critical" else replace(one, id=value)


def _say(one: KeyPoint) -> tuple[str, str, str]:
    zh, en = one.texts.get("zh", ""), one.texts.get("en", "")
    chip = "critical" if one.critical else ""
    return f"{one.id} · {zh or en or '–'}", en if zh else "", chip


POINTS = RowKind(
    "key_points",
    (
        text_field("text_zh", QT_TRANSLATE_NOOP("forms", "Chinese"), span=2),
        text_field("text_en", QT_TRANSLATE_NOOP("forms", "English"), span=2),
        text_field("id", QT_TRANSLATE_NOOP("forms", "Id")),
        Field("critical", "choice", QT_TRANSLATE_NOOP("forms", "Critical: must be said"), options=YES_NO),
        text_field("numbers", QT_TRANSLATE_NOOP("forms", "Fixed numbers"), help=_BARS),
        text_field("phones", QT_TRANSLATE_NOOP("forms", "Fixed telephone numbers"), help=_BARS),
        text_field("units", QT_TRANSLATE_NOOP("forms", "Units, one of them is said"), help=_BARS),
        Field("negated", "choice", QT_TRANSLATE_NOOP("forms", "It says “not”"), options=YES_NO),
        text_field("any_zh", QT_TRANSLATE_NOOP("forms", "Also counts as said, Chinese"), help=_BARS),
        text_field("any_en", QT_TRANSLATE_NOOP("forms", "Also counts as said, English"), help=_BARS),
    ),
    _blank,
    _read,
    _write,
    _say,
    columns=4,
)
