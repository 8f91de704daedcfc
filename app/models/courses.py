"""Courses and rotations: what people attended beside the drills, with what material, and what was asked after it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.models.errors import CannotNow, FieldInvalid, FieldMissing
from app.models.journal import Entity, Field, Kind
from app.models.texts import clean

#: The longest course in hours, and the most questions after it.
MOST_HOURS, MOST_QUESTIONS = 80.0, 20


class QuestionAnswered(CannotNow):
    """A question is changed that somebody has answered already. Facts: ``name``."""


class CourseKind(StrEnum):
    """What a course was."""

    LECTURE = "lecture"
    ROTATION = "rotation"  # days in a ward
    VISIT = "visit"  # outside


@dataclass(frozen=True)
class Course:
    """One course as it was held. ``hours`` are those of each person; ``people`` are those who attended.

    What is changed is written down anew and keeps the id of what was written first; the newest counts.
    ``material`` says where the material lies; ``questions`` are to be answered after it.
    """

    id: bytes
    kind: CourseKind
    title: str
    day: date
    hours: float
    people: tuple[bytes, ...]
    place: str = ""
    material: str = ""
    questions: tuple[str, ...] = ()


def checked(course: Course) -> Course:
    """Return the course with its texts in order.

    Raises ``FieldMissing`` (title, people) and ``FieldInvalid`` (hours, questions).
    """
    title = clean(course.title)
    if not title:
        raise FieldMissing(field="title")
    if not course.people:
        raise FieldMissing(field="people")
    if not 0 < course.hours <= MOST_HOURS:
        raise FieldInvalid(field="hours", value=str(course.hours))
    questions = tuple(said for one in course.questions if (said := clean(one)))
    if len(questions) > MOST_QUESTIONS:
        raise FieldInvalid(field="questions", value=str(len(questions)))
    people = tuple(dict.fromkeys(course.people))
    place, material = clean(course.place) or "", clean(course.material) or ""
    return Course(course.id, course.kind, title, course.day, course.hours, people, place, material, questions)


def check_questions(before: Course, after: Course, answered: Collection[int]) -> None:
    """Raise ``QuestionAnswered`` where a question that was answered says something else, or stands elsewhere."""
    for place in answered:
        if before.questions[place : place + 1] != after.questions[place : place + 1]:
            raise QuestionAnswered(name=before.questions[place])


def hours_of(courses: Sequence[Course], person: bytes) -> float:
    """Return the hours that a person attended."""
    return sum(one.hours for one in courses if person in one.people)


def _facts(*names: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.FACT, sql) for name, sql in names)


COURSE = Entity(
    "course",
    _facts(
        ("kind", "TEXT"), ("title", "TEXT"), ("day", "TEXT"), ("hours", "REAL"), ("people", "JSON"), ("place", "TEXT"),
        ("material", "TEXT"), ("questions", "JSON"), ("at", "TEXT"), ("by", "REF"), ("first", "REF"),
    ),
    fact=True,
)  # fmt: skip
COURSE_ANSWER = Entity(
    "course_answer",
    _facts(("course", "REF"), ("person", "REF"), ("question", "INTEGER"), ("answer", "TEXT"), ("at", "TEXT")),
    fact=True,
)
