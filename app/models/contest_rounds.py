"""The rounds of a contest: callers to be led, scripts to be found quickly, gaps to be filled rapidly; each once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.models import drill_items as items
from app.models.drill_items import LATE_SHARE, DrillKind, Item
from app.models.errors import CannotNow
from app.models.journal import Entity, Field, Kind

#: Questions of a round; a gap that takes longer to fill is right, but not rapid (milliseconds).
QUESTIONS, RAPID_MS = 5, 20_000


class RoundOver(CannotNow):
    """A question of a contest is answered a second time, or no teams are drawn this month."""


class ContestRound(StrEnum):
    """What is played, in this order."""

    CALLER = "caller"
    FIND = "find"
    SLOTS = "slots"


KINDS = {ContestRound.CALLER: DrillKind.BRANCH, ContestRound.FIND: DrillKind.FIND, ContestRound.SLOTS: DrillKind.SLOT}
#: The questions of a month by round, as they were drawn; those of a round with too few are fewer.
Drawn = Mapping[ContestRound, Sequence[Item]]


@dataclass(frozen=True, slots=True)
class RoundAnswer:
    """What one person got for a question: 0 to 1."""

    round: ContestRound
    place: int
    score: float
    ms: int


@dataclass(frozen=True, slots=True)
class Played:
    """What one person did: points of all questions drawn (None: none answered), and the share of rounds finished.

    A question that was not answered got nothing, so that who stops after an easy one is not better than who went on.
    """

    score: float | None = None
    finished: float = 0.0
    answers: int = 0


def following(drawn: Drawn, given: Sequence[RoundAnswer]) -> tuple[ContestRound, int] | None:
    """Return the question that comes next for a person, None where everything is played."""
    done = {(one.round, one.place) for one in given}
    every = ((name, place) for name in ContestRound for place in range(len(drawn.get(name, ()))))
    return next((one for one in every if one not in done), None)


def played(drawn: Drawn, given: Sequence[RoundAnswer]) -> Played:
    """Return what a person did; a question that was answered on two stations counts as the first answer."""
    first: dict[tuple[ContestRound, int], float] = {}
    for one in given:
        first.setdefault((one.round, one.place), one.score)
    rounds = [name for name in ContestRound if drawn.get(name)]
    whole = sum(all((name, place) in first for place in range(len(drawn[name]))) for name in rounds)
    count = sum(len(drawn[name]) for name in rounds)
    score = sum(first.values()) / count if first and count else None
    return Played(score, whole / len(rounds) if rounds else 0.0, len(first))


def worth(name: ContestRound, score: float, ms: int) -> float:
    """Return what an answer counts: a gap that was not filled rapidly counts less."""
    return score * LATE_SHARE if name is ContestRound.SLOTS and ms > RAPID_MS else score


def frozen(drawn: Drawn) -> dict[str, Any]:
    """Return the questions as the journal keeps them: whatever becomes of their scripts, they stay what they are."""
    return {name.value: [_content(one) for one in found] for name, found in drawn.items()}


def thawed(content: Mapping[str, Any]) -> dict[ContestRound, tuple[Item, ...]]:
    """Return the questions that ``frozen`` wrote."""
    return {ContestRound(name): tuple(map(_item, found)) for name, found in content.items()}


def _content(item: Item) -> dict[str, Any]:
    return {
        "id": item.id.hex(), "kind": item.kind.value, "script": item.script, "points": list(item.points),
        "version": item.version, "topic": item.topic, **items.to_content(item),
    }  # fmt: skip


def _item(content: Mapping[str, Any]) -> Item:
    return Item(
        bytes.fromhex(content["id"]), DrillKind(content["kind"]), content["script"], tuple(content["points"]),
        version=content["version"], topic=content["topic"], **items.parts_of(content),
    )  # fmt: skip


CONTEST_ANSWER = Entity(
    "contest_answer",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("contest", "REF"),
            ("person", "REF"),
            ("round", "TEXT"),
            ("place", "INTEGER"),
            ("score", "REAL"),
            ("ms", "INTEGER"),
            ("answer", "TEXT"),
            ("at", "TEXT"),
        )
    ),
    fact=True,
)
