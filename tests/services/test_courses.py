"""Trainers write courses down; who attended sees their own and answers what is asked."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.courses import CourseKind
from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, RecordGone
from app.services import courses
from app.services.courses import NewCourse, NotAttended
from app.services.office import Office
from tests.desk import sign_in

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
