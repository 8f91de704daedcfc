"""The trainer's desk: what was set, what is proposed, answers that say the same marked together."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.errors import FieldInvalid, NotAllowed
from app.models.exams import BlueprintLine
from app.services import exam_desk, exam_results, exams
from app.services.exam_desk import Marked
from app.services.exams import NewExam
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.services.examined import set_exam, sit


@pytest.fixture
def exam(office: Office) -> bytes:
    return set_exam(office)


def test_the_list_counts_who_sat_and_what_waits(office: Office, exam: bytes) -> None:
    sit(office, exam, "wang")
    sign_in(office, "chen")
    (line,) = office.ask(exam_desk.listed)
    assert (line.exam.id, line.sat, line.waiting) == (exam, 1, 2)
    assert line.still == 2
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(exam_desk.listed)


def test_answers_that_say_the_same_are_marked_together(office: Office, exam: bytes) -> None:
    sit(office, exam, "wang")
    sit(office, exam, "li")
    sign_in(office, "chen")
    waiting = office.ask(exam_results.to_mark, exam)
    other = replace(waiting[0], text="something else")
    both = exam_desk.alike([*waiting, other], replace(waiting[0], text=f" {waiting[0].text} "))
    assert both == waiting[:2]
    marks = [Marked(one.sitting, one.version, 0.75) for one in waiting]
    assert office.do(exam_desk.mark_all, marks).value == 4
    assert office.ask(exam_results.to_mark, exam) == []


def test_a_blueprint_is_proposed_from_what_the_bank_has(office: Office, exam: bytes) -> None:
    there = office.ask(exam_desk.topics)
    assert set(there) == {"consult/opening", "consult/vaccine"}
    assert sum(office.ask(exam_desk.stock).values()) == sum(there.values())
    lines = office.ask(exam_desk.propose, 6)
    assert sum(one.count for one in lines) == 6
    assert {one.topic for one in lines} == set(there)


def test_more_time_is_given_by_account(office: Office, exam: bytes) -> None:
    new = NewExam("x", (BlueprintLine("", 2),), NOON, NOON + timedelta(days=1))
    made = office.do(exam_desk.set_named, new, {"wang": 1.5}).value
    found = office.ask(exams.found, made)
    assert sorted(set(found.people.values())) == [1.0, 1.5]
    with pytest.raises(FieldInvalid):
        office.do(exam_desk.set_named, new, {"nobody": 2.0})
