"""The next steps of a version."""

from datetime import UTC, date

import pytest
from PySide6.QtCore import Qt

from app.models.script_life import ScriptStep
from app.scripts_library.script import State
from app.services.script_life import LifeOf
from app.ui.panes.scripts.asking import StepSaid
from app.ui.panes.scripts.life_bar import LifeBar
from tests.desk import NOON
from tests.windows import put_up

REVIEW = LifeOf("hpv", 2, State.REVIEW, "Chen", ("Li",), 2, (ScriptStep.APPROVE, ScriptStep.SEND_BACK))


@pytest.fixture
def bar(bare_jobs, qtbot) -> LifeBar:
    made = LifeBar()
    qtbot.addWidget(made)
    made.show_life(REVIEW)
    made.resize(300, 400)
    put_up(qtbot, made)
    return made


def shown(bar: LifeBar) -> list[ScriptStep]:
    return [step for step, button in bar.buttons.items() if not button.isHidden()]


def test_state_author_and_approvals_are_told(bar: LifeBar) -> None:
    assert bar._state.text() == "Version 2: In review · written by Chen · approved by Li, one more needed"
    assert shown(bar) == [ScriptStep.APPROVE, ScriptStep.SEND_BACK]


def test_a_version_that_is_approved_needs_nobody_more_however_it_came(bar: LifeBar) -> None:
    bar.show_life(LifeOf("bite", 1, State.APPROVED, "Chen", ("Li",), 2, ()))
    assert bar._state.text() == "Version 1: Approved · written by Chen"


def test_a_step_without_a_reason_is_taken_at_once(bar: LifeBar, qtbot) -> None:
    with qtbot.waitSignal(bar.taken) as taken:
        bar.buttons[ScriptStep.APPROVE].click()
    assert taken.args == [ScriptStep.APPROVE, StepSaid()]


def test_a_step_with_a_reason_asks_for_it_in_place(bar: LifeBar, qtbot) -> None:
    bar.buttons[ScriptStep.SEND_BACK].click()
    assert shown(bar) == []
    assert bar.line.note.hasFocus()
    with qtbot.assertNotEmitted(bar.taken):
        qtbot.keyClick(bar.line.note, Qt.Key.Key_Return)
    qtbot.keyClicks(bar.line.note, "No source")
    with qtbot.waitSignal(bar.taken) as taken:
        qtbot.keyClick(bar.line.note, Qt.Key.Key_Return)
    assert taken.args == [ScriptStep.SEND_BACK, StepSaid("No source")]


def test_a_reason_is_left_with_escape_and_forgotten_with_another_version(bar: LifeBar, qtbot) -> None:
    bar.buttons[ScriptStep.SEND_BACK].click()
    qtbot.keyClick(bar.line.note, Qt.Key.Key_Escape)
    assert shown(bar) == [ScriptStep.APPROVE, ScriptStep.SEND_BACK]
    bar.buttons[ScriptStep.SEND_BACK].click()
    bar.show_life(LifeOf("flu", 1, State.DRAFT, None, (), 1, ()))
    assert bar.line.isHidden()
    assert bar._state.text() == "Version 1: Draft"


def test_a_confirmation_asks_for_the_day_of_the_next_review(bar: LifeBar, qtbot) -> None:
    approved = LifeOf("hpv", 2, State.APPROVED, "Chen", ("Li",), 1, (ScriptStep.CONFIRM,), date(2026, 8, 29))
    bar.line.take_time(NOON, UTC)
    bar.show_life(approved)
    bar.buttons[ScriptStep.CONFIRM].click()
    assert (bar.line.next_on.text(), bar.line.next_on.hasFocus()) == ("2026-08-29", True)
    bar.line.next_on.setText("+90")
    with qtbot.waitSignal(bar.taken) as taken:
        qtbot.keyClick(bar.line.next_on, Qt.Key.Key_Return)
    assert taken.args == [ScriptStep.CONFIRM, StepSaid(next_on=date(2026, 5, 31))]
