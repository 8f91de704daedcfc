from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit import theme
from app.ui.shell.bars import Bar, PaintedButton
from tests.windows import put_up


def color_at(widget, x, y):
    return widget.grab().toImage().pixelColor(x, y)


def test_a_bar_is_a_surface_with_one_line(qtbot):
    bar = Bar("desk.top", "bottom")
    qtbot.addWidget(bar)
    bar.resize(40, 20)
    assert color_at(bar, 5, 5) == QColor(theme.of_app().hex("surface"))
    assert color_at(bar, 5, 19) == QColor(theme.of_app().hex("border"))


def test_a_bar_of_the_left_edge_has_its_line_at_the_right(qtbot):
    bar = Bar("rail", "right")
    qtbot.addWidget(bar)
    bar.resize(40, 20)
    assert color_at(bar, 39, 10) == QColor(theme.of_app().hex("border"))


def test_a_painted_button_works_by_keyboard_and_mouse(qtbot):
    button = PaintedButton("desk.try")
    button.setText("Try")
    qtbot.addWidget(button)
    button.show()
    button.setAccessibleName("Try")
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isDown()


def test_a_click_leaves_the_cursor_where_somebody_types_and_tab_leads_to_the_button(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    line, button = QLineEdit(window), PaintedButton("desk.try", window)
    button.setGeometry(0, 40, 60, 30)
    put_up(qtbot, window)
    line.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_a_checked_button_stands_on_a_soft_field(qtbot):
    button = PaintedButton("desk.try")
    button.setCheckable(True)
    button.setChecked(True)
    button.resize(60, 40)
    qtbot.addWidget(button)
    assert button.ground() == "accent_soft"
    assert color_at(button, 30, 6) == QColor(theme.of_app().hex("accent_soft"))
