"""Callers to choose from, a call that is begun by a key, and what was missing put into today's drill."""

import pytest

from app.services import drills, mock_calls, mock_records, mock_scenarios
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.mock_page import MockPage
from tests.desk import NOON
from tests.services.drilled import publish
from tests.services.test_mock_scenarios import script_of


@pytest.fixture
def page(office: Office, jobs: Jobs, qtbot) -> MockPage:
    publish(office, script_of(mock_scenarios.find("bite-grandmother")))
    made = MockPage(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 560)
    made.show()
    return made


def played(office: Office) -> bytes:
    call = office.ask(mock_calls.begin, "bite-grandmother", "en", 1)
    call, _ = office.ask(mock_calls.say, call, "How old is he?")
    return office.do(mock_records.keep, call, started_at=NOON).value


def test_the_chosen_caller_rings_in_the_chosen_language(page: MockPage) -> None:
    wanted: list[tuple[str, str]] = []
    page.practice_wanted.connect(wanted.append)
    assert page.caller_rows.cells(0)[0].text == "A grandmother whose grandson was bitten by a dog"
    assert "Bitten or scratched" in page.detail.toPlainText()
    page.language.setCurrentIndex(0)
    page.commands.run("training.mock_start")
    assert wanted == [("bite-grandmother", "zh")]


def test_a_call_that_was_just_played_is_shown_with_what_is_missing(page: MockPage, office: Office) -> None:
    page.show_call(played(office))
    assert "He is five." in page.detail.toPlainText()
    assert "Not scored by a person yet." in page.detail.toPlainText()
    assert page.caller_rows.cells(0)[2].text == "1"
    page.commands.run("training.mock_drill")
    due = {(one.script, one.point) for one in office.do(drills.start).value.cards}
    assert {("imm-animal-bite", "k1"), ("imm-animal-bite", "k2")} <= due


def test_without_a_script_that_counts_nobody_can_call(office: Office, jobs: Jobs, qtbot) -> None:
    made = MockPage(jobs)
    qtbot.addWidget(made)
    made.show()
    assert not made.may_start()
    made.start()
    assert made.detail.toPlainText() == ""
