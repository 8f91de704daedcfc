"""What a restore leaves in a database: its name from then on, and the names it inherits.

Names and losses are local and never synced. Who claims a name, and who was declared gone, are facts beside the leases,
of no group and epoch 0: everybody has to know them.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from app.models.ids import new_id
from app.models.journal import Value
from app.models.lease_moves import Quiet
from app.models.leases import Lease
from app.models.succession import Claimed, Heard, Loss, Seat, Waiting, confirmed, waiting
from app.store.journal import Rows, Tx

# Backward from the end, and not beyond the last of the origin's records that the address index holds.
_LAST_AT = """SELECT at FROM journal WHERE id >= (SELECT id FROM journal WHERE origin=? AND seq % 64 = 1
    ORDER BY seq DESC LIMIT 1) AND origin=? ORDER BY id DESC LIMIT 1"""
_GROUPS = """SELECT DISTINCT one.contact_group FROM callback_queue AS one
    JOIN lease ON lease.contact_group = one.contact_group
    WHERE one.contact_group IS NOT NULL AND lease.kind = 'granted'
    AND lease.station IN (SELECT value FROM json_each(?)) AND lease.by_station IN (SELECT value FROM json_each(?))
    AND NOT EXISTS(SELECT 1 FROM lease AS later WHERE later.contact_group = lease.contact_group
        AND later.epoch > lease.epoch)
    AND NOT EXISTS(SELECT 1 FROM lease AS back WHERE back.contact_group = lease.contact_group
        AND back.epoch = lease.epoch AND back.kind = 'released')"""
_META = "SELECT v FROM meta WHERE k=?"


_WORDS = """SELECT station, until_at, coalesce(from_at, until_at), "by" FROM lease
    WHERE contact_group = '' AND epoch = 0 AND kind = 'gone'"""
_BARRED = """SELECT 1 FROM lease w JOIN lease g ON g.kind = 'granted' AND g.at <= coalesce(w.from_at, w.until_at)
    WHERE w.contact_group = '' AND w.epoch = 0 AND w.kind = 'gone' AND w.station = ?
    AND g.contact_group = ? AND g.epoch = ?"""
_SAID = """SELECT station, by_station, until_at FROM lease WHERE contact_group = '' AND epoch = 0 AND kind = ?"""


class _Kept(NamedTuple):
    """A restore as it is kept: times as ISO text, the id of the hub that was known then or "".

    ``raised``: the hub's count of comebacks that this one raised, 0 for none yet.
    """

    name: str
    since: str
    until: str
    hub: str
    confirmed: bool
    inherits: bool = True
    raised: int = 0


def begin(tx: Tx, until: datetime) -> None:
    """Go on under a fresh name; everything of the name until now is known up to the last record of this database."""
    losses = _kept(tx)
    origin = tx.one(_META, "origin")
    if origin is None:
        return
    last = tx.one(_LAST_AT, origin[0], origin[0])
    since = datetime.fromisoformat(str(last[0])) if last else until
    losses.append(_Kept(station(tx), min(since, until).isoformat(), until.isoformat(), _hub(tx), False))
    _keep(tx, losses)
    _set(tx, "station", new_id(tx.writer.now_ms))


def open_count(rows: Rows) -> int | None:
    """Return the count of comebacks that a restore which is not confirmed yet goes by, 0 for none; None without one.

    A restore that another hub was known at is never confirmed, and asks for nothing.
    """
    hub = _hub(rows)
    open_ones = [one for one in _kept(rows) if not one.confirmed]
    if not hub or not open_ones or any(one.hub not in ("", hub) for one in open_ones):
        return None
    return min(one.raised for one in open_ones)


def set_count(tx: Tx, count: int) -> None:
    """Keep the count of comebacks that was raised for what is not confirmed yet."""
    _keep(tx, [one if one.confirmed else one._replace(raised=count) for one in _kept(tx)])


def claim(tx: Tx) -> None:
    """Write down once that this station succeeds to the names of its open losses: everybody is told."""
    here, told = station(tx), claims(tx)
    known = {(one.by, one.name) for one in told}
    for one in _kept(tx):
        if one.name and not one.confirmed and (here, one.name) not in known:
            tx.add("lease", _said("heir", here, one.until, by_station=one.name, from_at=one.since))


def rename(tx: Tx) -> bool:
    """Go on under yet another fresh name, and claim with it: somebody else has taken the one that was told of.

    Return False, and change nothing, where this station was not restored or has succeeded already.
    """
    if open_count(tx) is None or tx.one(_META, "station") is None:
        return False
    _set(tx, "station", new_id(tx.writer.now_ms))
    claim(tx)
    return True


def claims(rows: Rows) -> list[Claimed]:
    """Return which stations say that they succeed to which names."""
    return [Claimed(one[0], one[1], datetime.fromisoformat(one[2])) for one in rows.all(_SAID, "heir")]


def declare_gone(tx: Tx, name: str, since: datetime, by: str) -> None:
    """Write down that a station calls nobody any more since then, as somebody says now."""
    tx.add("lease", _said("gone", name, since.isoformat(), by=by, from_at=tx.writer.now.isoformat()))


def words(rows: Rows) -> list[Quiet]:
    """Return every word that a station calls nobody any more, in the order in which they were said."""
    found = [
        Quiet(one[0], datetime.fromisoformat(one[1]), datetime.fromisoformat(one[2]), bytes(one[3] or b"").hex())
        for one in rows.all(_WORDS)
    ]
    return sorted(found, key=_said_at)


def _said_at(one: Quiet) -> datetime:
    return one.at


def is_barred(rows: Rows, lease: Lease) -> bool:
    """Say whether its holder was declared gone after a lease was granted: if it lives after all, it calls nobody."""
    return rows.one(_BARRED, lease.station, lease.group, lease.epoch) is not None


def gone(rows: Rows) -> dict[str, datetime]:
    """Return which stations were declared gone, and when the latest word says that it was."""
    found: dict[str, datetime] = {}
    for name, _, until in rows.all(_SAID, "gone"):
        at = datetime.fromisoformat(until)
        found[name] = max(at, found.get(name, at))
    return found


def _said(kind: str, name: str, until: str, **more: str) -> dict[str, Value]:
    return {"contact_group": "", "kind": kind, "station": name, "epoch": 0, "until_at": until, "at": until, **more}


def confirm(tx: Tx, seats: Sequence[Seat]) -> Waiting | None:
    """Succeed to the names of the open losses if everybody was heard; return for whom not, None without a loss.

    ``seats`` are what the hub said before it told what it knows.
    """
    count, hub = open_count(tx), _hub(tx)
    if count is None:
        return None
    here, losses = station(tx), [_loss(one) for one in _kept(tx)]
    known = Heard(seats, claims(tx), gone(tx), count)
    found = waiting(losses, here, known)
    labels = {one.name: one.label for one in seats}
    names = dict.fromkeys((*(one.name for one in found.awaited), *found.rivals))
    _set(tx, "awaited", json.dumps([(name, labels.get(name) or name) for name in names], ensure_ascii=False))
    if count and found.over:
        done = [one for one in confirmed(losses, here, known) if one.name] if any(one.name for one in losses) else []
        _keep(
            tx,
            [
                _Kept(one.name, one.since.isoformat(), one.until.isoformat(), hub, True, one.inherits, count)
                for one in done
            ],
        )
    return found


def doubt(tx: Tx) -> None:
    """Grant nothing until everybody was heard: this database may have gone back together with its hub."""
    losses, now = _kept(tx), tx.writer.now.isoformat()
    if all(one.confirmed for one in losses):
        _keep(tx, [*losses, _Kept("", now, now, _hub(tx), False)])


def awaited(rows: Rows) -> dict[str, str]:
    """Return the stations for which a restored one waited at its last whole sync: name → what people call it."""
    row = rows.one(_META, "awaited")
    told = gone(rows) if row else {}
    return {name: label for name, label in json.loads(row[0]) if name not in told} if row else {}


def forget_name(tx: Tx) -> None:
    """Go on under the name of the origin: the database has moved to another one.

    Where an heir moves, it is a copy of the heir, and the copy inherits nothing.
    """
    losses = _kept(tx)
    tx.connection.execute("DELETE FROM meta WHERE k='station'")
    if losses and all(one.confirmed for one in losses):
        tx.connection.execute("DELETE FROM meta WHERE k='losses'")


def losses_of(rows: Rows) -> list[Loss]:
    """Return the names that this database inherits, the oldest first; without any hub there is nobody to ask."""
    alone = not _hub(rows)
    return [replace(_loss(one), confirmed=one.confirmed or (alone and not one.hub)) for one in _kept(rows)]


def _loss(one: _Kept) -> Loss:
    since, until = datetime.fromisoformat(one.since), datetime.fromisoformat(one.until)
    return Loss(one.name, since, until, one.confirmed, one.inherits)


def station(rows: Rows) -> str:
    """Return by what this station is known in attempts and leases: its origin, or a fresh name since a restore."""
    row = rows.one("SELECT v FROM meta WHERE k IN ('origin', 'station') ORDER BY k DESC LIMIT 1")
    return bytes(row[0]).hex() if row else ""


def groups_of(rows: Rows, names: Sequence[str]) -> list[str]:
    """Return the queued contact groups whose newest lease these names granted themselves and did not give back."""
    told = json.dumps(names)
    return [str(one[0]) for one in rows.all(_GROUPS, told, told)]


def _hub(rows: Rows) -> str:
    row = rows.one(_META, "hub_id")
    return str(row[0]) if row and row[0] else ""


def _kept(rows: Rows) -> list[_Kept]:
    row = rows.one(_META, "losses")
    return [_Kept(*one) for one in json.loads(row[0])] if row else []


def _keep(tx: Tx, losses: list[_Kept]) -> None:
    _set(tx, "losses", json.dumps(losses))


def _set(tx: Tx, name: str, value: str | bytes) -> None:
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (name, value))
