"""Moving contact groups between stations as rows: what was asked for, who holds how much, where people sit."""

from datetime import datetime
from typing import NamedTuple

from app.models.journal import Value
from app.models.lease_moves import Quiet, Wish
from app.store import callback_attempts as attempts
from app.store import succession
from app.store.journal import Rows, Tx

_WISHES = """SELECT station, epoch, at, "by" FROM lease WHERE contact_group=? AND kind='wanted'"""
_WISHED = """SELECT DISTINCT w.contact_group FROM lease w INDEXED BY lease_wanted WHERE w.kind='wanted'
    AND NOT EXISTS (SELECT 1 FROM lease l JOIN lease h ON h.contact_group = l.contact_group AND h.epoch = w.epoch
        AND h.kind='granted' WHERE l.contact_group = w.contact_group AND l.kind='granted' AND l.epoch > w.epoch
        AND l.station <> h.station)
    ORDER BY w.contact_group /* whole: what supervisors moved, an index of its own */"""
_HOLDINGS = """SELECT l.station, r.id IS NOT NULL, q.language, coalesce((SELECT w.station FROM lease w
        WHERE w.contact_group = q.contact_group AND w.kind='wanted' AND NOT EXISTS (SELECT 1 FROM lease g
            WHERE g.contact_group = w.contact_group AND g.kind='granted' AND g.epoch >= w.epoch
            AND g.station <> l.station)
        ORDER BY w.at DESC, w.station DESC LIMIT 1), '') AS wanted,
        count(DISTINCT q.contact_group), count(*), min(l.until_at)
    FROM callback_queue q JOIN lease l ON l.contact_group = q.contact_group AND l.kind='granted'
        AND l.epoch = (SELECT max(m.epoch) FROM lease m WHERE m.contact_group = q.contact_group AND m.kind='granted')
    LEFT JOIN lease r ON r.contact_group = q.contact_group AND r.kind='released' AND r.epoch = l.epoch
        AND r.station = l.station
    WHERE q.contact_group IS NOT NULL AND (?1 IS NULL OR q.campaign = ?1)
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 3, 4 /* whole: the open calls of surveys, for their supervisor */"""
_HELD = """SELECT DISTINCT q.contact_group FROM callback_queue q JOIN lease l ON l.contact_group = q.contact_group
        AND l.kind='granted' AND l.epoch = (SELECT max(m.epoch) FROM lease m
            WHERE m.contact_group = q.contact_group AND m.kind='granted')
    WHERE q.contact_group IS NOT NULL AND (?1 = '' OR l.station = ?1) AND (?2 IS NULL OR q.language = ?2)
        AND (?3 IS NULL OR q.campaign = ?3) ORDER BY 1 /* whole: the open calls of surveys, for their supervisor */"""
_ENDING = """SELECT q.contact_group, l.station FROM callback_queue q
    JOIN lease l ON l.contact_group = q.contact_group AND l.kind='granted'
        AND l.epoch = (SELECT max(m.epoch) FROM lease m WHERE m.contact_group = q.contact_group AND m.kind='granted')
    WHERE q.contact_group IS NOT NULL AND l.by_station = ?1 AND l.station <> ?1 AND l.until_at < ?2
        AND NOT EXISTS (SELECT 1 FROM lease r WHERE r.contact_group = q.contact_group AND r.kind='released'
            AND r.epoch = l.epoch AND r.station = l.station)
    GROUP BY q.contact_group ORDER BY q.contact_group /* whole: the open calls of surveys, once a day */"""
# Backward from the end, and not beyond the last of the origin's records that the address index holds.
_LAST_AT = """SELECT at FROM journal WHERE id >= (SELECT id FROM journal WHERE origin=?1 AND seq % 64 = 1
    ORDER BY seq DESC LIMIT 1) AND origin=?1 ORDER BY id DESC LIMIT 1"""
_STATIONS = "SELECT origin, label FROM station /* whole: one row for each computer */"
_SEAT = """SELECT j.origin FROM operator_state s JOIN journal j ON j.row_id = s.id
    WHERE s.person=? ORDER BY s.at DESC, s.id DESC LIMIT 1"""


class Held(NamedTuple):
    """How much a station holds of one language ("" any): groups, calls, until when the first lease runs (ISO text).

    ``free``: it was given back, and nobody dials it; ``wanted``: to which station it shall go ("" to none).
    """

    station: str
    free: bool
    language: str
    wanted: str
    groups: int
    calls: int
    until: str


def wish(tx: Tx, said: Wish) -> None:
    """Write down that a group shall go to a station."""
    values: dict[str, Value] = {
        "contact_group": said.group,
        "kind": "wanted",
        "station": said.station,
        "epoch": said.epoch,
        "at": said.at.isoformat(),
        "by": said.by,
    }
    tx.add("lease", values)


def wishes(rows: Rows, group: str) -> list[Wish]:
    """Return everything that was said about moving a group."""
    found = rows.all(_WISHES, group)
    return [Wish(group, one[0], one[1], datetime.fromisoformat(one[2]), bytes(one[3]).hex()) for one in found]


def granted_by(rows: Rows, group: str) -> str:
    """Return who decided the newest grant of a group (hex)."""
    sql = """SELECT "by" FROM lease WHERE contact_group=? AND kind='granted' ORDER BY epoch DESC LIMIT 1"""
    row = rows.one(sql, group)
    return bytes(row[0]).hex() if row and row[0] else ""


def wished(rows: Rows) -> list[str]:
    """Return the groups that shall go elsewhere and have not gone yet."""
    return [str(row[0]) for row in rows.all(_WISHED)]


def holdings(rows: Rows, campaign: bytes | None = None) -> list[Held]:
    """Return how much each station holds of the open calls, by language and by where it shall go."""
    return [Held(str(one[0]), bool(one[1]), *one[2:]) for one in rows.all(_HOLDINGS, campaign)]


def groups(rows: Rows, station: str = "", language: str | None = None, campaign: bytes | None = None) -> list[str]:
    """Return the contact groups of open calls that a station holds ("" any), that need a language (None: whatever)."""
    return [str(row[0]) for row in rows.all(_HELD, station, language, campaign)]


def stations(rows: Rows) -> dict[str, str]:
    """Return every station: name → label, "" where it has none.

    One that came back from a backup stands under its new name, with its label.
    """
    found = {str(origin): str(label or "") for origin, label in rows.all(_STATIONS)}
    here = succession.station(rows)
    for one in succession.claims(rows):
        found[one.by] = found.pop(one.name, found.get(one.by, ""))
    found.setdefault(here, found.pop(_origin(rows), "") if here != _origin(rows) else "")
    return found


def quiet(rows: Rows) -> dict[str, Quiet]:
    """Return the stations that call nobody any more by a word that stands: nothing was heard of them since it."""
    here, found = succession.station(rows), {one.station: one for one in succession.words(rows)}
    known = {name: heard_at(rows, name) for name in found}
    return {name: one for name, one in found.items() if name != here and ((at := known[name]) is None or at <= one.at)}


def _origin(rows: Rows) -> str:
    row = rows.one("SELECT v FROM meta WHERE k='origin'")
    return bytes(row[0]).hex() if row else ""


def seat_of(rows: Rows, person: bytes) -> str:
    """Return the station at which a person called or was signed in last, "" where nobody knows."""
    row = rows.one('SELECT station FROM attempt WHERE "by"=? ORDER BY at DESC LIMIT 1', person)
    if row is not None:
        return str(row[0])
    row = rows.one(_SEAT, person)
    return bytes(row[0]).hex() if row else ""


def ending(rows: Rows, granted_by: str, before: str) -> list[tuple[str, str]]:
    """Return the groups that others hold by a lease of this station which ends before a time, with their holders."""
    return [(str(one[0]), str(one[1])) for one in rows.all(_ENDING, granted_by, before)]


def heard_at(rows: Rows, station: str) -> datetime | None:
    """Return when the last record was written that is known of a station."""
    row = rows.one(_LAST_AT, bytes.fromhex(station)) if len(station) == 32 else None
    dialed = attempts.heard_at(rows, station)
    known = [one for one in (datetime.fromisoformat(row[0]) if row else None, dialed) if one is not None]
    return max(known, default=None)
