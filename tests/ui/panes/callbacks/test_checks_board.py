"""A supervisor says what was found out, and the call goes on by it."""

import pytest
from PySide6.QtCore import Qt

from app.services import callback_sheets
from app.ui.kit import languages
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import sign_in
from tests.services.calling import call, campaign
from tests.windows import put_up


@pytest.fixture
def calls(office):
    made = campaign(office, 5)
    sign_in(office, "wang")
    for one, code in zip(made, ("401", "301", "205"), strict=False):
        call(office, one, code)
    sign_in(office, "li")
    return made


@pytest.fixture
def pane(office, jobs, qtbot, calls):
    made = CallbacksPane(jobs)
    qtbot.addWidget(made)
    put_up(qtbot, made)
    made.refresh()
    return made


@pytest.fixture
def board(pane, qtbot):
    qtbot.keyClick(pane, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    return pane.checks


def _choose(board, calls, place):
    board.view.select(board.model.place_of(calls[place]))


def _of(office, callback):
    return office.ask(callback_sheets.of, callback).callback


def test_a_confirmed_stay_another_number_and_another_line_go_on(office, board, calls):
    assert board.model.rowCount() == 3
    _choose(board, calls, 0)
    board.go_on()
    _choose(board, calls, 1)
    board._form.set_values({"number": "13800009999"}, clear=False)
    board.go_on()
    _choose(board, calls, 2)
    board.go_on()
    assert _of(office, calls[2]).line == ""
    board._form.set_values({"line": "Line 2"}, clear=False)
    board.go_on()
    assert board.model.rowCount() == 0
    assert [_of(office, one).closed_at for one in calls[:3]] == [None, None, None]
    assert _of(office, calls[2]).line == "Line 2"


def test_what_the_list_does_not_know_stays_ended(office, board, calls):
    languages.of_app().use("zh_CN")
    board.retranslate()
    for place, text in ((0, "名单中没有：维持结束"), (1, "没有其他号码")):
        _choose(board, calls, place)
        assert board._buttons[1].text() == text
        board.leave()
    _choose(board, calls, 2)
    assert not board._buttons[1].isVisible()
    board.leave()
    assert board.model.rowCount() == 1
    assert [_of(office, one).closed_code for one in calls[:2]] == ["401", "301"]


def test_two_calls_of_one_person_are_merged_by_the_same_keys(office, pane, calls):
    for one in calls[3:]:
        pane._open(one)
        pane.merge_person()
    assert sorted(_of(office, one).closed_code for one in calls[3:]) == ["", "403"]
