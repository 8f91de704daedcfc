"""The hub's side of the sealed keys: the public half that stations seal for, and what they gave."""

from dataclasses import dataclass, field
from datetime import datetime

from app.models.key_errors import CenterKeyExists
from app.outside.center_key import fingerprint
from app.outside.center_recovery import Escrowed
from app.outside.hub_setup import administered, hub_id_of
from app.outside.key_sidecar import Escrow


@dataclass(frozen=True)
class Kept:
    """One sealed key at the hub; ``recovery`` is the fingerprint of the recovery key that opens it."""

    station: str
    install_id: str
    key_id: str
    recovery: str
    came_at: datetime
    copy: Escrow = field(repr=False)


def name_key(place: str, public: bytes, *, replaces: bool = False) -> None:
    """Let stations seal for this public half from now on. Raises CenterKeyExists unless it ``replaces``, HubEmpty."""
    with administered(place) as connection:
        hub_id_of(connection)
        row = connection.execute("SELECT public FROM hub.recovery_key WHERE current").fetchone()
        if row and not replaces:
            raise CenterKeyExists(fingerprint=fingerprint(bytes(row[0])))
        connection.execute("UPDATE hub.recovery_key SET current = false WHERE current")
        connection.execute("INSERT INTO hub.recovery_key (public) VALUES (%s)", (public,))


def named(place: str) -> bytes | None:
    """Return the public half that stations seal for."""
    with administered(place) as connection:
        hub_id_of(connection)
        row = connection.execute("SELECT public FROM hub.recovery_key WHERE current").fetchone()
    return bytes(row[0]) if row else None


def kept(place: str) -> list[Kept]:
    """Return every sealed key, those of one installation from the oldest to the newest."""
    sql = """SELECT s.label, e.install_id, e.key_id, e.came, e.public, e.sealed
        FROM hub.key_escrow e JOIN hub.station s USING (who) ORDER BY s.label, e.install_id, e.came"""
    with administered(place) as connection:
        hub_id_of(connection)
        rows = connection.execute(sql).fetchall()
    return [
        Kept(label, install, key, fingerprint(bytes(public)), came, Escrow(key, bytes(public), bytes(sealed)))
        for label, install, key, came, public, sealed in rows
    ]


def of_installation(place: str, install_id: str) -> Escrowed:
    """Return the sealed keys of one installation from the oldest to the newest, under whichever logins they came."""
    of_it = sorted((one for one in kept(place) if one.install_id == install_id), key=_came)
    return Escrowed(install_id, tuple(one.copy for one in of_it))


def _came(one: Kept) -> datetime:
    return one.came_at
