"""Questions of drills and exams: what is asked, what can be chosen, what is right. Each version is immutable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.models.errors import FieldMissing, FieldWrong
from app.models.journal import Entity, Field, Kind

Words = Mapping[str, str]
LANGUAGES = ("zh", "en")
#: A search that takes longer is right, but not yet at hand.
FOUND_WITHIN_MS = 10_000
LATE_SHARE = 0.7


class DrillKind(StrEnum):
    """How something is asked."""

    SAY = "say"  # answer a caller's words, typed
    SLOT = "slot"  # fill in the number or the wording
    MCQ = "mcq"
    MULTI = "multi"
    ORDER = "order"
    BRANCH = "branch"  # follow the flow with a caller who answers
    FIND = "find"  # open the right script, quickly


#: In an exam a person decides about whatever is typed: words, and a figure in a gap.
BY_PERSON = (DrillKind.SAY, DrillKind.SLOT)


class Difficulty(StrEnum):
    """How hard a question is, by the share that is expected to answer it right."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


#: From such an expected share on a question is easy, and below such a one hard.
EASY_FROM, HARD_BELOW = 0.8, 0.65


class DrillMode(StrEnum):
    """What an operator wants to practice today; a key point that cannot be asked so is asked in another way."""

    MIXED = "mixed"
    RECALL = "recall"
    FIND = "find"
    CALL = "call"
    TYPED = "typed"


MODE_KINDS = {
    DrillMode.MIXED: frozenset(DrillKind),
    DrillMode.RECALL: frozenset({DrillKind.SLOT, DrillKind.MCQ, DrillKind.MULTI, DrillKind.ORDER}),
    DrillMode.FIND: frozenset({DrillKind.FIND}),
    DrillMode.CALL: frozenset({DrillKind.BRANCH}),
    DrillMode.TYPED: frozenset({DrillKind.SAY}),
}


class ItemState(StrEnum):
    """What people decided about an item; a sample was made by the program and nobody has looked at it."""

    SAMPLE = "sample"
    REVIEWED = "reviewed"
    RETIRED = "retired"


class AnswerKeyWrong(FieldWrong):
    """The right answer of an item is none of its options. Facts: ``field``, ``value``."""


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of a branching call: what the caller says, what can be done, which of it is right."""

    heard: Words
    options: tuple[Words, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Item:
    """One version of a question. ``points`` are the key points that it tests; ``version`` is that of the script.

    ``right`` are the places of the right options: one (mcq), several (multi), all of them in their order (order).
    ``fills`` are what may stand in the gap (slot), by language; ``steps`` belong to branch. ``difficulty`` is the share
    that is expected to answer right. ``number`` counts the versions of an item.
    """

    id: bytes
    kind: DrillKind
    script: str
    points: tuple[str, ...]
    prompt: Words
    version: int = 1
    topic: str = ""
    options: tuple[Words, ...] = ()
    right: tuple[int, ...] = ()
    fills: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    steps: tuple[Step, ...] = ()
    difficulty: float = 0.7
    number: int = 1
    state: ItemState = ItemState.SAMPLE

    @property
    def point(self) -> str:
        """The key point under which the item is kept, "" for one of the whole script."""
        return self.points[0] if self.points else ""

    @property
    def is_typed(self) -> bool:
        """Whether the answer is a text of several words."""
        return self.kind is DrillKind.SAY

    @property
    def by_person(self) -> bool:
        """Whether in an exam a person decides about the answer: whatever is typed, a figure in a gap too."""
        return self.kind in BY_PERSON

    @property
    def hardness(self) -> Difficulty:
        """How hard it is."""
        if self.difficulty >= EASY_FROM:
            return Difficulty.EASY
        return Difficulty.HARD if self.difficulty < HARD_BELOW else Difficulty.MEDIUM

    def prompt_in(self, language: str) -> str:
        """Return the question in a language, else in any that it has."""
        return self.prompt.get(language) or next(iter(self.prompt.values()), "")

    def options_in(self, language: str) -> list[str]:
        """Return the options in a language, each else in any that it has."""
        return [said_in(one, language) for one in self.options]


def speaks(item: Item, language: str) -> bool:
    """Whether all that is asked and can be chosen is there in a language; "" for any."""
    texts = (item.prompt, *item.options, *(one.heard for one in item.steps))
    return not language or all(one.get(language) for one in texts)


def said_in(words: Words, language: str) -> str:
    """Return words in a language, else in any that there is."""
    return words.get(language) or next(iter(words.values()), "")


def check(item: Item) -> None:
    """Raise what is wrong with an item: ``FieldMissing``, ``AnswerKeyWrong``."""
    if not any(text.strip() for text in item.prompt.values()):
        raise FieldMissing(field="prompt")
    needs = {DrillKind.MCQ: 2, DrillKind.MULTI: 2, DrillKind.ORDER: 2}.get(item.kind, 0)
    if len(item.options) < needs:
        raise FieldMissing(field="options")
    wrong = [place for place in item.right if not 0 <= place < len(item.options)]
    few = item.kind is DrillKind.MCQ and len(item.right) != 1
    part = item.kind is DrillKind.ORDER and sorted(item.right) != list(range(len(item.options)))
    if needs and (wrong or few or part or not item.right):
        raise AnswerKeyWrong(field="right", value=", ".join(str(one + 1) for one in item.right))
    if item.kind is DrillKind.SLOT and not any(item.fills.values()):
        raise FieldMissing(field="fills")


def score_choice(item: Item, chosen: Sequence[int]) -> float:
    """Return the score of chosen options, 0 to 1: a wrong one among several takes a right one away; order by pairs."""
    if item.kind is DrillKind.ORDER:
        return _in_order(item.right, chosen)
    right = set(item.right)
    if item.kind is DrillKind.MCQ:
        return float(list(chosen) == list(item.right))
    hits, wrong = len(right & set(chosen)), len(set(chosen) - right)
    return max(0.0, (hits - wrong) / len(right)) if right else 0.0


def _in_order(right: Sequence[int], chosen: Sequence[int]) -> float:
    """Return how many pairs stand in the right order, above what chance gives (0 for half of them or fewer)."""
    if sorted(chosen) != sorted(right) or len(right) < 2:
        return 0.0
    place = {one: at for at, one in enumerate(right)}
    ranks = [place[one] for one in chosen]
    pairs = [(a, b) for at, a in enumerate(ranks) for b in ranks[at + 1 :]]
    return max(0.0, 2 * sum(a < b for a, b in pairs) / len(pairs) - 1)


def score_steps(item: Item, chosen: Sequence[int]) -> float:
    """Return the share of turns of a branching call that were right; a turn that was not reached is not."""
    hits = sum(one == step.right for one, step in zip(chosen, item.steps, strict=False))
    return hits / len(item.steps) if item.steps else 0.0


def score_found(item: Item, opened: str, ms: int) -> float:
    """Return the score of a search: the right script opened, at once or late."""
    if opened != item.script:
        return 0.0
    return 1.0 if ms <= FOUND_WITHIN_MS else LATE_SHARE


def to_content(item: Item) -> dict[str, Any]:
    """Return what the journal keeps of an item beside its columns."""
    return {
        "prompt": dict(item.prompt),
        "options": [dict(one) for one in item.options],
        "right": list(item.right),
        "fills": {language: list(words) for language, words in item.fills.items()},
        "steps": [
            {"heard": dict(one.heard), "options": [dict(way) for way in one.options], "right": one.right}
            for one in item.steps
        ],
    }


def parts_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of ``Item`` that ``to_content`` wrote."""
    return {
        "prompt": content["prompt"],
        "options": tuple(content["options"]),
        "right": tuple(content["right"]),
        "fills": {language: tuple(words) for language, words in content["fills"].items()},
        "steps": tuple(Step(one["heard"], tuple(one["options"]), one["right"]) for one in content["steps"]),
    }


ITEM = Entity(
    "item", (Field("state"), Field("script", Kind.ONCE), Field("kind", Kind.ONCE), Field("by", Kind.ONCE, "REF"))
)
ITEM_VERSION = Entity(
    "item_version",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("item", "REF"),
            ("number", "INTEGER"),
            ("script", "TEXT"),
            ("version", "INTEGER"),
            ("points", "JSON"),
            ("topic", "TEXT"),
            ("kind", "TEXT"),
            ("content", "JSON"),
            ("difficulty", "REAL"),
            ("source", "TEXT"),
            ("at", "TEXT"),
            ("by", "REF"),
        )
    ),
    fact=True,
)
