"""A supervisor finds who is never to be called, and lifts it at a written request that is named."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.services import access, callers, never_calls, settings
from app.ui.kit import languages
from app.ui.panes.callbacks.barred_board import Whom
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import NOON, sign_in
from tests.services.calling import call, campaign, number
from tests.windows import put_up

_TODAY = NOON.date()


@pytest.fixture
def calls(office, clock):
    """Two persons: one said it in a call, of the other only the number is known."""
    made = campaign(office, 2)
    sign_in(office, "wang")
    call(office, made[0], "234")
    clock.advance(timedelta(minutes=1))
    office.do(callers.do_not_call, "13900001111")
    sign_in(office, "li")
    return made


@pytest.fixture
def pane(office, jobs, qtbot, calls):
    languages.of_app().use("en")
    made = CallbacksPane(jobs)
    qtbot.addWidget(made)
    put_up(qtbot, made)
    made.refresh()
    return made


@pytest.fixture
def board(pane, qtbot):
    qtbot.keyClick(pane, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    return pane.barred


def _names(board):
    return [board.model.index(row, 0).data() for row in range(board.model.rowCount())]


def _strip(pane):
    return pane.strip.current.text


def _fill(board, day=_TODAY, kept="Folder 7"):
    board._form.set_values({"requested_on": day, "kept": kept}, clear=False)


def test_one_key_shows_who_is_barred_with_who_wrote_it_down_and_the_same_key_goes_back(pane, board, qtbot):
    assert _names(board) == ["–", "Patient 0"]
    board.view.select(1)
    text = board._said_of.text()
    assert "said on 2026-03-02 12:00, written down by Wang · 234" in text
    assert text.endswith("Spring · U01")
    qtbot.keyClick(pane, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert (board.isVisible(), pane.view.isVisible()) == (False, True)


def test_a_request_is_needed_and_the_second_press_lifts(office, pane, board):
    board.view.select(1)
    board.lift()
    assert board._form._rows["requested_on"]._error
    _fill(board, kept="")
    board.lift()
    assert board._form._rows["kept"]._error
    _fill(board)
    board.lift()
    assert board._buttons[0].text() == "Lift it? Press once more"
    assert "Nobody is dialed now" in board._said_of.text()
    assert _names(board)[-1] == "Patient 0"
    board.lift()
    assert "nobody was dialed" in _strip(pane)
    assert _names(board) == ["–"]
    assert office.ask(callers.may_dial, number(0)).key == number(0)


def test_enter_in_the_form_lifts_as_its_button_does_also_when_pressed_twice(office, pane, board, qtbot):
    board.view.select(1)
    board._form.focus("kept")
    qtbot.keyClick(board._form.editor("kept"), Qt.Key.Key_Return)
    assert board._form._rows["requested_on"]._error
    _fill(board)
    for _ in range(2):
        assert _names(board)[-1] == "Patient 0"
        qtbot.keyClick(board._form.editor("kept"), Qt.Key.Key_Return)
    assert _names(board) == ["–"]
    qtbot.keyClick(board.line, Qt.Key.Key_Return)
    assert _names(board) == ["–"]  # looks only


def test_another_request_than_the_one_that_was_confirmed_is_confirmed_again(board):
    board.view.select(1)
    _fill(board)
    board.lift()
    _fill(board, kept="Folder 8")
    board.lift()
    assert len(_names(board)) == 2


def test_what_was_said_too_still_bars_and_is_told(office, pane, board, clock):
    clock.advance(timedelta(hours=1))
    office.do(callers.never_again, number(0), reason="asked in writing")
    board.reload()
    place = next(row for row in range(3) if "234" in board._plan.say(board.model.lines[row]).text)
    board.view.select(place)
    _fill(board)
    board.lift()
    board.lift()
    assert "Still not called" in _strip(pane)
    assert "asked in writing" in _strip(pane)


def test_the_line_finds_by_number_and_esc_shows_all_again(board, qtbot):
    qtbot.keyClicks(board.line, "139 0000 1111")
    qtbot.keyClick(board.line, Qt.Key.Key_Return)
    assert [board.model.index(0, 1).data(), board.model.rowCount()] == ["139 0000 1111", 1]
    board.line.setFocus()
    qtbot.keyClick(board.line, Qt.Key.Key_Escape)
    assert (board.line.text(), board.model.rowCount()) == ("", 2)
    qtbot.keyClicks(board.line, "137 0000 9999")
    qtbot.keyClick(board.line, Qt.Key.Key_Return)
    assert board._none.isVisible()


def test_one_person_is_shown_with_what_was_lifted_and_nothing_more_can_be_done_about_that(office, pane, calls):
    [said] = office.ask(never_calls.listed, callback=calls[0])
    office.do(never_calls.lift, said.saying.id, requested_on=_TODAY, kept="Folder 7")
    pane.show_barred("Patient 0", None, calls[0])
    board = pane.barred
    assert (board.line.text(), _names(board)) == ("Patient 0", ["Patient 0"])
    assert "lifted on 2026-03-02 12:01 by Li at the written request of 2026-03-02 (Folder 7)" in board._said_of.text()
    assert not board._buttons[0].isVisible()
    board.line.setText("Patient 0")
    board.search()
    assert board._whom.callback == calls[0], "the line was not changed: it is still about that person"
    board.line.setText("139 0000 1111")
    board.search()
    assert board._whom == Whom("139 0000 1111")


def test_hidden_numbers_are_shown_for_a_reason_that_is_written_down(office, pane, board, calls):
    sign_in(office, "admin")
    office.do(settings.change, mask_numbers=True)
    sign_in(office, "li")
    board.reload()
    board.view.select(1)
    assert "*" in board.model.index(1, 1).data()
    board.reveal.why.setText("The letter names the number")
    board.reveal.reveal()
    assert board.reveal.number.text().replace(" ", "").endswith("000000")
    [reading] = office.ask(access.readers_of, calls[0])
    assert reading.why == "The letter names the number"


def test_texts_follow_the_language(board):
    languages.of_app().use("zh_CN")
    board.retranslate()
    board.view.select(1)
    assert board._buttons[0].text() == "解除禁拨"
    assert "Wang 登记" in board._said_of.text()
    languages.of_app().use("en")
