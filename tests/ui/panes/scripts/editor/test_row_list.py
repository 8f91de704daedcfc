"""The keys of a list of rows."""

from PySide6.QtCore import Qt

from app.ui.panes.scripts.editor.row_list import RowList
from app.ui.panes.scripts.line_list import Line


def test_rows_are_added_removed_and_moved_by_key(qtbot) -> None:
    made = RowList("scripts.rows")
    made.setAccessibleName("Rows")
    qtbot.addWidget(made)
    made.show_lines([Line(0, "a"), Line(1, "b")])
    with qtbot.waitSignal(made.adding):
        qtbot.keyClick(made, Qt.Key.Key_Insert)
    with qtbot.waitSignal(made.removing):
        qtbot.keyClick(made, Qt.Key.Key_Delete)
    with qtbot.waitSignal(made.moving, check_params_cb=(-1).__eq__):
        qtbot.keyClick(made, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


def test_enter_still_opens_the_row(qtbot) -> None:
    made = RowList("scripts.rows")
    made.setAccessibleName("Rows")
    qtbot.addWidget(made)
    made.show_lines([Line(0, "a"), Line(1, "b")])
    made.mark(1)
    with qtbot.waitSignal(made.opened) as opened:
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert opened.args == [1]
