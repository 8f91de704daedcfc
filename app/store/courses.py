"""Courses and the answers after them as rows."""

import json
from datetime import date
from typing import Any

from app.models.courses import Course, CourseKind
from app.models.journal import Value
from app.store.journal import Rows, Tx

_COURSE = "SELECT id, kind, title, day, hours, people, place, material, questions FROM course"


def write(tx: Tx, course: Course, *, by: bytes) -> bytes:
    """Write a course, and return its id."""
    people: list[Value] = [one.hex() for one in course.people]
    questions: list[Value] = list(course.questions)
    values: dict[str, Value] = {
        "kind": course.kind.value,
        "title": course.title,
        "day": course.day.isoformat(),
        "hours": course.hours,
        "people": people,
        "place": course.place or None,
        "material": course.material or None,
        "questions": questions,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    return tx.add("course", values)


def find(rows: Rows, course: bytes) -> Course | None:
    """Return a course, or None."""
    row = rows.one(f"{_COURSE} WHERE id=?", course)
    return _course(row) if row else None


def since(rows: Rows, day: date, limit: int = 500) -> list[Course]:
    """Return the courses from a day on, the newest first."""
    sql = f"{_COURSE} WHERE day>=? ORDER BY day DESC, id DESC LIMIT ?"
    return [_course(row) for row in rows.all(sql, day.isoformat(), limit)]


def _course(row: tuple[Any, ...]) -> Course:
    found, kind, title, day, hours, people, place, material, questions = row
    return Course(
        bytes(found), CourseKind(kind), title, date.fromisoformat(day), hours,
        tuple(map(bytes.fromhex, json.loads(people))), place or "", material or "", tuple(json.loads(questions)),
    )  # fmt: skip


def write_answer(tx: Tx, course: bytes, person: bytes, question: int, answer: str) -> bytes:
    """Write what a person answered; a later answer stands before an earlier one."""
    values: dict[str, Value] = {
        "course": course.hex(),
        "person": person.hex(),
        "question": question,
        "answer": answer,
        "at": tx.writer.now.isoformat(),
    }
    return tx.add("course_answer", values)


def answers_of(rows: Rows, course: bytes) -> dict[tuple[bytes, int], str]:
    """Return the answers that stand, by person and place of the question."""
    sql = "SELECT person, question, answer FROM course_answer WHERE course=? ORDER BY at, id"
    return {(bytes(row[0]), int(row[1])): row[2] for row in rows.all(sql, course)}
