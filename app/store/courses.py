"""Courses and the answers after them as rows."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.models.codes import coded
from app.models.courses import Course, CourseKind
from app.models.journal import Value
from app.store.journal import Rows, Tx

_COLUMNS = "coalesce(c.first, c.id), c.kind, c.title, c.day, c.hours, c.people, c.place, c.material, c.questions"
#: What was written down later about the same course stands before what was written earlier.
_NEWEST = """NOT EXISTS (SELECT 1 FROM course n WHERE n.first = coalesce(c.first, c.id)
    AND (c.first IS NULL OR n.at > c.at OR (n.at = c.at AND n.id > c.id)))"""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written down about a course at one time, and by whom."""

    course: Course
    at: datetime
    by: bytes


def write(tx: Tx, course: Course, *, by: bytes) -> bytes:
    """Write a course down, anew where it has an id, and return the id that it keeps."""
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
        "first": course.id.hex() if course.id else None,
    }
    made = tx.add("course", values)
    return course.id or made


def find(rows: Rows, course: bytes) -> Course | None:
    """Return a course as it stands, or None."""
    found = written(rows, course)
    return found[0].course if found else None


def written(rows: Rows, course: bytes) -> list[Written]:
    """Return everything that was written down about a course, what stands first."""
    sql = f"""SELECT {_COLUMNS}, c.at, c."by" FROM course c WHERE c.first=? ORDER BY c.at DESC, c.id DESC"""
    first = rows.one(f"""SELECT {_COLUMNS}, c.at, c."by" FROM course c WHERE c.id=?""", course)
    return [_written(row) for row in (*rows.all(sql, course), *((first,) if first else ()))]


def _written(row: tuple[Any, ...]) -> Written:
    return Written(_course(row[:-2]), datetime.fromisoformat(row[-2]), bytes(row[-1]))


def since(rows: Rows, day: date, limit: int = 500) -> list[Course]:
    """Return the courses from a day on as they stand, the newest first."""
    sql = f"SELECT {_COLUMNS} FROM course c WHERE c.day>=? AND {_NEWEST} ORDER BY c.day DESC, c.id DESC LIMIT ?"
    return [_course(row) for row in rows.all(sql, day.isoformat(), limit)]


def _course(row: tuple[Any, ...]) -> Course:
    found, kind, title, day, hours, people, place, material, questions = row
    return Course(
        bytes(found), coded(CourseKind, kind), title, date.fromisoformat(day), hours,
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
