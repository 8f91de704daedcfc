"""Routed right first time (KPI 2): what became of the first dispatch of an inquiry, and what had been suggested.

Right is a first dispatch whose unit took the inquiry on, and that was neither returned nor moved to another unit for
the duty or the area. Other returns (too little told, a duplicate …) say nothing about the unit that was chosen.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.models.inquiries import EventKind, InquiryEvent, ReturnReason, State

#: Reasons by which a unit says that it is the wrong one.
WRONG_UNIT = frozenset({ReturnReason.NOT_OUR_DUTY, ReturnReason.WRONG_AREA})
_TAKEN = frozenset({State.ACCEPTED, State.IN_PROGRESS, State.ANSWERED, State.IN_REVIEW, State.CALLBACK_DUE})
_TAKEN_ON = _TAKEN | {State.CLOSED, State.WAITING_CALLER, State.WAITING_THIRD_PARTY, State.REDO}


class RoutedVerdict(StrEnum):
    """What became of a first dispatch. All but ``right`` and ``wrong`` are left out of the figure."""

    RIGHT = "right"
    WRONG = "wrong"
    WAITING = "waiting"  # the unit has not said anything yet
    CALLED_OFF = "called_off"  # canceled or merged before the unit took it on
    UNSAID = "unsaid"  # moved to another unit, and nobody said why


class Period(StrEnum):
    """A stretch of the calendar that ends now, or with the former month."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    LAST_90_DAYS = "last_90_days"
    THIS_YEAR = "this_year"


EXCLUDED = (RoutedVerdict.WAITING, RoutedVerdict.CALLED_OFF, RoutedVerdict.UNSAID)


@dataclass(frozen=True, slots=True)
class RoutedRow:
    """A first dispatch: of which inquiry, when, to which unit, what was suggested, and what became of it.

    ``suggested`` is None where nothing was; ``override`` is why it was not taken; ``reason`` is that of a wrong one.
    """

    inquiry: bytes
    number: str
    at: datetime
    unit: str
    verdict: RoutedVerdict
    suggested: str | None = None
    source: str = ""
    override: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RoutedRight:
    """The figure with what it is made of. ``excluded`` counts what is left out by its verdict."""

    numerator: int
    denominator: int
    excluded: Mapping[RoutedVerdict, int]
    rows: tuple[RoutedRow, ...]
    overrides: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def share(self) -> float | None:
        """Return numerator over denominator, None without any."""
        return self.numerator / self.denominator if self.denominator else None

    @property
    def suggested(self) -> int:
        """Return how many dispatches had a suggestion."""
        return sum(row.suggested is not None for row in self.rows)

    @property
    def taken(self) -> int:
        """Return how many of those went where it said."""
        return sum(row.suggested == row.unit for row in self.rows if row.suggested is not None)


def row_of(number: str, events: Sequence[InquiryEvent]) -> RoutedRow | None:
    """Return what became of the first dispatch among the steps of an inquiry, the oldest first; None without any."""
    place = next((at for at, one in enumerate(events) if one.kind is EventKind.DISPATCHED), None)
    if place is None:
        return None
    first = events[place]
    verdict, reason = judge(first, events[place + 1 :])
    suggestion: Mapping[str, Any] = first.routing.get("suggested") or {}
    return RoutedRow(
        first.inquiry, number, first.at, first.unit or "", verdict, suggestion.get("unit") or None,
        str(suggestion.get("by", "")), first.routing.get("override"), reason,
    )  # fmt: skip


def judge(first: InquiryEvent, later: Iterable[InquiryEvent]) -> tuple[RoutedVerdict, str]:
    """Return what became of a dispatch, and the reason of a wrong one."""
    verdict, given_back = RoutedVerdict.WAITING, False
    for one in later:
        if one.kind is EventKind.RETURNED and one.reason in WRONG_UNIT:
            return RoutedVerdict.WRONG, one.reason or ""
        if one.kind is EventKind.DISPATCHED and one.unit != first.unit:
            return (verdict, "") if given_back else _moved(one.routing.get("moved_for"))
        given_back = given_back or one.kind is EventKind.RETURNED
        verdict = RoutedVerdict.RIGHT if given_back else _after(verdict, one.state)
    return verdict, ""


def _moved(reason: str | None) -> tuple[RoutedVerdict, str]:
    if reason is None:
        return RoutedVerdict.UNSAID, ""
    return (RoutedVerdict.WRONG, reason) if reason in WRONG_UNIT else (RoutedVerdict.RIGHT, "")


def _after(verdict: RoutedVerdict, state: State | None) -> RoutedVerdict:
    if state in _TAKEN_ON:
        return RoutedVerdict.RIGHT
    called_off = verdict is RoutedVerdict.WAITING and state in (State.CANCELLED, State.MERGED)
    return RoutedVerdict.CALLED_OFF if called_off else verdict


def routed_right(rows: Iterable[RoutedRow]) -> RoutedRight:
    """Return the figure over first dispatches."""
    kept = tuple(rows)
    counts = Counter(row.verdict for row in kept)
    overrides = Counter(row.override for row in kept if row.override)
    right, wrong = counts[RoutedVerdict.RIGHT], counts[RoutedVerdict.WRONG]
    return RoutedRight(right, right + wrong, {one: counts[one] for one in EXCLUDED}, kept, dict(overrides))
