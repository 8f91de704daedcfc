"""Interviews as they are kept: who was asked by which version, every answer that was given, and what it all counted as.

Answers are facts: going back writes another one. What counts is folded from them by ``interviews.interview``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.models.questionnaire_answers import Given
from app.models.questionnaires import Reserved


class SurveyMode(StrEnum):
    """How somebody was asked; figures never mix modes."""

    TELEPHONE = "telephone"
    PAPER = "paper"
    FACE_TO_FACE = "face_to_face"
    ONLINE = "online"


#: The end of an interview that was kept under a wrong mode and goes on under another one: it counts nowhere.
RETYPED = "retyped"

#: The field of an interview that names in whose order its shuffled items are asked; no column of a frame is called so.
ORDER = "#order"


@dataclass(frozen=True)
class Asked:
    """Whom an interview is with, and about what. ``fields`` are those of the frame or of the inquiry.

    ``case`` is the case of a campaign, ``callback`` the call, ``inquiry`` what the call is about. ``institution`` is
    the code of a unit, ``day`` the ISO date of the stay or visit by which results are counted. ``finding`` is what a
    second measurement is about.
    """

    questionnaire: str
    version: int
    mode: SurveyMode = SurveyMode.TELEPHONE
    language: str = ""
    institution: str = ""
    stratum: str = ""
    day: str = ""
    campaign: bytes | None = None
    case: bytes | None = None
    callback: bytes | None = None
    inquiry: bytes | None = None
    finding: bytes | None = None
    caller: bytes | None = None
    fields: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class InterviewRow:
    """An interview that was begun."""

    id: bytes
    asked: Asked
    at: datetime
    by: bytes

    @property
    def order(self) -> str:
        """Return by what shuffled items are ordered: the case, else the interview in which they were first asked."""
        return self.asked.case.hex() if self.asked.case else self.asked.fields.get(ORDER, self.id.hex())


@dataclass(frozen=True)
class InterviewEnd:
    """What an interview was worth when it was closed: completeness, share of key items, what each item counted as."""

    completeness: str
    share: float
    codes: Mapping[str, Any]
    at: datetime
    by: bytes = b""


#: Stands before a reserved code among the codes that are kept, so that 8 the rating and 8 "not applicable" differ.
_MARK = "!"


def kept_code(coded: Any) -> Any:
    """Return what an item counts as, as it is kept: a reserved code behind its mark."""
    return f"{_MARK}{coded.value}" if isinstance(coded, Reserved) else coded


def code_of(kept: Any) -> Any:
    """Return what ``kept_code`` kept."""
    marked = isinstance(kept, str) and kept.startswith(_MARK) and kept[1:] in {one.value for one in Reserved}
    return Reserved(kept[1:]) if marked else kept


def given_of(row: Mapping[str, Any]) -> Given:
    """Return an answer from its row."""
    reserved = Reserved(row["reserved"]) if row["reserved"] else None
    return Given(
        row["item"], row["value"], reserved, row["reason"] or "", row["reason_code"] or "", bool(row["confirmed"]),
        datetime.fromisoformat(row["at"]),
    )  # fmt: skip
