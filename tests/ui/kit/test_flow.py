import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.ui.kit.flow import FlowLayout


@pytest.fixture
def flow(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=10)
    for _ in range(5):
        box = QWidget()
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    flow.holder_kept = holder
    return flow


def places(flow):
    return [(flow.itemAt(number).geometry().x(), flow.itemAt(number).geometry().y()) for number in range(flow.count())]


def test_items_break_into_lines(flow):
    flow.setGeometry(QRect(0, 0, 330, 100))
    assert places(flow) == [(0, 0), (110, 0), (220, 0), (0, 30), (110, 30)]


def test_height_follows_width(flow):
    assert flow.hasHeightForWidth()
    assert [flow.heightForWidth(width) for width in (1000, 330, 100)] == [20, 50, 140]


def test_an_item_wider_than_the_line_stands_alone(flow):
    flow.setGeometry(QRect(0, 0, 50, 500))
    assert places(flow) == [(0, 0), (0, 30), (0, 60), (0, 90), (0, 120)]


def test_past_the_end_is_nothing(flow):
    assert flow.itemAt(5) is None
    assert flow.takeAt(-1) is None


def test_the_smallest_size_is_that_of_the_largest_item(flow):
    assert (flow.minimumSize().width(), flow.minimumSize().height()) == (100, 20)
    assert flow.sizeHint().width() == 540
