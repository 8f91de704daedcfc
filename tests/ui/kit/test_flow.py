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
    return [(widget.x(), widget.y()) for widget in flow.widgets()]


def test_items_break_into_lines(flow):
    flow.setGeometry(QRect(0, 0, 330, 100))
    assert places(flow) == [(0, 0), (110, 0), (220, 0), (0, 30), (110, 30)]


def test_what_stands_in_one_line_has_its_middle_on_one_height(flow):
    flow.widgets()[1].setFixedSize(100, 12)
    flow.setGeometry(QRect(0, 0, 330, 100))
    assert places(flow) == [(0, 0), (110, 4), (220, 0), (0, 30), (110, 30)]


def test_height_follows_width(flow):
    assert flow.hasHeightForWidth()
    assert [flow.heightForWidth(width) for width in (1000, 330, 100)] == [20, 50, 140]


def test_an_item_wider_than_the_line_stands_alone(flow):
    flow.setGeometry(QRect(0, 0, 50, 500))
    assert places(flow) == [(0, 0), (0, 30), (0, 60), (0, 90), (0, 120)]


def test_hidden_and_deleted_widgets_take_no_room(flow):
    flow.widgets()[0].hide()
    flow.removeWidget(flow.widgets()[1])
    assert flow.heightForWidth(330) == 20


def test_clearing_takes_every_widget_out(flow):
    flow.clear()
    assert (flow.count(), flow.widgets(), flow.heightForWidth(330)) == (0, [], 0)


def test_margins_are_kept_free(flow):
    flow.setContentsMargins(5, 7, 5, 7)
    flow.setGeometry(QRect(0, 0, 340, 100))
    assert places(flow)[0] == (5, 7)
    assert flow.heightForWidth(340) == 64


def test_the_smallest_size_is_that_of_the_largest_item(flow):
    assert (flow.minimumSize().width(), flow.minimumSize().height()) == (100, 20)
    assert flow.sizeHint().width() == 540


def test_what_may_grow_stands_where_its_longest_text_fits(flow):
    class Growing(QWidget):
        def room(self) -> int:
            return 200

    grows = Growing()
    grows.setFixedSize(100, 20)
    flow.addWidget(grows)
    flow.setGeometry(QRect(0, 0, 330, 200))
    assert places(flow)[-1] == (0, 60)
    flow.setGeometry(QRect(0, 0, 430, 200))
    assert places(flow)[-1] == (110, 30)
