"""A sheet is whole when every item has points or did not apply."""

import pytest
from PySide6.QtCore import Qt

from app.models.evaluations import ErrorClass, ErrorFound, parse_sheet
from app.services.quality_desk import GivenPoint
from app.ui.panes.training.sheet_view import SheetView

SHEET = parse_sheet(
    '{"id": "s", "version": 1, "title": {}, "items": ['
    '{"id": "a", "section": "x", "en": "Greets", "zh": "问候"},'
    '{"id": "b", "section": "x", "en": "Ends", "zh": "结束"}]}'
)
POINT = GivenPoint("open", "Hours", "k1", "opens at 8", ticked=True, critical=True)


@pytest.fixture
def view(jobs, qtbot) -> SheetView:
    made = SheetView()
    qtbot.addWidget(made)
    made.show()
    made.ask(SHEET, (POINT,))
    return made


def test_digits_give_points_and_go_on(view: SheetView, qtbot) -> None:
    assert view.points() is None
    qtbot.keyClick(view.items, Qt.Key.Key_1)
    qtbot.keyClick(view.items, Qt.Key.Key_N)
    assert view.points() == {"a": 1, "b": None}
    assert view.items.item(1).text().startswith("–")


def test_an_error_names_its_key_point_and_is_taken_away_by_a_key(view: SheetView, qtbot) -> None:
    view.about.setCurrentIndex(1)
    view.what.setText("said 9")
    view.add.click()
    assert view.errors == [ErrorFound(ErrorClass.CUSTOMER, "said 9", "open", "k1")]
    view.found.setCurrentRow(0)
    qtbot.keyClick(view.found, Qt.Key.Key_Delete)
    assert view.errors == []
