from PySide6.QtWidgets import QLineEdit

from app.ui.kit import theme
from app.ui.kit.count_box import CountBox


def test_its_digits_stand_where_the_letters_of_other_fields_do(qtbot):
    theme.of_app().apply(mode="light")
    box, line = CountBox(), QLineEdit("7")
    box.setValue(7)
    for widget in (box, line):
        widget.setObjectName("one")
        widget.setAccessibleName("one")
        qtbot.addWidget(widget)
        widget.resize(100, 33)
        widget.show()
    inner = box.lineEdit()
    inner.setCursorPosition(0)
    line.setCursorPosition(0)
    stands = inner.mapTo(box, inner.cursorRect().center()).x()
    assert abs(stands - line.cursorRect().center().x()) <= 1
