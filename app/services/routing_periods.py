"""Routed right first time (KPI 2) over a stretch of the calendar, as the page of the settings shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.routing_results import Period, RoutedRight
from app.services import routing
from app.services.office import View
from app.store import units as unit_rows


@dataclass(frozen=True)
class RightBoard:
    """The figure with its rows, from when until before when, and the names (Chinese, English) of units by code."""

    right: RoutedRight
    start_at: datetime
    end_at: datetime
    units: Mapping[str, tuple[str, str]]
    now: datetime
    time_zone: str


def board(view: View, period: Period = Period.THIS_MONTH) -> RightBoard:
    """Return how many inquiries first dispatched in a stretch went to the right unit."""
    view.require(Permission.SUPERVISE_INQUIRIES)
    start, end = stretch(view, period)
    known = unit_rows.all_units(view.rows)
    units = {one.code: (one.name or one.code, one.name_en or one.name or one.code) for one in known}
    found = routing.routed_right_first_time(view, start, end)
    return RightBoard(found, start, end, units, view.now, view.settings.time_zone)


def stretch(view: View, period: Period) -> tuple[datetime, datetime]:
    """Return the first moment of a stretch and the first one after it, by the center's calendar days."""
    zone = ZoneInfo(view.settings.time_zone)
    here = view.now.astimezone(zone)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    month = midnight.replace(day=1)
    end = (midnight + timedelta(days=1)).replace(tzinfo=zone)
    starts = {
        Period.THIS_MONTH: month,
        Period.LAST_MONTH: (month - timedelta(days=1)).replace(day=1),
        Period.LAST_90_DAYS: midnight - timedelta(days=89),
        Period.THIS_YEAR: month.replace(month=1),
    }
    return starts[period], month if period is Period.LAST_MONTH else end
