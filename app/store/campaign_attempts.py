"""Attempts of a whole campaign, read at once."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from app.models.appointments import Appointment
from app.models.attempts import Attempt, Direction, MissedBy
from app.models.codes import coded
from app.models.slots import Slot
from app.models.texts import moment
from app.store.callback_attempts import APPOINTMENT, appointment_from
from app.store.callbacks import ENDED
from app.store.journal import Rows

_LOGS = """SELECT a.callback, a.station, a.seq, a.at, a.number, a.direction, o.code, a.slot, a."by", o.percent,
    o.confirmed, o.missed_by, o.language FROM callback b CROSS JOIN attempt a ON a.callback = b.id
    LEFT JOIN attempt_outcome o ON o.attempt = a.id"""
_IN_ORDER = "ORDER BY a.callback, a.at, a.station, a.seq"


def logs_of(rows: Rows, campaign: bytes) -> dict[bytes, list[Attempt]]:
    """Return the attempts of every call of a campaign in the order of the fold, by the call."""
    return _by_call(rows.all(f"{_LOGS} WHERE b.campaign=? {_IN_ORDER}", campaign))


def logs_of_ended(rows: Rows, since: str, codes: Sequence[str], said: Sequence[str]) -> dict[bytes, list[Attempt]]:
    """Return the attempts of the calls that ``callbacks.ended_since`` finds, likewise."""
    sql = f"""{_LOGS} WHERE {ENDED} {_IN_ORDER}
        /* whole: the calls of a year, against which a sample is held */"""
    return _by_call(rows.all(sql, since, json.dumps(list(codes)), json.dumps(list(said))))


def _by_call(rows: Iterable[Sequence[Any]]) -> dict[bytes, list[Attempt]]:
    found: dict[bytes, list[Attempt]] = {}
    for call, station, seq, at, number, direction, code, slot, by, *rest in rows:
        percent, confirmed, missed_by, language = rest
        attempt = Attempt(
            station, seq, datetime.fromisoformat(at), number or "", coded(Direction, direction), code or "",
            coded(Slot, slot) if slot else None, bytes(by).hex() if by else "", percent, bool(confirmed),
            coded(MissedBy, missed_by) if missed_by else None, language or "",
        )  # fmt: skip
        found.setdefault(bytes(call), []).append(attempt)
    return found


def by_arm(rows: Rows, campaign: bytes, contacts: Sequence[str]) -> list[tuple[str, int, int, int]]:
    """Return each way of choosing with its dials, its contacts (codes) and its completed interviews."""
    marks = ", ".join("?" * len(contacts))
    sql = f"""SELECT a.arm, count(*), sum(o.code IN ({marks})), sum(o.code IN ('110', '120')) FROM callback b
        JOIN attempt a ON a.callback = b.id JOIN attempt_outcome o ON o.attempt = a.id
        WHERE b.campaign=? AND a.direction='out' AND a.arm IS NOT NULL GROUP BY a.arm ORDER BY a.arm"""
    return [(str(arm), dials, met or 0, done or 0) for arm, dials, met, done in rows.all(sql, *contacts, campaign)]


def open_times(rows: Rows, campaign: bytes) -> list[tuple[datetime, datetime]]:
    """Return when the times begin and end that people agreed on for open calls of a campaign and that still stand."""
    sql = """SELECT start_at, end_at FROM appointment WHERE state='open' AND callback IN
        (SELECT id FROM callback WHERE campaign=? AND closed_at IS NULL)"""
    return [(datetime.fromisoformat(row[0]), datetime.fromisoformat(row[1])) for row in rows.all(sql, campaign)]


class AgreedTime(NamedTuple):
    """An appointment, since when it was agreed, and when it was over otherwise: another was made, or the call ended."""

    appointment: Appointment
    made_at: datetime
    over_at: datetime | None


def agreed_times(rows: Rows, campaign: bytes) -> list[AgreedTime]:
    """Return every time that people agreed on for the calls of a campaign, withdrawn ones too.

    One that was not withdrawn when another was made (two stations booked unseen by each other) goes on beside it.
    """
    sql = f"""{APPOINTMENT}, coalesce(CASE state WHEN 'withdrawn' THEN (SELECT min(n.made_at)
        FROM appointment n WHERE n.callback = appointment.callback AND n.made_at > appointment.made_at) END,
        (SELECT closed_at FROM callback b WHERE b.id = appointment.callback)) FROM appointment
        WHERE kind <> 'handed' AND callback IN (SELECT id FROM callback WHERE campaign=?)"""
    return [
        AgreedTime(appointment_from(row), datetime.fromisoformat(row[10]), moment(row[11]))
        for row in rows.all(sql, campaign)
    ]
