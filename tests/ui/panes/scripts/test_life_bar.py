"""The next steps of a version."""

import pytest
from PySide6.QtCore import Qt

from app.models.script_life import ScriptStep
from app.scripts_library.script import State
from app.services.script_life import LifeOf
from app.ui.panes.scripts.life_bar import LifeBar

REVIEW = LifeOf("hpv", 2, State.REVIEW, "Chen", ("Li",), 2, (ScriptStep.APPROVE, ScriptStep.SEND_BACK))


@pytest.fixture
def bar(bare_jobs, qtbot) -> LifeBar:
    made = LifeBar()
    qtbot.addWidget(made)
    made.show_life(REVIEW)
    made.resize(300, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shown(bar: LifeBar) -> list[ScriptStep]:
    return [step for step, button in bar.buttons.items() if not button.isHidden()]


def test_state_author_and_approvals_are_told(bar: LifeBar) -> None:
    assert bar._state.text() == "Version 2: In review · written by Chen · approved by Li, one more needed"
    assert shown(bar) == [ScriptStep.APPROVE, ScriptStep.SEND_BACK]


def test_a_step_without_a_reason_is_taken_at_once(bar: LifeBar, qtbot) -> None:
    with qtbot.waitSignal(bar.taken) as taken:
        bar.buttons[ScriptStep.APPROVE].click()
    assert taken.args == [ScriptStep.APPROVE, ""]


def test_a_step_with_a_reason_asks_for_it_in_place(bar: LifeBar, qtbot) -> None:
    bar.buttons[ScriptStep.SEND_BACK].click()
    assert shown(bar) == []
    assert bar._note.hasFocus()
    with qtbot.assertNotEmitted(bar.taken):
        qtbot.keyClick(bar._note, Qt.Key.Key_Return)
    qtbot.keyClicks(bar._note, "No source")
    with qtbot.waitSignal(bar.taken) as taken:
        qtbot.keyClick(bar._note, Qt.Key.Key_Return)
    assert taken.args == [ScriptStep.SEND_BACK, "No source"]


def test_a_reason_is_left_with_escape_and_forgotten_with_another_version(bar: LifeBar, qtbot) -> None:
    bar.buttons[ScriptStep.SEND_BACK].click()
    qtbot.keyClick(bar._note, Qt.Key.Key_Escape)
    assert shown(bar) == [ScriptStep.APPROVE, ScriptStep.SEND_BACK]
    bar.buttons[ScriptStep.SEND_BACK].click()
    bar.show_life(LifeOf("flu", 1, State.DRAFT, None, (), 1, ()))
    assert bar._line.isHidden()
    assert bar._state.text() == "Version 1: Draft"
