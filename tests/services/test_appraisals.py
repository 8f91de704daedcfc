"""Appraisal figures say what was measured and from how many cases."""

import pytest

from app.models.errors import NotAllowed
from app.services import appraisals
from app.services.office import Office
from tests.desk import sign_in
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
