"""A computer that joins a center which has administrators: who made themselves an account on it is nobody there.

Before it pushes anything it asks whom the center knows, reads what the center wrote, and closes those of its accounts
that nobody of the center made or took over. A center without an administrator takes them all: this computer is
its first.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from app.models.accounts import PERSON, Permission, Person, Role
from app.models.changes import Touched
from app.models.ids import derived_id
from app.models.journal import Record, fold
from app.models.sync import Hello, Wire
from app.models.sync_errors import CenterUnread
from app.services.comebacks import Trip
from app.services.office import View, Work
from app.store import accounts as account_rows
from app.store import newcomers as rows_of
from app.store import sync
from app.store.journal import Rows, Tx, record_of
from app.store.newcomers import forget_news

__all__ = [
    "ACCOUNTS_DUE",
    "Knowing",
    "Station",
    "ask",
    "begin",
    "forget_news",
    "news",
    "own_accounts",
    "settle",
    "settle_by_bundle",
    "told",
    "untold",
]

#: That what this computer said before it joined an empty center is weighed against what others say who joined it, too.
ACCOUNTS_DUE = "accounts_due"
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, OverflowError)


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


def begin(tx: Tx, hub_id: str) -> bool:
    """Let a computer that joins its first center ask, or that joins again before it was settled: nothing was sent.

    Return whether it has to ask.

    One that belongs to the center asks nothing: what it has may be the center's, also where a hub lost it.
    """
    known = sync.facts(tx).hub_id
    asking = not known or rows_of.is_new(tx)
    if asking:
        rows_of.begin(tx)
    return asking


def ask(station: Station, hub: Knowing, hello: Hello, protocol: int, trip: Trip) -> bool:
    """Ask once whom the center knows, and keep it: a sync that is cut must not lose it. Return whether it is unsettled.

    Once something of ours is there, nobody can tell any more. Where nobody manages accounts, we are the first. Raises
    ``CenterUnread`` while it is unsettled and the hub speaks more than we do.
    """
    with station.reading() as rows:
        new, asking = rows_of.is_new(rows), rows_of.is_asking(rows)
    if new and hello.oldest_program > protocol:
        raise CenterUnread
    if not asking:
        return new
    known = _known(trip(hub.people, hello.center))
    with station.write("") as tx:
        if known:
            rows_of.keep(tx, known, [one.id for one in account_rows.everyone(tx) if one.disabled_at is None])
        else:
            rows_of.end(tx)
    return bool(known)


def settle(station: Station, taken: Callable[[Tx, Sequence[Touched]], None]) -> None:
    """Close what is to be closed, and let what follows from it be done; ``news`` says whom it concerned.

    Whoever sits here gets up: they sign in again as somebody of the center. Raises ``CenterUnread`` while nobody whom
    the center knows could open again what is closed: then nothing is, and the next sync looks once more.
    """
    with station.write("") as tx:
        answer = rows_of.answer(tx)
        if answer is not None:
            _close(tx, answer)
        taken(tx, tx.changes.touched)


def settle_by_bundle(work: Work) -> rows_of.News | None:
    """Close what is to be closed where a bundle brought the center's accounts; return whom it concerned.

    Every bundle brings all accounts that its station knows, so it answers as the hub would. None while it brought
    nobody who manages accounts: then nothing is closed. Needs ``IMPORT_RECORDS``, as taking it in does.
    """
    work.require(Permission.IMPORT_RECORDS)
    tx = work.tx
    if not rows_of.is_new(tx):
        return rows_of.News()
    everyone = account_rows.everyone(tx)
    wrote = {one.id: rows_of.writers(tx, one.id) for one in everyone}
    asked = rows_of.answer(tx)
    known = {one for one, records in wrote.items() if any(not own for own, _ in records)}
    here = [one.id for one in everyone if one.disabled_at is None and any(own for own, _ in wrote[one.id])]
    answer = asked._replace(known=asked.known | known) if asked else rows_of.Answer(frozenset(known), tuple(here))
    try:
        _close(tx, answer)
    except CenterUnread:
        return None
    found = rows_of.news(tx)
    rows_of.forget_news(tx)  # whoever took the bundle in is told
    return found


def untold(rows: Rows, place: int) -> tuple[int, list[Wire]]:
    """Return everything of ours about accounts once they are settled, until the center has heard it; see ``told``.

    It goes there before all else and at once: a line that breaks would leave the accounts there as they were here.
    """
    if place or not rows_of.is_untold(rows):
        return place, []
    return 1, sync.of_rows(rows, [one.id for one in account_rows.everyone(rows)], sync.facts(rows).origin)


def news(station: Station) -> rows_of.News:
    """Return whom it concerned that accounts were settled here, until a sync has ended whole since."""
    with station.reading() as rows:
        return rows_of.news(rows)


def told(station: Station) -> None:
    """Note that the center has heard what was settled, if anything was."""
    with station.reading() as rows:
        owed = rows_of.is_untold(rows)
    if owed:
        with station.write("") as tx:
            rows_of.end(tx)


def _known(told: Iterable[Wire]) -> frozenset[bytes]:
    """Return whose accounts these records are; nobody's where none of them manages accounts."""
    records: dict[bytes, list[Record]] = {}
    managed = False
    for one in told:
        known = records.setdefault(one.row_id, [])
        try:
            known.append(record_of(one.uid, one.hlc, one.payload, one.entity, one.sv))
        except _UNREADABLE:
            managed = True  # what cannot be read may be of somebody who does
    managed = managed or any(_may_manage(one) for one in records.values())
    return frozenset(records) if managed else frozenset()


def _may_manage(told: Sequence[Record]) -> bool:
    """Say whether an account manages accounts, or cannot be read: then it may."""
    try:
        values = fold(PERSON, told).values
    except _UNREADABLE:
        return True
    roles = values.get("roles")
    managing = Role.ADMINISTRATOR.value in roles if isinstance(roles, list) else roles is not None
    return managing and not values.get("disabled_at") and not values.get("leaves_at")


def _close(tx: Tx, answer: rows_of.Answer) -> None:
    """Close the accounts that only this computer knows, and let the center's be as it has them.

    Raises ``CenterUnread``, before it writes anything, where no open administrator of the center would be there.
    """
    everyone = {one.id: one for one in account_rows.everyone(tx)}
    wrote = {one: rows_of.writers(tx, one) for one in everyone.keys() - answer.known}
    strange = _strange(everyone, wrote)
    meant = {one: _taken_back(tx, one) for one in everyone.keys() - strange}
    if not any(_may_open(everyone[one], said) for one, said in meant.items()):
        raise CenterUnread
    for one, said in meant.items():
        if said:
            tx.put("person", one, said)
    for one in strange:
        if everyone[one].disabled_at is None and any(own for own, _ in wrote[one]):
            tx.put("person", one, {"disabled_at": tx.writer.now.isoformat()})
    here = [one for one in (account_rows.by_id(tx, one) for one in answer.here) if one is not None]
    closed = tuple(one.name for one in here if one.disabled_at is not None)
    kept = (one for one in here if one.disabled_at is None and "password" in meant.get(one.id, ()))
    rows_of.settle(tx, rows_of.News(closed, tuple(one.name for one in kept)))
    sync.take_due(tx, ACCOUNTS_DUE)


def _taken_back(tx: Tx, person: bytes) -> dict[str, Any]:
    """Return what holds at the center of everything that this computer said otherwise of an account of the center.

    Also of what only this computer said, as that it is closed: nobody would be asked about that, it is no conflict.
    """
    try:
        theirs, ours = rows_of.told(tx, person)
        center, now = fold(PERSON, theirs), fold(PERSON, [*theirs, *ours])
    except _UNREADABLE:
        return {}  # what cannot be read says nothing, as at every station
    if not theirs or not ours:
        return {}
    stands = center.values
    said = {name for one in ours for name in one.values}
    return {
        name: stands.get(name) for name in said if name in now.conflicts or now.values.get(name) != stands.get(name)
    }


def _may_open(one: Person, said: Mapping[str, Any]) -> bool:
    """Say whether this account, once that is said of it, can open others."""
    roles = said.get("roles", one.roles)
    return (
        isinstance(roles, list | tuple)
        and Role.ADMINISTRATOR.value in roles
        and said.get("disabled_at", one.disabled_at) is None
        and said.get("leaves_at", one.leaves_at) is None
    )


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
