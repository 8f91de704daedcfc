"""Whoever comes back to a question after the window was killed finds what they had typed."""

import pytest

from app.models.drill_items import DrillKind
from app.services import drill_drafts, drills
from app.services.drills import Asked
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.kept_answer import KeptAnswer
from app.ui.panes.training.question_view import QuestionView


@pytest.fixture
def asked(desk: Office) -> Asked:
    card = desk.do(drills.start).value.cards[0]
    return desk.ask(drills.ask, card, frozenset({DrillKind.SAY}), "en")


def seen(jobs: Jobs, qtbot) -> tuple[QuestionView, KeptAnswer]:
    view = QuestionView()
    qtbot.addWidget(view)
    return view, KeptAnswer(jobs, view)


def test_what_was_typed_stands_there_again_in_another_window(desk: Office, jobs: Jobs, asked: Asked, qtbot) -> None:
    view, keeper = seen(jobs, qtbot)
    view.ask(asked)
    view.typed.insertPlainText("Stay 30")
    assert keeper._timer.isActive()
    keeper.flush()
    assert desk.ask(drill_drafts.kept, asked.item.id) == "Stay 30"
    other, _ = seen(jobs, qtbot)
    other.ask(asked)
    assert other.typed.value() == "Stay 30"
    view.typed.set_value("")
    view.open_for_answer(wanted=False)
    keeper.flush()  # it was sent meanwhile
    assert desk.ask(drill_drafts.kept, asked.item.id) == "Stay 30"
    view.open_for_answer(wanted=True)
    keeper.flush()
    assert desk.ask(drill_drafts.kept, asked.item.id) == ""


def test_nothing_is_kept_before_a_question_that_is_typed(desk: Office, jobs: Jobs, qtbot) -> None:
    view, keeper = seen(jobs, qtbot)
    keeper.flush()
    assert jobs.pending == 0
    assert view.typed.value() == ""
