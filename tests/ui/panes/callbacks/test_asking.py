"""One question fills the board, one the card."""

from app.services.callbacks import WhyNot
from app.services.office import Office
from app.ui.panes.callbacks import asking
from tests.services.calling import call, campaign


def test_the_board_and_a_card_are_one_question_each(office: Office) -> None:
    first, second = campaign(office, 2)
    call(office, first, "201")
    board = office.ask(asking.board)
    assert ([one.sheet.callback.id for one in board.calls], board.dials, board.pending) == ([second], 1, None)
    taken = office.ask(asking.taken, first)
    assert isinstance(taken.said, WhyNot)
    assert {one.code for one in taken.flags} == {"501", "502"}
    assert (len(taken.agenda), taken.offered[0].code) == (13, "201")
