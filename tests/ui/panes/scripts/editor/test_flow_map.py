"""The map of a flow."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.scripts_library.script import Flow, FlowNode, Option
from app.ui.panes.scripts.editor.flow_map import FlowMap
from tests.windows import put_up

NODES = (
    FlowNode("a", {"en": "?"}, (Option({}, "b"), Option({}, "c"))),
    FlowNode("b", goto="end"),
    FlowNode("c", goto="a"),
)


@pytest.fixture
def drawn(bare_jobs, qtbot) -> FlowMap:
    made = FlowMap()
    qtbot.addWidget(made)
    made.show_flow(Flow("a", NODES))
    put_up(qtbot, made)
    return made


def test_arrow_keys_walk_over_the_boxes(drawn: FlowMap, qtbot) -> None:
    walked = [drawn.current]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(drawn, key)
        walked.append(drawn.current)
    assert walked == ["a", "b", "c", "a", "b", "end"]


def test_enter_and_a_click_open_a_box(drawn: FlowMap, qtbot) -> None:
    with qtbot.waitSignal(drawn.opened) as opened:
        qtbot.keyClick(drawn, Qt.Key.Key_Return)
    assert opened.args == ["a"]
    with qtbot.waitSignal(drawn.opened) as opened:
        qtbot.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
    assert opened.args == ["b"]


def test_what_is_wrong_is_said_to_ears_too(drawn: FlowMap) -> None:
    drawn.mark("c")
    assert drawn.accessibleDescription() == "c loop"


def test_a_loop_is_drawn_in_another_color(drawn: FlowMap) -> None:
    wrong = drawn.grab().toImage()
    drawn.show_flow(Flow("a", (NODES[0], NODES[1], FlowNode("c", goto="end"))))
    assert drawn.grab().toImage() != wrong


def test_a_node_that_went_is_current_no_more(drawn: FlowMap) -> None:
    drawn.mark("c")
    drawn.show_flow(Flow("b", (NODES[1],)))
    assert drawn.current == "b"
    drawn.show_flow(None)
    assert (drawn.current, drawn.chart.spots) == ("", ())
