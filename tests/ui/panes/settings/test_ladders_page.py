"""A center says for itself when somebody is reminded and urged."""

from typing import Any

import pytest

from app.models.ladders import LadderStep
from app.models.policies import Target
from app.services import ladders, policies
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.ladders_page import LaddersPage


@pytest.fixture
def page(jobs: Jobs, qtbot: Any) -> LaddersPage:
    made = LaddersPage(jobs)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.view.select(0)
    return made


def _shipped(office: Office) -> ladders.Listed:
    return office.ask(ladders.listed)[0]


def test_the_ladder_that_ships_is_replaced_by_a_version_of_the_center(page: LaddersPage, office: Office) -> None:
    page.edit()
    assert page.form.form.values()["resolve.remind"] == "-4bh"
    page.form.form.set_values({"resolve.remind": "-1bd, -2bh", "accept.supervise": ""}, clear=False)
    page.form.submit()
    found = _shipped(office)
    assert found.number == 1
    assert [str(one) for one in found.ladder.rungs[Target.RESOLVE][LadderStep.REMIND]] == ["-1bd", "-2bh"]
    assert LadderStep.SUPERVISE not in found.ladder.rungs[Target.ACCEPT]
    assert not page.form.asking


def test_what_is_out_of_order_is_said_beside_its_field(page: LaddersPage, office: Office) -> None:
    page.edit()
    page.form.form.set_values({"resolve.remind": "+2bd"}, clear=False)
    page.form.submit()
    assert page.form.asking
    assert _shipped(office).number == 0
    page.form.form.set_values({"resolve.remind": "soon"}, clear=False)
    page.form.submit()
    assert page.leave_form()


def test_a_ladder_ends_today_and_only_once(page: LaddersPage, office: Office) -> None:
    page.end()
    assert _shipped(office).ladder.until_on == office.ask(policies.today)
    assert page.has_one()
    assert not page.can_end()


def test_its_rungs_are_said_in_words(page: LaddersPage) -> None:
    said = [str(page.model.index(0, place).data()) for place in range(page.model.columnCount())]
    assert said[0] == "Supervision ladder"
    assert "Resolve: Reminder 4 working hours before, Urging 1 working hour after" in said[2]
    assert said[4:] == ["in force", "shipped"]
