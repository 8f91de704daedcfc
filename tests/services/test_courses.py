"""Trainers write courses down; who attended sees their own and answers what is asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.courses import CourseKind, QuestionAnswered
from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, RecordGone
from app.services import courses
from app.services.courses import NewCourse, NotAttended
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock

NEW = NewCourse(CourseKind.ROTATION, "A day in the fever clinic", date(2026, 3, 1), 6.0, ("wang",), questions=("Who?",))


def test_who_attended_answers_and_the_trainer_reads_it(office: Office) -> None:
    sign_in(office, "chen")
    made = office.do(courses.record, NEW).value
    sign_in(office, "wang")
    office.do(courses.answer, made, 0, "The triage nurse")
    with pytest.raises(FieldMissing):
        office.do(courses.answer, made, 0, " ")
    with pytest.raises(RecordGone):
        office.do(courses.answer, made, 1, "x")
    assert [one.mine for one in office.ask(courses.listed)] == [True]
    sign_in(office, "chen")
    (line,) = office.ask(courses.listed)
    assert (line.attended, line.answers, line.mine) == (("Wang",), (("Wang", 0, "The triage nurse"),), False)


def test_who_was_not_there_neither_sees_nor_answers(office: Office) -> None:
    sign_in(office, "chen")
    made = office.do(courses.record, replace(NEW, people=("chen",))).value
    sign_in(office, "wang")
    assert office.ask(courses.listed) == []
    with pytest.raises(NotAttended):
        office.do(courses.answer, made, 0, "x")
    with pytest.raises(NotAllowed):
        office.do(courses.record, NEW)


@pytest.mark.parametrize("wrong", [{"people": ("nobody",)}, {"day": date(2026, 3, 3)}])
def test_unknown_people_and_days_to_come_are_refused(office: Office, wrong: dict[str, object]) -> None:
    sign_in(office, "chen")
    with pytest.raises(FieldInvalid):
        office.do(courses.record, replace(NEW, **wrong))


def test_a_change_keeps_the_course_its_answers_and_who_wrote_what(office: Office, clock: FakeClock) -> None:
    sign_in(office, "chen")
    made = office.do(courses.record, NEW).value
    clock.advance(timedelta(hours=1))
    office.do(courses.change, made, replace(NEW, title="Two days", people=("wang", "li"), day=date(2025, 12, 1)))
    sign_in(office, "wang")
    office.do(courses.answer, made, 0, "The triage nurse")
    sign_in(office, "chen")
    (line,) = office.ask(courses.listed)
    assert (line.course.id, line.course.title, line.attended) == (made, "Two days", ("Wang", "Li"))
    assert line.accounts == (("wang", "Wang"), ("li", "Li"))
    assert [name for name, _ in line.changes] == ["Chen", "Chen"]
    assert line.changes[0][1] - line.changes[1][1] == timedelta(hours=1)
    with pytest.raises(QuestionAnswered):
        office.do(courses.change, made, replace(NEW, questions=("Where?",)))
    office.do(courses.change, made, replace(NEW, questions=("Who?", "Where?")))
    assert office.ask(courses.listed)[0].course.questions == ("Who?", "Where?")
    with pytest.raises(RecordGone):
        office.do(courses.change, b"x" * 16, NEW)


def test_trainers_alone_are_told_who_can_be_written_down(office: Office) -> None:
    sign_in(office, "chen")
    assert ("wang", "Wang") in office.ask(courses.desk).people
    sign_in(office, "wang")
    found = office.ask(courses.desk)
    assert (found.may_write, found.people) == (False, ())
