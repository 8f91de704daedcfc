"""Leaving: an account is closed now, or after a last day that is set before, and open work goes to a colleague.

Nothing is deleted. After the last day nobody signs in under the account, whether or not a program of the center has
closed it already. Whichever is running first closes it: all of them would write the same, so none contradicts another.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.models.accounts import Permission, Person
from app.models.errors import FieldInvalid
from app.models.journal import Value
from app.models.texts import clean
from app.services.accounts import existing, keep_an_administrator
from app.services.inquiry_steps import text_of
from app.services.office import View, Work
from app.store import accounts as rows_of


@dataclass(frozen=True)
class Left:
    """How much open work somebody who left gave away."""

    inquiries: int
    callbacks: int


def leave(work: Work, name: str, *, to: str | None = None, reason: str | None = None) -> Left:
    """Close the account of somebody who goes, and give their open work to a colleague (None: to whoever takes it).

    ``reason`` stands in the history of what is handed over.
    Raises ``FieldInvalid`` for a colleague who cannot do it, and for the last administrator.
    """
    person, heir = _asked(work, name, to)
    return _close(work, person, heir, clean(reason), work.now)


def plan(work: Work, name: str, last_day: date, *, to: str | None = None, reason: str | None = None) -> datetime:
    """Set somebody's last day, by the center's calendar; return when the account closes.

    ``accounts.enable`` takes it back. Raises ``FieldInvalid`` for a day that is over, and as ``leave`` does.
    """
    person, heir = _asked(work, name, to)
    zone = ZoneInfo(work.settings.time_zone)
    closes_at = datetime.combine(last_day + timedelta(days=1), time(), zone).astimezone(UTC)
    if closes_at <= work.now:
        raise FieldInvalid(field="on", value=last_day.isoformat())
    planned: dict[str, Value] = {
        "leaves_at": text_of(closes_at),
        "leaves_to": heir.id.hex() if heir else None,
        "leaves_for": clean(reason),
    }
    work.tx.put("person", person.id, planned)
    return closes_at


def last_day_of(view: View, person: Person) -> date | None:
    """Return the last day that is set for somebody, by the center's calendar; None where none is."""
    if person.leaves_at is None:
        return None
    return (person.leaves_at.astimezone(ZoneInfo(view.settings.time_zone)) - timedelta(days=1)).date()


def is_due(view: View) -> bool:
    """Say whether the last day of somebody is over whose account is still to be closed."""
    return bool(_over(view))


def let_go(work: Work) -> list[str]:
    """Close the accounts of those whose last day is over, and return under which names they signed in.

    Whoever still sits at this desk finishes first. A colleague who cannot take the work over any more gets none.
    """
    found = _over(work)
    work.tx.write_as("", work.now)  # nobody at the desk does this
    for person in found:
        assert person.leaves_at is not None
        heir = rows_of.by_id(work.rows, person.leaves_to) if person.leaves_to else None
        able = heir if heir is not None and _can_take(heir, person, work.now) else None
        _close(work, person, able, person.leaves_for, person.leaves_at)
    return [person.name for person in found]


def _over(view: View) -> list[Person]:
    here = view.by.id if view.by else None
    people = rows_of.everyone(view.rows)
    return [one for one in people if one.disabled_at is None and one.has_left(view.now) and one.id != here]


def _asked(work: Work, name: str, to: str | None) -> tuple[Person, Person | None]:
    work.require(Permission.MANAGE_ACCOUNTS)
    person = existing(work, name)
    keep_an_administrator(work, person)
    heir = existing(work, to) if to else None
    if heir is not None and not _can_take(heir, person, work.now):
        raise FieldInvalid(field="to", value=to or "")
    return person, heir


def _can_take(heir: Person, person: Person, now: datetime) -> bool:
    return heir.id != person.id and heir.may(Permission.WORK_INQUIRIES) and not heir.has_left(now)


def _close(work: Work, person: Person, heir: Person | None, reason: str | None, at: datetime) -> Left:
    owner: Value = heir.id.hex() if heir else None
    inquiries, callbacks = rows_of.open_work_of(work.rows, person.id)
    for inquiry in inquiries:
        work.tx.put("inquiry", inquiry, {"owner": owner, "handed_for": reason})
    for callback in callbacks:
        work.tx.put("callback", callback, {"owner": owner})
    work.tx.put("person", person.id, {"disabled_at": text_of(at)})
    return Left(len(inquiries), len(callbacks))
