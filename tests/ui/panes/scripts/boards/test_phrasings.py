"""The board of proposed phrasings."""

from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.phrasings import PhrasingsBoard


def test_a_phrasing_says_for_which_script_and_how_many_people_said_it(todo: ToDo, qtbot) -> None:
    board = PhrasingsBoard("scripts.phrasings")
    qtbot.addWidget(board)
    board.show_todo(todo)
    (line,) = board.list.lines
    assert (line.title, line.hint) == ("shot against influenza", "2×")
    assert line.detail == "→ Who needs the flu vaccine"
    assert board.next_step(board.current()).startswith("2 people opened this script")
