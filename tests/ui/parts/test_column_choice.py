"""Columns are offered for each field, the likely one first, and another choice is told."""

from pytestqt.qtbot import QtBot

from app.models.line_records import LineField
from app.ui.parts.column_choice import ColumnChoice


def test_the_likely_column_is_chosen_and_another_choice_is_told(qtbot: QtBot) -> None:
    grid = ColumnChoice("reports.calls", "line_field", LineField)
    qtbot.addWidget(grid)
    grid.show_file(("calldate", "billsec", "x"), {"at": "calldate", "talk": "billsec"})
    assert grid.chosen() == {"at": "calldate", "talk": "billsec"}
    choice = grid.choices[LineField.AGENT]
    with qtbot.waitSignal(grid.changed):
        choice.setCurrentIndex(choice.findData("x"))
        choice.activated.emit(choice.currentIndex())
    assert grid.chosen()["agent"] == "x"
