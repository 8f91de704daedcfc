"""Exams, sittings, logs and marks come back as they were written."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.drill_items import DrillKind
from app.models.exams import BlueprintLine, Exam, MarksMissing, PassRule
from app.models.sittings import SittingStep
from app.services import exams as service
from app.services.office import Office, Work
from app.store import exams
from app.store.exams import MarkRow
from tests.desk import NOON, sign_in
from tests.services import examined

ME = b"m" * 16
LINES = (BlueprintLine("a", 2, DrillKind.MCQ), BlueprintLine("", 1))
EXAM = Exam(
    b"", "Week", LINES, 7, NOON, NOON + timedelta(hours=1), 30, PassRule(0.7, False, {"li": 0.7}), ((b"v",),), {ME: 1.5}
)


def test_an_exam_comes_back_as_it_was_set(office: Office) -> None:
    def write(work: Work) -> bytes:
        made = exams.write_exam(work.tx, EXAM, by=ME)
        exams.release(work.tx, made)
        return made

    made = office.do(write).value
    with office.store.reading() as rows:
        assert exams.find(rows, made) == replace(EXAM, id=made, released_at=NOON)
        assert [one.id for one in exams.from_day(rows, NOON)] == [made]
        assert exams.from_day(rows, NOON + timedelta(hours=2)) == []
        assert exams.find(rows, ME) is None


def test_a_sitting_has_a_log_in_its_order_and_the_last_mark_stands(office: Office) -> None:
    def write(work: Work) -> bytes:
        exam = exams.find(work.tx, exams.write_exam(work.tx, EXAM, by=ME))
        assert exam is not None
        made = exams.write_sitting(work.tx, exam, ME, form=0, number=1, language="zh")
        exams.write_event(work.tx, made, SittingStep.OPENED, ms=0)
        exams.write_event(work.tx, made, SittingStep.ANSWERED, ms=5, item=b"v", answer={"chosen": [1]})
        for points in (0.0, 1.0):
            exams.write_mark(work.tx, made, MarkRow(b"v", points, not points, ME, NOON, "x"))
        return made

    made = office.do(write).value
    with office.store.reading() as rows:
        row = exams.sitting(rows, made)
        assert row is not None
        assert (row.limit, row.language, row.number) == (timedelta(minutes=45), "zh", 1)
        assert exams.sittings_of(rows, row.exam, ME) == exams.sittings_of(rows, row.exam) == [row]
        events = exams.events_of(rows, made)
        assert [(one.seq, one.step, one.answer) for one in events] == [
            (1, SittingStep.OPENED, {}),
            (2, SittingStep.ANSWERED, {"chosen": [1]}),
        ]
        assert exams.marks_of(rows, made)[b"v"].points == 1.0
        assert exams.sitting(rows, ME) is None


def test_the_store_lets_no_result_out_while_a_typed_answer_bears_no_mark_of_a_person(office: Office) -> None:
    made = examined.set_exam(office)
    paper = examined.sit(office, made, "wang")
    chen = sign_in(office, "chen").id
    typed = [one.version for one in paper.questions if one.item.by_person]
    assert len(typed) == 2

    def mark(work: Work, version: bytes, by: bytes) -> int:
        exams.write_mark(work.tx, paper.sitting, MarkRow(version, 1.0, False, by, NOON, ""))
        return exams.unmarked(work.tx, made)

    def release(work: Work) -> None:
        exams.release(work.tx, made)

    assert [office.do(mark, one, ME).value for one in typed] == [2, 2]  # a mark of nobody is none
    assert office.do(mark, typed[0], chen).value == 1
    with pytest.raises(MarksMissing):
        office.do(release)
    assert office.do(mark, typed[1], chen).value == 0
    office.do(release)
    assert office.ask(service.found, made).released_at is not None
