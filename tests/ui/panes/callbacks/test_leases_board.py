"""A supervisor sees which station calls whom, and moves cases to another one, by force where it is gone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.services import accounts, callback_leases, callback_moves
from app.ui.panes.callbacks.leases_model import key_of
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import NOON, sign_in
from tests.services.calling import call, campaign
from tests.windows import put_up

B = "b" * 32


@pytest.fixture
def board(office, clock, jobs, qtbot):
    made = campaign(office, 3)
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "chen", ["Hakka"])
    office.do(accounts.set_speaks, "li", ["Hakka"])
    sign_in(office, "wang")
    call(office, made[0], "243", language="Hakka")
    li = sign_in(office, "li")
    with office.store.write("li") as tx:
        tx.add("station", {"origin": B, "label": "Seat B"})
        values = {"callback": made[0].hex(), "at": NOON.isoformat(), "by": li.id.hex(), "direction": "in"}
        sat = tx.add("attempt", {"station": B, "seq": 1, **values})
        tx.add("attempt_outcome", {"attempt": sat.hex(), "code": "207"})
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    put_up(qtbot, pane)
    pane.refresh()
    qtbot.keyClick(pane, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    return pane.leases


def _rows(board):
    return [[board.model.index(row, column).data() for column in (0, 1, 2, 4)] for row in range(board.model.rowCount())]


def test_it_lists_who_holds_what_and_where_it_should_go(board):
    assert _rows(board) == [
        ["this station", "", "2", "held"],
        ["this station", "Hakka", "1", "Li speaks it at Seat B: move it there"],
    ]


def test_the_proposed_station_stands_in_the_form_and_one_press_moves_the_cases(office, board):
    board.view.select(1)
    assert board._form.values()["to"] == B
    board.move_calls()
    assert office.ask(callback_leases.holder, "g0").station == B
    assert _rows(board)[1] == ["Seat B", "Hakka", "1", "held"]
    board.view.select(0)
    board.move_calls()
    assert len(_rows(board)) == 2


def test_calls_of_a_station_that_is_gone_are_taken_when_pressed_twice(office, board, clock, jobs):
    office.do(callback_moves.move, ["g1", "g2"], B)
    clock.advance(timedelta(days=8))
    board.reload()
    board.view.select(next(row for row, one in enumerate(_rows(board)) if one[0] == "Seat B"))
    assert key_of(board._chosen)[0] == B
    board._form.set_values({"to": office.ask(callback_moves.places)[0].name})
    board.force()
    assert office.ask(callback_leases.holder, "g1").station == B
    board.force()
    assert office.ask(callback_leases.holder, "g1").station != B
