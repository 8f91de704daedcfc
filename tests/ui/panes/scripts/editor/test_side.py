"""What stands beside the form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from app.scripts_library.findings import at_line, error, warning
from app.scripts_library.script import Flow, FlowNode, Variant
from app.services.script_writing import Checked, Written, look_at
from app.ui.panes.scripts.editor.side import CHECKS, MAP, PREVIEW, Side
from tests.scripts_library.making import small
from tests.windows import put_up

FOUND = (at_line(3, error("title-missing", "title", language="en")), warning("source-wanted", "sources"))


@pytest.fixture
def side(bare_jobs, qtbot) -> Side:
    made = Side()
    qtbot.addWidget(made)
    made.resize(420, 500)
    put_up(qtbot, made)
    return made


def test_findings_stand_in_words_with_their_level_and_line(side: Side) -> None:
    side.show_checked(Checked(None, FOUND))
    assert [(line.chips[0], line.hint) for line in side.list.lines] == [
        (("error", "danger"), "line 3"),
        (("advice", "warning"), ""),
    ]
    assert side.tabs.tabText(CHECKS) == "Checks (2)"


def test_enter_opens_a_finding(side: Side, qtbot) -> None:
    side.show_checked(Checked(None, FOUND))
    side.turn(CHECKS)
    side.list.mark(1)
    with qtbot.waitSignal(side.opened) as opened:
        qtbot.keyClick(side.list, Qt.Key.Key_Return)
    assert opened.args == [FOUND[1]]


def test_a_clean_script_says_so(side: Side) -> None:
    side.turn(CHECKS)
    side.show_checked(Checked(None))
    assert side._clean.isVisible()
    assert not side.list.isVisible()


def test_the_preview_is_the_reader_s_own(side: Side, bare_jobs) -> None:
    side.show_checked(bare_jobs.office.ask(look_at, written=Written(small())))
    assert side.reader.text() == "It opens at 8."
    side.show_checked(Checked(None, FOUND))
    assert side._no_preview.isVisible()


def test_another_wording_is_asked_for_once(side: Side, qtbot) -> None:
    script = small(variants=(Variant("en", "nurse", plain=True, say="x"),))
    with qtbot.waitSignal(side.reread):
        side.read_like(script, 0)
    assert (side.reading.language, side.reading.audience, side.reading.plain) == ("en", "nurse", True)
    with qtbot.assertNotEmitted(side.reread):
        side.read_like(script, 0)


def test_the_parts_are_walked_through_by_key(side: Side) -> None:
    side.show_flow(Flow("a", (FlowNode("a", goto="end"),)))
    places = []
    for _ in range(3):
        side.next()
        places.append(side.tabs.currentIndex())
    assert places == [CHECKS, MAP, PREVIEW]


def test_a_box_of_the_map_is_passed_on(side: Side, qtbot) -> None:
    side.show_flow(Flow("a", (FlowNode("a", goto="end"),)))
    with qtbot.waitSignal(side.node_opened) as opened:
        qtbot.keyClick(side.map, Qt.Key.Key_Return)
    assert opened.args == ["a"]


def test_a_box_of_a_long_flow_is_brought_into_view_by_key(side: Side, qtbot) -> None:
    nodes = tuple(FlowNode(f"n{place}", goto=f"n{place + 1}") for place in range(20))
    side.map.show_flow(Flow("n0", (*nodes, FlowNode("n20", goto="end"))))
    side.turn(MAP)
    for _ in range(15):
        qtbot.keyClick(side.map, Qt.Key.Key_Down)
    assert side.map.current == "n15"
    area = side.map.parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().value() > 0
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
