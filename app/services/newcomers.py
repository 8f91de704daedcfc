"""A computer that joins a center which has administrators: who made themselves an account on it is nobody there.

Before it pushes anything it asks whom the center knows, reads what the center wrote, and closes those of its accounts
that nobody of the center made or took over. A center without an administrator takes them all: this computer is
its first.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from app.models.accounts import PERSON, Permission, Person, Role
from app.models.changes import Touched
from app.models.ids import derived_id
from app.models.journal import Folded, Record, fold
from app.models.sync import Hello, Wire
from app.models.sync_errors import CenterUnread
from app.services.comebacks import Trip
from app.services.office import View
from app.store import accounts as account_rows
from app.store import newcomers as rows_of
from app.store import sync, sync_apply
from app.store.journal import Rows, Tx, record_of

#: That what this computer said before it joined an empty center is weighed against what others say who joined it, too.
ACCOUNTS_DUE = "accounts_due"
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, OverflowError)


Taken = Callable[[Tx, Sequence[Touched]], None]


class Knowing(Protocol):
    """A hub that says whom a center knows, in one round trip."""

    def people(self, center: str) -> Sequence[Wire]:
        """Return every record of an account that the center may read."""
        ...


class Station(Protocol):
    """The station's database."""

    def write(self, actor: str) -> AbstractContextManager[Tx]:
        """Open one transaction."""
        ...

    def reading(self) -> AbstractContextManager[Rows]:
        """Give a reader."""
        ...


def own_accounts(view: View) -> list[Person]:
    """Return who can sign in on a computer that belongs to no center yet. Administrators only.

    Those whom the center does not know are closed at the first sync.
    """
    view.require(Permission.CHANGE_SETTINGS)
    if sync.facts(view.rows).hub_id:
        return []
    return [one for one in account_rows.everyone(view.rows) if not one.is_gone(view.now)]


def begin(tx: Tx) -> bool:
    """Let a computer that joins its first center ask, or that joins again before it was settled: nothing was sent.

    Return whether it has to ask.

    One that belongs to the center asks nothing: what it has may be the center's, also where a hub lost it.
    """
    asking = not sync.facts(tx).hub_id or rows_of.is_new(tx)
    if asking:
        rows_of.begin(tx)
    return asking


def arrive(station: Station, hub: Knowing, *, hello: Hello, protocol: int, trip: Trip, taken: Taken) -> None:
    """Ask whom the center knows while it is unsettled whose accounts go on, take their accounts in, and settle it.

    Nothing else came from the center by then, and nothing of ours went there. Where nobody manages accounts, we are
    the first, and ask again with each sync until the hub has something of ours. Raises ``CenterUnread``, and changes
    nothing, while the hub speaks more than we do or nobody of the center could open again what is closed.
    """
    with station.reading() as rows:
        if not rows_of.is_new(rows):
            return
        came = rows_of.is_first(rows) and hello.head.seq
    told = list[Wire]() if came else trip(hub.people, hello.center)
    if hello.oldest_program > protocol and not came:
        raise CenterUnread
    with station.write("") as tx:
        if not rows_of.is_new(tx):
            return  # another program of this computer was faster
        if came:
            rows_of.sent(tx)
            return
        here = open_here(tx)
        own = sync.own_end(tx).origin
        found = sync_apply.take(tx, [one for one in told if one.origin != own], mixed=True)
        again = None if _is_managed(told) else _goes_on(told)
        if again or _is_managed(told):
            settle(tx, told, here, again)
        else:
            rows_of.be_first(tx)
        taken(tx, [*found.touched, *tx.changes.touched])


def open_here(tx: Tx) -> list[bytes]:
    """Return the open accounts that this computer wrote: who can sign in on it before it is settled."""
    everyone = (one.id for one in account_rows.everyone(tx) if one.disabled_at is None)
    return [one for one in everyone if any(mine for mine, _ in rows_of.writers(tx, one))]


def settle(tx: Tx, told: Sequence[Wire], here: Iterable[bytes], again: "Last | None" = None) -> None:
    """Close the accounts that only this computer knows, and let the center's be as it has them.

    ``told``: every record of an account that the center has, taken in by now; ``here``: see ``open_here``; ``again``:
    who goes on where nobody manages the center. Who is closed has no rights and no password any more: whoever opens
    them again at the center gives both.

    Whoever sits here gets up: they sign in again as somebody of the center. Raises ``CenterUnread``, before it writes
    anything, where no open administrator of the center would be there, or an account of it cannot be read.
    """
    known = {one.row_id for one in told}
    uids = {one.uid for one in told}
    everyone = {one.id: one for one in account_rows.everyone(tx)}
    wrote = {one: rows_of.writers(tx, one) for one in everyone.keys() - known}
    strange = _strange(everyone, wrote)
    centers = {one: _at_center(tx, one, uids) for one in everyone.keys() - strange}
    if not again and not any(_manages(stands) for stands, _ in centers.values()):
        raise CenterUnread
    for one, (_, meant) in centers.items():
        if meant:
            tx.put("person", one, meant)
    closing = [one for one in strange if any(own for own, _ in wrote[one])]
    for one in closing:
        tx.put("person", one, {"disabled_at": tx.writer.now.isoformat(), "roles": [], "password": None})
    if again:
        tx.put("person", again.person, again.seat)
    those = [one for one in (account_rows.by_id(tx, one) for one in here) if one is not None]
    closed = tuple(one.name for one in those if one.disabled_at is not None)
    kept = tuple(
        one.name for one in those if one.disabled_at is None and one.id in centers and "password" in centers[one.id][1]
    )
    rows_of.settle(tx, closing, rows_of.News(closed, kept))
    sync.take_due(tx, ACCOUNTS_DUE)


def finish(tx: Tx, *, whole: bool = True) -> int:
    """After something came: let whom the center made meanwhile be as it has them; see that somebody manages accounts.

    ``whole``: everything came that the center has. Return of how many accounts something was said.
    """
    closed = rows_of.closed(tx)
    everyone = [one.id for one in account_rows.everyone(tx)] if closed else []
    changed = 0
    for one in closed - _strange(everyone, {one: rows_of.writers(tx, one) for one in closed}):
        try:
            _, meant = _at_center(tx, one, ())
        except CenterUnread:
            continue  # somebody of the center said something of this account, and did not make it
        rows_of.forget_closed(tx, one, account_rows.by_id(tx, one))
        if meant:
            tx.put("person", one, meant)
            changed += 1
    return changed + (keep_managed(tx) if whole else 0)


def keep_managed(tx: Tx) -> int:
    """Where nobody manages accounts any more, let the last who did go on; return of how many something was said.

    Two administrators who close each other, each at a station without a line, are refused by neither. The latest of
    such records is the one that no station would have taken, and every station finds the same; see ``_last_manager``.
    """
    if account_rows.managers(tx) or rows_of.is_unreadable(tx):
        return 0
    told = [one for each in account_rows.everyone(tx) for one in rows_of.records(tx, each.id)]
    if any(_may_manage([one.record for one in told if one.person == each]) for each in {one.person for one in told}):
        return 0
    last = _last_manager(told)
    if last is None:
        return 0
    tx.put("person", last.person, last.seat)
    return 1


def _goes_on(told: Sequence[Wire]) -> "Last | None":
    """Return who goes on in a center that nobody manages any more; None where nobody ever did.

    Raises ``CenterUnread`` where somebody does whom the hub does not know yet.
    """
    found = list[rows_of.Told]()
    for one in told:
        record = record_of(one.uid, one.hlc, one.payload, one.entity, one.sv)
        found.append(rows_of.Told(one.row_id, one.actor, record))
    last = _last_manager(found)
    if last is None and any(_manages(one.record.values) for one in found):
        raise CenterUnread
    return last


class Last(NamedTuple):
    """Who managed the accounts of a center last, and what lets them go on."""

    person: bytes
    seat: dict[str, Any]


def _last_manager(told: Iterable[rows_of.Told]) -> Last | None:
    """Return whose management of accounts ended last, and what lets it go on.

    Only what an administrator of these same accounts ended counts: who was closed as a newcomer's never managed the
    center, and where the author is not known to manage accounts, somebody does of whom we have not heard.
    """
    known, managing, last = dict[bytes, list[Record]](), set[bytes](), None
    ordered = sorted(told, key=_when)
    strangers = {one.person for one in ordered if not one.actor and one.record.values.get("roles") == []}
    for person, actor, record in ordered:
        before = fold(PERSON, known.get(person, ())).values
        known.setdefault(person, []).append(record)
        if _manages(fold(PERSON, known[person]).values):
            managing.add(person)
        elif _manages(before) and actor and person not in strangers:  # nobody's word takes back what was none
            heard = derived_id("person", actor) in managing - strangers
            last = Last(person, {"roles": before["roles"], "disabled_at": None, "leaves_at": None}) if heard else None
    return last


def _when(one: rows_of.Told) -> tuple[int, bytes]:
    return one.record.hlc, one.record.uid


def untold(rows: Rows, place: int) -> tuple[int, list[Wire]]:
    """Return everything of ours about accounts once they are settled, until the center has heard it; see ``told``.

    It goes there before all else and at once: a line that breaks would leave the accounts there as they were here.
    """
    if place or not rows_of.is_untold(rows):
        return place, []
    return 1, sync.of_rows(rows, [one.id for one in account_rows.everyone(rows)], sync.facts(rows).origin)


def news(station: Station, *, whole: bool) -> rows_of.News:
    """Return what a sync has to say of accounts that were settled here: also one after a sync that broke behind that.

    ``whole``: everything came, so that it is said no more.
    """
    with station.reading() as rows:
        if rows_of.is_said(rows) or not any(found := rows_of.news(rows)):
            return rows_of.News()
    if whole:
        with station.write("") as tx:
            rows_of.say(tx)
    return found


def told(station: Station) -> None:
    """Note that the center has heard what was settled, if anything was."""
    with station.reading() as rows:
        owed = rows_of.is_untold(rows)
    if owed:
        with station.write("") as tx:
            if rows_of.is_untold(tx):
                rows_of.end(tx)


def _is_managed(told: Iterable[Wire]) -> bool:
    """Say whether somebody of these accounts manages accounts, or cannot be read: then they may."""
    records: dict[bytes, list[Record]] = {}
    for one in told:
        try:
            records.setdefault(one.row_id, []).append(record_of(one.uid, one.hlc, one.payload, one.entity, one.sv))
        except _UNREADABLE:
            return True
    return any(_may_manage(some) for some in records.values())


def _may_manage(told: Sequence[Record]) -> bool:
    """Say whether an account manages accounts, or cannot be read: then it may."""
    try:
        values = fold(PERSON, told).values
    except _UNREADABLE:
        return True
    roles = values.get("roles")
    return _manages(values) or not (roles is None or isinstance(roles, list))


def _manages(values: Mapping[str, Any]) -> bool:
    """Say whether an account of these values can open others, today and on the days to come."""
    roles = values.get("roles")
    managing = isinstance(roles, list) and Role.ADMINISTRATOR.value in roles
    return managing and not values.get("disabled_at") and not values.get("leaves_at")


def _differs(now: Folded, name: str, value: object) -> bool:
    return name in now.conflicts or now.values.get(name) != value


def _at_center(tx: Tx, person: bytes, known: Container[bytes]) -> tuple[Mapping[str, Any], dict[str, Any]]:
    """Return what holds of an account of the center there, and of that what this computer said otherwise.

    Also what only this computer said, as that it is closed: nobody would be asked about that, it is no conflict. Raises
    ``CenterUnread`` where it cannot be read.
    """
    try:
        theirs, ours = rows_of.told(tx, person, known)
        center, now = fold(PERSON, theirs), fold(PERSON, [*theirs, *ours])
    except _UNREADABLE as error:
        raise CenterUnread from error
    stands = center.values
    if "name" not in stands:
        raise CenterUnread
    said = {name for one in ours for name in one.values}
    return stands, {name: stands.get(name) for name in said if _differs(now, name, stands.get(name))}


def _strange(everyone: Iterable[bytes], wrote: Mapping[bytes, list[tuple[bool, str]]]) -> set[bytes]:
    """Return the accounts that nobody of the center made or changed, at another station than this one.

    What another computer wrote that joined at the same time counts as little as what we did: it is known by its author.
    """
    people, strange = set(everyone), set(wrote)
    while True:
        ours = people - strange
        vouched = {
            one for one in strange if any(not own and derived_id("person", actor) in ours for own, actor in wrote[one])
        }
        if not vouched:
            return strange
        strange -= vouched
