"""What every board does, shown by that of the gaps."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.gaps import GapsBoard
from tests.windows import put_up


@pytest.fixture
def board(todo: ToDo, qtbot) -> GapsBoard:
    made = GapsBoard("scripts.gaps")
    qtbot.addWidget(made)
    made.show_todo(todo)
    put_up(qtbot, made)
    return made


def test_the_first_line_is_current_and_enter_opens_it(board: GapsBoard, todo: ToDo, qtbot) -> None:
    assert board.current() == todo.gaps[0]
    board.list.setFocus()
    with qtbot.waitSignal(board.opened) as opened:
        qtbot.keyClick(board.list, Qt.Key.Key_Return)
    assert opened.args == [todo.gaps[0]]


def test_the_line_after_one_that_is_gone_becomes_current(board: GapsBoard, todo: ToDo) -> None:
    gaps = [replace(todo.gaps[0], words=words) for words in ("one", "two", "three")]
    board.show_todo(replace(todo, gaps=gaps))
    board.list.step(1)
    board.show_todo(replace(todo, gaps=[gaps[0], gaps[2]]))
    assert board.current() == gaps[2]


def test_an_empty_board_says_how_it_fills_and_leads_back(board: GapsBoard, todo: ToDo, qtbot) -> None:
    board.show_todo(replace(todo, gaps=[]))
    assert board._empty.isVisible()
    assert board._empty.accessibleName().startswith("No gap is known Searches that found nothing")
    with qtbot.waitSignal(board.left):
        qtbot.mouseClick(board.findChild(QPushButton, "scripts.gaps.empty.act"), Qt.MouseButton.LeftButton)


def test_the_model_of_a_board_behaves(board: GapsBoard, qtmodeltester) -> None:
    qtmodeltester.check(board.list.rows)
