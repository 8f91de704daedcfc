"""Whoever answered disagrees once, and somebody who did not give the mark decides."""

import pytest

from app.models.errors import FieldMissing, RecordGone
from app.models.evaluations import AppealedBefore, AppealNotYours, SameEvaluator
from app.models.exams import ExamStand
from app.services import exam_appeals, exam_desk, exam_results
from app.services.exams import Paper
from app.services.office import Office
from app.ui.panes.training import presenting_desk
from tests.desk import sign_in
from tests.services.examined import release, set_exam, sit


@pytest.fixture
def paper(office: Office) -> Paper:
    """A paper of wang whose results are out; chen marked it."""
    exam = set_exam(office)
    made = sit(office, exam, "wang")
    version = made.questions[0].version
    with pytest.raises(RecordGone):
        office.do(exam_appeals.appeal, made.sitting, version, reason="too early")
    release(office, exam)
    return made


def of(paper: Paper, *, typed: bool) -> bytes:
    return next(one.version for one in paper.questions if one.item.by_person is typed)


def test_an_appeal_is_told_once_by_whoever_answered(office: Office, paper: Paper) -> None:
    version = of(paper, typed=True)
    with pytest.raises(AppealNotYours):
        office.do(exam_appeals.appeal, paper.sitting, version, reason="not mine")
    sign_in(office, "wang")
    for sitting, item in ((b"x" * 16, version), (paper.sitting, b"x" * 16)):
        with pytest.raises(RecordGone):
            office.do(exam_appeals.appeal, sitting, item, reason="no such answer")
    with pytest.raises(FieldMissing):
        office.do(exam_appeals.appeal, paper.sitting, version, reason=" ")
    office.do(exam_appeals.appeal, paper.sitting, version, reason="I said it")
    with pytest.raises(AppealedBefore):
        office.do(exam_appeals.appeal, paper.sitting, version, reason="again")
    ((_, answers),) = office.ask(exam_results.my_answers, paper.exam.id)
    assert [(one.appeal, one.decided) for one in answers if one.appeal] == [("I said it", False)]


def test_an_appeal_is_decided_by_a_mark_of_another_person(office: Office, paper: Paper) -> None:
    version = of(paper, typed=True)
    sign_in(office, "wang")
    office.do(exam_appeals.appeal, paper.sitting, version, reason="I said it")
    sign_in(office, "chen")
    (line,) = office.ask(exam_desk.listed)
    assert (line.appeals, presenting_desk.stand(line)) == (1, ExamStand.APPEAL)
    (waiting,) = office.ask(exam_results.to_mark, paper.exam.id)
    assert (waiting.version, waiting.appeal, waiting.proposal.score) == (version, "I said it", 1.0)
    with pytest.raises(SameEvaluator):
        office.do(exam_results.mark, paper.sitting, version, points=0.5)
    sign_in(office, "li")
    office.do(exam_results.mark, paper.sitting, version, points=0.5, note="half of it")
    assert office.ask(exam_results.to_mark, paper.exam.id) == []
    sign_in(office, "wang")
    ((_, answers),) = office.ask(exam_results.my_answers, paper.exam.id)
    (got,) = [one for one in answers if one.appeal]
    assert (got.points, got.note, got.decided) == (0.5, "half of it", True)


def test_what_the_key_decided_can_be_appealed_too(office: Office, paper: Paper) -> None:
    version = of(paper, typed=False)
    sign_in(office, "wang")
    office.do(exam_appeals.appeal, paper.sitting, version, reason="two are right")
    sign_in(office, "chen")
    (waiting,) = office.ask(exam_results.to_mark, paper.exam.id)
    assert waiting.text
    office.do(exam_results.mark, paper.sitting, version, points=0.0)
    assert min(one.points for _, got in office.ask(all_answers, paper) for one in got) == 0.0


def all_answers(view, paper: Paper):
    return exam_results.sat(view, paper.exam)
