"""Formulas of appraisals as rows: each one that was ever set, with who set it, when, and why."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from app.models.appraisals import AppraisalPart, Formula
from app.models.codes import coded
from app.models.journal import Value
from app.store.journal import Rows, Tx


@dataclass(frozen=True, slots=True)
class FormulaRow:
    """A formula, when it was set and by whom."""

    formula: Formula
    at: datetime
    by: bytes


def write(tx: Tx, formula: Formula, *, by: bytes) -> bytes:
    """Write a formula down, and return its id."""
    weights: dict[str, Value] = {part.value: percent for part, percent in formula.weights.items()}
    values: dict[str, Value] = {
        "weights": weights,
        "practice_days": formula.practice_days,
        "from_on": formula.from_on.isoformat() if formula.from_on else None,
        "reason": formula.reason,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    return tx.add("appraisal_formula", values)


def formulas(rows: Rows, limit: int = 100) -> list[FormulaRow]:
    """Return the formulas that were set, the one that counts last on top; of one day the last one set comes first."""
    sql = """SELECT weights, practice_days, from_on, reason, at, "by" FROM appraisal_formula
        ORDER BY from_on DESC, at DESC, id DESC LIMIT ?"""
    return [
        FormulaRow(
            Formula(
                {coded(AppraisalPart, name): percent for name, percent in json.loads(row[0]).items()}, row[1],
                date.fromisoformat(row[2]) if row[2] else None, row[3] or "",
            ),
            datetime.fromisoformat(row[4]), bytes(row[5]),
        )
        for row in rows.all(sql, limit)
    ]  # fmt: skip
