"""Boards of the library: what waits for review, and what has run out or soon will."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from app.models.accounts import Permission
from app.models.script_expiry import ExpiryReason
from app.scripts_library.script import Script, State
from app.scripts_library.visibility import Standing, standing
from app.services import script_life
from app.services.office import View
from app.services.script_life import LifeOf
from app.services.scripts import counting_row, load
from app.store import script_given
from app.store import scripts as rows_of
from app.store.script_life import LifeEvent
from app.store.scripts import VersionRow

#: A script that no caller was given for so long goes to the archive queue; it is not deleted.
UNUSED_AFTER = timedelta(days=180)
#: What has ended for longer than this is archived, and leaves the board.
ARCHIVED_AFTER = timedelta(days=730)


@dataclass(frozen=True)
class Waiting:
    """A version that waits for its approval: how far it is, and since when, by whom and with which words."""

    script: Script
    life: LifeOf
    since: datetime
    by: str | None
    note: str


@dataclass(frozen=True)
class Expiring:
    """A script that asks for attention: why, and the day from which it is so.

    ``confirmed_at`` is when it last answered a contact at once: use that worked speaks for it, a review it is not.
    """

    script: Script
    reason: ExpiryReason
    since_on: date
    confirmed_at: datetime | None = None


def waiting_for_review(view: View) -> list[Waiting]:
    """Return the versions in review, those that wait longest first. Raises ``NotAllowed``."""
    view.require(Permission.APPROVE_SCRIPTS)
    rows = [row for row in rows_of.all_versions(view.rows) if row.state is State.REVIEW]
    return sorted((_waiting(view, row) for row in rows), key=_since)


def expiring(view: View, *, within: timedelta) -> list[Expiring]:
    """Return what has ended, ends, or is due for review within a time, and what nobody uses; the earliest first.

    A script can stand here for several reasons. One whose next version is approved and follows without a gap does not
    end.
    """
    view.require(Permission.READ_SCRIPTS)
    approved = [row for row in rows_of.all_versions(view.rows) if row.state is State.APPROVED]
    found = [one for _, rows in groupby(approved, key=_key) for one in _of_script(view, list(rows), within)]
    return sorted(found, key=_order)


def confirmed_by_use(view: View, key: str) -> datetime | None:
    """Return when a script last answered a contact at once. Raises ``NotAllowed``."""
    view.require(Permission.READ_SCRIPTS)
    return script_given.last_resolved_at(view.rows, key)


def _waiting(view: View, row: VersionRow) -> Waiting:
    life = script_life.life(view, row.key, row.number)
    told = [one for one in script_life.events(view, row.key) if one.number == row.number and _is_submission(one)]
    since, by, note = (told[-1].at, told[-1].by_name, told[-1].said.get("note")) if told else (row.at, None, None)
    return Waiting(load(view.rows, row), life, since, by, str(note or ""))


def _is_submission(event: LifeEvent) -> bool:
    return event.state == State.REVIEW and not event.said.get("approved")


def _of_script(view: View, rows: list[VersionRow], within: timedelta) -> Iterator[Expiring]:
    """Yield why a script, by its approved versions, oldest first, asks for attention."""
    loaded = {row.number: load(view.rows, row) for row in rows}
    counts = counting_row([(row, standing(loaded[row.number], view.now)) for row in rows])
    if counts is None:
        return
    row, now_is = counts
    script = loaded[row.number]
    yield from _end(view, script, rows, within)
    if now_is is not Standing.EXPIRED:
        yield from _review(view, script, now_is, within)
        yield from _use(view, script, rows[0])


def _end(view: View, script: Script, rows: list[VersionRow], within: timedelta) -> Iterator[Expiring]:
    ends = script.effective_to
    if ends is None or not view.now - ARCHIVED_AFTER < ends <= view.now + within:
        return
    if ends <= view.now:
        yield Expiring(script, ExpiryReason.ENDED, ends.date())
    elif not any(row.number > script.version and _begins_by(row, ends) for row in rows):
        yield Expiring(script, ExpiryReason.ENDS_SOON, ends.date())


def _begins_by(row: VersionRow, at: datetime) -> bool:
    follows = row.effective_from is None or row.effective_from <= at
    return follows and (row.effective_to is None or row.effective_to > at)


def _review(view: View, script: Script, now_is: Standing, within: timedelta) -> Iterator[Expiring]:
    due = script.doubted_on or script.review_due_on
    if due is None:
        return
    if now_is is Standing.REVIEW_DUE:
        yield Expiring(script, ExpiryReason.REVIEW_OVERDUE, due, confirmed_by_use(view, script.key))
    elif due <= (view.now + within).date():
        yield Expiring(script, ExpiryReason.REVIEW_SOON, due, confirmed_by_use(view, script.key))


def _use(view: View, script: Script, first: VersionRow) -> Iterator[Expiring]:
    """A script that was never given counts from its first version."""
    last = script_given.last_given_at(view.rows, script.key) or max(first.at, first.effective_from or first.at)
    if last + UNUSED_AFTER <= view.now:
        yield Expiring(script, ExpiryReason.UNUSED, (last + UNUSED_AFTER).date())


def _key(row: VersionRow) -> str:
    return row.key


def _since(waiting: Waiting) -> datetime:
    return waiting.since


def _order(found: Expiring) -> tuple[date, str, str]:
    return found.since_on, found.script.key, found.reason
