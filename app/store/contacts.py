"""Finalized contacts as rows, with their amendments applied."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from app.models.codes import coded
from app.models.contacts import Amendment, AnswerMode, Channel, ContactResult, ContactRow, GivenScript, Referral
from app.models.texts import moment
from app.store.journal import Rows

_NAMES = (
    "channel", "opened_at", "ended_at", "result", "operator", "number", "caller", "summary", "narrative",
    "answer_mode", "form", "form_version", "answers", "reply", "received_at",
)  # fmt: skip
_CONTACT = f"""SELECT c.id, {", ".join(f"c.{name}" for name in _NAMES)},
    (SELECT display FROM person p WHERE p.id = c.operator) FROM contact c"""


def by_id(rows: Rows, contact_id: bytes) -> ContactRow | None:
    """Return one finalized contact, or None."""
    row = rows.one(f"{_CONTACT} WHERE c.id=?", contact_id)
    return _contact(rows, row) if row else None


def of_callers(rows: Rows, cards: Collection[bytes], limit: int = 20) -> tuple[ContactRow, ...]:
    """Return a person's contacts, the newest first. ``cards``: every card that is linked as theirs."""
    sql = f"{_CONTACT} WHERE c.caller=? ORDER BY c.opened_at DESC LIMIT ?"
    found = [_contact(rows, row) for card in cards for row in rows.all(sql, card, limit)]
    return tuple(sorted(found, key=_opened_at, reverse=True)[:limit])


def _opened_at(one: ContactRow) -> datetime:
    return one.opened_at


def of_inquiry(rows: Rows, inquiry: bytes, limit: int = 100) -> list[ContactRow]:
    """Return the contacts of an inquiry and of what is merged into it, the oldest first."""
    sql = f"""{_CONTACT} WHERE c.id IN (SELECT contact FROM contact_inquiry WHERE inquiry IN
        (SELECT ? UNION ALL SELECT id FROM inquiry WHERE merged_into=?)) ORDER BY c.opened_at LIMIT ?"""
    return [_contact(rows, row) for row in rows.all(sql, inquiry, inquiry, limit)]


def _contact(rows: Rows, row: tuple[Any, ...]) -> ContactRow:
    contact_id = bytes(row[0])
    values: dict[str, Any] = dict(zip(_NAMES, row[1:-1], strict=True))
    sql = "SELECT corrected FROM contact_amendment WHERE contact=? ORDER BY at, id"
    amendments = rows.all(sql, contact_id)
    values["answers"] = json.loads(values["answers"] or "{}")
    for (corrected,) in amendments:
        for name, (_, new) in json.loads(corrected).items():
            if name.startswith("answers."):
                values["answers"][name.removeprefix("answers.")] = new
            else:
                values[name] = new
    mode = values["answer_mode"]
    return ContactRow(
        contact_id,
        coded(Channel, values["channel"]),
        datetime.fromisoformat(values["opened_at"]),
        moment(values["ended_at"]),
        coded(ContactResult, values["result"]),
        bytes(values["operator"]) if values["operator"] else None,
        row[-1],
        values["number"],
        bytes(values["caller"]) if values["caller"] else None,
        values["summary"],
        values["narrative"],
        coded(AnswerMode, mode) if mode else None,
        values["form"],
        values["form_version"],
        values["answers"],
        scripts_of(rows, contact_id),
        len(amendments),
        values["reply"],
        moment(values["received_at"]),
    )


def amendments_of(rows: Rows, contact_id: bytes) -> tuple[Amendment, ...]:
    """Return the corrections of a contact, the oldest first."""
    sql = """SELECT a.at, (SELECT display FROM person p WHERE p.id = a.by), a.reason, a.corrected
        FROM contact_amendment a WHERE a.contact=? ORDER BY a.at, a.id"""
    return tuple(
        Amendment(
            datetime.fromisoformat(at),
            name,
            reason,
            {field: (former, now) for field, (former, now) in json.loads(corrected or "{}").items()},
        )
        for at, name, reason, corrected in rows.all(sql, contact_id)
    )


def scripts_of(rows: Rows, contact_id: bytes) -> tuple[GivenScript, ...]:
    """Return the script versions given in a contact, in order."""
    sql = """SELECT script, version, language, at, how, query, rank, ticked, title FROM contact_script
        WHERE contact=? ORDER BY at, id"""
    return tuple(
        GivenScript(
            row[0], row[1], row[2], datetime.fromisoformat(row[3]), row[4], row[5], row[6],
            tuple(json.loads(row[7] or "[]")), row[8],
        )
        for row in rows.all(sql, contact_id)
    )  # fmt: skip


def last_given(rows: Rows, cards: Collection[bytes], script: str) -> tuple[int, str] | None:
    """Return the version of a script that a person was last given, and when (ISO text); or None.

    ``cards``: every card that is linked as theirs.
    """
    sql = """SELECT s.version, s.at FROM contact c JOIN contact_script s ON s.contact = c.id
        WHERE c.caller=? AND s.script=? ORDER BY s.at DESC LIMIT 1"""
    found = filter(None, (rows.one(sql, card, script) for card in cards))
    return max(((int(row[0]), str(row[1])) for row in found), key=_given_at, default=None)


def _given_at(one: tuple[int, str]) -> str:
    return one[1]


def referral_of(rows: Rows, contact_id: bytes) -> Referral | None:
    """Return to whom the caller of a contact was sent, or None."""
    sql = """SELECT e.unit, e.note, e.kind FROM contact_inquiry l JOIN inquiry_event e ON e.inquiry = l.inquiry
        WHERE l.contact=? AND e.contact=? AND e.kind IN ('referred', 'transferred') LIMIT 1"""
    row = rows.one(sql, contact_id, contact_id)
    return Referral(str(row[0] or ""), row[1], row[2] == "transferred") if row else None


def exists(rows: Rows, contact_id: bytes) -> bool:
    """Say whether this contact is finalized."""
    return rows.one("SELECT 1 FROM contact WHERE id=?", contact_id) is not None
