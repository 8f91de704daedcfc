"""The first page of a script as data: what each field shows of it, and the script after one answer."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.models.categories import type_ahead
from app.scripts_library.script import Audience, Governance, Risk, Script
from app.scripts_library.texts import language_code
from app.services import reference
from app.ui.kit import languages
from app.ui.kit.fields import Field
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.scripts.editor.row_kind import YES_NO, code_options, text_field, with_language, yes_no
from app.ui.panes.scripts.presenting import topic_label

_ENUMS: Mapping[str, Any] = {"risk": Risk, "governance": Governance, "audience": Audience}
_TIMES = ("effective_from", "effective_to", "last_reviewed_on", "review_on", "review_in_days")
_SHOWN = ("key", "owner", "tags", "units", *_TIMES)


def suggest_topics(text: str) -> list[Suggestion]:
    """Return topics for a type-ahead: the label, and beside it the way there; the key is the topic."""
    language, tree = languages.current(), reference.categories()
    found: list[Suggestion] = []
    for match in type_ahead(tree, text):
        above = [tree.by_code[code].label.for_language(language) for code in match.path[:-1]]
        topic = match.category.code.replace(".", "/")
        found.append(Suggestion(topic, match.category.label.for_language(language), " › ".join(above)))
    return found


FIELDS = (
    text_field("title_zh", QT_TRANSLATE_NOOP("forms", "Title, Chinese"), span=2),
    text_field("title_en", QT_TRANSLATE_NOOP("forms", "Title, English"), span=2),
    text_field("question_zh", QT_TRANSLATE_NOOP("forms", "Whole question, Chinese"), span=2),
    text_field("question_en", QT_TRANSLATE_NOOP("forms", "Whole question, English"), span=2),
    text_field("key", QT_TRANSLATE_NOOP("forms", "Key"), span=2),
    Field("topic", "category", QT_TRANSLATE_NOOP("forms", "Topic"), suggest=suggest_topics, span=2),
    text_field("owner", QT_TRANSLATE_NOOP("forms", "Owner")),
    Field("audience", "choice", QT_TRANSLATE_NOOP("forms", "Who may read it"), options=code_options("script_audience")),
    Field("risk", "choice", QT_TRANSLATE_NOOP("forms", "Risk of a wrong answer"), options=code_options("script_risk")),
    Field(
        "governance", "choice", QT_TRANSLATE_NOOP("forms", "Who mends it"), options=code_options("script_governance")
    ),
    Field("effective_from", "datetime", QT_TRANSLATE_NOOP("forms", "Valid from")),
    Field("effective_to", "datetime", QT_TRANSLATE_NOOP("forms", "Ends at")),
    Field("urgent", "choice", QT_TRANSLATE_NOOP("forms", "Pinned on top"), options=YES_NO),
    Field("review_on", "date", QT_TRANSLATE_NOOP("forms", "Review on")),
    Field("last_reviewed_on", "date", QT_TRANSLATE_NOOP("forms", "Last reviewed on")),
    Field("review_in_days", "number", QT_TRANSLATE_NOOP("forms", "Review after days")),
    text_field(
        "lang_gap", QT_TRANSLATE_NOOP("forms", "Missing on purpose"), help=QT_TRANSLATE_NOOP("forms", "zh or en")
    ),
    Field("tags", "tags", QT_TRANSLATE_NOOP("forms", "Tags"), span=2),
    Field("units", "tags", QT_TRANSLATE_NOOP("forms", "Units it is about"), span=2),
    Field(
        "abbreviations",
        "long_text",
        QT_TRANSLATE_NOOP("forms", "Short forms"),
        help=QT_TRANSLATE_NOOP("forms", "One a line: short=long"),
        lines=2,
        span=4,
    ),
)


def values_of(script: Script) -> dict[str, Any]:
    """Return what each field shows of a script."""
    values: dict[str, Any] = {name: getattr(script, name) for name in _SHOWN}
    for code in ("zh", "en"):
        values |= {f"title_{code}": script.title.get(code, ""), f"question_{code}": script.question.get(code, "")}
    return {
        **values,
        **{name: getattr(script, name).value for name in _ENUMS},
        "topic": Suggestion(script.topic, topic_label(script.topic, reference.categories(), languages.current())),
        "urgent": yes_no(script.urgent),
        "lang_gap": ", ".join(script.lang_gap),
        "abbreviations": "\n".join(f"{short}={long}" for short, long in script.abbreviations),
    }


def answered(script: Script, name: str, value: Any) -> Script:
    """Return the script after one answer."""
    kind, _, code = name.partition("_")
    if kind in ("title", "question"):
        return replace(script, **{kind: with_language(getattr(script, kind), code, value)})
    if name in _ENUMS:
        return replace(script, **{name: _ENUMS[name](value or next(iter(_ENUMS[name])).value)})
    readers = {
        "urgent": _is_yes,
        "review_in_days": _days,
        "tags": tuple,
        "units": tuple,
        "lang_gap": _codes,
        "abbreviations": _pairs,
    }
    changed: dict[str, Any] = {name: readers[name](value) if name in readers else value}
    return replace(script, **changed)


def _is_yes(value: str) -> bool:
    return value == "yes"


def _days(value: float | None) -> int | None:
    return None if value is None or not 0 <= value <= 9_999 else int(value)


def _codes(line: str) -> tuple[str, ...]:
    found = (language_code(part) for part in line.replace("，", ",").split(","))
    return tuple(dict.fromkeys(code for code in found if code))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    halves = [line.partition("=") for line in text.split("\n")]
    return tuple((short.strip(), long.strip()) for short, _, long in halves if short.strip() and long.strip())
