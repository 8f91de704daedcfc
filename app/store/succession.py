"""What a restore leaves in a database: its name from then on, and the names it inherits. Local, never synced."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from app.models.ids import new_id
from app.models.succession import Loss
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


class _Kept(NamedTuple):
    """A restore as it is kept: times as ISO text, the id of the hub that was known then or ""."""

    name: str
    since: str
    until: str
    hub: str
    confirmed: bool


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


def confirm(tx: Tx) -> None:
    """Note that the hub has told what it knows; it counts where it is the hub that was known before the restore."""
    losses, hub = _kept(tx), _hub(tx)
    if any(not one.confirmed for one in losses):
        _keep(tx, [one._replace(confirmed=one.confirmed or one.hub in ("", hub)) for one in losses])


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
    return [
        Loss(
            one.name,
            datetime.fromisoformat(one.since),
            datetime.fromisoformat(one.until),
            one.confirmed or (alone and not one.hub),
        )
        for one in _kept(rows)
    ]


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
