"""A list of the supervisor keeps its row, says what is chosen, and shows what is wrong beside its field."""

import pytest

from app.models.errors import FieldInvalid, RecordGone
from app.services.wording import sentence
from app.ui.kit.columns import Column
from app.ui.kit.fields import Field
from app.ui.panes.callbacks.board import Board, Heading, Plan, Said
from app.ui.panes.callbacks.board_table import BoardTable
from tests.desk import NOON


def _heading() -> Heading:
    return Heading("Words", "No word", "Words appear here.")


def _say(one: str | None) -> Said:
    return Said(one or "", f"{one} is chosen", ("Do it", "" if one == "b" else "Leave it"))


def _begin(one: str) -> dict[str, object]:
    return {"note": one.upper()}


def _nothing(*_: object) -> None:
    """A button that is not pressed."""


@pytest.fixture
def board(qtbot, clock) -> Board:
    table = BoardTable((Column("word", "Why", 0, show=str, sortable=False),), str)
    plan = Plan(
        "words", table, _nothing, _nothing, _heading, _say, (Field("note", "text", "Note"),),
        (("do", "primary", _nothing), ("leave", "", _nothing)), _begin,
    )  # fmt: skip
    made = Board(None, clock.now, plan)
    qtbot.addWidget(made)
    made.form(NOON.tzinfo)
    made.show()
    return made


def test_the_chosen_row_is_said_and_kept(board: Board) -> None:
    board.show_rows(("a", "b"), NOON, NOON.tzinfo)
    board.view.select(1)
    assert (board.values(), board._said_of.text()) == ({"note": "B"}, "b is chosen")
    assert [one.isVisible() for one in board._buttons] == [True, False]
    board.show_rows(("b",), NOON, NOON.tzinfo)
    assert board.view.row() == "b"
    board.show_rows((), NOON, NOON.tzinfo)
    assert not board._card.isVisible()


def test_what_is_wrong_stands_beside_its_field_and_everything_else_above_the_list(board: Board, qtbot) -> None:
    board.show_rows(("a",), NOON, NOON.tzinfo)
    wrong = FieldInvalid(field="note", value="x")
    with qtbot.assertNotEmitted(board.refused):
        board.refuse(wrong)
    with qtbot.waitSignal(board.refused):
        board.refuse(RecordGone(entity="callback", id=""))
    assert sentence(wrong, "en")[0]
