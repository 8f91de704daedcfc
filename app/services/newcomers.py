"""A computer that joins a center which has administrators: who made themselves an account on it is nobody there.

Before it pushes anything it asks whom the center knows, takes that in, marks what it said itself as nobody's word
(``models.newcomers``), and closes those of its accounts that nobody of the center made or took over. A center without
an administrator takes them all: this computer is its first.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from app.models.accounts import Permission, Person
from app.models.changes import Touched
from app.models.journal import Value
from app.models.newcomers import (
    Last,
    Mark,
    Stands,
    Told,
    by_account,
    is_made,
    last_manager,
    manages,
    mark_of,
    marked,
    may_manage,
    of_center,
    of_nobody,
    quarreled,
    stands,
)
from app.models.sync import BATCH_RECORDS, Hello, Wire
from app.models.sync import Mark as Place
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
    own = set(rows_of.own(tx).values())
    return [one.id for one in account_rows.everyone(tx) if one.disabled_at is None and one.id in own]


def settle(tx: Tx, told: Sequence[Wire], here: Iterable[bytes], again: Last | None = None) -> None:
    """Close the accounts that only this computer knows, and let the center's be as it has them.

    ``told``: every record of an account that the center has, taken in by now; ``here``: see ``open_here``; ``again``:
    who goes on where nobody manages the center. Who is closed has no rights and no password any more: whoever opens
    them again at the center gives both.

    Whoever sits here gets up: they sign in again as somebody of the center. Raises ``CenterUnread``, before it writes
    anything, where no open administrator of the center would be there, or an account of it cannot be read.
    """
    center = _read(told)
    known = {person for person, left in by_account(of_center(center.told)).items() if is_made(left)} | center.unread
    heard = {one.uid for one in told}
    here_too = [one.id for one in account_rows.everyone(tx)]
    if not rows_of.aside(tx).isdisjoint(here_too):
        raise CenterUnread
    every = [told for one in here_too for told in _records(tx, one)]
    ours = rows_of.own(tx).keys() - heard
    everyone, left = by_account(every), by_account(of_center(every, ours))
    strange = of_nobody(left, everyone.keys() - known)
    standing = {one: _stands(everyone[one], left.get(one, ())) for one in everyone.keys() - strange}
    if not again and not any(manages(one.values) for one in standing.values()):
        raise CenterUnread
    mine = {one: [told.record.uid for told in some if told.record.uid in ours] for one, some in everyone.items()}
    for one, meant in sorted(standing.items()):
        if meant.again or mine[one]:
            mark = Mark.TAKEN_OVER if mine[one] else Mark.AGAIN
            tx.put("person", one, {**meant.again, **marked(mark, mine[one])})
    gone: dict[str, Value] = {"disabled_at": tx.writer.now.isoformat(), "roles": [], "password": None}
    closing = sorted(one for one in strange if mine[one])
    for one in closing:
        said = quarreled(everyone[one], left.get(one, ()))
        tx.put("person", one, {**said, **gone, **marked(Mark.CLOSED, mine[one])})
    if again:
        tx.put("person", again.person, again.seat)
    rows_of.settle(tx, closing, _news(tx, here, standing))
    sync.take_due(tx, ACCOUNTS_DUE)


def _news(tx: Tx, here: Iterable[bytes], standing: Mapping[bytes, Stands]) -> rows_of.News:
    """Return whom it concerns that could sign in here: they are closed, or need the center's password."""
    those = [one for one in (account_rows.by_id(tx, one) for one in here) if one is not None]
    closed = tuple(one.name for one in those if one.disabled_at is not None)
    over = {person for person, one in standing.items() if "password" in one.again}
    return rows_of.News(closed, tuple(one.name for one in those if one.disabled_at is None and one.id in over))


def finish(tx: Tx, *, whole: bool = True) -> int:
    """After something came: let every account be as the center's people have it; see that somebody manages them.

    A newcomer closes a name that the center has made meanwhile at a station which it has not heard of, and may never
    be on line again: whoever hears of both says again what stands, and everybody says the same. ``whole``: everything
    came that the center has. Return of how many accounts something was said.
    """
    return _say_again(tx) + (keep_managed(tx) if whole else 0)


def heard(tx: Tx, touched: Iterable[Touched]) -> int:
    """Say again what stands in the transaction that brought accounts: what a newcomer said is never shown.

    A pull or a bundle may be cut before it is finished. Return of how many accounts something was said.
    """
    return _say_again(tx) if any(one.entity == "person" for one in touched) else 0


def _say_again(tx: Tx) -> int:
    found = set(account_rows.of_newcomers(tx)) - rows_of.aside(tx)  # those are shown after an upgrade
    if not found:
        return 0
    everyone = {one: rows_of.records(tx, one) for one in sorted(found)}
    left = by_account(of_center(told for some in everyone.values() for told in some))
    own = rows_of.own(tx).keys() if rows_of.vouches(tx) else set[bytes]()
    ours = {one for one, some in left.items() if any(told.record.uid in own for told in some)}
    vouched = ours | {one for one, some in everyone.items() if any(mark_of(told) is Mark.TAKEN_OVER for told in some)}
    strange, changed = of_nobody(left, everyone.keys() - vouched), 0
    for one, some in everyone.items():
        rest = left.get(one, ())
        if meant := quarreled(some, rest) if one in strange else stands(some, rest).again:
            # Who made the center tells so with that, for whom nobody else does: others go on doing so.
            tx.put("person", one, {**meant, **marked(Mark.TAKEN_OVER if one in ours else Mark.AGAIN)})
            changed += 1
    for one in rows_of.closed(tx) & everyone.keys() - strange:
        rows_of.forget_closed(tx, one, account_rows.by_id(tx, one))
    return changed


def keep_managed(tx: Tx) -> int:
    """Where nobody manages accounts any more, let the last who did go on; return of how many something was said.

    Two administrators who close each other, each at a station without a line, are refused by neither. The latest of
    such records is the one that no station would have taken, and every station finds the same; see ``last_manager``.
    """
    if account_rows.managers(tx) or rows_of.is_unreadable(tx):
        return 0
    left = of_center(told for one in account_rows.everyone(tx) for told in rows_of.records(tx, one.id))
    if any(may_manage(some) for some in by_account(left).values()):
        return 0
    last = last_manager(left)
    if last is None:
        return 0
    tx.put("person", last.person, last.seat)
    return 1


def _goes_on(told: Sequence[Wire]) -> Last | None:
    """Return who goes on in a center that nobody manages any more; None where nobody ever did.

    Raises ``CenterUnread`` where somebody does whom the hub does not know yet.
    """
    left = of_center(_read(told).told)
    last = last_manager(left)
    if last is None and any(manages(one.record.values) for one in left):
        raise CenterUnread
    return last


def untold(rows: Rows, place: int, seq: int) -> tuple[int, list[Wire]]:
    """Return the next records of ours about accounts that were settled, for a hub that has our chain up to ``seq``.

    They go there before all else: a line that breaks would leave the accounts there as they were here.
    """
    if not rows_of.is_untold(rows, seq):
        return place, []
    origin = sync.facts(rows).origin
    return _part([one for one in rows_of.wires(rows) if one.origin == origin], place)


def accounts(rows: Rows, place: int, scopes: Container[str], pushed: Place) -> tuple[int, list[Wire]]:
    """Return the next records of accounts in these scopes, for a hub that lacks something: they come before all else.

    ``pushed``: how far the hub has our own chain.
    """
    found = (one for one in rows_of.wires(rows) if one.scope in scopes)
    return _part([one for one in found if one.origin != pushed.origin or one.seq <= pushed.seq], place)


def _part(found: Sequence[Wire], place: int) -> tuple[int, list[Wire]]:
    part = list(found[place : place + BATCH_RECORDS])
    return place + len(part), part


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


class _Center(NamedTuple):
    """What the hub told of accounts, and those that cannot be read."""

    told: list[Told]
    unread: set[bytes]


def _read(told: Iterable[Wire]) -> _Center:
    center = _Center([], set())
    for one in told:
        try:
            record = record_of(one.uid, one.hlc, one.payload, one.entity, one.sv)
            center.told.append(Told(one.row_id, one.actor, record))
        except _UNREADABLE:
            center.unread.add(one.row_id)
    return center


def _records(tx: Tx, person: bytes) -> list[Told]:
    try:
        return rows_of.records(tx, person)
    except _UNREADABLE as error:
        raise CenterUnread from error


def _is_managed(told: Iterable[Wire]) -> bool:
    """Say whether somebody of these accounts manages accounts, or cannot be read: then they may."""
    center = _read(told)
    if center.unread:
        return True
    try:
        return any(may_manage(some) for some in by_account(of_center(center.told)).values())
    except _UNREADABLE:
        return True


def _stands(every: Sequence[Told], left: Sequence[Told]) -> Stands:
    try:
        return stands(every, left)
    except _UNREADABLE as error:
        raise CenterUnread from error
