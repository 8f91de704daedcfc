"""Moving contact groups from one station to another: a supervisor says so, and the stations do it as they hear of it.

The holder gives the group back, the station that grants its leases grants the next epoch to the new one: in between
nobody dials. All calls to people who share a telephone or a person go together, as they are one group. Where the holder
is gone, a supervisor forces the move once its lease has run out; what it may have dialed unheard counts as dialed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.models.accounts import Permission, Person
from app.models.errors import CannotNow, FieldInvalid
from app.models.languages import speaks
from app.models.lease_moves import Quiet, Wish, is_free, is_to_give_back, standing
from app.models.leases import Lease, LeaseAuthorityElsewhere, current
from app.models.retry_rules import Hindrance
from app.services import callback_leases, callback_sheets
from app.services.callback_sheets import station
from app.services.office import View, Work
from app.store import accounts
from app.store import callback_attempts as attempt_rows
from app.store import callback_queue as queue_rows
from app.store import callbacks as callback_rows
from app.store import lease_moves as rows_of
from app.store.journal import Rows

#: A station that was heard of within this time goes on dialing what it holds.
ALIVE = timedelta(days=2)


@dataclass(frozen=True)
class Place:
    """A station: its name, its label ("" where it has none), whether it is this one."""

    name: str
    label: str
    here: bool

    @property
    def shown(self) -> str:
        """Return what people read: the label, else the beginning of the name."""
        return self.label or self.name[:8]


@dataclass(frozen=True)
class Holding:
    """What one station holds: so many groups and calls of a language ("" any), until when its first lease runs.

    ``free``: it was given back; ``wanted``: where it shall go. ``quiet``: it calls nobody any more by the word of
    ``said_by``. ``speakers`` are who speaks the language and
    ``proposed`` is the station at which one of them sits, where none sits at the one that holds it.
    """

    at: Place
    language: str
    groups: int
    calls: int
    until: datetime
    free: bool = False
    wanted: Place | None = None
    speakers: tuple[str, ...] = ()
    proposed: Place | None = None
    quiet: Quiet | None = None
    said_by: str = ""


@dataclass(frozen=True)
class Moved:
    """What became of groups: ``granted`` to the new station, ``waiting`` for others to do their part, there already."""

    to: Place
    granted: int
    waiting: int
    there: int


def places(view: View) -> list[Place]:
    """Return the stations to which calls can be moved, this one first."""
    view.require(Permission.REASSIGN_INQUIRIES)
    lost = rows_of.quiet(view.rows)
    return sorted((one for name, one in _places(view).items() if name not in lost), key=_place_order)


def _places(view: View) -> dict[str, Place]:
    here = station(view)
    known = rows_of.stations(view.rows)
    return {name: Place(name, label, name == here) for name, label in known.items()}


def _place_order(one: Place) -> tuple[bool, str, str]:
    return not one.here, one.label.casefold(), one.name


def label_of(view: View, name: str) -> str:
    """Return what people read for a station."""
    view.require(Permission.TAKE_CONTACTS)
    return _places(view).get(name, Place(name, "", False)).shown


def holdings(view: View, campaign: bytes | None = None) -> list[Holding]:
    """Return which station holds how many of the open calls, of one campaign or of all, and what should move where."""
    view.require(Permission.REASSIGN_INQUIRIES)
    rows, known = view.rows, _places(view)
    able = [one for one in accounts.everyone(rows) if one.may(Permission.TAKE_CONTACTS) and not one.is_gone(view.now)]
    seats = {one.id: rows_of.seat_of(rows, one.id) for one in able}
    found = rows_of.holdings(rows, campaign)
    lost = rows_of.quiet(rows)
    living = [(each, seats[each.id]) for each in able if seats[each.id] not in lost]
    return [_lost(view, _holding(one, known, living), lost) for one in found]


def _lost(view: View, one: Holding, lost: dict[str, Quiet]) -> Holding:
    word = lost.get(one.at.name)
    if word is None:
        return one
    person = accounts.by_id(view.rows, bytes.fromhex(word.by)) if word.by else None
    return replace(one, quiet=word, said_by=person.display if person else "")


def _holding(one: rows_of.Held, known: dict[str, Place], able: list[tuple[Person, str]]) -> Holding:
    def place(name: str) -> Place:
        return known.get(name, Place(name, "", False))

    speaking = [(each.display, seat) for each, seat in able if one.language and speaks(each.speaks, one.language)]
    seats = [seat for _, seat in speaking if seat in known]
    elsewhere = seats[0] if seats and one.station not in seats and not one.wanted else ""
    spelled = (word for each, _ in able for word in each.speaks if one.language and speaks([word], one.language))
    return Holding(
        place(one.station),
        next(spelled, one.language),
        one.groups,
        one.calls,
        datetime.fromisoformat(one.until),
        one.free,
        place(one.wanted) if one.wanted and one.wanted != one.station else None,
        tuple(name for name, _ in speaking),
        place(elsewhere) if elsewhere else None,
    )


def groups(
    view: View,
    *,
    calls: Iterable[bytes] = (),
    language: str | None = None,
    held_by: str = "",
    campaign: bytes | None = None,
) -> list[str]:
    """Return the contact groups of these calls; without any, of all open ones in a language ("": that need none).

    ``held_by`` and ``campaign`` narrow it further.

    Raises ``FieldInvalid`` for a station that nobody knows.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    rows = view.rows
    chosen = [one for one in (callback_rows.by_id(rows, each) for each in calls) if one and one.contact_group]
    if chosen:
        return list(dict.fromkeys(one.contact_group for one in chosen))
    holder = _named(view, held_by, field="from").name if held_by else ""
    return rows_of.groups(rows, holder, language and language.casefold(), campaign)


def _named(view: View, said: str, *, field: str) -> Place:
    """Return the station of a name or label. Raises ``FieldInvalid`` where there is none, or several.

    To one that calls nobody any more nothing goes.
    """
    lost = rows_of.quiet(view.rows) if field == "to" else {}
    known = {name: one for name, one in _places(view).items() if name not in lost}
    if said in known:
        return known[said]
    found = [one for one in known.values() if one.label.casefold() == said.strip().casefold() != ""]
    if len(found) != 1:
        raise FieldInvalid(field=field, value=said)
    return found[0]


def move(work: Work, groups: Iterable[str], to: str, *, force: bool = False) -> Moved:
    """Let contact groups be dialed by another station from now on; ``to`` is its label or name.

    What this station holds it gives back now; what it grants itself goes over at once, everything else as the stations
    hear of it. ``force`` takes from a holder that is gone; from one of which a supervisor said so a group goes over by
    itself once its time is over. Raises ``FieldInvalid``; forced also ``LeaseRunning`` and
    ``LeaseAuthorityElsewhere``; where this station was restored, ``SuccessionNotConfirmed``.
    """
    person = work.require(Permission.REASSIGN_INQUIRIES)
    place = _named(work, to, field="to")
    granted = waiting = there = 0
    for group in dict.fromkeys(groups):
        leases, releases = attempt_rows.lease_facts(work.tx, group)
        newest = max(leases, key=_epoch, default=None)
        wished = standing(rows_of.wishes(work.tx, group), leases)
        if newest is not None and newest.station == place.name and not is_free(leases, releases):
            if wished is not None and wished.station != place.name:  # it stays, whatever was said before
                rows_of.wish(work.tx, Wish(group, place.name, newest.epoch, work.now, person.id.hex()))
            there += 1
            continue
        if newest is not None:
            rows_of.wish(work.tx, Wish(group, place.name, newest.epoch, work.now, person.id.hex()))
        done = _carry(work, group) or _force(work, group, place, newest if force else None)
        granted, waiting = granted + done, waiting + (not done)
    return Moved(place, granted, waiting, there)


def _force(work: Work, group: str, to: Place, newest: Lease | None) -> bool:
    """Grant a group whose holder did not give it back, where its time is over; say whether it was granted."""
    if newest is None:
        return False
    if newest.by_station != station(work):
        raise LeaseAuthorityElsewhere(group=group, station=label_of(work, newest.by_station))
    callback_leases.grant(work, [group], to.name)
    return True


def carry_on(work: Work) -> bool:
    """Do what this station can do of what supervisors said about moving groups; say whether it did anything.

    Runs after every sync, whoever is signed in: the word of the supervisor stands in the facts.
    """
    done = False
    for group in rows_of.wished(work.tx):
        done |= _carry(work, group, heard=True)
    for group in queue_rows.groups_blocked_by(work.tx, Hindrance.LEASE_USED.value):
        done |= _let_go_on(work, group)
    return done


def _let_go_on(work: Work, group: str) -> bool:
    """Grant a group anew whose attempts are used up, where a holder before it was heard of that had made fewer.

    Not to a holder that shall give it up: whoever comes next would have to wait.
    """
    held = current(*attempt_rows.lease_facts(work.tx, group))
    if held is None or held.by_station != station(work) or _leaves(work.tx, group, held.station):
        return False
    try:
        return callback_leases.grant_more(work, held, rows_of.granted_by(work.tx, group))
    except CannotNow:  # a restored station may not yet
        return False


def to_renew(view: View, before: datetime) -> list[tuple[str, str]]:
    """Return the groups that other stations hold by leases of this one ending before a time, each with its holder.

    Only holders that were heard of lately: from one that is gone a group can be taken once its lease is over.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    rows = view.rows
    found = rows_of.ending(rows, station(view), callback_sheets.text_of(before))
    lost = rows_of.quiet(rows)
    holders = {holder for _, holder in found} - lost.keys()
    alive = {one for one in holders if _is_alive(rows_of.heard_at(rows, one), view.now)}
    return [(group, holder) for group, holder in found if holder in alive and not _leaves(rows, group, holder)]


def _is_alive(heard_at: datetime | None, now: datetime) -> bool:
    return heard_at is not None and now - heard_at < ALIVE


def _leaves(rows: Rows, group: str, holder: str) -> bool:
    wish = standing(rows_of.wishes(rows, group), attempt_rows.lease_facts(rows, group)[0])
    return wish is not None and wish.station != holder


def renew(work: Work, before: datetime) -> int:
    """Let other stations go on with what this one let them dial; return how many groups."""
    found = to_renew(work, before)
    for group, holder in found:
        callback_leases.grant(work, [group], holder)
    return len(found)


def _carry(work: Work, group: str, *, heard: bool = False) -> bool:
    """Give a group back that shall go elsewhere, grant it where it was given back or the time of a lost holder is over.

    Returns whether it was granted; where it was ``heard`` of, also whether it was given back.
    """
    leases, releases = attempt_rows.lease_facts(work.tx, group)
    wish = standing(rows_of.wishes(work.tx, group), leases)
    if wish is None:
        return False
    held = current(leases, releases)
    given = is_to_give_back(wish, held, station(work)) and held is not None
    if given and held is not None:
        callback_leases.release(work, held, wish.by)
    lost = held is not None and held.station in rows_of.quiet(work.tx)
    granted = (given or lost or is_free(leases, releases)) and _granted(work, group, wish)
    return granted or (heard and given)


def _granted(work: Work, group: str, wish: Wish) -> bool:
    try:
        callback_leases.grant_to(work, group, wish.station, wish.by)
    except CannotNow:  # another station grants it, or a restored one may not yet
        return False
    return True


def _epoch(one: Lease) -> int:
    return one.epoch
