"""A record of the journal and the fold that turns the records of one row into its state.

A record says: actor A, at time T, set these fields of this row, having seen the values that the records in ``base``
wrote. ``fold`` is a pure function of a *set* of records, so it gives the same answer in whatever order they arrive.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
#: Beside the fields in a record's base, where a row is deleted: what the writer knew of the whole row.
KNOWN = "*"


class Kind(StrEnum):
    """How values of one field that do not know each other are merged."""

    FACT = "fact"  # the row is written once
    LWW = "lww"  # greatest (hlc, uid) among the heads; differing heads are a conflict
    MAX = "max"  # gravest value of the current epoch (``order`` of the field)
    MV = "mv"  # free text: every head is kept and shown
    ONCE = "once"  # first value stands; a later differing one is a conflict until one of them is said again
    STATE = "state"  # of concurrent heads the one of higher rank; differing heads are a conflict
    GONE = "gone"  # when the row was deleted, empty while it stands; whoever wrote unseen by it brings it back


@dataclass(frozen=True)
class Field:
    """One field of an entity. ``sql`` is TEXT, INTEGER, REAL, JSON or REF (a row id: hex in records, bytes in rows)."""

    name: str
    kind: Kind = Kind.LWW
    sql: str = "TEXT"
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entity:
    """A kind of row. ``fact`` rows are written once; ``fields`` are the columns of its projection."""

    name: str
    fields: tuple[Field, ...]
    fact: bool = False
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    gone: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {one.name: one for one in self.fields})
        object.__setattr__(self, "gone", tuple(one.name for one in self.fields if one.kind is Kind.GONE))


class Record(NamedTuple):
    """What one save said about one row. ``values`` is what was set, ``base`` the uids it replaced, by field."""

    uid: bytes
    hlc: int
    values: Mapping[str, Value]
    base: Mapping[str, tuple[bytes, ...]]


class Folded(NamedTuple):
    """The state of one row: values, the uids of each field's heads, and the fields in conflict with their heads."""

    values: dict[str, Value]
    heads: dict[str, tuple[bytes, ...]]
    conflicts: dict[str, list[tuple[bytes, Value]]]


Stamped = tuple[int, bytes, Value]
#: What the only head of a field says is what it holds.
LAST_STANDS = frozenset({Kind.LWW, Kind.MV, Kind.STATE})


def fold(entity: Entity, records: Iterable[Record]) -> Folded:
    """Return the state that these records of one row make, whatever their order and however often each is given."""
    unique = {record.uid: record for record in records}
    result = Folded({}, {}, {})
    values, heads, again = result.values, result.heads, dict[str, None]()
    for record in unique.values():
        own = (record.uid,)
        if not values:
            values.update(record.values)
            heads.update(dict.fromkeys(record.values, own))
            continue
        for name, value in record.values.items():
            if name in values:
                again[name] = None
            else:  # written once, as most fields are: no rule says anything else
                values[name], heads[name] = value, own
    if again:
        _fold_again(entity, again, unique, result)
    _weigh_deletions(entity, unique, result)
    return result


def _fold_again(entity: Entity, names: Iterable[str], unique: Mapping[bytes, Record], result: Folded) -> None:
    """Settle the fields that several records write."""
    epochs: Mapping[bytes, int] = {}
    for name in names:
        one = entity.by_name.get(name) or Field(name)
        gone = {uid for record in unique.values() if name in record.base for uid in record.base[name]}
        last = [record for record in unique.values() if name in record.values and record.uid not in gone]
        if len(last) == 1 and one.kind in LAST_STANDS and not entity.fact:  # each knew the one before: most do
            result.values[name], result.heads[name] = last[0].values[name], (last[0].uid,)
            continue
        stamped = _stamped(name, unique)
        heads = [entry for entry in stamped if entry[1] not in gone] or stamped[-1:]
        epochs = epochs or (_epochs(unique.values()) if one.kind is Kind.MAX else {})
        result.values[name] = _settle(one, entity.fact, heads, stamped, epochs)
        result.heads[name] = tuple(entry[1] for entry in heads)
        if one.kind is Kind.ONCE and len(heads) == 1 and _is_decided(heads[0], name, stamped, unique):
            result.values[name] = heads[0][2]
            continue
        rivals = stamped if one.kind is Kind.ONCE else heads
        if one.kind is not Kind.MAX and not entity.fact and _differ(rivals):
            result.conflicts[name] = [(uid, value) for _, uid, value in rivals]


def known_to(entity: Entity, before: Folded, told: Iterable[str]) -> tuple[bytes, ...]:
    """Return what a record that sets these fields states under ``KNOWN``, none where it need not state anything.

    A deletion, or what takes one back, states the heads of every field; what is set in a row that is deleted, or was
    and is back, states the deletions.
    """
    if not entity.gone:
        return ()
    deleting = any(name in entity.gone for name in told)
    stated = before.heads if deleting else [one for one in entity.gone if _was_gone(before, one)]
    return tuple(sorted({uid for name in stated for uid in before.heads[name]}))


def _weigh_deletions(entity: Entity, unique: Mapping[bytes, Record], result: Folded) -> None:
    for name in entity.gone:
        if _was_gone(result, name):
            _bring_back(name, _stamped(name, unique), unique, result)


def _stamped(name: str, unique: Mapping[bytes, Record]) -> list[Stamped]:
    """Return every value of a field, oldest first."""
    found = [(one.hlc, one.uid, one.values[name]) for one in unique.values() if name in one.values]
    return sorted(found, key=_stamp)


def _was_gone(before: Folded, name: str) -> bool:
    return name in before.conflicts or before.values.get(name) is not None


def _bring_back(name: str, stamped: list[Stamped], unique: Mapping[bytes, Record], result: Folded) -> None:
    """Let a row stand that was deleted here and written there, until a person decides; two deletions agree.

    The conflict holds the deletions with their times, and empty values for what brings the row back.
    """
    heads = [entry for entry in stamped if entry[1] in result.heads[name]]
    deleted = [uid for _, uid, value in heads if value is not None]
    result.conflicts.pop(name, None)
    unseen = _unseen(name, deleted, unique)
    # What was replaced since says nothing more, unless nothing else brings the row back.
    latest = {uid for uids in result.heads.values() for uid in uids}
    shown = [one for one in unseen if one.uid in latest] or unseen[-1:]
    if not deleted or (len(deleted) == len(heads) and not shown):
        return
    rivals = [*heads, *((one.hlc, one.uid, None) for one in shown)]
    result.values[name] = None
    result.conflicts[name] = [(uid, value) for _, uid, value in sorted(rivals, key=_stamp)]


def _unseen(name: str, deleted: Iterable[bytes], unique: Mapping[bytes, Record]) -> list[Record]:
    """Return what was written by people who knew of none of these deletions, and none of whose writers knew it.

    A deletion of an older program does not say what its writer knew; it is taken to have known everything.
    """
    if any(KNOWN not in unique[uid].base for uid in deleted):
        return []
    known = _behind(deleted, unique)
    found = [one for one in unique.values() if one.uid not in known and any(each != name for each in one.values)]
    found = [one for one in found if _behind([one.uid], unique).isdisjoint(deleted)]
    return sorted(found, key=lambda one: (one.hlc, one.uid))


def _behind(uids: Iterable[bytes], unique: Mapping[bytes, Record]) -> set[bytes]:
    """Return these records and everything that their writers knew, and so on back."""
    found: set[bytes] = set()
    left = list(uids)
    while left:
        uid = left.pop()
        if uid not in found:
            found.add(uid)
            if (record := unique.get(uid)) is not None:  # what a redaction or a cut pull left out says nothing
                left.extend(each for seen in record.base.values() for each in seen)
    return found


def _is_decided(head: Stamped, name: str, stamped: list[Stamped], unique: Mapping[bytes, Record]) -> bool:
    """Say whether a person has decided: the last record says again what one that it replaces had said."""
    seen = unique[head[1]].base.get(name, ())
    return any(uid in seen and value == head[2] for _, uid, value in stamped)


def _stamp(entry: Stamped) -> tuple[int, bytes]:
    return entry[0], entry[1]


def _differ(entries: list[Stamped]) -> bool:
    return any(entry[2] != entries[0][2] for entry in entries[1:])


def _settle(one: Field, fact: bool, heads: list[Stamped], stamped: list[Stamped], epochs: Mapping[bytes, int]) -> Value:
    """Apply the rule of the field's kind; ``stamped`` is every value ever written, oldest first."""
    if fact or one.kind is Kind.FACT:
        return stamped[0][2]
    if one.kind is Kind.ONCE:
        return next((value for _, _, value in stamped if value is not None), None)
    if one.kind is Kind.MAX:
        now = max(epochs[uid] for _, uid, _ in stamped)
        current = [value for _, uid, value in stamped if epochs[uid] == now]
        return max(current, key=lambda value: _rank(one, value))
    if one.kind is Kind.STATE:
        return max(heads, key=lambda entry: (_rank(one, entry[2]), entry[0], entry[1]))[2]
    return heads[-1][2]


def _rank(one: Field, value: Value) -> int:
    if isinstance(value, int):
        return value
    return one.order.index(value) if value in one.order else -1


def _epochs(records: Iterable[Record]) -> dict[bytes, int]:
    """Return the epoch of each record: the greatest ``epoch`` field written up to its stamp (a reopening adds one)."""
    epoch = 0
    found: dict[bytes, int] = {}
    for record in sorted(records, key=lambda one: (one.hlc, one.uid)):
        stated = record.values.get("epoch")
        epoch = max(epoch, stated if isinstance(stated, int) else 0)
        found[record.uid] = epoch
    return found


class Sealed(NamedTuple):
    """The chained part of a record, everything but its payload, in the order in which it is hashed."""

    origin: bytes
    seq: int
    uid: bytes
    hlc: int
    at: str
    actor: str
    scope: str
    entity: str
    row_id: bytes
    sv: int
    payload_hash: bytes


def chain_hash(previous: bytes, one: Sealed) -> bytes:
    """Return SHA-256 over the previous hash and the record: fixed-width parts, then texts each ended by NUL.

    The payload enters through its own hash, so that a legal erasure may null it and the chain still verifies.
    """
    origin, seq, uid, hlc, at, actor, scope, entity, row_id, sv, payload_hash = one
    texts = f"{at}\0{actor}\0{scope}\0{entity}\0".encode()
    head = previous + origin + seq.to_bytes(8, "big") + uid + hlc.to_bytes(8, "big")
    return hashlib.sha256(head + texts + row_id + sv.to_bytes(4, "big") + payload_hash).digest()
