"""The tabs of training: each person sees theirs, and a page is made when it is first shown."""

import pytest

from app.services import mock_scenarios
from app.services.office import Office
from app.ui.kit.buttons import ActionButton
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.pane import TrainingPane
from tests.desk import sign_in
from tests.services.drilled import publish
from tests.services.test_mock_scenarios import script_of


@pytest.fixture
def pane(desk: Office, jobs: Jobs, qtbot) -> TrainingPane:
    made = TrainingPane(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 600)
    return made


def test_a_page_is_made_when_it_is_first_shown(pane: TrainingPane) -> None:
    assert (pane.page, pane.shown_page()) == ("", None)
    pane.show()
    assert pane.page == "drill"
    assert list(pane._pages) == ["drill"]
    pane.show_page("exams")
    assert list(pane._pages) == ["drill", "exams"]
    pane.next_page()
    assert pane.page != "exams"
    pane.former_page()
    assert pane.page == "exams"


def test_what_was_said_of_a_page_does_not_stand_over_another(pane: TrainingPane) -> None:
    pane.show()
    pane.shown_page().told.emit("Handed in")
    assert pane.strip.isVisible()
    pane.next_page()
    assert not pane.strip.isVisible()


def test_another_person_finds_pages_of_their_own(pane: TrainingPane, desk: Office) -> None:
    pane.focus_first()
    pane.show()
    first = pane.shown_page()
    pane.hide()
    sign_in(desk, "chen")
    pane.show()
    assert pane.shown_page() is not first
    assert pane._stack.currentWidget() is pane.shown_page()


def test_a_command_of_a_page_that_was_not_made_yet_is_given_there(pane: TrainingPane, desk: Office, qtbot) -> None:
    publish(desk, script_of(mock_scenarios.find("bite-grandmother")))
    wanted: list[tuple[str, str]] = []
    pane.practice_wanted.connect(wanted.append)
    assert pane.give_there("training.mock_start")  # before it is known who is here
    pane.show()
    qtbot.waitUntil(lambda: wanted == [("bite-grandmother", "en")])
    assert pane.page == "mock"
    assert not pane.give_there("training.mock_start")  # it is on the screen: it is given in place
    assert not pane.give_there("training.reload")


def test_an_operator_sees_no_button_of_a_trainer(pane: TrainingPane, desk: Office) -> None:
    pane.show()
    pane.show_page("courses")
    assert _buttons(pane) == {"training.course_answer"}
    pane.hide()
    sign_in(desk, "chen")
    pane.show()
    pane.show_page("courses")
    assert {"training.course_answer", "training.course_new", "training.course_change"} <= _buttons(pane)


def _buttons(pane: TrainingPane) -> set[str]:
    page = pane.shown_page()
    found = page.findChildren(ActionButton)
    return {one.objectName().removesuffix(".button") for one in found if one.isVisibleTo(page)}
