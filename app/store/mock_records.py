"""Mock calls and their scores as rows."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from app.models.codes import coded
from app.models.evaluations import ErrorClass, ErrorFound
from app.models.journal import Value
from app.models.mock_records import MockEnd, PlayedCall, PracticeScore, Written, turns_from_body, turns_to_body
from app.store.journal import Rows, Tx

_CALL = """SELECT c.id, c.operator, c.scenario, c.scenario_version, c.script, c.script_version, c.language, c.seed,
    c.started_at, c.ended_at, c.ended, c.turns, c.written FROM practice_call c"""
_SCORE = """SELECT id, call, "by", at, points, errors, note, sheet, sheet_version FROM practice_score"""


def write(tx: Tx, call: PlayedCall) -> bytes:
    """Write a mock call, and return its id."""
    turns: list[Value] = [*turns_to_body(call.turns)]
    written: dict[str, Value] | None = None
    if call.written is not None:
        written = {**asdict(call.written), "given": list(call.written.given)}
    values: dict[str, Value] = {
        "operator": call.operator.hex(),
        "scenario": call.scenario,
        "scenario_version": call.scenario_version,
        "script": call.script,
        "script_version": call.script_version,
        "language": call.language,
        "seed": call.seed,
        "started_at": call.started_at.isoformat(),
        "ended_at": call.ended_at.isoformat(),
        "ended": call.ended.value,
        "turns": turns,
        "written": written,
    }
    return tx.add("practice_call", values)


def find(rows: Rows, call: bytes) -> PlayedCall | None:
    """Return a mock call, None where it is not there."""
    row = rows.one(f"{_CALL} WHERE c.id=?", call)
    return _call(row) if row else None


def of_operator(rows: Rows, operator: bytes, limit: int = 200) -> list[PlayedCall]:
    """Return the mock calls of a person, the newest first."""
    sql = f"{_CALL} WHERE c.operator=? ORDER BY c.ended_at DESC, c.id DESC LIMIT ?"
    return [_call(row) for row in rows.all(sql, operator, limit)]


def since(rows: Rows, at: datetime, limit: int = 500) -> list[PlayedCall]:
    """Return the mock calls of everybody from a time on, the newest first."""
    sql = f"{_CALL} WHERE c.ended_at>=? ORDER BY c.ended_at DESC, c.id DESC LIMIT ?"
    return [_call(row) for row in rows.all(sql, at.isoformat(), limit)]


def _call(row: tuple[Any, ...]) -> PlayedCall:
    found, operator, scenario, version, script, script_version, language, seed, start, end, ended, turns, written = row
    return PlayedCall(
        bytes(found), bytes(operator), scenario, version, script, script_version, language, seed,
        datetime.fromisoformat(start), datetime.fromisoformat(end), coded(MockEnd, ended),
        turns_from_body(json.loads(turns or "[]")), _written(written),
    )  # fmt: skip


def _written(text: str | None) -> Written | None:
    if not text:
        return None
    body: dict[str, Any] = json.loads(text)
    names = ("result", "category", "summary", "details")
    result, category, summary, details = (str(body.get(name) or "") for name in names)
    return Written(result, category, summary, details, tuple(body.get("given") or ()))


def write_score(tx: Tx, one: PracticeScore) -> bytes:
    """Write what an evaluator says, and return its id."""
    errors: list[Value] = [
        {"kind": each.kind.value, "note": each.note, "script": each.script, "point": each.point} for each in one.errors
    ]
    values: dict[str, Value] = {
        "call": one.call.hex(),
        "by": one.by.hex(),
        "at": one.at.isoformat(),
        "points": dict(one.points),
        "errors": errors,
        "note": one.note or None,
        "sheet": one.sheet,
        "sheet_version": one.sheet_version,
    }
    return tx.add("practice_score", values)


def scores_of(rows: Rows, call: bytes) -> list[PracticeScore]:
    """Return the scores of a mock call, the first one first."""
    return [_score(row) for row in rows.all(f"{_SCORE} WHERE call=? ORDER BY at, id", call)]


def _score(row: tuple[Any, ...]) -> PracticeScore:
    found, call, by, at, points, errors, note, sheet, version = row
    read = tuple(
        ErrorFound(coded(ErrorClass, one["kind"]), one["note"], one["script"], one["point"])
        for one in json.loads(errors or "[]")
    )
    return PracticeScore(
        bytes(found), bytes(call), bytes(by), datetime.fromisoformat(at), json.loads(points or "{}"), read, note or "",
        sheet, version,
    )  # fmt: skip
