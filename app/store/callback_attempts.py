"""Attempts, appointments and leases as rows: what was dialed, how it ended, and who may dial."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from app.models.appointments import Appointment, AppointmentKind, AppointmentState
from app.models.attempts import Attempt, Direction, MissedBy
from app.models.codes import coded
from app.models.leases import Lease, Release
from app.models.slots import Slot
from app.models.texts import moment
from app.store.journal import Rows

_ATTEMPT = """SELECT a.station, a.seq, a.at, a.number, a.direction, o.code, a.slot, a."by", o.percent, o.confirmed,
    o.missed_by, a.id, a.callback, o.rang_s, o.talked_s, o.note, o.flags, o.at, a.epoch, a.fence, o.language,
    (SELECT c.finding IS NOT NULL FROM callback c WHERE c.id = a.callback)
    FROM attempt a
    LEFT JOIN attempt_outcome o ON o.attempt = a.id"""
#: The columns of an appointment, in the order in which ``appointment_from`` reads them.
APPOINTMENT = "SELECT id, callback, start_at, end_at, kind, agreed_with, number, wanted_by, state, missed_by, made_at"


@dataclass(frozen=True)
class AttemptRow:
    """An attempt with what a history shows of it.

    ``epoch`` is that of the lease, ``fence`` that of the hub's claim under which it was dialed.
    """

    id: bytes
    callback: bytes
    attempt: Attempt
    rang_s: int | None
    talked_s: int | None
    note: str
    flags: tuple[str, ...]
    ended_at: datetime | None
    epoch: int | None
    fence: int | None = None


def _row(row: tuple[object, ...]) -> AttemptRow:
    station, seq, at, number, direction, code, slot, by, percent, confirmed, missed_by, *more = row
    row_id, callback, rang, talked, note, flags, ended, epoch, fence, language, exempt = more
    attempt = Attempt(
        str(station),
        int(str(seq)),
        datetime.fromisoformat(str(at)),
        str(number or ""),
        coded(Direction, direction),
        str(code or ""),
        coded(Slot, slot) if slot else None,
        bytes(by).hex() if by else "",  # type: ignore[arg-type]
        int(str(percent)) if percent is not None else None,
        bool(confirmed),
        coded(MissedBy, missed_by) if missed_by else None,
        str(language or ""),
        bool(exempt),
    )
    return AttemptRow(
        bytes(row_id),  # type: ignore[arg-type]
        bytes(callback),  # type: ignore[arg-type]
        attempt,
        int(str(rang)) if rang is not None else None,
        int(str(talked)) if talked is not None else None,
        str(note or ""),
        tuple(str(flags).split()) if flags else (),
        moment(str(ended) if ended else None),
        int(str(epoch)) if epoch is not None else None,
        int(str(fence)) if fence is not None else None,
    )


def log_of(rows: Rows, callback: bytes) -> list[AttemptRow]:
    """Return the attempts of a call that we owe, in the order of the fold."""
    return [_row(row) for row in rows.all(f"{_ATTEMPT} WHERE a.callback=? ORDER BY a.at, a.station, a.seq", callback)]


def on_number(rows: Rows, number: str, since: str) -> list[AttemptRow]:
    """Return every attempt on a number since a time (ISO text), whatever it was for."""
    sql = f"{_ATTEMPT} WHERE a.number=? AND a.at >= ? ORDER BY a.at, a.station, a.seq"
    return [_row(row) for row in rows.all(sql, number, since)]


class CameIn(NamedTuple):
    """A call that came in about a case, with the contact group of the case."""

    row: AttemptRow
    group: str


def came_in(rows: Rows, campaign: bytes) -> list[CameIn]:
    """Return the calls that came in about the cases of a campaign."""
    sql = f"""{_ATTEMPT} WHERE a.campaign=? AND a.direction='in' ORDER BY a.at"""
    found = [_row(row) for row in rows.all(sql, campaign.hex())]
    groups = "SELECT contact_group FROM callback WHERE id=?"
    return [CameIn(one, str((rows.one(groups, one.callback) or ("",))[0] or "")) for one in found]


class Later(NamedTuple):
    """Who dialed under a later fence (the label of the station, or its name), and when (ISO text)."""

    label: str
    at: str


def beyond_fence(rows: Rows, callback: bytes, fence: int, since: str) -> Later | None:
    """Return the last attempt on a call since a time (ISO text) that was dialed under a later fence than this one."""
    found = rows.one(
        """SELECT coalesce(s.label, a.station), a.at FROM attempt a LEFT JOIN station s ON s.origin = a.station
        WHERE a.callback=? AND a.at >= ? AND a.fence > ? ORDER BY a.at DESC LIMIT 1""",
        callback,
        since,
        fence,
    )
    return Later(str(found[0]), str(found[1])) if found else None


def by_id(rows: Rows, attempt: bytes) -> AttemptRow | None:
    """Return one attempt, or None."""
    row = rows.one(f"{_ATTEMPT} WHERE a.id=?", attempt)
    return _row(row) if row else None


def last_by(rows: Rows, person: bytes) -> AttemptRow | None:
    """Return the last attempt of a person, or None."""
    row = rows.one(f'{_ATTEMPT} WHERE a."by"=? ORDER BY a.at DESC LIMIT 1', person)
    return _row(row) if row else None


def count_by(rows: Rows, person: bytes, since: str, direction: str) -> int:
    """Return how many attempts in a direction a person has made since a time (ISO text)."""
    row = rows.one('SELECT count(*) FROM attempt WHERE "by"=? AND at >= ? AND direction=?', person, since, direction)
    return int(row[0]) if row else 0


def next_seq(rows: Rows, station: str) -> int:
    """Return the number of the next attempt at a station."""
    row = rows.one("SELECT max(seq) FROM attempt WHERE station=?", station)
    return int(row[0]) + 1 if row and row[0] is not None else 1


def heard_at(rows: Rows, station: str) -> datetime | None:
    """Return when the last attempt that is known of a station was made."""
    row = rows.one("SELECT at FROM attempt WHERE station=? ORDER BY seq DESC LIMIT 1", station)
    return moment(str(row[0])) if row else None


def appointment_from(row: Sequence[object]) -> Appointment:
    """Return the appointment of a row."""
    return Appointment(
        bytes(row[0]),  # type: ignore[arg-type]
        bytes(row[1]),  # type: ignore[arg-type]
        datetime.fromisoformat(str(row[2])),
        datetime.fromisoformat(str(row[3])),
        coded(AppointmentKind, row[4]),
        str(row[5] or ""),
        str(row[6] or ""),
        bytes(row[7]) if row[7] else None,  # type: ignore[arg-type]
        coded(AppointmentState, row[8]),
        coded(MissedBy, row[9]) if row[9] else None,
        moment(str(row[10]) if row[10] else None),
    )


def appointment_of(rows: Rows, callback: bytes) -> Appointment | None:
    """Return the open appointment of a call, the soonest of several, or None."""
    sql = f"{APPOINTMENT} FROM appointment WHERE callback=? AND state='open' ORDER BY start_at LIMIT 1"
    row = rows.one(sql, callback)
    return appointment_from(row) if row else None


def appointments_of(rows: Rows, callback: bytes) -> list[Appointment]:
    """Return every time that was agreed on for a call, the latest last."""
    sql = f"{APPOINTMENT} FROM appointment WHERE callback=? ORDER BY start_at, id"
    return [appointment_from(row) for row in rows.all(sql, callback)]


def appointments_between(
    rows: Rows, since: str, until: str, limit: int = 200, *, mine: bool = False
) -> list[Appointment]:
    """Return the open appointments that begin in a stretch of time (ISO texts), the soonest first.

    ``mine`` leaves out those of survey calls that this station does not hold: they have no end of holding in its queue.
    """
    held = """AND NOT EXISTS (SELECT 1 FROM callback_queue q WHERE q.callback = appointment.callback
        AND q.until_at = '')"""
    sql = f"""{APPOINTMENT} FROM appointment WHERE state='open' AND start_at >= ? AND start_at < ?
        {held if mine else ""} ORDER BY start_at LIMIT ?"""
    return [appointment_from(row) for row in rows.all(sql, since, until, limit)]


def lease_facts(rows: Rows, group: str) -> tuple[list[Lease], list[Release]]:
    """Return the grants and releases of a contact group."""
    sql = """SELECT kind, station, epoch, from_at, until_at, attempts, by_station, at FROM lease
        WHERE contact_group=? AND kind IN ('granted', 'released') ORDER BY epoch"""
    leases: list[Lease] = []
    releases: list[Release] = []
    for kind, station, epoch, start, end, attempts, by_station, at in rows.all(sql, group):
        if kind == "granted":
            begins, ends = datetime.fromisoformat(start), datetime.fromisoformat(end)
            leases.append(Lease(group, station, epoch, begins, ends, attempts, by_station))
        else:
            releases.append(Release(group, station, epoch, datetime.fromisoformat(at)))
    return leases, releases


def known_since(rows: Rows, group: str) -> datetime | None:
    """Return when the first campaign was drawn that somebody of a contact group is in, or None."""
    sql = """SELECT min(campaign.at) FROM campaign_case JOIN campaign ON campaign.id = campaign_case.campaign
        WHERE campaign_case.contact_group=?"""
    row = rows.one(sql, group)
    return moment(str(row[0])) if row and row[0] else None
