"""A supervisor sees what waits, gives it to an operator, says the language, or ends it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.services import callback_referrals, callback_sheets
from app.ui.kit import languages
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import NOON, sign_in
from tests.services.calling import call, campaign
from tests.windows import put_up


@pytest.fixture
def calls(office):
    made = campaign(office, 3)
    sign_in(office, "wang")
    asked = office.ask(callback_sheets.of, made[0]).callback.campaign
    with office.store.write("li") as tx:
        tx.put("campaign", asked, {"dialect": 1})  # somebody is said to speak what people speak there
    call(office, made[0], "246", note="Asks for the head")
    call(office, made[1], "243", language="Hakka")
    sign_in(office, "li")
    return made


@pytest.fixture
def board(office, clock, jobs, qtbot, calls):
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    put_up(qtbot, pane)
    pane.refresh()
    qtbot.keyClick(pane, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    return pane.referred


def _rows(board):
    return [[board.model.index(row, column).data() for column in (0, 1, 3)] for row in range(board.model.rowCount())]


def test_it_lists_who_waits_for_what_and_what_comes_next(board):
    assert board.isVisible()
    assert _rows(board) == [
        ["Passed to the supervisor", "Patient 0", "give it to an operator, or end it · Asks for the head"],
        ["Language or dialect · Hakka", "Patient 1", "nobody speaks it: find somebody, or end it"],
    ]
    languages.of_app().use("zh_CN")
    board.retranslate()
    assert board._buttons[0].text() == "交给坐席"


def test_a_call_is_handed_over_once_operator_and_time_are_said(office, board, calls):
    board.hand_over()
    assert board._form.label_of("to")
    assert len(_rows(board)) == 2
    board._form.set_values({"to": "wang", "start_at": NOON + timedelta(hours=3)}, clear=False)
    board.hand_over()
    assert [one[1] for one in _rows(board)] == ["Patient 1"]
    assert office.ask(callback_sheets.of, calls[0]).appointment is not None


def test_a_language_is_said_and_what_nobody_can_do_is_ended(office, board, calls):
    board._form.set_values({"language": "Cantonese"}, clear=False)
    board.say_language()
    assert office.ask(callback_sheets.of, calls[0]).language == "Cantonese"
    board.view.select(1)
    board.end()
    assert len(office.ask(callback_referrals.referred)) == 2
    board.end()
    assert [one.callback for one in office.ask(callback_referrals.referred)] == [calls[0]]


def test_operators_have_no_such_list(office, jobs, qtbot, calls):
    sign_in(office, "wang")
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    put_up(qtbot, pane)
    pane.refresh()
    qtbot.keyClick(pane, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert not pane.referred.isVisible()
    assert not pane._boards[pane.referred].isVisible()
