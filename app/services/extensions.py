"""Extensions: what asking for one and deciding on one must fulfill, and the due time that an approved one makes."""

from collections.abc import Sequence
from datetime import datetime

from app.models.clocks import Clock
from app.models.durations import Duration, DurationKind
from app.models.extensions import ExtensionNotAsked, ExtensionPending, ExtensionTooLate, NothingDue, pending
from app.models.inquiries import EventKind, InquiryEvent, InquiryRow
from app.models.policies import Target
from app.models.working_time import WorkingTime
from app.services import calendars, clocks
from app.services.office import View

_DECISIONS = frozenset({EventKind.EXTENSION_APPROVED, EventKind.EXTENSION_REFUSED})


def check(view: View, kind: EventKind, row: InquiryRow, events: Sequence[InquiryEvent]) -> None:
    """Raise what stands against asking for an extension, or deciding on one; other steps are none of its business.

    Raises ``NothingDue``, ``ExtensionTooLate``, ``ExtensionPending``, ``ExtensionNotAsked``.
    """
    waiting = pending(events)
    if kind in _DECISIONS and waiting is None:
        raise ExtensionNotAsked
    if kind is not EventKind.EXTENSION_ASKED:
        return
    due_at = _due_now(view, row, events)
    if due_at is None:
        raise NothingDue
    if view.now > due_at:
        raise ExtensionTooLate(due_at=due_at.isoformat())
    if waiting is not None:
        raise ExtensionPending(days=waiting.days)


def extended(view: View, row: InquiryRow, events: Sequence[InquiryEvent], days: int) -> datetime:
    """Return the due time that so many more days make: working days, or calendar days where the promise counts those.

    They are counted from the due time as it stands; a pause that lasts moves it further when it ends.
    """
    if row.due_at is None:
        raise NothingDue
    clock = _resolve(view, events)
    if clock is None:
        time: WorkingTime = calendars.working_time(view, calendars.center_calendar(view).name)
        return time.due(row.due_at, Duration(DurationKind.BUSINESS_DAYS, days))
    kind = DurationKind.CALENDAR_DAYS if clock.term.is_clock else DurationKind.BUSINESS_DAYS
    return clock.term.time.due(row.due_at, Duration(kind, days))


def _due_now(view: View, row: InquiryRow, events: Sequence[InquiryEvent]) -> datetime | None:
    clock = _resolve(view, events)
    return row.due_at if clock is None else clock.due_at


def _resolve(view: View, events: Sequence[InquiryEvent]) -> Clock | None:
    made = [clock for clock in clocks.of(view, events) if clock.target is Target.RESOLVE and not clock.is_over]
    return made[-1] if made else None
