"""Before against after without the quarters in which a measure took effect: they hold people of both sides of it.

Of each institution with a measure the side that holds such a quarter is reckoned from the quarters before it (or, of
the later side, after it) only; a side that has no other has no figure of the institution. What may be shown of the
quarters that are left is decided as for any other stretch of them (``campaign_withheld``).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.models.accounts import Permission
from app.models.texts import in_order
from app.services import campaign_results
from app.services.campaign_results import NOBODY, Compared, Results, quarter
from app.services.campaign_withheld import EVER
from app.services.office import View
from app.store import campaigns as stored
from app.store import findings as finding_rows


@dataclass
class _Side:
    """One side of a comparison, and the last day of a measure in it by institution."""

    found: Results
    days: dict[str, str] = field(default_factory=dict[str, str])


def compared(view: View, before: Results, after: Results, item: str, *, two: bool = False) -> list[Compared]:
    """Return every institution before and after, without the quarters in which a measure of it took effect.

    Raises what ``campaign_results.compared`` does.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    campaign_results.check_sides(before, after)
    sides = _without(view, before, early=True), _without(view, after, early=False)
    days = {**sides[0].days, **sides[1].days}
    found = [
        replace(one, washout=days.get(one.institution, ""))
        for one in campaign_results.compared(sides[0].found, sides[1].found, item, two=two)
    ]
    known = {one.institution for one in found}
    left = [_nothing(place, day) for place, day in days.items() if place not in known and place in after.institutions]
    return sorted([*found, *left], key=lambda one: in_order(one.institution))


def _nothing(place: str, day: str) -> Compared:
    return Compared(place, NOBODY, NOBODY, None, None, None, None, may_regress=False, washout=day)


def _without(view: View, side: Results, *, early: bool) -> _Side:
    """Return a side with each institution as it is without the quarters of its measures."""
    told, period = _Side(side), _days(view, side)
    kept: dict[tuple[int, int], Results] = {}
    institutions, quarters = dict(side.institutions), dict(side.quarters)
    for place, days in finding_rows.took_effect(view.rows, *period).items():
        if place not in institutions:
            continue
        told.days[place] = days[-1]
        stretch = _left((_number(period[0]), _number(period[1])), map(_number, days), early=early)
        del institutions[place]
        quarters.pop(place, None)
        if stretch[0] <= stretch[1]:
            if stretch not in kept:
                kept[stretch] = _of(view, side, stretch)
            other = kept[stretch]
            institutions |= {place: other.institutions[place]} if place in other.institutions else {}
            quarters |= {place: other.quarters[place]} if place in other.quarters else {}
    told.found = replace(side, institutions=institutions, quarters=quarters)
    return told


def _of(view: View, side: Results, stretch: tuple[int, int]) -> Results:
    period = (quarter(_name(stretch[0]))[0], quarter(_name(stretch[1]))[1])
    return campaign_results.results(view, side.campaign.id, period=period, mode=side.mode)


def _left(stretch: tuple[int, int], dropped: Iterable[int], *, early: bool) -> tuple[int, int]:
    """Return the quarters that are left of a stretch: those before what is dropped if ``early``, else those after it.

    Where there are none on that side of it, those on the other; none at all are a stretch that ends before it begins.
    """
    first, last = stretch
    for one in sorted(set(dropped), reverse=not early):
        if first <= one <= last:
            parts = (first, one - 1), (one + 1, last)
            wanted, other = parts if early else parts[::-1]
            first, last = wanted if wanted[0] <= wanted[1] else other
    return first, last


def _number(day: str) -> int:
    """Return the number of the quarter of a day (ISO)."""
    return int(day[:4]) * 4 + (int(day[5:7]) - 1) // 3


def _name(number: int) -> str:
    return f"{number // 4:04}Q{number % 4 + 1}"


def _days(view: View, side: Results) -> tuple[str, str]:
    """Return the first and last day of the quarters that a side is about."""
    if side.period != EVER:
        return side.period
    days = sorted(stored.days_of(view.rows, side.campaign.id))
    if not days:
        return side.period[1], side.period[0]
    return quarter(_name(_number(days[0])))[0], quarter(_name(_number(days[-1])))[1]
