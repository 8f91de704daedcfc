"""Sitting an exam: within its window, within its time, saved as it is typed, handed in once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.drill_items import DrillKind
from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.models.exams import (
    RESIT_AFTER,
    BankTooSmall,
    BlueprintLine,
    ExamNotOpen,
    ExamNotYours,
    ExamOver,
    NothingToResit,
    PassRule,
    ResitTooEarly,
)
from app.models.sittings import SittingStep
from app.services import appraisals, exam_appeals, exam_results, exams, question_bank
from app.services.exams import NewExam
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services import examined
from tests.services.drilled import FLU, OPEN, publish

LINES = (BlueprintLine("consult/vaccine", 2, DrillKind.SAY), BlueprintLine("consult/opening", 2, DrillKind.SLOT))
WEEK = NewExam("Week 10", (BlueprintLine("consult/opening", 3),), NOON, NOON + timedelta(days=5), 10, seed=7)


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, OPEN, FLU)
    sign_in(office, "chen")
    office.do(question_bank.fill)
    return office


@pytest.fixture
def exam(desk: Office) -> bytes:
    made = desk.do(exams.set_exam, WEEK).value
    sign_in(desk, "wang")
    return made


def test_what_cannot_be_drawn_or_set_is_refused(desk: Office) -> None:
    with pytest.raises(BankTooSmall):
        desk.do(exams.set_exam, NewExam("x", LINES, NOON, NOON + timedelta(hours=1)))
    with pytest.raises(FieldInvalid):
        desk.do(exams.set_exam, NewExam("x", LINES, NOON, NOON))
    with pytest.raises(RecordGone):
        desk.ask(exams.found, b"x" * 16)
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.do(exams.set_exam, WEEK)


def test_a_paper_keeps_its_order_and_answers_over_a_restart(desk: Office, exam: bytes, clock: FakeClock) -> None:
    paper = desk.do(exams.begin, exam, language="zh").value
    assert len(paper.questions) == 3
    first = paper.questions[0].version
    desk.do(exams.save, paper.sitting, first, {"text": "8"}, ms=0)
    clock.advance(timedelta(minutes=4))
    again = desk.do(exams.begin, exam, language="zh").value
    assert [one.version for one in again.questions] == [one.version for one in paper.questions]
    assert again.questions[0].answer == {"text": "8"}
    assert again.state.used == timedelta(minutes=4)
    assert again.until == clock.now() + timedelta(minutes=6)
    assert desk.ask(exams.paper, paper.sitting).sitting == again.sitting


def test_time_is_up_by_the_log_and_nothing_is_taken_after_it(desk: Office, exam: bytes, clock: FakeClock) -> None:
    paper = desk.do(exams.begin, exam, language="zh").value
    version = paper.questions[0].version
    desk.do(exams.note, paper.sitting, SittingStep.LEFT, ms=1000)
    clock.advance(timedelta(minutes=11))
    desk.do(exams.save, paper.sitting, version, {"text": "late"}, ms=660_000)
    state = desk.ask(exams.paper, paper.sitting).state
    assert (state.answers, state.late, state.left) == ({}, (version,), 1)
    with pytest.raises(ExamOver):
        desk.do(exams.save, paper.sitting, version, {"text": "later"}, ms=661_000)


def test_the_window_and_the_list_of_people_are_kept(desk: Office, exam: bytes, clock: FakeClock) -> None:
    clock.advance(timedelta(days=6))
    with pytest.raises(ExamNotOpen):
        desk.do(exams.begin, exam, language="zh")
    clock.advance(-timedelta(days=7))
    assert not desk.ask(exams.mine)[0].may_begin
    sign_in(desk, "chen")
    wang = sign_in(desk, "wang").id
    sign_in(desk, "chen")
    only = desk.do(exams.set_exam, NewExam("y", WEEK.blueprint, NOON, WEEK.closes_at, people={wang: 1.5})).value
    clock.advance(timedelta(days=2))
    with pytest.raises(ExamNotYours):
        desk.do(exams.begin, only, language="zh")
    sign_in(desk, "wang")
    assert desk.do(exams.begin, only, language="zh").value.limit == timedelta(minutes=45)


def test_a_resit_comes_after_two_days_on_another_form(desk: Office, clock: FakeClock) -> None:
    wang = sign_in(desk, "wang").id
    sign_in(desk, "chen")
    exam = desk.do(exams.set_exam, replace(WEEK, people={wang: 1.0})).value
    sign_in(desk, "wang")
    paper = desk.do(exams.begin, exam, language="zh").value
    desk.do(exams.hand_in, paper.sitting, ms=60_000)
    with pytest.raises(ExamOver):
        desk.do(exams.hand_in, paper.sitting, ms=61_000)
    with pytest.raises(NothingToResit):
        desk.do(exams.begin, exam, language="zh")
    release(desk, exam)
    with pytest.raises(ResitTooEarly):
        desk.do(exams.begin, exam, language="zh")
    (mine,) = desk.ask(exams.mine)
    assert (mine.may_begin, mine.again_at) == (False, clock.now() + RESIT_AFTER)
    clock.advance(timedelta(hours=49))
    assert desk.ask(exams.mine)[0].may_begin
    second = desk.do(exams.begin, exam, language="zh").value
    assert second.sitting != paper.sitting
    assert {one.version for one in second.questions} != {one.version for one in paper.questions}
    desk.do(exams.hand_in, second.sitting, ms=1000)
    clock.advance(timedelta(hours=49))
    with pytest.raises(ExamOver):
        desk.do(exams.begin, exam, language="zh")


def release(desk: Office, exam: bytes) -> None:
    """Mark everything as wrong and let the results out; then wang is at the desk again."""
    sign_in(desk, "chen")
    for one in desk.ask(exam_results.to_mark, exam):
        desk.do(exam_results.mark, one.sitting, one.version, points=0.0)
    desk.do(exam_results.release, exam)
    sign_in(desk, "wang")


def test_nothing_of_a_resit_is_told_while_it_is_written(desk: Office, clock: FakeClock) -> None:
    wang = sign_in(desk, "wang").id
    sign_in(desk, "chen")
    exam = desk.do(exams.set_exam, replace(WEEK, people={wang: 1.0})).value
    sign_in(desk, "wang")
    desk.do(exams.hand_in, desk.do(exams.begin, exam, language="zh").value.sitting, ms=60_000)
    release(desk, exam)
    clock.advance(timedelta(hours=49))
    second = desk.do(exams.begin, exam, language="zh").value
    assert [one.number for one, _ in desk.ask(exam_results.my_answers, exam)] == [1]  # what is right stands there
    assert [one.number for one in desk.ask(exam_results.my_results, exam)] == [1]
    assert desk.ask(appraisals.desk).figures[0].parts[0].cases == 1
    with pytest.raises(RecordGone):
        desk.do(exam_appeals.appeal, second.sitting, second.questions[0].version, reason="no")
    desk.do(exams.hand_in, second.sitting, ms=1000)
    assert [one.number for one, _ in desk.ask(exam_results.my_answers, exam)] == [1, 2]


def test_a_resit_is_for_a_week_after_the_results_and_not_for_who_passed(desk: Office, clock: FakeClock) -> None:
    exam = examined.set_exam(desk)
    examined.sit(desk, exam, "wang")
    sign_in(desk, "li")
    desk.do(exams.hand_in, desk.do(exams.begin, exam, language="zh").value.sitting, ms=1)
    examined.release(desk, exam)
    clock.advance(timedelta(days=6))
    sign_in(desk, "wang")
    assert not desk.ask(exams.mine)[0].may_begin
    with pytest.raises(NothingToResit):
        desk.do(exams.begin, exam, language="zh")
    sign_in(desk, "li")
    assert desk.do(exams.begin, exam, language="zh").value.until == clock.now() + timedelta(minutes=10)
    clock.advance(timedelta(days=1))
    with pytest.raises(ExamNotOpen):
        desk.do(exams.begin, exam, language="zh")


def test_a_paper_is_its_persons_own(desk: Office, exam: bytes) -> None:
    paper = desk.do(exams.begin, exam, language="zh").value
    sign_in(desk, "chen")
    with pytest.raises(ExamNotYours):
        desk.ask(exams.paper, paper.sitting)
    with pytest.raises(RecordGone):
        desk.ask(exams.paper, b"x" * 16)
    assert PassRule().cut() == 0.8
