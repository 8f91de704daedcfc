"""What happened to the versions of a script: who wrote them, who approved them, and when they were looked at again."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.store.journal import Rows
from app.store.scripts import script_id


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """One step of a version. ``said`` is what was noted with it; ``by`` and ``by_name`` who took it."""

    number: int
    state: str
    at: datetime
    by: bytes | None
    by_name: str | None
    said: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """When a version was last looked at without a change, and when it is due again (None: as it says itself)."""

    on_day: date | None = None
    next_on: date | None = None


def life_of(rows: Rows, key: str) -> list[LifeEvent]:
    """Return every step of every version, the oldest first."""
    sql = """SELECT v.number, e.state, e.at, e."by", (SELECT display FROM person p WHERE p.id = e."by"), e.note
        FROM script_version v JOIN script_event e ON e.version = v.id WHERE v.script=? ORDER BY e.at, e.id"""
    return [
        LifeEvent(row[0], row[1], datetime.fromisoformat(row[2]), _ref(row[3]), row[4], said_in(row[5]))
        for row in rows.all(sql, script_id(key))
    ]


def _ref(value: object) -> bytes | None:
    return bytes(value) if isinstance(value, bytes) else None


def said_in(note: str | None) -> dict[str, Any]:
    """Return what a note says; a note of an older program that is plain words becomes ``note``."""
    if not note:
        return {}
    try:
        found: object = json.loads(note)
    except ValueError:
        return {"note": note}
    return {str(name): value for name, value in found.items()} if isinstance(found, dict) else {"note": note}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def withdrawal_of(rows: Rows, version: bytes) -> dict[str, Any]:
    """Return what was said when a version was withdrawn: its ``note`` and the key of its ``successor``, if any."""
    sql = "SELECT note FROM script_event WHERE version=? AND state='withdrawn' ORDER BY at DESC, id DESC LIMIT 1"
    row = rows.one(sql, version)
    return said_in(row[0]) if row else {}


def authors_of(rows: Rows, key: str) -> dict[int, tuple[bytes | None, str | None]]:
    """Return who wrote each version: id and name as it is shown."""
    sql = """SELECT v.number, v."by", (SELECT display FROM person p WHERE p.id = v."by")
        FROM script_version v WHERE v.script=?"""
    return {row[0]: (_ref(row[1]), row[2]) for row in rows.all(sql, script_id(key))}


def versions_since(rows: Rows, since: datetime) -> set[bytes]:
    """Return the versions of which something became from a moment on."""
    sql = "SELECT version FROM script_event WHERE at>=?"
    return {bytes(version) for (version,) in rows.all(sql, since.isoformat())}


def reviewed(rows: Rows, version: bytes) -> Reviewed:
    """Return when a version was last looked at, by its events."""
    sql = "SELECT note FROM script_event WHERE version=? AND state='approved' ORDER BY at DESC, id DESC"
    for (note,) in rows.all(sql, version):
        said = said_in(note)
        if "reviewed_on" in said or "review_on" in said:
            return Reviewed(_day(said.get("reviewed_on")), _day(said.get("review_on")))
    return Reviewed()


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None
