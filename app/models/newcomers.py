"""Whose word a record of an account is: what a computer said before it joined a center is nobody's there.

Ids of accounts come from names, so the center's *admin* and that of a new PC are one row, written by both. When a
computer joins, it says a last word of each account that it wrote, and that one is a mark: it names the records that do
not count, and does not count itself. What a station has to say again, for that to show, is a mark as well, which names
nothing. What is left is the word of the center's people, the same wherever the same records are.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from app.models.accounts import PERSON, Role
from app.models.ids import derived_id
from app.models.journal import Folded, Record, Value, fold

#: The field of an account that a mark is.
FIELD = "newcomer"
#: By what one knows whose account it is.
_CALLED = frozenset({"name", "display"})
#: What closes an account of a newcomer.
_CLOSING = frozenset({"disabled_at", "roles", "password"})
_UID = re.compile(r"[0-9a-f]{32}")


class Mark(StrEnum):
    """Why a record of an account is nobody's word; what it names stands behind it."""

    CLOSED = "closed"  # the last word on an account that the center did not have
    TAKEN_OVER = "taken_over"  # on one that it had; naming nothing: the center's first computer vouches for it
    AGAIN = "again"  # a station says again what the center's people said


_WORDS = frozenset(Mark)


class Told(NamedTuple):
    """One record of an account, and its author: "" for what the program did by itself."""

    person: bytes
    actor: str
    record: Record


class Stands(NamedTuple):
    """What an account is by the word of the center's people, and what has to be said again for that to show."""

    values: Mapping[str, Value]
    again: dict[str, Value]


class Last(NamedTuple):
    """Who managed the accounts of a center last, and what lets them go on."""

    person: bytes
    seat: dict[str, Any]


def marked(mark: Mark, void: Iterable[bytes] = ()) -> dict[str, Value]:
    """Return the field that makes a record a mark. ``void``: uids of the records that do not count."""
    return {FIELD: [mark.value, *(uid.hex() for uid in sorted(void))]}


def mark_of(one: Told) -> Mark | None:
    """Return the mark that a record is, None where it is none."""
    said = one.record.values.get(FIELD)
    word = said[0] if isinstance(said, list) and said else None
    return Mark(word) if isinstance(word, str) and word in _WORDS else None


def of_center(told: Iterable[Told], ours: Iterable[bytes] = ()) -> list[Told]:
    """Return what the center's people said: every record but those that are nobody's word.

    ``ours``: uids that do not count either, because this computer is about to say so. Who knew a record that is left
    out knew what that one had followed.
    """
    every = list(told)
    marks = [one.record for one in every if mark_of(one)]
    void = {one.uid for one in marks}.union(ours, *map(_named, marks))
    out = {one.record.uid: one.record for one in every if one.record.uid in void}
    return [one._replace(record=_without(one.record, out)) for one in every if one.record.uid not in void]


def _named(mark: Record) -> set[bytes]:
    """Return the uids that a mark names; what is none, of a later or a broken program, names nothing."""
    said = mark.values[FIELD]
    texts = [uid for uid in said[1:] if isinstance(uid, str)] if isinstance(said, list) else []
    return {bytes.fromhex(uid) for uid in texts if _UID.fullmatch(uid)}


def _without(record: Record, void: Mapping[bytes, Record]) -> Record:
    if not any(uid in void for seen in record.base.values() for uid in seen):
        return record
    return record._replace(base={name: _behind(name, seen, void) for name, seen in record.base.items()})


def _behind(name: str, seen: Iterable[bytes], void: Mapping[bytes, Record]) -> tuple[bytes, ...]:
    """Return the records that these are, or that those of them followed which are left out."""
    found, left = dict[bytes, None](), list(seen)
    while left:
        uid = left.pop()
        if uid not in found:
            found[uid] = None
            left += void[uid].base.get(name, ()) if uid in void else ()
    return tuple(uid for uid in found if uid not in void)


def oldest(left: Sequence[Told], name: str, heads: Collection[bytes]) -> Value:
    """Return the value of the head of a field that follows the oldest word on it, of what is left of an account."""
    said = {one.record.uid: one.record for one in sorted(left, key=_when) if name in one.record.values}
    first = next(iter(said))
    for head in sorted(heads, key=list(said).index):
        if first in _followed(head, name, said):
            return said[head].values[name]
    return said[min(heads, key=list(said).index)].values[name]


def _followed(head: bytes, name: str, said: Mapping[bytes, Record]) -> set[bytes]:
    found, left = set[bytes](), [head]
    while left:
        uid = left.pop()
        if uid not in found:
            found.add(uid)
            left += said[uid].base.get(name, ()) if uid in said else ()
    return found


def by_account(told: Iterable[Told]) -> dict[bytes, list[Told]]:
    """Return the records of each account."""
    found = dict[bytes, list[Told]]()
    for one in told:
        found.setdefault(one.person, []).append(one)
    return found


def is_made(left: Iterable[Told]) -> bool:
    """Say whether somebody of the center made or changed an account, of what is left of its records."""
    return any(one.actor or "name" in one.record.values for one in left)


def of_nobody(left: Mapping[bytes, Sequence[Told]], doubted: Iterable[bytes]) -> set[bytes]:
    """Return those of the doubted accounts of which nobody of the center has said anything.

    ``left``: what is left of their records. A record counts as the center's by its author, who is no doubted account,
    or one of which somebody has said something: a computer with an older program, which marks nothing, vouches for
    nobody.
    """
    strange = set(doubted)
    authors = {one: {derived_id("person", told.actor) for told in left.get(one, ()) if told.actor} for one in strange}
    while True:
        vouched = {one for one in strange if not authors[one] <= strange}
        if not vouched:
            return strange
        strange -= vouched


def stands(every: Sequence[Told], left: Sequence[Told]) -> Stands:
    """Return what holds of an account by what is ``left`` of ``every`` record of it.

    Where the center's people made it, they said all of it: what else somebody said is taken back. Where they only
    opened somebody's account again, its name is the one that it had; rights, password and closing that they did not
    say are as the marks left them, and everything else is empty. Raises what an unreadable account raises.
    """
    center, now = _folded(left), _folded(every)
    heard, made = {one.record.uid for one in left}, "name" in center.values
    marks = center if made else _folded([*left, *filter(mark_of, every)])
    again = dict[str, Value]()
    for name, heads in now.heads.items():
        value = center.values.get(name)
        if not made and name not in center.values and name in _CALLED | _CLOSING:
            value = (now if name in _CALLED else marks).values.get(name)
        if name != FIELD and not heard.issuperset(heads) and (name in now.conflicts or now.values.get(name) != value):
            again[name] = value
    return Stands(center.values, again)


def _folded(told: Iterable[Told]) -> Folded:
    return fold(PERSON, (one.record for one in told))


def quarreled(every: Sequence[Told], left: Sequence[Told]) -> dict[str, Value]:
    """Return what holds of an account of nobody where only newcomers contradict each other: nobody is to decide it."""
    now, heard = fold(PERSON, (one.record for one in every)), {one.record.uid for one in left}
    return {name: now.values[name] for name in now.conflicts if heard.isdisjoint(now.heads[name])}


def manages(values: Mapping[str, Any]) -> bool:
    """Say whether an account of these values can open others, today and on the days to come."""
    roles = values.get("roles")
    managing = isinstance(roles, list) and Role.ADMINISTRATOR.value in roles
    return managing and not values.get("disabled_at") and not values.get("leaves_at")


def may_manage(left: Iterable[Told]) -> bool:
    """Say whether an account manages others, or its roles cannot be read: then it may."""
    values = fold(PERSON, (one.record for one in left)).values
    roles = values.get("roles")
    return manages(values) or not (roles is None or isinstance(roles, list))


def last_manager(left: Iterable[Told]) -> Last | None:
    """Return whose management of accounts ended last, by the word of the center's people, and what lets it go on.

    Only what an administrator of these same accounts ended counts: where the author is not known to manage accounts,
    somebody does of whom we have not heard.
    """
    known, managing, last = dict[bytes, list[Record]](), set[bytes](), None
    for person, actor, record in sorted(left, key=_when):
        before = fold(PERSON, known.get(person, ())).values
        known.setdefault(person, []).append(record)
        if manages(fold(PERSON, known[person]).values):
            managing.add(person)
        elif manages(before) and actor:  # nobody's word takes back what was none
            heard = derived_id("person", actor) in managing
            last = Last(person, {"roles": before["roles"], "disabled_at": None, "leaves_at": None}) if heard else None
    return last


def _when(one: Told) -> tuple[int, bytes]:
    return one.record.hlc, one.record.uid
