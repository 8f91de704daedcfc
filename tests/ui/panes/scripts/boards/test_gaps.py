"""The board of what callers ask and no script answers."""

from dataclasses import replace

import pytest

from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.gaps import GapsBoard


@pytest.fixture
def board(todo: ToDo, qtbot) -> GapsBoard:
    made = GapsBoard("scripts.gaps")
    qtbot.addWidget(made)
    return made


def test_a_gap_says_how_often_it_was_asked_and_what_speaks_for_it(board: GapsBoard, todo: ToDo) -> None:
    gap = replace(todo.gaps[0], count=4, own=1, left=1, examples=("the fee for parking",))
    board.show_todo(replace(todo, gaps=[gap]))
    (line,) = board.list.lines
    assert (line.title, line.hint) == ("parking fee", "4×")
    assert line.detail == "nothing found 2 · nothing opened 1 · own knowledge 1 · “the fee for parking”"


def test_the_next_step_names_the_script_that_is_open(board: GapsBoard, todo: ToDo) -> None:
    assert board.next_step(todo.gaps[0]).startswith("Enter searches")
    board.answer = "How to book"
    assert "“How to book”" in board.next_step(todo.gaps[0])
