"""Proposed, pinned and starred scripts as rows."""

from datetime import date, datetime
from typing import Any

from app.models.ids import derived_id
from app.models.journal import Value
from app.models.script_shelf import Pin, Proposed
from app.store.journal import Rows, Tx
from app.store.scripts import script_id

_NAME = '(SELECT display FROM person p WHERE p.id = {0}."by")'
_PROPOSAL = f"SELECT r.key, {_NAME.format('r')}, r.at, r.contact, r.inquiry FROM script_proposal r"


def write_proposal(tx: Tx, proposed: Proposed, *, by: bytes) -> None:
    """Note that a script was proposed."""
    values: dict[str, Value] = {
        "script": script_id(proposed.key).hex(),
        "key": proposed.key,
        "contact": proposed.contact.hex() if proposed.contact else None,
        "inquiry": proposed.inquiry.hex() if proposed.inquiry else None,
        "at": proposed.at.isoformat(),
        "by": by.hex(),
    }
    tx.add("script_proposal", values)


def proposals(rows: Rows, since: datetime, limit: int) -> list[Proposed]:
    """Return what was proposed from a moment on, the newest first."""
    found = rows.all(f"{_PROPOSAL} WHERE r.at>=? ORDER BY r.at DESC LIMIT ?", since.isoformat(), limit)
    return [_proposed(row) for row in found]


def proposed_from(rows: Rows, *, contact: bytes | None, inquiry: bytes | None) -> Proposed | None:
    """Return what was proposed from a contact, else from an inquiry; None where nothing was."""
    for column, value in (("contact", contact), ("inquiry", inquiry)):
        row = rows.one(f"{_PROPOSAL} WHERE r.{column}=? LIMIT 1", value) if value else None
        if row is not None:
            return _proposed(row)
    return None


def category_of(rows: Rows, contact: bytes) -> str | None:
    """Return the category of an inquiry that a contact belongs to."""
    sql = """SELECT i.category FROM contact_inquiry l JOIN inquiry i ON i.id = l.inquiry
        WHERE l.contact=? AND i.category IS NOT NULL LIMIT 1"""
    row = rows.one(sql, contact)
    return str(row[0]) if row else None


def caller_name(rows: Rows, caller: bytes) -> str:
    """Return a caller's name, "" without one."""
    row = rows.one("SELECT name FROM caller WHERE id=?", caller)
    return str(row[0] or "") if row else ""


def write_pin(tx: Tx, key: str, until: date | None, *, by: bytes) -> None:
    """Pin a script until a day; None takes the pin off."""
    values: dict[str, Value] = {
        "key": key,
        "until": until.isoformat() if until else None,
        "by": by.hex(),
        "deleted_at": None,
    }
    _put(tx, "script_pin", derived_id("script_pin", key), values)


def pins(rows: Rows, on: date) -> list[Pin]:
    """Return what is pinned on a day, that which goes first on top."""
    sql = f"""SELECT n.key, n.until, {_NAME.format("n")} FROM script_pin n
        WHERE n.until>=? AND n.deleted_at IS NULL ORDER BY n.until, n.key"""
    return [Pin(row[0], date.fromisoformat(row[1]), row[2] or "") for row in rows.all(sql, on.isoformat())]


def write_star(tx: Tx, key: str, *, person: bytes, on: bool) -> None:
    """Star a script for a person, or take the star away."""
    values: dict[str, Value] = {
        "person": person.hex(),
        "key": key,
        "starred_at": tx.writer.now.isoformat() if on else None,
        "deleted_at": None,
    }
    _put(tx, "script_star", derived_id("script_star", person.hex(), key), values)


def _put(tx: Tx, entity: str, row_id: bytes, values: dict[str, Value]) -> None:
    """Make the row, or change what differs: what is written once is only said by the first record of a row."""
    if tx.one(f"SELECT 1 FROM {entity} WHERE id=?", row_id) is None:
        tx.add(entity, values, row_id)
        return
    known = tx.state_of(entity, row_id)
    changed = {name: value for name, value in values.items() if known.get(name) != value}
    if changed:
        tx.put(entity, row_id, changed)


def stars(rows: Rows, person: bytes) -> list[str]:
    """Return the keys that a person starred, the first starred first."""
    sql = """SELECT key FROM script_star WHERE person=? AND starred_at IS NOT NULL AND deleted_at IS NULL
        ORDER BY starred_at, key"""
    return [str(row[0]) for row in rows.all(sql, person)]


def _proposed(row: tuple[Any, ...]) -> Proposed:
    contact, inquiry = (bytes(one) if isinstance(one, bytes) else None for one in row[3:])
    return Proposed(row[0], row[1] or "", datetime.fromisoformat(row[2]), contact, inquiry)
