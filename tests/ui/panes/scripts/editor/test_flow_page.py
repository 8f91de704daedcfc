"""The questions that lead to an answer."""

import pytest

from app.scripts_library.script import Flow, FlowNode, Option
from app.ui.panes.scripts.editor.flow_page import FlowPage
from app.ui.panes.scripts.editor.sheet import Sheet
from tests.ui.panes.scripts.editor.conftest import now
from tests.windows import put_up

FLOW = Flow("n1", (FlowNode("n1", {"en": "Age?"}, (Option({"en": "9"}, "n2"),)), FlowNode("n2", goto="end")))


@pytest.fixture
def page(sheet: Sheet, qtbot) -> FlowPage:
    made = FlowPage(sheet, now)
    qtbot.addWidget(made)
    made.show_script(sheet.script)
    put_up(qtbot, made)
    return made


def chips(page: FlowPage) -> list[str]:
    return [line.chips[-1][0] if line.chips else "" for line in page.nodes.list.lines]


def test_the_first_node_begins_the_flow_and_its_name_goes_with_it(page: FlowPage, sheet: Sheet, qtbot) -> None:
    page.nodes.add()
    assert sheet.script.flow == Flow("n1", (FlowNode("n1"),))
    qtbot.keyClicks(page.nodes.form.editor("id"), "a")
    assert sheet.script.flow is not None
    assert sheet.script.flow.start == "an1"


def test_answers_belong_to_the_current_node(page: FlowPage, sheet: Sheet, qtbot) -> None:
    sheet.change(flow=FLOW)
    page.show_script(sheet.script)
    assert [line.title for line in page.options.list.lines] == ["9"]
    page.options.add()
    qtbot.keyClicks(page.options.form.editor("goto"), "end")
    assert sheet.script.flow is not None
    assert sheet.script.flow.nodes[0].ways() == ("n2", "end")
    page.go_to("n2")
    assert page.options.list.isHidden()


def test_mistakes_are_marked_at_the_node_while_typing(page: FlowPage, sheet: Sheet, qtbot) -> None:
    sheet.change(flow=FLOW)
    page.show_script(sheet.script)
    assert chips(page) == ["", ""]
    page.go_to("n2", "goto")
    editor = page.nodes.form.editor("goto")
    for typed, marks in (("n1", ["loop", "loop"]), ("zz", ["", "unknown way"])):
        editor.selectAll()
        qtbot.keyClicks(editor, typed)
        assert chips(page) == marks


def test_another_start_leaves_nodes_unreached(page: FlowPage, sheet: Sheet, qtbot) -> None:
    sheet.change(flow=FLOW)
    page.show_script(sheet.script)
    page.go_to("start")
    page._start.selectAll()
    qtbot.keyClicks(page._start, "n2")
    assert chips(page) == ["not reached", ""]


def test_without_nodes_there_is_no_flow(page: FlowPage, sheet: Sheet, qtbot) -> None:
    page.nodes.add()
    with qtbot.waitSignal(page.removed) as removed:
        page.nodes.remove()
    assert sheet.script.flow is None
    removed.args[0].put_back()
    assert sheet.script.flow is not None


def test_another_node_is_said(page: FlowPage, sheet: Sheet, qtbot) -> None:
    sheet.change(flow=FLOW)
    page.show_script(sheet.script)
    with qtbot.waitSignal(page.chosen) as chosen:
        page.go_to("n2")
    assert chosen.args == ["n2"]
    page.focus_first()
    assert page.nodes.list.hasFocus()
