"""An operator signs in, takes a call, answers it and goes home."""

from PySide6.QtCore import Qt

from app.models.accounts import OperatorState
from app.services import accounts, inquiries
from tests.desk import sign_in
from tests.journeys.whole_window import Station, whole_window


def test_a_call_is_taken_answered_and_saved(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.is_rung("138 1234 5678")
        assert operator.window.desk.state.state is OperatorState.RINGING
        operator.gives("intake.pick_up")
        operator.hands.type("intake.matter.category", "hpv")
        operator.hands.press("intake.matter.category", Qt.Key.Key_Return)
        operator.hands.type("intake.matter.summary", "Asks from which age the HPV vaccine is given")
        operator.gives("intake.hang_up")
        operator.gives("intake.answered")
        operator.rests()
        assert operator.window.desk.state.state is OperatorState.READY
        assert operator.window.desk.today.figures()["open"] == 0
        operator.leaves()
    sign_in(office, "wang")
    (row,) = office.ask(inquiries.list_page, inquiries.Wanted()).rows
    assert (row.state.value, row.summary) == ("closed", "Asks from which age the HPV vaccine is given")
    assert office.ask(accounts.my_state)[0] is OperatorState.SIGNED_OUT


def test_an_operator_looks_at_the_list_in_the_middle_of_a_call_and_loses_no_word(qtbot, office, tmp_path):
    office.sign_in(None)
    with whole_window(qtbot, Station(office, tmp_path)) as operator:
        operator.signs_in("wang")
        operator.is_rung()
        operator.gives("intake.pick_up")
        operator.hands.type("intake.matter.summary", "Nobody answered at the clinic")
        operator.window.desk.list_open()
        operator.rests()
        assert operator.window.desk.panes.current == "work"
        operator.window.desk.show_intake()
        operator.has_saved()
        assert operator.intake.front.state.draft.summary == "Nobody answered at the clinic"
