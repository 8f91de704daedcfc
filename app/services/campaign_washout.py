"""Quarters in which a measure took effect: they hold people of both sides of it, so before and after leave them out."""

from collections.abc import Sequence
from dataclasses import replace

from app.models.accounts import Permission
from app.services.campaign_results import Compared, Results, quarter
from app.services.campaign_withheld import EVER
from app.services.office import View
from app.store import campaigns as stored
from app.store import findings as finding_rows


def noted(view: View, found: Sequence[Compared], before: Results, after: Results) -> list[Compared]:
    """Return changes with the day on which a measure of the institution took effect inside a period of either side."""
    view.require(Permission.REASSIGN_INQUIRIES)
    known: dict[str, str] = {}
    for side in (before, after):
        first, last = _days(view, side)
        known |= finding_rows.took_effect(view.rows, first, last)
    return [replace(one, washout=known.get(one.institution, "")) for one in found]


def _days(view: View, side: Results) -> tuple[str, str]:
    """Return the first and last day of the quarters that a side is about."""
    if side.period != EVER:
        return side.period
    days = sorted(stored.days_of(view.rows, side.campaign.id))
    if not days:
        return side.period[1], side.period[0]
    names = [f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}" for day in (days[0], days[-1])]
    return quarter(names[0])[0], quarter(names[1])[1]
