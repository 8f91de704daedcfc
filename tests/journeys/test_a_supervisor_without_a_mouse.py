"""A supervisor works on a late inquiry by keys alone while a caller is on the line, and is back with them at once."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services import inquiries, units
from app.services.office import Office
from tests.desk import sign_in
from tests.journeys.whole_window import Operator, Station, whole_window
from tests.services.supervised import dispatch
from tests.windows import put_up

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Strikes keys wherever the keyboard is, and says where that is."""

    def __init__(self, operator: Operator) -> None:
        self._operator = operator

    @property
    def at(self) -> str:
        """The name of the widget that has it."""
        holder = QApplication.focusWidget()
        return holder.objectName() if holder else ""

    def strike(self, *keys: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> str:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self._operator.window, key, held)
            self._operator.rests()
        return self.at

    def save(self) -> str:
        return self.strike(Qt.Key.Key_Return, held=_CTRL)

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(QApplication.focusWidget(), letter)
        self._operator.rests()


@pytest.fixture
def late(office: Office) -> bytes:
    sign_in(office, "li")
    for code in ("H01", "C11"):
        office.do(units.save_unit, code, name=f"Clinic {code}")
    sign_in(office, "wang")
    found = dispatch(office, "No hot water on ward 3", -3)
    office.sign_in(None)
    return found


def _state(office: Office, inquiry: bytes) -> tuple[str, str | None]:
    row = office.ask(inquiries.detail, inquiry).row
    return row.state.value, row.unit


def _comes_from_the_board(keys: Keyboard) -> None:
    """Go from the caller to the board, to the list of a cell, to its inquiry."""
    assert keys.strike(Qt.Key.Key_5, held=_CTRL) == "supervision.board"
    assert keys.strike(Qt.Key.Key_Down, Qt.Key.Key_Return) == "work.inquiries"
    assert keys.strike(Qt.Key.Key_Down, Qt.Key.Key_Return) == "work.parts"


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)
def test_what_is_late_is_accepted_given_back_and_sent_on_by_keys_during_a_call(
    office: Office, late: bytes, tmp_path: Path, qtbot: Any
) -> None:
    with whole_window(qtbot, Station(office, tmp_path)) as supervisor:
        supervisor.signs_in("li")
        supervisor.is_rung()
        supervisor.gives("intake.pick_up")
        put_up(qtbot, supervisor.window)
        keys = Keyboard(supervisor)
        _comes_from_the_board(keys)
        assert keys.strike(Qt.Key.Key_A, held=_CTRL | _SHIFT) == "work.parts"
        assert keys.strike(Qt.Key.Key_R, held=_CTRL | _SHIFT) == "work.step.form.reason"
        assert keys.save() == "work.step.form.reason"  # nobody returns without a reason
        keys.strike(Qt.Key.Key_Down)
        assert keys.save() == "work.parts"
        assert _state(office, late) == ("returned", "H01")
        assert keys.strike(Qt.Key.Key_D, held=_CTRL | _SHIFT) == "work.step.form.unit"
        keys.write("C11")
        keys.strike(Qt.Key.Key_Return)
        assert keys.save() == "work.parts"
        assert _state(office, late) == ("dispatched", "C11")
        assert keys.strike(Qt.Key.Key_1, held=_CTRL).startswith("intake.")
        assert supervisor.intake.front.state.draft.number
