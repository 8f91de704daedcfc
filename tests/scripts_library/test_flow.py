from collections.abc import Callable, Iterator

import pytest

from app.scripts_library import flow
from app.scripts_library.findings import Finding
from app.scripts_library.script import Flow, FlowNode, KeyPoint, Option, Script
from tests.scripts_library.making import small

POINT = KeyPoint("k1", {"zh": "x", "en": "x"})


def asking(name: str, *ways: str) -> FlowNode:
    return FlowNode(name, {"en": "?"}, tuple(Option({"en": "x"}, way) for way in ways))


def saying(name: str, goto: str, point: str = "k1") -> FlowNode:
    return FlowNode(name, say_point=point, goto=goto)


def with_flow(*nodes: FlowNode, start: str = "a") -> Script:
    return small(flow=Flow(start, nodes), key_points=(POINT,))


GOOD = with_flow(asking("a", "b", "script:x-1", "transfer:doctor", "c"), saying("b", "c"), saying("c", "end"))
RULES = (
    flow.start_known,
    flow.gotos_known,
    flow.nodes_have_exits,
    flow.nodes_reachable,
    flow.no_loop,
    flow.says_known_points,
)


@pytest.mark.parametrize("rule", RULES)
def test_a_good_flow_and_no_flow_break_no_rule(rule: Callable[[Script], Iterator[Finding]]):
    assert list(rule(GOOD)) == []
    assert list(rule(small())) == []


@pytest.mark.parametrize(
    ("rule", "script", "codes"),
    [
        (flow.start_known, with_flow(saying("a", "end"), start="z"), ["start-unknown"]),
        (flow.gotos_known, with_flow(asking("a", "z", "script:", "transfer:")), ["goto-unknown"] * 3),
        (
            flow.nodes_have_exits,
            with_flow(asking("a"), saying("b", ""), asking("c", "end", "")),
            ["node-without-exit"] * 3,
        ),
        (flow.nodes_reachable, with_flow(saying("a", "end"), saying("b", "a")), ["node-unreachable"]),
        (flow.no_loop, with_flow(asking("a", "b", "end"), saying("b", "a")), ["flow-cycle"]),
        (flow.no_loop, with_flow(saying("a", "a")), ["flow-cycle"]),
        (flow.says_known_points, with_flow(saying("a", "end", "k9")), ["say-point-unknown"]),
    ],
)
def test_a_broken_flow_has_its_code(rule: Callable[[Script], Iterator[Finding]], script: Script, codes: list[str]):
    found = list(rule(script))
    assert [finding.code for finding in found] == codes
    assert all(finding.place[0] == "flow" for finding in found)


def test_two_ways_to_one_node_are_no_loop():
    assert (
        list(flow.no_loop(with_flow(asking("a", "b", "c"), saying("b", "d"), saying("c", "d"), saying("d", "end"))))
        == []
    )


def test_the_scripts_a_flow_leads_to_are_listed():
    assert flow.scripts_named(GOOD.flow) == (("a", "x-1"),)
    assert flow.scripts_named(None) == ()


def test_the_nodes_in_a_loop_are_told_from_those_that_only_lead_to_it():
    found = with_flow(asking("a", "b", "end"), saying("b", "c"), saying("c", "b")).flow
    assert found is not None
    assert flow.nodes_in_loops(found) == {"b", "c"}


def test_the_nodes_reached_are_those_on_a_way_from_the_start():
    found = with_flow(saying("a", "b"), saying("b", "end"), saying("x", "a")).flow
    assert found is not None
    assert flow.nodes_reached(found) == {"a", "b"}
