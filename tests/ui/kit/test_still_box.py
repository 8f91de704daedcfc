import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.ui.kit.still_box import StillBox


class Counting(QVBoxLayout):
    """Counts how often it lays out."""

    def __init__(self, parent):
        super().__init__(parent)
        self.times = 0

    def setGeometry(self, rect):  # noqa: N802 - Qt's name
        self.times += 1
        super().setGeometry(rect)


@pytest.fixture
def room(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setAccessibleName("Room")
    around = Counting(window)
    inside = QWidget()
    lines = QVBoxLayout(inside)
    label = QLabel("a", inside)
    lines.addWidget(label)
    lines.addStretch(1)
    around.addWidget(StillBox(inside, window))
    window.resize(300, 200)
    window.show()
    return window, around, inside, label


def test_the_inside_has_all_the_room(room):
    window, _, inside, _ = room
    margins = window.layout().contentsMargins()
    assert inside.width() == 300 - margins.left() - margins.right()
    window.resize(400, 300)
    assert inside.width() == 400 - margins.left() - margins.right()


def test_what_changes_inside_lays_out_nothing_around(room):
    _, around, _, label = room
    QApplication.sendPostedEvents()
    before = around.times
    label.hide()
    label.setText("b" * 100)
    label.show()
    QApplication.sendPostedEvents()
    assert around.times == before


def test_it_wants_what_the_inside_wants(room):
    _, _, inside, _ = room
    assert inside.parentWidget().sizeHint() == inside.sizeHint()
    assert inside.parentWidget().minimumSizeHint() == inside.minimumSizeHint()
