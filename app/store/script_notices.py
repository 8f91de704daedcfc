"""Steps of scripts that people are told of, and who has read them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.models.ids import derived_id
from app.models.journal import Value
from app.models.texts import moment
from app.store.journal import Rows, Tx
from app.store.script_life import said_in
from app.store.scripts import script_id

#: The first approval of a version, or its withdrawal; what was already approved is only looked at again. That a script
#: is new is no change, unless it is urgent: a library that was imported lately must not be read through each minute.
_STEP = """SELECT e.id, e.script, v.key, v.number, v.title_zh, v.title_en, v.effective_from, v.effective_to, e.state,
        e.at, e.note, e."by" IS ?, (SELECT display FROM person p WHERE p.id = e."by"),
        (SELECT max(o.number) FROM script_version o WHERE o.script = e.script AND o.number < v.number AND EXISTS
            (SELECT 1 FROM script_event a WHERE a.version = o.id AND a.state = 'approved' AND a.at <= e.at)),
        (SELECT max(o.number) FROM script_version o WHERE o.script = e.script AND o.number > v.number AND EXISTS
            (SELECT 1 FROM script_event a WHERE a.version = o.id AND a.state = 'approved' AND a.at <= e.at))
    FROM {source} JOIN script s ON s.id = e.script AND s.deleted_at IS NULL
    WHERE {since} AND e.state IN ('approved', 'withdrawn')
        AND (v.number > 1 OR e.state = 'withdrawn' OR e.note LIKE '%"urgent": true%')
        AND (e.state = 'withdrawn') = EXISTS (SELECT 1 FROM script_event a
            WHERE a.version = e.version AND a.state = 'approved' AND (a.at, a.id) < (e.at, e.id))
        AND NOT EXISTS (SELECT 1 FROM script_notice n WHERE n."by" = ? AND n.event = e.id)"""
_BY_EVENT = ("script_event e JOIN script_version v ON v.id = e.version", "e.at >= ?")
_BY_START = ("script_version v JOIN script_event e ON e.version = v.id", "v.effective_from >= ? AND e.at < ?")


@dataclass(frozen=True, slots=True)
class NoticedStep:
    """A version that was approved or withdrawn, which a person has not read yet.

    ``mine`` says that it was her own doing; ``former`` is the highest earlier version that had been approved until
    then, ``later`` the highest later one.
    """

    event: bytes
    script: bytes
    key: str
    number: int
    title_zh: str
    title_en: str
    effective_from: datetime | None
    effective_to: datetime | None
    state: str
    at: datetime
    said: dict[str, Any]
    mine: bool
    by: str | None
    former: int | None
    later: int | None


@dataclass(frozen=True, slots=True)
class FlagAnswer:
    """What the owner of a script answered to a flag. ``event`` is the row that ended the flag."""

    event: bytes
    key: str
    number: int
    title_zh: str
    title_en: str
    flagged: str
    answer: str
    at: datetime
    by: str | None


def steps_since(rows: Rows, person: bytes, since: datetime) -> list[NoticedStep]:
    """Return the steps that took place or take effect since a time, unread by a person, the oldest first.

    A first version is left out unless it was published urgently or withdrawn.
    """
    at = since.isoformat()
    told = rows.all(_sql(*_BY_EVENT), person, at, person) + rows.all(_sql(*_BY_START), person, at, at, person)
    return sorted(map(_step, told), key=_place)


def _sql(source: str, since: str) -> str:
    return _STEP.format(source=source, since=since)


def _step(row: tuple[Any, ...]) -> NoticedStep:
    event, script, key, number, zh, en, starts, ends, state, at, note, mine, by, former, later = row
    return NoticedStep(
        bytes(event), bytes(script), key, number, zh or "", en or "", moment(starts), moment(ends), state,
        datetime.fromisoformat(at), said_in(note), bool(mine), by, former, later,
    )  # fmt: skip


def _place(step: NoticedStep) -> tuple[datetime, bytes]:
    return step.at, step.event


def answers_since(rows: Rows, person: bytes, since: datetime) -> list[FlagAnswer]:
    """Return the answers of others to a person's flags of a time on, as far as she has not read them."""
    sql = """SELECT g.id, v.key, v.number, v.title_zh, v.title_en, f.note, g.note, g.at,
            (SELECT display FROM person p WHERE p.id = g."by")
        FROM script_flag f JOIN script_flag g ON g.script = f.script AND g.ends = f.id
            JOIN script_version v ON v.id = f.version
        WHERE f."by" = ? AND f.at >= ? AND f.ends IS NULL AND g.note IS NOT NULL AND g."by" IS NOT f."by"
            AND NOT EXISTS (SELECT 1 FROM script_notice n WHERE n."by" = f."by" AND n.event = g.id)"""
    return [
        FlagAnswer(
            bytes(row[0]), row[1], row[2], row[3] or "", row[4] or "", row[5] or "", row[6],
            datetime.fromisoformat(row[7]), row[8],
        )
        for row in rows.all(sql, person, since.isoformat())
    ]  # fmt: skip


def first_seen_at(rows: Rows, person: bytes) -> datetime | None:
    """Return when a person was first at a desk, None for one who never was."""
    row = rows.one("SELECT min(at) FROM operator_state WHERE person=?", person)
    return moment(row[0]) if row else None


def write_read(tx: Tx, script: bytes, event: bytes, *, by: bytes, wrong: int) -> None:
    """Note that a person has read a change, after so many wrong answers. It is noted once, on whatever station."""
    values: dict[str, Value] = {
        "script": script.hex(),
        "event": event.hex(),
        "wrong": wrong,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    tx.put("script_notice", derived_id("script_notice", event.hex(), by.hex()), values)


@dataclass(frozen=True, slots=True)
class LastStep:
    """The last change of a script that people are told of: when, by whom, and whether it is urgent."""

    event: bytes
    by: bytes | None
    at: datetime
    is_urgent: bool


def last_step(rows: Rows, key: str) -> LastStep | None:
    """Return the last approval or withdrawal of a script that was told to people; None without one."""
    sql = """SELECT e.id, e."by", e.at, e.note FROM script_version v JOIN script_event e ON e.version = v.id
        WHERE v.script=? AND e.state IN ('approved', 'withdrawn')
            AND (v.number > 1 OR e.state = 'withdrawn' OR e.note LIKE '%"urgent": true%')
            AND (e.state = 'withdrawn') = EXISTS (SELECT 1 FROM script_event a
                WHERE a.version = e.version AND a.state = 'approved' AND (a.at, a.id) < (e.at, e.id))
        ORDER BY e.at DESC, e.id DESC LIMIT 1"""
    row = rows.one(sql, script_id(key))
    if row is None:
        return None
    urgent = bool(said_in(row[3]).get("urgent"))
    return LastStep(bytes(row[0]), bytes(row[1]) if row[1] else None, datetime.fromisoformat(row[2]), urgent)


def read_by(rows: Rows, event: bytes) -> dict[bytes, datetime]:
    """Return who has read a change, and when."""
    sql = 'SELECT "by", at FROM script_notice WHERE event=?'
    return {bytes(person): datetime.fromisoformat(at) for person, at in rows.all(sql, event)}
