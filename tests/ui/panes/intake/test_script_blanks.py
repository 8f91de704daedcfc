import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.services.script_reading import Blank
from app.ui.panes.intake.script_blanks import ScriptBlanks


@pytest.fixture
def blanks(shown):
    made = ScriptBlanks()
    made.show_blanks("hpv", (Blank("clinic", ("North", "South")), Blank("home_phone", (), "12320")))
    return shown(made)


def test_a_choice_is_told_at_once(blanks, qtbot):
    choice = blanks.findChild(QComboBox, "intake.script.blank.clinic")
    choice.setCurrentText("South")
    with qtbot.waitSignal(blanks.filled, check_params_cb={"clinic": "South", "home_phone": "12320"}.__eq__):
        choice.activated.emit(2)


def test_typing_is_told_when_it_rests(blanks, qtbot):
    line = blanks.findChild(QLineEdit, "intake.script.blank.home_phone")
    with qtbot.waitSignal(blanks.filled, timeout=1_000, check_params_cb={"home_phone": "123201"}.__eq__):
        qtbot.keyClicks(line, "1")


def test_editors_stay_while_the_same_script_is_filled(blanks):
    former = blanks.findChild(QComboBox)
    blanks.show_blanks("hpv", (Blank("clinic", ("North", "South"), "South"), Blank("home_phone", (), "12320")))
    assert blanks.findChild(QComboBox) is former
    blanks.show_blanks("flu", ())
    assert blanks.values() == {}
