"""A question is measured over every exam that asked it, as one would by hand."""

import pytest

from app.models.errors import NotAllowed
from app.models.intervals import wilson
from app.services import exam_desk, exams, item_pools
from app.services.exams import NewExam
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.services import examined


def test_a_question_is_measured_over_all_exams_that_are_out(office: Office) -> None:
    first = examined.set_exam(office)
    known = office.ask(exams.found, first)
    second = office.do(exams.set_exam, NewExam("again", known.blueprint, NOON, known.closes_at, 10, seed=3)).value
    papers = [examined.sit(office, first, "wang"), examined.sit(office, second, "wang")]
    sign_in(office, "li")
    empty = office.do(exams.begin, second, language="zh").value
    office.do(exams.hand_in, empty.sitting, ms=1)
    item = papers[0].questions[0].item
    sign_in(office, "chen")
    assert office.ask(item_pools.figures_of, item.id, item.number) is None
    for exam in (first, second):
        examined.release(office, exam)
    found = office.ask(item_pools.figures_of, item.id, item.number)
    assert (found.attempts, found.facility, found.interval) == (3, 2 / 3, wilson(2, 3))
    assert found.discrimination == pytest.approx(100.0)
    assert (found.enough, found.weight) == (False, None)
    assert office.ask(item_pools.figures_of, item.id, item.number + 1) is None
    assert len(office.ask(exam_desk.listed)) == 2
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(item_pools.figures_of, item.id, item.number)
