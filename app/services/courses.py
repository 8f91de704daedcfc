"""Courses and rotations written down by a trainer; who attended sees them and answers what is asked after them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.models import courses as rules
from app.models.accounts import Permission, Person
from app.models.courses import Course, CourseKind
from app.models.errors import CannotNow, FieldInvalid, FieldMissing, FieldTooLong, RecordGone
from app.models.texts import clean
from app.services import drill_cards, exams
from app.services.office import View, Work
from app.store import accounts as people_rows
from app.store import courses as rows_of

#: Courses of so long ago are listed.
REACH = timedelta(days=366)
LONGEST_ANSWER = 2000


class NotAttended(CannotNow):
    """A question is answered by somebody who was not there. Facts: ``name``."""


@dataclass(frozen=True)
class NewCourse:
    """What a trainer writes down; people by their account names."""

    kind: CourseKind
    title: str
    day: date
    hours: float
    people: Sequence[str]
    place: str = ""
    material: str = ""
    questions: Sequence[str] = ()


@dataclass(frozen=True)
class CourseLine:
    """A course as whoever asks may see it: how many answered of those who attended, and the answers.

    ``answers`` are (name, place of the question, answer): everybody's for trainers, one's own for the others.
    ``waiting`` are the places of the questions that whoever asks still has to answer. ``changes`` are who wrote it down
    and when, the last time first; ``accounts`` are (account, name) of those who attended.
    """

    course: Course
    attended: tuple[str, ...]
    answers: tuple[tuple[str, int, str], ...]
    mine: bool
    waiting: tuple[int, ...] = ()
    changes: tuple[tuple[str, datetime], ...] = ()
    accounts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Courses:
    """The courses of the last year; for trainers, who can be written down: (account, name), and the day today."""

    lines: tuple[CourseLine, ...]
    people: tuple[tuple[str, str], ...]
    today: date
    may_write: bool


def desk(view: View) -> Courses:
    """Return the courses with what a trainer needs to write one down. Raises ``NotAllowed``."""
    may_write = view.require(Permission.PRACTICE).may(Permission.TRAIN)
    people = tuple((one.name, one.display) for one in exams.operators(view)) if may_write else ()
    return Courses(tuple(listed(view)), people, drill_cards.today(view), may_write)


def record(work: Work, new: NewCourse) -> bytes:
    """Write a course down, and return its id.

    Raises ``FieldMissing``, ``FieldInvalid`` (an unknown name, a day to come), ``NotAllowed``.
    """
    person = work.require(Permission.TRAIN)
    return rows_of.write(work.tx, _made(work, b"", new), by=person.id)


def change(work: Work, course: bytes, new: NewCourse) -> None:
    """Write a course down anew; what was written before stays, and questions that were answered stay as they are.

    Raises ``RecordGone``, ``QuestionAnswered`` and what ``record`` raises.
    """
    person = work.require(Permission.TRAIN)
    before = rows_of.find(work.tx, course)
    if before is None:
        raise RecordGone(entity="course", id=course.hex())
    after = _made(work, course, new)
    rules.check_questions(before, after, {question for _, question in rows_of.answers_of(work.tx, course)})
    if after != before:
        rows_of.write(work.tx, after, by=person.id)


def _made(work: Work, course: bytes, new: NewCourse) -> Course:
    known = {one.name: one.id for one in people_rows.everyone(work.tx)}
    for name in new.people:
        if name not in known:
            raise FieldInvalid(field="people", value=name)
    if new.day > drill_cards.today(work):
        raise FieldInvalid(field="day", value=new.day.isoformat())
    made = Course(
        course, new.kind, new.title, new.day, new.hours, tuple(known[name] for name in new.people), new.place,
        new.material, tuple(new.questions),
    )  # fmt: skip
    return rules.checked(made)


def answer(work: Work, course: bytes, question: int, text: str) -> None:
    """Answer a question (0 the first) about a course that one attended; a later answer replaces the one before.

    Raises ``RecordGone``, ``NotAttended``, ``FieldMissing``, ``FieldTooLong``.
    """
    person = work.require(Permission.PRACTICE)
    found = rows_of.find(work.tx, course)
    if found is None or question not in range(len(found.questions)):
        raise RecordGone(entity="course", id=course.hex())
    if person.id not in found.people:
        raise NotAttended(name=found.title)
    said = clean(text)
    if not said:
        raise FieldMissing(field="answer")
    if len(said) > LONGEST_ANSWER:
        raise FieldTooLong(field="answer", limit=LONGEST_ANSWER)
    rows_of.write_answer(work.tx, course, person.id, question, said)


def listed(view: View) -> list[CourseLine]:
    """Return the courses of the last year, the newest first: all for trainers, those attended for the others."""
    person = view.require(Permission.PRACTICE)
    known = {one.id: one for one in people_rows.everyone(view.rows)}
    every = person.may(Permission.TRAIN)
    lines: list[CourseLine] = []
    for one in rows_of.since(view.rows, drill_cards.today(view) - REACH):
        mine = person.id in one.people
        if mine or every:
            lines.append(_line(view, one, known, every=every))
    return lines


def _line(view: View, course: Course, known: Mapping[bytes, Person], *, every: bool) -> CourseLine:
    me, names = view.person.id, {one.id: one.display for one in known.values()}
    given = rows_of.answers_of(view.rows, course.id)
    shown = tuple(
        (names.get(person, ""), question, text) for (person, question), text in given.items() if every or person == me
    )
    mine = me in course.people
    waiting = tuple(place for place in range(len(course.questions)) if mine and (me, place) not in given)
    accounts = tuple((known[one].name, known[one].display) for one in course.people if one in known)
    changes = tuple((names.get(one.by, ""), one.at) for one in rows_of.written(view.rows, course.id))
    return CourseLine(
        course, tuple(names.get(one, "") for one in course.people), shown, mine, waiting, changes, accounts
    )
