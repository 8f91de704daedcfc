"""The fields of the intake forms as data. Labels are texts of the context ``forms``."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.models.contacts import WRITTEN, Channel
from app.services.wording import labels
from app.ui.kit.fields import Field, Option, Values
from app.ui.kit.type_ahead import Suggest
from app.ui.panes.intake.readiness import LONGEST, LONGEST_TEXT

#: Columns of the grids of the middle column; at 7 of them a channel is not cut in large text either.
COLUMNS = 20
_WRITTEN = tuple(one.value for one in Channel if one in WRITTEN)


def code_options(kind: str) -> tuple[Option, ...]:
    """Return every code of a label set as options of a choice."""
    english, chinese = labels(kind, "en"), labels(kind, "zh_CN")
    return tuple(Option(code, {"en": english[code], "zh_CN": chinese[code]}) for code in english)


def number_field() -> Field:
    """Return the number of the left column."""
    return Field("number", "phone", QT_TRANSLATE_NOOP("forms", "Number"), max_length=LONGEST["number"])


def name_fields() -> tuple[Field, ...]:
    """Return the name under the number."""
    return (
        Field("caller_name", "text", QT_TRANSLATE_NOOP("forms", "Caller's name"), max_length=LONGEST["caller_name"]),
    )


def caller_fields() -> tuple[Field, ...]:
    """Return the rest of the caller's card."""
    return (
        Field("caller_kind", "choice", QT_TRANSLATE_NOOP("forms", "Caller is"), options=code_options("caller_kind")),
        Field("language", "choice", QT_TRANSLATE_NOOP("forms", "Language"), options=code_options("language")),
        Field(
            "note",
            "long_text",
            QT_TRANSLATE_NOOP("forms", "Note on this caller"),
            placeholder=QT_TRANSLATE_NOOP("forms", "For whoever takes the next call"),
            max_length=4_000,
            lines=2,
            span=2,
        ),
    )


def matter_fields(suggest_category: Suggest) -> tuple[Field, ...]:
    """Return what it is about."""
    return (
        Field("category", "category", QT_TRANSLATE_NOOP("forms", "Category"), suggest=suggest_category, span=7),
        Field("channel", "choice", QT_TRANSLATE_NOOP("forms", "Channel"), options=code_options("channel"), span=7),
        Field("urgency", "choice", QT_TRANSLATE_NOOP("forms", "Urgency"), options=code_options("urgency"), span=6),
        Field(
            "received_at",
            "datetime",
            QT_TRANSLATE_NOOP("forms", "Received"),
            visible_when={"channel": _WRITTEN},
            placeholder=QT_TRANSLATE_NOOP("forms", "9:15, yesterday 16:00"),
            span=20,
        ),
        Field("summary", "text", QT_TRANSLATE_NOOP("forms", "Summary"), max_length=LONGEST["summary"], span=14),
        Field("area", "text", QT_TRANSLATE_NOOP("forms", "Area"), max_length=LONGEST["area"], span=6),
        Field("details", "long_text", QT_TRANSLATE_NOOP("forms", "Details"), max_length=LONGEST_TEXT, lines=4, span=20),
        Field(
            "answer_mode",
            "choice",
            QT_TRANSLATE_NOOP("forms", "How it was answered"),
            options=code_options("answer_mode"),
            span=20,
        ),
    )


class Choice(Protocol):
    """What is chosen otherwise than proposed, and must be explained: the unit, the due time."""

    def dated_otherwise(self, values: Values) -> bool:
        """Say whether a dispatch is due at another time than promised."""
        ...

    def unexplained(self, values: Values) -> bool:
        """Say whether another unit than the suggested one is chosen."""
        ...


def next_fields(suggest_unit: Suggest, choice: Choice) -> tuple[Field, ...]:
    """Return what happens next."""
    return (
        Field("unit", "category", QT_TRANSLATE_NOOP("forms", "Unit"), suggest=suggest_unit, span=7),
        Field(
            "due_at",
            "datetime",
            QT_TRANSLATE_NOOP("forms", "Due"),
            placeholder=QT_TRANSLATE_NOOP("forms", "+2h, 16:30"),
            span=7,
            ahead=True,
        ),
        Field("promise", "text", QT_TRANSLATE_NOOP("forms", "Promised"), max_length=LONGEST["promise"], span=6),
        Field(
            "dispatch_reason",
            "text",
            QT_TRANSLATE_NOOP("forms", "Why another due time?"),
            placeholder=QT_TRANSLATE_NOOP("forms", "Agreed with the unit, the caller needs it sooner"),
            max_length=LONGEST["dispatch_reason"],
            visible_when=choice.dated_otherwise,
            span=20,
        ),
        Field(
            "override",
            "choice",
            QT_TRANSLATE_NOOP("forms", "Why not the suggested unit?"),
            options=code_options("override"),
            visible_when=choice.unexplained,
            span=7,
        ),
        Field(
            "override_note",
            "text",
            QT_TRANSLATE_NOOP("forms", "In words"),
            max_length=LONGEST["override_note"],
            visible_when=choice.unexplained,
            span=13,
        ),
    )


def referral_fields() -> tuple[Field, Field]:
    """Return to whom the caller is sent, and what is said of it."""
    return (
        Field("referred_to", "text", QT_TRANSLATE_NOOP("forms", "Sent to"), max_length=LONGEST["referred_to"]),
        Field("referral_note", "text", QT_TRANSLATE_NOOP("forms", "Note"), max_length=LONGEST["referral_note"]),
    )


def amendment_fields() -> tuple[Field, ...]:
    """Return what can be corrected in a past contact beside its answers."""
    return (
        Field("summary", "text", QT_TRANSLATE_NOOP("forms", "Summary"), max_length=LONGEST["summary"]),
        Field("narrative", "long_text", QT_TRANSLATE_NOOP("forms", "Details"), max_length=LONGEST_TEXT, lines=4),
        Field(
            "answer_mode",
            "choice",
            QT_TRANSLATE_NOOP("forms", "How it was answered"),
            options=code_options("answer_mode"),
        ),
    )


def amendment_reason() -> tuple[Field]:
    """Return why it is corrected, below everything that can be."""
    return (Field("reason", "text", QT_TRANSLATE_NOOP("forms", "Why is it corrected?"), required=True, max_length=500),)
