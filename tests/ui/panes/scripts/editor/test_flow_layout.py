"""Where the nodes of a flow stand, and what is wrong at each."""

from app.scripts_library.script import Flow, FlowNode, Option
from app.ui.panes.scripts.editor.flow_layout import FlowChart, Spot, Way, chart_of, wrong_nodes


def node(name: str, *ways: str, goto: str = "") -> FlowNode:
    return FlowNode(name, {"en": "?"}, tuple(Option({}, way) for way in ways), goto=goto)


def test_no_flow_has_no_map() -> None:
    assert chart_of(None) == FlowChart()


def test_nodes_stand_in_layers_by_their_distance_from_the_start() -> None:
    chart = chart_of(Flow("a", (node("a", "b", "c"), node("b", goto="end"), node("c", goto="b"))))
    assert chart.spots == (Spot("a", 0, 0), Spot("b", 1, 0), Spot("c", 1, 1), Spot("end", 2, 0, "out"))
    assert chart.ways == (Way("a", "b"), Way("a", "c"), Way("b", "end"), Way("c", "b"))


def test_an_unknown_way_is_a_box_of_its_own_kind() -> None:
    chart = chart_of(Flow("a", (node("a", "x", "transfer:doctor"),)))
    assert [(spot.name, spot.kind, spot.wrong) for spot in chart.spots] == [
        ("a", "node", "unknown"),
        ("x", "unknown", ""),
        ("transfer:doctor", "out", ""),
    ]


def test_what_nobody_reaches_stands_below_with_its_ways() -> None:
    chart = chart_of(Flow("a", (node("a", goto="end"), node("b", goto="transfer:x"))))
    rows = {spot.name: spot.row for spot in chart.spots}
    assert rows == {"a": 0, "end": 1, "b": 2, "transfer:x": 3}


def test_each_mistake_is_told_at_its_node() -> None:
    nodes = (node("a", "b", "x"), node("b", goto="c"), node("c", goto="b"), node("d", goto="end"), node("e", ""))
    assert wrong_nodes(Flow("a", nodes)) == {"a": "unknown", "b": "loop", "c": "loop", "d": "alone", "e": "alone"}
    assert wrong_nodes(Flow("a", (node("a", ""),))) == {"a": "open"}


def test_without_a_known_start_nothing_is_called_unreached() -> None:
    flow = Flow("zzz", (node("a", goto="end"),))
    assert wrong_nodes(flow) == {}
    assert [spot.name for spot in chart_of(flow).spots] == ["a", "end"]


def test_a_large_flow_with_loops_ends() -> None:
    nodes = tuple(node(f"n{place}", *(f"n{other}" for other in range(0, 60, 7))) for place in range(60))
    assert len(chart_of(Flow("n1", nodes)).spots) == 60
