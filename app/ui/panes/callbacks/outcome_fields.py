"""What is asked beside an outcome: a time and who calls then, a language, what is urgent, a note."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.fields import Field
from app.ui.kit.type_ahead import Suggestion

_LABELS = {
    "start_at": QT_TRANSLATE_NOOP("forms", "Call again at"),
    "language": QT_TRANSLATE_NOOP("forms", "The person speaks"),
    "agreed_with": QT_TRANSLATE_NOOP("forms", "Agreed with"),
    "wanted_by": QT_TRANSLATE_NOOP("forms", "Who calls"),
    "note": QT_TRANSLATE_NOOP("forms", "Note"),
    "symptom": QT_TRANSLATE_NOOP("forms", "What is urgent"),
    "taker": QT_TRANSLATE_NOOP("forms", "Who takes the person over"),
}
_LANGUAGE_PLACE = QT_TRANSLATE_NOOP("forms", "choose or type a language or dialect; empty: nobody knows")
_TIME_PLACE = QT_TRANSLATE_NOOP("forms", "tomorrow 16:30, in 2 h, Fri 9:00")
#: Says of the values of a form whether something is asked; gives what fits to a text.
_When = Callable[[Mapping[str, Any]], bool]
_Suggest = Callable[[str], Sequence[Suggestion]]


def fields(
    time: _When, language: _When, urgent: _When, *, languages: _Suggest, symptoms: _Suggest, takers: _Suggest
) -> tuple[Field, ...]:
    """Return the fields in their order, three in a row; each is asked where its condition says so.

    A time has the room of two: what is wrong with it is a sentence.
    """
    return (
        Field("start_at", "datetime", _LABELS["start_at"], visible_when=time, placeholder=_TIME_PLACE, span=2),
        Field("wanted_by", "choice", _LABELS["wanted_by"], visible_when=time),
        Field(
            "language", "category", _LABELS["language"], visible_when=language, placeholder=_LANGUAGE_PLACE,
            suggest=languages, span=3,
        ),
        Field("symptom", "category", _LABELS["symptom"], visible_when=urgent, suggest=symptoms),
        Field("taker", "category", _LABELS["taker"], visible_when=urgent, suggest=takers, span=2),
        Field("agreed_with", "text", _LABELS["agreed_with"], visible_when=time, max_length=120),
        Field("note", "text", _LABELS["note"], max_length=2000, span=2),
    )  # fmt: skip
