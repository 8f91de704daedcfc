"""Evaluations, appeals and decisions as rows."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app.models.codes import coded
from app.models.evaluations import Appeal, ErrorClass, ErrorFound, Evaluation, SampleKind
from app.models.journal import Value
from app.store.journal import Rows, Tx

_EVALUATION = """SELECT e.id, e.contact, e.operator, e."by", e.at, e.sample, e.points, e.errors, e.sheet,
    e.sheet_version, e.note FROM evaluation e"""


def write(tx: Tx, one: Evaluation) -> bytes:
    """Write an evaluation, and return its id."""
    values: dict[str, Value] = {
        "contact": one.contact.hex(),
        "operator": one.operator.hex(),
        "sample": one.sample.value,
        "sheet": one.sheet,
        "sheet_version": one.sheet_version,
        "points": dict(one.points),
        "errors": _errors(one.errors),
        "note": one.note or None,
        "at": one.at.isoformat(),
        "by": one.by.hex(),
    }
    return tx.add("evaluation", values)


def _errors(errors: Sequence[ErrorFound]) -> list[Value]:
    return [{"kind": one.kind.value, "note": one.note, "script": one.script, "point": one.point} for one in errors]


def write_appeal(tx: Tx, evaluation: bytes, *, reason: str, by: bytes) -> bytes:
    """Write an appeal, and return its id."""
    at = tx.writer.now.isoformat()
    return tx.add("appeal", {"evaluation": evaluation.hex(), "reason": reason, "at": at, "by": by.hex()})


def write_decision(tx: Tx, decided: Appeal, *, by: bytes, note: str) -> None:
    """Write what another evaluator decided."""
    values: dict[str, Value] = {
        "appeal": decided.id.hex(),
        "upheld": int(bool(decided.upheld)),
        "points": dict(decided.points),
        "errors": _errors(decided.errors),
        "note": note or None,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    tx.add("appeal_decision", values)


def unseen(rows: Rows, operator: bytes, since: datetime, limit: int = 2000) -> list[bytes]:
    """Return contacts of an operator from a time on that nobody has evaluated, the newest first."""
    sql = """SELECT c.id FROM contact c WHERE c.operator=? AND c.opened_at>=?
        AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.contact = c.id) ORDER BY c.opened_at DESC LIMIT ?"""
    return [bytes(row[0]) for row in rows.all(sql, operator, since.isoformat(), limit)]


def unseen_about(
    rows: Rows, script: str, since: datetime, *, operator: bytes | None = None, limit: int = 5
) -> list[tuple[bytes, bytes]]:
    """Return (contact, operator) that nobody has evaluated in which a script was given, the newest first."""
    whose, arguments = ("AND c.operator=?", (operator,)) if operator else ("AND c.operator IS NOT NULL", ())
    sql = f"""SELECT s.contact, c.operator FROM contact_script s JOIN contact c ON c.id = s.contact
        WHERE s.script=? AND s.at>=? {whose} AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.contact = c.id)
        ORDER BY s.at DESC, s.id DESC LIMIT ?"""
    found = rows.all(sql, script, since.isoformat(), *arguments, limit)
    return [(bytes(contact), bytes(person)) for contact, person in found]


def find(rows: Rows, evaluation: bytes) -> Evaluation | None:
    """Return one evaluation with its appeal, or None."""
    row = rows.one(f"{_EVALUATION} WHERE e.id=?", evaluation)
    return _evaluation(rows, row) if row else None


def of_contact(rows: Rows, contact: bytes) -> list[Evaluation]:
    """Return the evaluations of a contact, the first on top."""
    found = rows.all(f"{_EVALUATION} WHERE e.contact=? ORDER BY e.at, e.id", contact)
    return [_evaluation(rows, row) for row in found]


def of_operator(rows: Rows, operator: bytes, since: datetime) -> list[Evaluation]:
    """Return the evaluations of an operator from a time on, the newest first."""
    sql = f"{_EVALUATION} WHERE e.operator=? AND e.at>=? ORDER BY e.at DESC"
    return [_evaluation(rows, row) for row in rows.all(sql, operator, since.isoformat())]


def since(rows: Rows, at: datetime) -> list[Evaluation]:
    """Return all evaluations from a time on, the first on top."""
    sql = f"{_EVALUATION} WHERE e.at>=? ORDER BY e.at, e.id"
    return [_evaluation(rows, row) for row in rows.all(sql, at.isoformat())]


def _evaluation(rows: Rows, row: tuple[Any, ...]) -> Evaluation:
    return Evaluation(
        bytes(row[0]), bytes(row[1]), bytes(row[2]), bytes(row[3]), datetime.fromisoformat(row[4]),
        coded(SampleKind, row[5]), json.loads(row[6]), _read(json.loads(row[7])), row[8], row[9], row[10] or "",
        _appeal(rows, bytes(row[0])), _read_at(rows, bytes(row[0])),
    )  # fmt: skip


def _read(errors: Sequence[Mapping[str, str]]) -> tuple[ErrorFound, ...]:
    return tuple(ErrorFound(coded(ErrorClass, one["kind"]), one["note"], one["script"], one["point"]) for one in errors)


def _appeal(rows: Rows, evaluation: bytes) -> Appeal | None:
    row = rows.one("SELECT id, reason, at FROM appeal WHERE evaluation=? ORDER BY at LIMIT 1", evaluation)
    if row is None:
        return None
    made = Appeal(bytes(row[0]), row[1], datetime.fromisoformat(row[2]))
    sql = 'SELECT upheld, "by", points, errors, note FROM appeal_decision WHERE appeal=? ORDER BY at, id LIMIT 1'
    decided = rows.one(sql, made.id)
    if decided is None:
        return made
    upheld, by, points, errors, note = decided
    return Appeal(
        made.id, made.reason, made.at, bool(upheld), bytes(by), json.loads(points), _read(json.loads(errors)),
        note or "",
    )  # fmt: skip


def _read_at(rows: Rows, evaluation: bytes) -> datetime | None:
    row = rows.one("SELECT at FROM evaluation_read WHERE evaluation=? ORDER BY at LIMIT 1", evaluation)
    return datetime.fromisoformat(row[0]) if row else None


def write_read(tx: Tx, evaluation: bytes, *, by: bytes) -> None:
    """Write that somebody has read what was recorded about them."""
    values: dict[str, Value] = {"evaluation": evaluation.hex(), "at": tx.writer.now.isoformat(), "by": by.hex()}
    tx.add("evaluation_read", values)
