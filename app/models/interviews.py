"""An interview: answers folded, in the order in which they were given, into where it stands.

There is no state beside the answers. Going back is another answer to an earlier item; resuming is folding the same
answers again. Skips lead only forward, so an interview always comes to its end.
"""

import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil
from typing import cast

from app.models.dispositions import BROKEN_OFF, DONE, PARTLY_DONE
from app.models.questionnaire_answers import Given, Trouble, trouble_of
from app.models.questionnaire_logic import Around, Coded, compute, counts_as_answered, holds
from app.models.questionnaires import (
    COMPLETE_FROM,
    END,
    NO,
    PARTIAL_FROM,
    YES,
    Item,
    ItemKind,
    Questionnaire,
    Reserved,
    Trigger,
    every_condition,
)


class Completeness(StrEnum):
    """What an interview is worth by its key items."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    BROKEN_OFF = "broken_off"


@dataclass(frozen=True, slots=True)
class Interview:
    """Where an interview stands.

    ``asked``: the items answered on the way that counts, in order. ``current``: the item to ask now, None at the end.
    ``coded``: what each item passed so far counts as. ``orphans``: items answered once and passed over now; their
    answers stay in the record and count as 8. ``ended_by``: the item whose answer ended it early.
    """

    questionnaire: Questionnaire
    asked: tuple[str, ...]
    current: Item | None
    coded: Mapping[str, Coded]
    orphans: tuple[str, ...]
    waiting: tuple[str, ...] = ()
    trouble: Trouble | None = None
    ended_by: str = ""
    fields: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def around(self) -> Around:
        """Return what conditions and texts look at."""
        return Around(self.questionnaire, self.coded, self.fields)

    @property
    def is_over(self) -> bool:
        """Say whether nothing is left to ask."""
        return self.current is None

    @property
    def progress(self) -> float:
        """Return how much of what is (or may be) asked has been answered, 0 … 1; 1 only at the end."""
        if self.current is None:
            return 1.0
        done = len(self.asked)
        return done / (done + len(self.waiting))

    @property
    def key_share(self) -> float:
        """Return the share of key items that are answered."""
        keys = self.questionnaire.key_items
        return sum(counts_as_answered(self.coded.get(name)) for name in keys) / len(keys) if keys else 1.0

    @property
    def completeness(self) -> Completeness:
        """Return what the interview is worth if it ends here."""
        if self.key_share >= self.questionnaire.complete_from:
            return Completeness.COMPLETE
        return Completeness.PARTIAL if self.key_share >= self.questionnaire.partial_from else Completeness.BROKEN_OFF


def in_percent(share: float) -> int:
    """Return a share in whole percent; only what is reached counts, so that no limit is passed by rounding."""
    return int(100 * share + 1e-9)


def percents_of(code: str, asked: Questionnaire | None) -> tuple[int, int] | None:
    """Return at least and at most how many percent of the key items are answered in a call that ended so.

    None for an outcome that says nothing of it, and where no item is key. Without a questionnaire as usual.
    A limit between two whole percents leaves the one below it to either outcome: both can be worth it.
    """
    if asked is not None and not asked.key_items:
        return None
    whole, part = (asked.complete_from, asked.partial_from) if asked else (COMPLETE_FROM, PARTIAL_FROM)
    limits = {
        DONE: (in_percent(whole), 100),
        PARTLY_DONE: (in_percent(part), _below(whole)),
        BROKEN_OFF: (0, _below(part)),
    }
    return limits.get(code)


def _below(share: float) -> int:
    """Return the most whole percent below a share."""
    return ceil(100 * share - 1e-9) - 1


def order_of(questionnaire: Questionnaire, case: str = "") -> tuple[Item, ...]:
    """Return the items in the order in which a case is asked them; only shuffled blocks differ between cases."""
    found: list[Item] = []
    for block in questionnaire.blocks:
        found.extend(sorted(block.items, key=_Shuffled(case)) if block.shuffle else block.items)
    return tuple(found)


class _Shuffled:
    """The order of a case's own."""

    def __init__(self, case: str) -> None:
        self._case = case.encode()

    def __call__(self, item: Item) -> bytes:
        return hmac.digest(self._case, item.id.encode(), "sha256")


def interview(
    questionnaire: Questionnaire, given: Iterable[Given], fields: Mapping[str, str] | None = None, *, case: str = ""
) -> Interview:
    """Return where an interview stands after these answers, the oldest first. ``fields`` are those of the frame."""
    walk = _Walk(questionnaire, {one.item: one for one in given}, fields or {})
    return walk.through(order_of(questionnaire, case))


class _Walk:
    """One way through the items."""

    def __init__(self, questionnaire: Questionnaire, latest: Mapping[str, Given], fields: Mapping[str, str]) -> None:
        self._questionnaire = questionnaire
        self._latest = latest
        self._coded: dict[str, Coded] = {}
        self._around = Around(questionnaire, self._coded, fields)
        self._asked: list[str] = []
        self._ended_by = ""

    def through(self, items: Sequence[Item]) -> Interview:
        """Go on until an item has no answer that stands, or to the end."""
        places = {one.id: place for place, one in enumerate(items)} | {END: len(items)}
        at, trouble = 0, None
        while at < len(items):
            item = items[at]
            trouble = self._take(item)
            if isinstance(trouble, Trouble) or trouble is False:
                break
            goal = self._goal(item, at, places)
            self._coded.update({one.id: Reserved.NOT_APPLICABLE for one in items[at + 1 : goal]})
            at = goal
        current = items[at] if at < len(items) else None
        return Interview(
            self._questionnaire,
            tuple(self._asked),
            current,
            self._coded,
            tuple(one for one in self._latest if self._coded.get(one) is Reserved.NOT_APPLICABLE),
            self._waiting(items[at:]),
            trouble if isinstance(trouble, Trouble) else None,
            self._ended_by,
            self._around.fields,
        )

    def _take(self, item: Item) -> Trouble | bool:
        """Take an item's answer: True where it is done with, False where it has none, or what is wrong with it."""
        if item.when is not None and not holds(item.when, self._around):
            self._coded[item.id] = Reserved.NOT_APPLICABLE
            return True
        if item.computed is not None:
            self._coded[item.id] = compute(item.computed, self._around)
            return True
        given = self._latest.get(item.id)
        if given is None:
            return False
        trouble = trouble_of(item, given, self._around)
        if trouble is not None:
            return trouble
        self._coded[item.id] = given.coded
        self._asked.append(item.id)
        return True

    def _goal(self, item: Item, at: int, places: Mapping[str, int]) -> int:
        """Return the place to go on at. A skip that does not lead forward is none; the checker tells of it."""
        if not self._asked or self._asked[-1] != item.id:
            return at + 1
        if item.kind is ItemKind.CONSENT and item.gate and self._coded[item.id] == NO:
            self._ended_by = item.id
            return places[END]
        codes = codes_for_skip(self._coded[item.id])
        target = next((one.to for one in item.skips if codes & set(one.on)), "")
        goal = places.get(target, at + 1)
        if target == END:
            self._ended_by = item.id
        return max(goal, at + 1)

    def _waiting(self, items: Sequence[Item]) -> tuple[str, ...]:
        """Return what is or may still be to ask: not what is certainly hidden, computed, or answered already."""
        return tuple(
            one.id
            for place, one in enumerate(items)
            if one.computed is None and (place == 0 or (one.id not in self._latest and self._may_show(one)))
        )

    def _may_show(self, item: Item) -> bool:
        subjects = {one.subject for one in every_condition(item.when) if one.subject}
        unknown = any(one not in self._coded for one in subjects if not one.startswith("@"))
        return item.when is None or unknown or holds(item.when, self._around)


def codes_for_skip(coded: Coded) -> set[str]:
    """Return what the skips of an item compare: its codes, or its reserved code behind a mark."""
    if isinstance(coded, Reserved):
        return {f"!{coded.value}"}
    if isinstance(coded, list | tuple):
        return {str(one) for one in cast("list[object]", coded)}
    return {str(coded)}


def final_codes(state: Interview) -> dict[str, Coded]:
    """Return what each item counts as once the interview is closed here: what was not reached is missing."""
    return {one.id: state.coded.get(one.id, Reserved.MISSING) for one in state.questionnaire.items}


@dataclass(frozen=True, slots=True)
class Fired:
    """A trigger that the answers set off; ``named``: the person allowed the name to be passed on."""

    trigger: Trigger
    named: bool


def fired(state: Interview) -> tuple[Fired, ...]:
    """Return the cases that the answers so far open. Without consent a case is opened too, and names nobody."""
    around = state.around
    return tuple(
        Fired(one, bool(one.consent) and state.coded.get(one.consent) == YES)
        for one in state.questionnaire.triggers
        if holds(one.when, around)
    )
