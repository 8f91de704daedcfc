"""Exams, sittings, their log and marks as rows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.models.codes import coded
from app.models.drill_items import BY_PERSON, Difficulty, DrillKind
from app.models.exams import BlueprintLine, Exam, MarksMissing, PassRule
from app.models.ids import derived_id
from app.models.journal import Value
from app.models.sittings import SittingEvent, SittingStep
from app.models.texts import moment
from app.store.journal import Rows, Tx

_EXAM = """SELECT id, name, blueprint, seed, opens_at, closes_at, minutes, rule, forms, people, released_at,
    cuts FROM exam"""
_SITTING = "SELECT id, exam, person, form, number, limit_s, language, at FROM sitting"


@dataclass(frozen=True, slots=True)
class SittingRow:
    """One person's attempt at an exam. ``number`` 1 is the first; ``limit`` is the time that was granted."""

    id: bytes
    exam: bytes
    person: bytes
    form: int
    number: int
    limit: timedelta
    language: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MarkRow:
    """What a person gave for an answer: 0 to 1, and whether a critical point was missed; which appeal it decides."""

    item: bytes
    points: float
    critical: bool
    by: bytes
    at: datetime
    note: str
    appeal: bytes | None = None


@dataclass(frozen=True, slots=True)
class MarkAppeal:
    """Why somebody disagrees with what an answer got, and whether another mark has decided it."""

    id: bytes
    item: bytes
    reason: str
    at: datetime
    decided: bool


def write_exam(tx: Tx, exam: Exam, *, by: bytes) -> bytes:
    """Write an exam, and return its id."""
    blueprint: list[Value] = [
        {
            "topic": one.topic,
            "count": one.count,
            "kind": one.kind.value if one.kind else None,
            "difficulty": one.difficulty.value if one.difficulty else None,
        }
        for one in exam.blueprint
    ]
    judges: dict[str, Value] = dict(exam.rule.judges)
    forms: list[Value] = [[version.hex() for version in form] for form in exam.forms]
    values: dict[str, Value] = {
        "name": exam.name,
        "blueprint": blueprint,
        "seed": exam.seed,
        "opens_at": exam.opens_at.isoformat(),
        "closes_at": exam.closes_at.isoformat(),
        "minutes": exam.minutes,
        "rule": {"share": exam.rule.share, "no_critical": exam.rule.no_critical, "judges": judges},
        "forms": forms,
        "people": {person.hex(): factor for person, factor in exam.people.items()},
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    return tx.add("exam", values)


def unmarked(rows: Rows, exam: bytes) -> int:
    """Return how many typed answers of an exam bear no mark of a person."""
    kinds = ", ".join(f"'{one.value}'" for one in BY_PERSON)
    sql = f"""SELECT count(*) FROM sitting s JOIN exam e ON e.id = s.exam
        JOIN json_each(e.forms, '$[' || s.form || ']') f
        JOIN item_version v ON v.id = unhex(f.value) AND v.kind IN ({kinds})
        WHERE s.exam=? AND NOT EXISTS (SELECT 1 FROM mark m JOIN person p ON p.id = m."by"
            WHERE m.sitting = s.id AND m.item = v.id)"""
    row = rows.one(sql, exam)
    return int(row[0]) if row else 0


def release(tx: Tx, exam: bytes, *, cuts: Sequence[float] = ()) -> None:
    """Say that the results of an exam are out, with the pass marks of its forms.

    Raises ``MarksMissing``: no typed mark is final without a person.
    """
    count, known = unmarked(tx, exam), find(tx, exam)
    if count:
        raise MarksMissing(name=known.name if known else "", count=count)
    told: list[Value] = list(cuts)
    tx.put("exam", exam, {"released_at": tx.writer.now.isoformat(), "cuts": told})


def find(rows: Rows, exam: bytes) -> Exam | None:
    """Return an exam, or None."""
    row = rows.one(f"{_EXAM} WHERE id=?", exam)
    return _exam(row) if row else None


def from_day(rows: Rows, since: datetime, limit: int = 500) -> list[Exam]:
    """Return the exams that close at a time or later, the first to close on top."""
    sql = f"{_EXAM} WHERE deleted_at IS NULL AND closes_at>=? ORDER BY closes_at LIMIT ?"
    return [_exam(row) for row in rows.all(sql, since.isoformat(), limit)]


def _exam(row: tuple[Any, ...]) -> Exam:
    exam, name, blueprint, seed, opens, closes, minutes, rule, forms, people, released, cuts = row
    said = json.loads(rule)
    lines = tuple(
        BlueprintLine(
            one["topic"],
            one["count"],
            coded(DrillKind, one["kind"]) if one["kind"] else None,
            coded(Difficulty, one["difficulty"]) if one.get("difficulty") else None,
        )
        for one in json.loads(blueprint)
    )
    return Exam(
        bytes(exam), name, lines, seed, datetime.fromisoformat(opens), datetime.fromisoformat(closes), minutes,
        PassRule(said["share"], said["no_critical"], said["judges"]),
        tuple(tuple(map(bytes.fromhex, form)) for form in json.loads(forms)),
        {bytes.fromhex(person): factor for person, factor in json.loads(people or "{}").items()},
        moment(released), tuple(json.loads(cuts or "[]")),
    )  # fmt: skip


def write_sitting(tx: Tx, exam: Exam, person: bytes, *, form: int, number: int, language: str) -> bytes:
    """Write that a person begins, and return the id of the sitting: the same on every station where they begin it."""
    values: dict[str, Value] = {
        "exam": exam.id.hex(),
        "person": person.hex(),
        "form": form,
        "number": number,
        "limit_s": int(exam.limit(person).total_seconds()),
        "language": language,
        "at": tx.writer.now.isoformat(),
    }
    return tx.add("sitting", values, derived_id("sitting", exam.id, person, str(number)))


def sittings_of(rows: Rows, exam: bytes, person: bytes | None = None) -> list[SittingRow]:
    """Return the sittings of an exam, those of one person in their order."""
    where, arguments = ("exam=?", (exam,)) if person is None else ("exam=? AND person=?", (exam, person))
    return [_sitting(row) for row in rows.all(f"{_SITTING} WHERE {where} ORDER BY person, number, id", *arguments)]


def sitting(rows: Rows, found: bytes) -> SittingRow | None:
    """Return one sitting, or None."""
    row = rows.one(f"{_SITTING} WHERE id=?", found)
    return _sitting(row) if row else None


def _sitting(row: tuple[Any, ...]) -> SittingRow:
    return SittingRow(
        bytes(row[0]), bytes(row[1]), bytes(row[2]), row[3], row[4], timedelta(seconds=row[5]), row[6],
        datetime.fromisoformat(row[7]),
    )  # fmt: skip


def write_event(
    tx: Tx, sitting: bytes, step: SittingStep, *, ms: int, item: bytes = b"", answer: Mapping[str, Any] | None = None
) -> None:
    """Add a line to the log of a sitting."""
    row = tx.one("SELECT coalesce(max(seq), 0) + 1 FROM sitting_event WHERE sitting=?", sitting)
    values: dict[str, Value] = {
        "sitting": sitting.hex(),
        "seq": int(row[0]) if row else 1,
        "kind": step.value,
        "at": tx.writer.now.isoformat(),
        "ms": ms,
        "item": item.hex() or None,
        "answer": dict(answer) if answer is not None else None,
    }
    tx.add("sitting_event", values)


def events_of(rows: Rows, sitting: bytes) -> list[SittingEvent]:
    """Return the log of a sitting, each line with the station that wrote it."""
    sql = """SELECT e.seq, e.kind, e.at, e.ms, e.item, e.answer, e.id, j.origin FROM sitting_event e
        JOIN journal j ON j.row_id = e.id WHERE e.sitting=? ORDER BY e.seq, e.id"""
    return [
        SittingEvent(
            row[0], coded(SittingStep, row[1]), datetime.fromisoformat(row[2]), row[3], bytes(row[4] or b""),
            json.loads(row[5]) if row[5] else {}, bytes(row[6]), bytes(row[7]),
        )
        for row in rows.all(sql, sitting)
    ]  # fmt: skip


def write_mark(tx: Tx, sitting: bytes, given: MarkRow) -> None:
    """Write what a person gave for an answer; a later mark stands before an earlier one."""
    values: dict[str, Value] = {
        "sitting": sitting.hex(),
        "item": given.item.hex(),
        "points": given.points,
        "critical": int(given.critical),
        "at": given.at.isoformat(),
        "by": given.by.hex(),
        "note": given.note or None,
        "appeal": given.appeal.hex() if given.appeal else None,
    }
    tx.add("mark", values)


def write_mark_appeal(tx: Tx, sitting: bytes, item: bytes, *, reason: str, by: bytes) -> bytes:
    """Write that somebody disagrees with what an answer got, and return the id of the appeal."""
    values: dict[str, Value] = {
        "sitting": sitting.hex(), "item": item.hex(), "reason": reason, "at": tx.writer.now.isoformat(), "by": by.hex(),
    }  # fmt: skip
    return tx.add("mark_appeal", values)


def mark_appeals_of(rows: Rows, sitting: bytes) -> dict[bytes, MarkAppeal]:
    """Return the appeal against what each answer of a sitting got."""
    sql = """SELECT a.id, a.item, a.reason, a.at,
            EXISTS (SELECT 1 FROM mark m WHERE m.sitting = a.sitting AND m.appeal = a.id)
        FROM mark_appeal a WHERE a.sitting=? ORDER BY a.at DESC, a.id DESC"""
    return {
        bytes(row[1]): MarkAppeal(bytes(row[0]), bytes(row[1]), row[2], datetime.fromisoformat(row[3]), bool(row[4]))
        for row in rows.all(sql, sitting)
    }


def open_appeals(rows: Rows, exam: bytes) -> int:
    """Return how many appeals against marks of an exam nobody has decided yet."""
    sql = """SELECT count(*) FROM sitting s JOIN mark_appeal a ON a.sitting = s.id
        WHERE s.exam=? AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.sitting = s.id AND m.appeal = a.id)"""
    row = rows.one(sql, exam)
    return int(row[0]) if row else 0


def marks_of(rows: Rows, sitting: bytes) -> dict[bytes, MarkRow]:
    """Return the mark that stands for each answer of a sitting."""
    sql = 'SELECT item, points, critical, "by", at, note FROM mark WHERE sitting=? ORDER BY at, id'
    return {
        bytes(row[0]): MarkRow(
            bytes(row[0]), row[1], bool(row[2]), bytes(row[3]), datetime.fromisoformat(row[4]), row[5] or ""
        )
        for row in rows.all(sql, sitting)
    }
