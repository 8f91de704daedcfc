"""One steps from cell to cell."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from app.ui.kit import theme
from app.ui.panes.supervision.pane import SupervisionPane


def test_arrow_keys_choose_a_cell_and_enter_opens_it(pane: SupervisionPane, qtbot: QtBot) -> None:
    view = pane.board.view
    pane.focus_first()
    assert view.column_name() == "all"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.column_name() == "dispatched"
    with qtbot.waitSignal(view.cell_opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (opened.args[0].key, opened.args[1]) == ("H01", "dispatched")
    assert not view.grab().isNull()


def test_a_hidden_state_leaves_no_gap(pane: SupervisionPane) -> None:
    pane.reload()
    header = pane.board.view.horizontalHeader()
    shown = [place for place in range(header.count()) if not header.isSectionHidden(place)]
    assert header.length() == sum(header.sectionSize(place) for place in shown) <= pane.board.view.viewport().width()


def test_every_age_has_room_for_its_words(pane: SupervisionPane) -> None:
    pane.reload()
    view = pane.board.view
    place = [column.name for column in view.board.columns].index("age")
    letters = QFontMetrics(theme.of_app().font())
    words = [view.board.cells(row)[place].text for row in range(view.board.rowCount())]
    assert any(words)
    assert max(map(letters.horizontalAdvance, words)) + 16 <= view.columnWidth(place)
