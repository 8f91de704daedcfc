"""Mock calls that were played: the transcript, what was written down in practice, and the score a person gave.

They are practice. Nothing of them is a contact, and no score of one enters a figure of quality review.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.models.codes import coded
from app.models.evaluations import ErrorFound, score
from app.models.journal import Entity, Field, Kind
from app.models.mock_calls import Happened, MockEvent, Scenario, Turn


class MockEnd(StrEnum):
    """How a mock call ended."""

    SAVED = "saved"  # the contact was saved, as after a real call
    GOODBYE = "goodbye"
    HUNG_UP = "hung_up"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Written:
    """What was saved at the practice desk; ``given`` are keys of scripts."""

    result: str = ""
    category: str = ""
    summary: str = ""
    details: str = ""
    given: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlayedCall:
    """One mock call. ``script_version`` is the version whose key points were listened for."""

    id: bytes
    operator: bytes
    scenario: str
    scenario_version: int
    script: str
    script_version: int
    language: str
    seed: int
    started_at: datetime
    ended_at: datetime
    ended: MockEnd
    turns: tuple[Turn, ...] = ()
    written: Written | None = None


@dataclass(frozen=True)
class PracticeScore:
    """What an evaluator says of a mock call, on the sheet of real contacts."""

    id: bytes
    call: bytes
    by: bytes
    at: datetime
    points: Mapping[str, int | None]
    errors: tuple[ErrorFound, ...] = ()
    note: str = ""
    sheet: str = "standard"
    sheet_version: int = 1

    @property
    def share(self) -> float | None:
        """The score as on the sheet: 0 with a critical error, None where nothing applied."""
        return score(self.points, self.errors)


@dataclass(frozen=True)
class Review:
    """What is proposed of a call, for the operator at once and for the evaluator before scoring; never a mark.

    ``said`` and ``missed`` are key points, ``asked`` and ``not_asked`` what the operator has to ask for, ``wrong`` what
    must not be said and was, ``levels`` the mood after each utterance, ``repeats`` how often a thing was asked twice.
    """

    said: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    rude: tuple[str, ...] = ()
    greeted: bool = False
    comforted: bool = False
    closed: bool = False
    repeats: int = 0
    too_much: int = 0
    levels: tuple[int, ...] = field(default_factory=tuple)


def review(scenario: Scenario, turns: Sequence[Turn]) -> Review:
    """Return what is proposed of a transcript."""
    happened = [one for turn in turns if turn.by_operator for one in turn.events]

    def of(event: MockEvent) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.about for one in happened if one.event is event))

    kinds = [one.event for one in happened]
    said, asked = of(MockEvent.POINT), of(MockEvent.ASKED)
    return Review(
        said=said,
        missed=tuple(one for one in scenario.must if one not in said),
        asked=asked,
        not_asked=tuple(one.id for one in scenario.facts if one.must and one.id not in asked),
        wrong=of(MockEvent.FORBIDDEN),
        rude=of(MockEvent.RUDE),
        greeted=MockEvent.GREETED in kinds,
        comforted=MockEvent.COMFORTED in kinds,
        closed=MockEvent.GOODBYE in kinds,
        repeats=kinds.count(MockEvent.ASKED_AGAIN),
        too_much=kinds.count(MockEvent.TOO_MUCH),
        levels=tuple(one.level for one in turns if one.by_operator),
    )


def turns_to_body(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Return a transcript as plain JSON values."""
    return [
        {
            "by_operator": one.by_operator,
            "text": one.text,
            "level": one.level,
            "events": [[happened.event.value, happened.about] for happened in one.events],
        }
        for one in turns
    ]


def turns_from_body(body: Sequence[Mapping[str, Any]]) -> tuple[Turn, ...]:
    """Return the transcript that a body holds."""
    return tuple(
        Turn(
            bool(one["by_operator"]),
            one["text"],
            tuple(Happened(coded(MockEvent, event), about) for event, about in one["events"]),
            int(one["level"]),
        )
        for one in body
    )


def _facts(*fields: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.FACT, sql) for name, sql in fields)


PRACTICE_CALL = Entity(
    "practice_call",
    _facts(
        ("operator", "REF"), ("scenario", "TEXT"), ("scenario_version", "INTEGER"), ("script", "TEXT"),
        ("script_version", "INTEGER"), ("language", "TEXT"), ("seed", "INTEGER"), ("started_at", "TEXT"),
        ("ended_at", "TEXT"), ("ended", "TEXT"), ("turns", "JSON"), ("written", "JSON"),
    ),
    fact=True,
)  # fmt: skip
PRACTICE_SCORE = Entity(
    "practice_score",
    _facts(
        ("call", "REF"), ("by", "REF"), ("at", "TEXT"), ("points", "JSON"), ("errors", "JSON"), ("note", "TEXT"),
        ("sheet", "TEXT"), ("sheet_version", "INTEGER"),
    ),
    fact=True,
)  # fmt: skip
