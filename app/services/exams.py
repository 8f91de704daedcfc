"""Exams: set by a trainer, sat within a window and a time, every answer saved as it is typed, handed in once."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from app.models import exams as rules
from app.models.accounts import Permission, Person
from app.models.drill_items import DrillKind, Item
from app.models.errors import CannotNow, RecordGone
from app.models.exams import (
    RESIT_AFTER,
    BlueprintLine,
    Exam,
    ExamNotOpen,
    ExamNotYours,
    ExamOver,
    NothingToResit,
    PassRule,
    ResitTooEarly,
)
from app.models.sittings import SittingState, SittingStep
from app.services.exam_sheets import Scripts, found, is_over, state_of, verdict
from app.services.office import View, Work
from app.store import accounts as people_rows
from app.store import exams as rows_of
from app.store import items as item_rows
from app.store.exams import SittingRow

#: What can be asked without the search of scripts.
EXAM_KINDS = frozenset(DrillKind) - {DrillKind.FIND}
#: Parallel forms: one to begin with, one to sit again on.
FORMS = 2
_PAST = timedelta(days=60)


@dataclass(frozen=True)
class NewExam:
    """What a trainer sets. ``people`` maps those who sit it to their factor of time; nobody named is every operator."""

    name: str
    blueprint: tuple[BlueprintLine, ...]
    opens_at: datetime
    closes_at: datetime
    minutes: int = 30
    rule: PassRule = field(default_factory=PassRule)
    people: Mapping[bytes, float] = field(default_factory=dict[bytes, float])
    seed: int | None = None


@dataclass(frozen=True)
class Question:
    """One question of a paper: its version, and its options in the order in which this person sees them."""

    version: bytes
    item: Item
    order: tuple[int, ...]
    answer: Mapping[str, Any]


@dataclass(frozen=True)
class Paper:
    """A paper before one person: questions with the answers given so far, time used, and until when it is open.

    ``left`` is what was left of the time when it was asked for.
    """

    exam: Exam
    sitting: bytes
    questions: tuple[Question, ...]
    state: SittingState
    limit: timedelta
    until: datetime
    left: timedelta


@dataclass(frozen=True)
class Mine:
    """An exam as it stands for one person: number of sittings, whether one is open, whether it can be begun now.

    ``again_at`` is when somebody who failed can sit it again, None for the others.
    """

    exam: Exam
    sittings: int
    running: bool
    may_begin: bool
    again_at: datetime | None = None


def set_exam(work: Work, new: NewExam) -> bytes:
    """Set an exam: its forms are drawn from the bank now and their versions frozen. Returns its id.

    Raises ``FieldInvalid``, ``BankTooSmall``, ``NotAllowed``.
    """
    person = work.require(Permission.TRAIN)
    seed = new.seed if new.seed is not None else secrets.randbelow(2**31)
    people = new.people or {one.id: 1.0 for one in operators(work)}
    exam = Exam(
        b"", new.name.strip(), new.blueprint, seed, new.opens_at, new.closes_at, new.minutes, new.rule, (), people
    )
    rules.check(exam)
    bank = [(version, item) for version, item in item_rows.bank(work.tx) if item.kind in EXAM_KINDS]
    by_version = {version: item.id for version, item in bank}
    forms: list[tuple[bytes, ...]] = []
    for number in range(FORMS):
        taken = frozenset(by_version[version] for form in forms for version in form)
        forms.append(rules.draw(bank, new.blueprint, seed + number, taken))
    return rows_of.write_exam(work.tx, replace(exam, forms=tuple(forms)), by=person.id)


def operators(view: View) -> list[Person]:
    """Return everybody who practices."""
    return [one for one in people_rows.everyone(view.rows) if one.may(Permission.PRACTICE)]


def mine(view: View) -> list[Mine]:
    """Return the exams of whoever is signed in, the first to close on top, those of the last two months too."""
    person = view.require(Permission.PRACTICE)
    exams = rows_of.from_day(view.rows, view.now - _PAST)
    return [_mine(view, one, person.id) for one in exams if person.id in one.people]


def _mine(view: View, one: Exam, person: bytes) -> Mine:
    sat = rows_of.sittings_of(view.rows, one.id, person)
    running = bool(sat) and not is_over(view, one, sat[-1])
    opened = one.opens_at <= view.now < one.open_until(len(sat) if running else len(sat) + 1)
    refused = None if running or not opened else _resit_refused(view, one, sat)
    again = _again_at(view, sat[-1]) if isinstance(refused, ResitTooEarly) else None
    return Mine(one, len(sat), running, opened and refused is None, again)


def _again_at(view: View, row: SittingRow) -> datetime:
    return (state_of(view, row).handed_in_at or row.at + row.limit) + RESIT_AFTER


def _resit_refused(view: View, exam: Exam, sat: list[SittingRow]) -> CannotNow | None:
    """Return why an exam cannot be sat now by somebody with these sittings, None where it can."""
    if not sat:
        return None
    if len(sat) >= len(exam.forms):
        return ExamOver(name=exam.name)
    if exam.released_at is None or verdict(view, Scripts(view), sat[-1]) is not False:
        return NothingToResit(name=exam.name)
    again = _again_at(view, sat[-1])
    return ResitTooEarly(name=exam.name, from_at=again) if view.now < again else None


def begin(work: Work, exam: bytes, *, language: str) -> Paper:
    """Begin an exam, or go on after a restart: the time goes on meanwhile.

    Raises ``ExamNotYours``, ``ExamNotOpen``, ``ExamOver`` (the second form is used up), ``NothingToResit``,
    ``ResitTooEarly``.
    """
    person = work.require(Permission.PRACTICE)
    known = found(work, exam)
    if person.id not in known.people:
        raise ExamNotYours(name=known.name)
    sat = rows_of.sittings_of(work.tx, exam, person.id)
    running = bool(sat) and not is_over(work, known, sat[-1])
    closes_at = known.open_until(len(sat) if running else len(sat) + 1)
    if not known.opens_at <= work.now < closes_at:
        raise ExamNotOpen(name=known.name, opens_at=known.opens_at, closes_at=closes_at)
    row = sat[-1] if running else _new_sitting(work, known, sat, person.id, language)
    rows_of.write_event(work.tx, row.id, SittingStep.OPENED, ms=0)
    return _paper(work, known, row)


def _new_sitting(work: Work, exam: Exam, sat: list[SittingRow], person: bytes, language: str) -> SittingRow:
    refused = _resit_refused(work, exam, sat)
    if refused is not None:
        raise refused
    number = len(sat) + 1
    made = rows_of.write_sitting(work.tx, exam, person, form=number - 1, number=number, language=language)
    row = rows_of.sitting(work.tx, made)
    if row is None:
        raise RecordGone(entity="sitting", id=made.hex())
    return row


def paper(view: View, sitting: bytes) -> Paper:
    """Return one's own paper as it stands. Raises ``RecordGone``, ``ExamNotYours``."""
    row, exam = _own(view, sitting)
    return _paper(view, exam, row)


def _own(view: View, sitting: bytes) -> tuple[SittingRow, Exam]:
    person = view.require(Permission.PRACTICE)
    row = rows_of.sitting(view.rows, sitting)
    if row is None:
        raise RecordGone(entity="sitting", id=sitting.hex())
    exam = found(view, row.exam)
    if row.person != person.id:
        raise ExamNotYours(name=exam.name)
    return row, exam


def _paper(view: View, exam: Exam, row: SittingRow) -> Paper:
    state = state_of(view, row)
    order = rules.paper_order(exam.forms[row.form], exam.seed, row.person)
    items = item_rows.versions(view.rows, order)
    questions = tuple(
        Question(
            version,
            items[version],
            rules.option_order(len(items[version].options), exam.seed, row.person, version),
            state.answers.get(version, {}),
        )
        for version in order
        if version in items
    )
    until = min(exam.open_until(row.number), view.now + max(timedelta(), row.limit - state.used))
    return Paper(exam, row.id, questions, state, row.limit, until, max(timedelta(), until - view.now))


def save(work: Work, sitting: bytes, version: bytes, answer: Mapping[str, Any], *, ms: int) -> None:
    """Save an answer as it stands; ``ms`` counts from when the paper was opened on this PC, by a steady clock.

    ``answer`` is {"text": …} or {"chosen": […]} with the places of the item's own options. Raises ``ExamOver``.
    """
    row, exam = _running(work, sitting)
    if version not in exam.forms[row.form]:
        raise RecordGone(entity="item", id=version.hex())
    rows_of.write_event(work.tx, row.id, SittingStep.ANSWERED, ms=ms, item=version, answer=answer)


def note(work: Work, sitting: bytes, step: SittingStep, *, ms: int) -> None:
    """Note that the window lost the focus or has it again. Raises ``ExamOver``."""
    row, _ = _running(work, sitting)
    rows_of.write_event(work.tx, row.id, step, ms=ms)


def hand_in(work: Work, sitting: bytes, *, ms: int) -> None:
    """Hand a paper in; nothing can be changed after it. Raises ``ExamOver`` for one that was handed in."""
    row, exam = _own(work, sitting)
    if state_of(work, row).handed_in_at is not None:
        raise ExamOver(name=exam.name)
    rows_of.write_event(work.tx, row.id, SittingStep.HANDED_IN, ms=ms)


def _running(work: Work, sitting: bytes) -> tuple[SittingRow, Exam]:
    row, exam = _own(work, sitting)
    if state_of(work, row).ended or work.now >= exam.open_until(row.number):
        raise ExamOver(name=exam.name)
    return row, exam
