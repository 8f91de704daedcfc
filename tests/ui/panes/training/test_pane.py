"""The tabs of training: each person sees theirs, and a page is made when it is first shown."""

import pytest

from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.pane import TrainingPane
from tests.desk import sign_in


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


def test_another_person_finds_pages_of_their_own(pane: TrainingPane, desk: Office) -> None:
    pane.focus_first()
    pane.show()
    first = pane.shown_page()
    pane.hide()
    sign_in(desk, "chen")
    pane.show()
    assert pane.shown_page() is not first
    assert pane._stack.currentWidget() is pane.shown_page()
