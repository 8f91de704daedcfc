"""A drill from the first question to the end, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from app.models.drill_items import MODE_KINDS, DrillKind, DrillMode
from app.services import drills
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.drill_page import DrillPage


@pytest.fixture
def pane(desk: Office, jobs: Jobs, qtbot) -> DrillPage:
    made = DrillPage(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 600)
    return made


def put(pane: DrillPage, desk: Office, kind: DrillKind) -> None:
    """Ask the first card in this way."""
    pane.show()
    card = next(one for one in pane._drill.cards if kind is not DrillKind.BRANCH or one.script == "flu")
    pane._show(desk.ask(drills.ask, card, frozenset({kind})))


def test_a_typed_answer_is_graded_and_the_next_question_comes(pane: DrillPage, desk: Office) -> None:
    put(pane, desk, DrillKind.SAY)
    assert pane.may_answer()
    pane.question.typed.set_value("打完留观30分钟")
    languages.of_app().use("zh_CN")
    pane.go_on()
    assert pane.was_answered()
    assert "✓" in pane._answer_shown.toPlainText()
    assert "100 %" in pane._result.text()
    first = pane._asked
    pane.go_on()
    assert pane._asked is not None
    assert pane._asked != first
    assert pane.progress.bar.value() == 1


def test_an_empty_answer_is_not_sent_and_giving_up_shows_the_answer(pane: DrillPage, desk: Office) -> None:
    put(pane, desk, DrillKind.SAY)
    pane.go_on()
    assert not pane.was_answered()
    pane.give_up()
    assert pane.was_answered()
    assert "Stay 30 minutes after the shot." in pane._answer_shown.toPlainText()
    assert "Rule" in pane._answer_shown.toPlainText()
    said: list[str] = []
    pane.told.connect(said.append)
    pane.again()
    assert len(said) == 1


def test_a_digit_answers_a_choice_and_a_call_turn_by_turn(pane: DrillPage, desk: Office, qtbot) -> None:
    put(pane, desk, DrillKind.BRANCH)
    right = pane._asked.item.steps[0].right
    qtbot.keyClick(pane.question.options, Qt.Key(Qt.Key.Key_1 + right))
    assert pane.was_answered()
    assert pane._feedback.score == 1.0


def test_enter_in_the_gap_has_it_graded(pane: DrillPage, desk: Office, qtbot) -> None:
    put(pane, desk, DrillKind.SLOT)
    pane.question.line.setText("30")
    qtbot.keyClick(pane.question.line, Qt.Key.Key_Return)
    assert pane._feedback.score == 1.0
    assert not pane.question.options.isVisibleTo(pane)


def test_a_script_is_searched_and_opened(pane: DrillPage, desk: Office, qtbot) -> None:
    put(pane, desk, DrillKind.FIND)
    qtbot.keyClicks(pane.question.line, "flu")
    assert pane.question.options.count() >= 1
    qtbot.keyClick(pane.question.line, Qt.Key.Key_Return)
    qtbot.keyClick(pane.question.options, Qt.Key.Key_1)
    assert pane._feedback is not None
    assert pane._feedback.score == 1.0


def test_a_key_asks_in_the_next_way_and_another_gives_a_hint(pane: DrillPage, desk: Office) -> None:
    pane.show()
    pane.commands.run("training.mode")
    assert pane.mode.currentText() == "Recall key points"
    assert pane._asked.item.kind in MODE_KINDS[DrillMode.RECALL]
    pane.commands.run("training.hint")
    assert pane.question.given(gave_up=True).hinted
    assert not pane.commands.action("training.hint").isEnabled()


def test_skipping_costs_nothing_and_the_end_says_so(pane: DrillPage, desk: Office) -> None:
    pane.show()
    for _ in range(3):
        assert pane.has_question()
        pane.skip()
    assert not pane.has_question()
    assert pane._empty.isVisibleTo(pane)
    assert desk.ask(drills.today).spent.items == 0


def test_another_mode_asks_the_same_card_in_another_way(desk, jobs, qtbot) -> None:
    page = DrillPage(jobs)
    qtbot.addWidget(page)
    page.show()
    for mode, kind in ((DrillMode.TYPED, DrillKind.SAY), (DrillMode.CALL, DrillKind.BRANCH)):
        page.mode.setCurrentIndex(list(DrillMode).index(mode))
        page.mode.activated.emit(page.mode.currentIndex())
        assert page._asked is not None
        assert (page._asked.card.script, page._asked.item.kind) == ("flu", kind)


def test_the_topics_keep_away_from_the_line_that_parts_them_from_the_drill(pane: DrillPage) -> None:
    pane.show()
    line = pane.findChild(QSplitter).handle(1)
    right = line.mapTo(pane, line.rect().topRight()).x()
    assert pane.topics.mapTo(pane, pane.topics.rect().topLeft()).x() - right > 4
