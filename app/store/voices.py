"""What callers said in interviews, comments on it and improvements, as rows."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.models.codes import coded
from app.models.journal import Value
from app.models.voices import Improvement, ImprovementState
from app.store.journal import Rows, Tx


@dataclass(frozen=True, slots=True)
class Spoken:
    """An ended interview with what its items count as, where it belongs, and names that are known to be meant."""

    interview: bytes
    at: datetime
    questionnaire: str
    version: int
    unit: str
    category: str
    codes: dict[str, Any]
    names: tuple[str, ...]


def spoken(rows: Rows, before: tuple[str, bytes], limit: int) -> list[Spoken]:
    """Return ended interviews before a moment and id, the newest first."""
    sql = """SELECT v.id, v.at, v.questionnaire, v.version, coalesce(i.unit, v.institution), i.category,
        (SELECT e.codes FROM interview_end e WHERE e.interview = v.id ORDER BY e.at DESC, e.id DESC LIMIT 1),
        (SELECT c.name FROM caller c WHERE c.id = coalesce(v.caller, i.caller)),
        (SELECT k.name FROM campaign_case k WHERE k.id = v.case_id)
        FROM interview v LEFT JOIN inquiry i ON i.id = v.inquiry
        WHERE (v.at, v.id) < (?, ?) ORDER BY v.at DESC, v.id DESC LIMIT ?"""
    return [_spoken(row) for row in rows.all(sql, *before, limit)]


def _spoken(row: tuple[Any, ...]) -> Spoken:
    row_id, at, questionnaire, version, unit, category, codes, *names = row
    known = tuple(str(name) for name in names if name)
    told: dict[str, Any] = json.loads(codes) if codes else {}
    return Spoken(
        bytes(row_id), datetime.fromisoformat(at), questionnaire, int(version or 0), unit or "", category or "", told,
        known,
    )  # fmt: skip


def comments(rows: Rows, interview: bytes, item: str) -> list[tuple[str, datetime, bytes]]:
    """Return (text, when, by whom) of every comment, the oldest first."""
    sql = """SELECT text, at, "by" FROM voice_comment WHERE interview = ? AND item = ? ORDER BY at, id"""
    found = rows.all(sql, interview, item)
    return [(row[0], datetime.fromisoformat(row[1]), bytes(row[2])) for row in found]


def write_comment(tx: Tx, interview: bytes, item: str, text: str, *, by: bytes) -> bytes:
    """Write a comment and return its id."""
    at = tx.writer.now.isoformat()
    return tx.add("voice_comment", {"interview": interview.hex(), "item": item, "text": text, "at": at, "by": by.hex()})


def propose(tx: Tx, one: Improvement) -> bytes:
    """Write a proposal and return its id."""
    values: dict[str, Value] = {
        "title": one.title,
        "text": one.text or None,
        "interview": one.interview.hex() if one.interview else None,
        "item": one.item or None,
        "at": one.at.isoformat(),
        "by": one.by.hex(),
    }
    return tx.add("improvement", values)


def step(tx: Tx, improvement: bytes, answered: Improvement, *, by: bytes) -> None:
    """Write what was decided about a proposal."""
    values: dict[str, Value] = {
        "improvement": improvement.hex(),
        "state": answered.state.value,
        "note": answered.answer,
        "owner": answered.owner or None,
        "due_on": answered.due_on.isoformat() if answered.due_on else None,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    tx.add("improvement_step", values)


_IMPROVEMENT = """SELECT p.id, p.title, p.text, p."by", p.at, p.interview, p.item, (SELECT s.id FROM improvement_step s
    WHERE s.improvement = p.id ORDER BY s.at DESC, s.id DESC LIMIT 1) FROM improvement p"""


def improvements(rows: Rows, limit: int = 500) -> list[Improvement]:
    """Return proposals with where they stand, the newest first."""
    return list(
        _improvements(
            rows,
            rows.all(
                f"{_IMPROVEMENT} /* whole: along its index up to the limit */ ORDER BY p.at DESC, p.id DESC LIMIT ?",
                limit,
            ),
        )
    )


def improvement(rows: Rows, found: bytes) -> Improvement | None:
    """Return one proposal, or None."""
    return next(_improvements(rows, rows.all(f"{_IMPROVEMENT} WHERE p.id = ?", found)), None)


def _improvements(rows: Rows, found: list[tuple[Any, ...]]) -> Iterator[Improvement]:
    for row_id, title, text, by, at, interview, item, last in found:
        made = (bytes(row_id), title, text or "", bytes(by), datetime.fromisoformat(at))
        about = (bytes(interview) if interview else None, item or "")
        stands = (
            rows.one("SELECT state, note, owner, due_on FROM improvement_step WHERE id = ?", last) if last else None
        )
        if stands is None:
            yield Improvement(*made, interview=about[0], item=about[1])
            continue
        state, note, owner, due_on = stands
        due = date.fromisoformat(due_on) if due_on else None
        yield Improvement(*made, coded(ImprovementState, state), note or "", owner or "", due, *about)
