"""Appraisal figures say what was measured and from how many cases."""

from datetime import timedelta

import pytest

from app.models.appraisals import SHIPPED, AppraisalPart, Formula
from app.models.errors import FieldInvalid, NotAllowed
from app.services import appraisals, contests
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.examined import release, set_exam, sit


@pytest.fixture
def desk(office: Office) -> Office:
    exam = set_exam(office)
    sit(office, exam, "wang")
    release(office, exam)
    return office


def test_what_was_not_measured_makes_no_total(desk: Office) -> None:
    found = {one.display: one for one in desk.ask(appraisals.team)}
    assert list(found) == ["Chen", "Li", "Wang"]
    assert [(one.share, one.cases) for one in found["Wang"].parts] == [(1.0, 1), (None, 0), (0.0, 0)]
    assert found["Wang"].total is None


def test_people_see_their_own_figures_alone(desk: Office) -> None:
    sign_in(desk, "wang")
    assert desk.ask(appraisals.mine).parts[0].share == 1.0
    with pytest.raises(NotAllowed):
        desk.ask(appraisals.team)


def test_a_formula_counts_from_its_day_and_the_former_ones_are_kept(desk: Office, clock: FakeClock) -> None:
    today = clock.now().date()
    weights = {AppraisalPart.EXAMS: 100, AppraisalPart.QUALITY: 0, AppraisalPart.PRACTICE: 0}
    desk.do(appraisals.set_formula, Formula(weights, 10, today + timedelta(days=1), "exams alone"))
    assert desk.ask(appraisals.in_force, today) == SHIPPED
    assert next(one.total for one in desk.ask(appraisals.team) if one.display == "Wang") is None
    clock.advance(timedelta(days=1))
    found = desk.ask(appraisals.desk)
    assert next(one.total for one in found.figures if one.display == "Wang") == 1.0
    assert [(one.by, one.formula.reason) for one in found.history] == [("Chen", "exams alone"), ("", "")]
    with pytest.raises(FieldInvalid):
        desk.do(appraisals.set_formula, Formula(weights, 10, today, "back in time"))


def test_operators_see_the_formula_and_set_none(desk: Office) -> None:
    sign_in(desk, "wang")
    found = desk.ask(appraisals.desk)
    assert ([one.display for one in found.figures], found.may_set, len(found.history)) == (["Wang"], False, 1)
    with pytest.raises(NotAllowed):
        desk.do(appraisals.set_formula, SHIPPED)


def test_the_contest_counts_where_a_center_gives_it_a_weight_and_else_stays_out(
    desk: Office, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def played(_view: object, person: bytes, _since: object) -> list[float]:
        asked.append(person)
        return [0.5, 0.75]

    monkeypatch.setattr(contests, "own_scores", played)
    assert all(len(one.parts) == 3 for one in desk.ask(appraisals.team))
    assert asked == []
    weights = {AppraisalPart.EXAMS: 80, AppraisalPart.QUALITY: 0, AppraisalPart.PRACTICE: 0, AppraisalPart.CONTEST: 20}
    desk.do(appraisals.set_formula, Formula(weights, 10, clock.now().date(), "the contest counts here"))
    wang = next(one for one in desk.ask(appraisals.team) if one.display == "Wang")
    assert (wang.parts[-1].part, wang.parts[-1].share, wang.parts[-1].cases) == (AppraisalPart.CONTEST, 0.625, 2)
    assert wang.total == pytest.approx(0.8 * 1.0 + 0.2 * 0.625)
