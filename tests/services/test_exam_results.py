"""Choices are marked by rule, typed answers by a person; nothing is out before that."""

from datetime import timedelta

import pytest

from app.models.drill_items import DrillKind, Item
from app.models.errors import FieldInvalid, RecordGone
from app.models.exams import BlueprintLine, MarksMissing, StillSat
from app.services import exam_results, exams, question_bank
from app.services.exam_results import MarksOwnPaper, ToMark
from app.services.exams import NewExam, Paper
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.services.drilled import FLU, OPEN, changed_point, publish
from tests.services.examined import close

LINES = (
    BlueprintLine("consult/opening", 1, DrillKind.SAY),
    BlueprintLine("consult/opening", 1, DrillKind.SLOT),
    BlueprintLine("consult/opening", 1, DrillKind.MCQ),
)


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, OPEN, FLU)
    sign_in(office, "chen")
    office.do(question_bank.fill)
    return office


@pytest.fixture
def exam(desk: Office) -> bytes:
    return desk.do(exams.set_exam, NewExam("Week", LINES, NOON, NOON + timedelta(days=3), 10, seed=3)).value


def right(item: Item) -> dict[str, object]:
    if item.kind is DrillKind.SAY:
        return {"text": "早上8点开门。周末不开门，急诊照常。"}
    return {"text": item.fills["zh"][0]} if item.kind is DrillKind.SLOT else {"chosen": list(item.right)}


def kind_of(one: ToMark) -> str:
    return one.item.kind


def sit(desk: Office, exam: bytes, name: str) -> Paper:
    sign_in(desk, name)
    paper = desk.do(exams.begin, exam, language="zh").value
    for place, question in enumerate(paper.questions):
        desk.do(exams.save, paper.sitting, question.version, right(question.item), ms=1000 * place)
    desk.do(exams.hand_in, paper.sitting, ms=9000)
    return paper


def test_no_typed_mark_is_final_without_a_person(desk: Office, exam: bytes) -> None:
    paper = sit(desk, exam, "wang")
    assert desk.ask(exam_results.my_results, exam) == []
    close(desk, exam)
    sign_in(desk, "chen")
    gap, waiting = sorted(desk.ask(exam_results.to_mark, exam), key=kind_of, reverse=True)
    assert (gap.item.kind, waiting.proposal.score, gap.proposal.score) == (DrillKind.SLOT, 1.0, 1.0)
    found = desk.ask(exam_results.results, exam)[0]
    assert (found.passed, found.waiting, found.share) == (None, 2, 1.0)
    desk.do(exam_results.mark, paper.sitting, gap.version, points=1.0)
    with pytest.raises(MarksMissing):
        desk.do(exam_results.release, exam)
    with pytest.raises(FieldInvalid):
        desk.do(exam_results.mark, paper.sitting, waiting.version, points=2.0)
    desk.do(exam_results.mark, paper.sitting, waiting.version, points=0.5, critical=True, note="a point is missing")
    found = desk.ask(exam_results.results, exam)[0]
    assert (found.passed, found.critical_missed, found.display) == (False, 1, "Wang")
    desk.do(exam_results.mark, paper.sitting, waiting.version, points=1.0)
    desk.do(exam_results.release, exam)
    sign_in(desk, "wang")
    assert [one.passed for one in desk.ask(exam_results.my_results, exam)] == [True]


def test_nobody_marks_their_own_paper(desk: Office, exam: bytes) -> None:
    paper = sit(desk, exam, "chen")
    waiting = desk.ask(exam_results.to_mark, exam)
    with pytest.raises(MarksOwnPaper):
        desk.do(exam_results.mark, paper.sitting, waiting[0].version, points=1.0)
    sign_in(desk, "li")
    for one in waiting:
        desk.do(exam_results.mark, paper.sitting, one.version, points=1.0)
    assert desk.ask(exam_results.to_mark, exam) == []


def test_the_analysis_counts_what_was_chosen(desk: Office, exam: bytes) -> None:
    assert desk.ask(exam_results.analysis, exam) is None
    sit(desk, exam, "wang")
    sit(desk, exam, "chen")
    found = desk.ask(exam_results.analysis, exam)
    assert found is not None
    assert (found.figures.people, found.figures.mean) == (2, 3.0)
    place = next(at for at, one in enumerate(found.items) if one.kind is DrillKind.MCQ)
    assert found.options[place][found.items[place].right[0]].chosen == 2


def test_a_paper_is_marked_after_it_was_handed_in_and_nothing_is_out_while_somebody_can_sit(
    desk: Office, exam: bytes
) -> None:
    sign_in(desk, "wang")
    paper = desk.do(exams.begin, exam, language="zh").value
    typed = next(one for one in paper.questions if one.item.kind is DrillKind.SAY)
    desk.do(exams.save, paper.sitting, typed.version, {"text": "8"}, ms=1)
    sign_in(desk, "chen")
    assert desk.ask(exam_results.to_mark, exam) == []
    assert (desk.ask(exam_results.results, exam)[0].over, desk.ask(exam_results.analysis, exam)) == (False, None)
    with pytest.raises(StillSat):
        desk.do(exam_results.mark, paper.sitting, typed.version, points=1.0)
    with pytest.raises(StillSat) as refused:
        desk.do(exam_results.release, exam)
    assert refused.value.facts["count"] == 3
    with pytest.raises(RecordGone):
        desk.do(exam_results.mark, paper.sitting, b"x" * 16, points=1.0)
    close(desk, exam)
    assert len(desk.ask(exam_results.to_mark, exam)) == 2


def test_a_paper_stays_marked_by_the_script_that_it_was_made_from(desk: Office, exam: bytes) -> None:
    sit(desk, exam, "wang")
    sign_in(desk, "chen")
    before = [one.proposal for one in desk.ask(exam_results.to_mark, exam)]
    publish(desk, changed_point(changed_point(OPEN, "k1", zh="中午12点开门"), "k2", zh="天天开门"))
    sign_in(desk, "chen")
    assert [one.proposal for one in desk.ask(exam_results.to_mark, exam)] == before
    assert [one.score for one in before] == [1.0, 1.0]
