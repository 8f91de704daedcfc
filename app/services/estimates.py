"""Due times of a year whose holidays were estimated, computed again once its schedule is published or set by hand.

Only what was computed for such a year moves: the hours of a calendar, its other years, and due times that somebody set
stay as they were. What was promised at the start stays beside the new due time, and the owner is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from app.models.calendars import Calendar
from app.models.clocks import Step, StepKind, Term, clocks, is_same_due
from app.models.errors import CannotNow
from app.models.inquiries import EventKind, InquiryEvent
from app.models.policies import Target
from app.services import calendars, inquiry_steps
from app.services import clocks as clock_service
from app.services.office import View, Work
from app.store import clocks as rows_of
from app.store import inquiries as inquiry_rows

#: So long the owner of an inquiry is told that its due time was computed again.
TOLD_FOR = timedelta(days=3)


@dataclass(frozen=True)
class News:
    """What an owner is told: the inquiries whose due time was computed again, the first first, and for which years."""

    inquiries: tuple[bytes, ...]
    years: str


def waiting(view: View) -> int:
    """Return of how many open inquiries a due time would move now. Anybody may: nothing is shown."""
    view.person  # noqa: B018 - asks who it is, and refuses nobody
    return sum(bool(_moved(view, inquiry_rows.events_of(view.rows, one))) for one in rows_of.estimated(view.rows))


def reckon_again(work: Work) -> int:
    """Compute the due times of estimated years again, and return in how many inquiries one moved.

    Anybody may: it follows from the calendar, and each move is a step of its inquiry.
    """
    work.person  # noqa: B018 - asks who it is, and refuses nobody
    count = 0
    for inquiry in rows_of.estimated(work.tx):
        row, known = inquiry_rows.by_id(work.tx, inquiry), inquiry_rows.events_of(work.tx, inquiry)
        moved = _moved(work, known)
        if row is None or not moved:
            continue
        due = {target.value: inquiry_steps.text_of(at) for target, at in moved.items()}
        note = ", ".join(map(str, sorted(_years(known))))
        event = inquiry_steps.draw_up(work, inquiry, EventKind.DUE_RECKONED, note=note, clocks={"due": due})
        inquiry_steps.settle(work, row, clock_service.follow(work, known, [event]), {})
        count += 1
    return count


def news(view: View) -> News:
    """Return which due times of the person's own open inquiries were computed again within the last days."""
    since = (view.now - TOLD_FOR).astimezone(UTC).isoformat()
    found = rows_of.reckoned(view.rows, view.person.id, since)
    years = sorted({year for _, note in found for year in note.split(", ") if year})
    return News(tuple(dict.fromkeys(one for one, _ in found)), ", ".join(years))


def _years(events: Sequence[InquiryEvent]) -> set[int]:
    """Return the years that were estimated when due times of an inquiry were computed."""
    return {int(year) for one in events for year in one.clocks.get("estimated", ())}


def _moved(view: View, events: Sequence[InquiryEvent]) -> dict[Target, datetime]:
    """Return the due times that are other ones now, of clocks that run or wait; a pause that lasts counts later."""
    steps, years = clock_service.steps_of(view, events), _years(events)
    if not any(step.terms for step in steps):
        return {}
    try:
        begun_at = steps[0].at  # seen from here a pause that lasts has moved nothing yet
        made = clocks(steps, {}, begun_at)
        promised = [one.original_due_at for one in made if one.target is Target.RESOLVE]
        again = [_fresh(view, step, years, promised) for step in steps if step.kind is not StepKind.RECKONED]
        pairs = zip(made, clocks(again, {}, begun_at), strict=True)
    except CannotNow:  # a calendar that is never open any more: what was computed stands
        return {}
    return {now.target: new.due_at for now, new in pairs if not now.is_over and now.due_at != new.due_at}


def _fresh(view: View, step: Step, years: set[int], promised: Sequence[datetime]) -> Step:
    """Return a step as if it were taken with what is known of those years now.

    A due time that somebody wrote down as it was ``promised`` is none of their own.
    """
    terms = {target: _renewed(view, term, years) for target, term in step.terms.items()}
    due_at = step.due_at
    if due_at is not None and step.kind is not StepKind.EXTENDED:
        due_at = None if any(is_same_due(due_at, one) for one in promised) else due_at
    return replace(step, terms=terms, kept_due={}, due_at=due_at)


def _renewed(view: View, term: Term, years: set[int]) -> Term:
    name, _, number = term.calendar.rpartition("@")
    kept = calendars.version_of(view, name, int(number))
    newest = next((one.calendar for one in calendars.listed(view) if one.name == name), kept)
    return replace(term, time=calendars.arithmetic_of(view, _with_days_of(kept, newest, years)))


def _with_days_of(kept: Calendar, newest: Calendar, years: set[int]) -> Calendar:
    """Return a version of a calendar with the days that its newest one sets by hand in those years."""
    stays = [one for one in kept.exceptions if one.falls_on.year not in years]
    comes = [one for one in newest.exceptions if one.falls_on.year in years]
    return replace(kept, exceptions=(*stays, *comes))
