"""A supervisor sees which station calls whom, and moves cases to another one, by force where it is gone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton

from app.services import accounts, callback_leases, callback_moves
from app.store import lease_moves
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


def test_a_station_is_said_to_be_lost_when_pressed_twice_with_the_time_of_its_last_call(
    office, board, clock, qtbot
) -> None:
    office.do(callback_moves.move, ["g1", "g2"], B)
    clock.advance(timedelta(days=1))
    board.reload()
    board.view.select(0)
    others = [board.findChild(QPushButton, f"callbacks.leases.{name}") for name in ("lost", "force")]
    others.append(board._form.editor("since").parentWidget())
    assert not any(one.isVisible() for one in others)  # it is this one
    board.view.select(next(row for row, one in enumerate(_rows(board)) if one[0] == "Seat B"))
    assert all(one.isVisible() for one in others)
    with qtbot.assertNotEmitted(board.warned):
        board.say_lost()
    board._form.set_values({"since": NOON + timedelta(hours=2)})
    with qtbot.waitSignal(board.warned):
        board.say_lost()
    assert lease_moves.quiet(office.store.rows) == {}
    with qtbot.waitSignal(board.told):
        qtbot.mouseClick(board.findChild(QPushButton, "callbacks.leases.lost"), Qt.MouseButton.LeftButton)
    assert lease_moves.quiet(office.store.rows)[B].since == NOON + timedelta(hours=2)
    assert _rows(board)[1] == ["Seat B", "", "2", "out of service, nobody calls"]
    board.view.select(1)
    assert "No call since yesterday 14:00, said Li (today 12:00): out of service" in board._said_of.text()
    assert not board.findChild(QPushButton, "callbacks.leases.lost").isVisible()


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


def test_what_opens_a_list_is_read_whole_in_the_smallest_window(board, qtbot):
    pane = board.window()
    pane.resize(1196, 606)
    qtbot.waitUntil(lambda: pane.width() == 1196)
    texts = ("Why is nobody else here?", "Which station calls whom", "Calls to look into")
    found = [one for one in pane.findChildren(QAbstractButton) if one.text() in texts]
    assert len(found) == len(texts)
    assert all(one.width() >= one.sizeHint().width() for one in found)
