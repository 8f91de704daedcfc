"""Leaving: an account is closed now, or after a last day that is set before, and open work goes to a colleague.

Nothing is deleted. After the last day nobody signs in under the account, whether or not a program of the center has
closed it already. Whichever is running first closes it: all of them would write the same, so none contradicts another.
A station that had not synced for weeks may bring open work of somebody who is gone: it goes the same way, to who was
named, or to who took over from them.
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


@dataclass(frozen=True)
class Went:
    """Somebody who is gone: under which name they signed in, who took over ("": nobody yet), and how much.

    ``late``: the account was closed before; a station that had not synced has brought work of theirs since.
    """

    name: str
    display: str
    heir: str
    left: Left
    late: bool


def leave(work: Work, name: str, *, to: str | None = None, reason: str | None = None) -> Left:
    """Close the account of somebody who goes, and give their open work to a colleague (None: to whoever takes it).

    ``reason`` stands in the history of what is handed over.
    Raises ``FieldInvalid`` for a colleague who cannot do it, and ``LastAdministrator``.
    """
    person, heir = _asked(work, name, to)
    leaves: dict[str, Value] = {
        "leaves_at": text_of(work.now),
        "leaves_to": heir.id.hex() if heir else None,
        "leaves_for": clean(reason),
    }
    work.tx.put("person", person.id, {**leaves, "disabled_at": text_of(work.now)})
    return _hand(work, person, heir, clean(reason))


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
    """Say whether the last day of somebody is over whose account is open, or somebody who is gone still has work."""
    return bool(_over(view)) or bool(_late(view))


def let_go(work: Work) -> list[Went]:
    """Close the accounts of those whose last day is over, and hand on what came of those who are gone already.

    Whoever still sits at this desk finishes first. Where the colleague who was named is gone, too, the work goes to who
    took over from them; where nobody can take it, to whoever does.
    """
    over, late = _over(work), _late(work)
    work.tx.write_as("", work.now)  # nobody at the desk does this
    went: list[Went] = []
    for person in (*over, *late):
        if person.disabled_at is None and person.leaves_at is not None:
            work.tx.put("person", person.id, {"disabled_at": text_of(person.leaves_at)})
        heir = _heir(work, person)
        left = _hand(work, person, heir, person.leaves_for)
        went.append(Went(person.name, person.display, heir.display if heir else "", left, late=person in late))
    return went


def _late(view: View) -> list[Person]:
    """Return those who are gone and have open work that nobody was given: a station brought it afterwards."""
    gone = [one for one in rows_of.everyone(view.rows) if one.disabled_at is not None and one.has_left(view.now)]
    having = rows_of.having_open_work(view.rows) if gone else frozenset[bytes]()
    return [one for one in gone if one.id in having]


def _heir(view: View, person: Person) -> Person | None:
    """Return who takes over from somebody: who was named, or, where they are gone, who was named for them."""
    passed = {person.id}
    heir = person
    while heir.leaves_to is not None and heir.leaves_to not in passed:
        passed.add(heir.leaves_to)
        found = rows_of.by_id(view.rows, heir.leaves_to)
        if found is None or _can_take(found, person, view.now):
            return found
        heir = found
    return None


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


def _hand(work: Work, person: Person, heir: Person | None, reason: str | None) -> Left:
    owner: Value = heir.id.hex() if heir else None
    inquiries, callbacks = rows_of.open_work_of(work.rows, person.id)
    for inquiry in inquiries:
        work.tx.put("inquiry", inquiry, {"owner": owner, "handed_for": reason})
    for callback in callbacks:
        work.tx.put("callback", callback, {"owner": owner})
    return Left(len(inquiries), len(callbacks))
