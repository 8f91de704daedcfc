from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.kit.clear_scroll import ClearScroll, narrow
from tests.windows import put_up


def test_what_scrolls_has_no_ground_of_its_own(qtbot):
    area = ClearScroll()
    inner = QWidget(area)
    area.hold(inner)
    qtbot.addWidget(area)
    put_up(qtbot, area)
    assert not inner.autoFillBackground()
    assert not area.viewport().autoFillBackground()
    assert area.widgetResizable()


def test_a_narrow_choice_is_smaller_than_its_longest_option(qtbot):
    part, other = QWidget(), QWidget()
    choice, wide = QComboBox(part), QComboBox(other)
    for one in (choice, wide):
        one.addItem("a very long option that nobody can show in a narrow column")
        qtbot.addWidget(one.parentWidget())
    narrow(part)
    assert choice.minimumWidth() < wide.minimumSizeHint().width() / 2
