"""The rules for a flow: a graph without loops that reaches all its nodes and always ends."""

from collections.abc import Iterator

from app.scripts_library.findings import Finding, error
from app.scripts_library.script import Flow, FlowNode, Script

END = "end"
SCRIPT = "script:"
TRANSFER = "transfer:"


def leads_out(goto: str) -> bool:
    """Whether a goto leaves the flow: the end, another script, a transfer."""
    return goto == END or any(goto.startswith(kind) and len(goto) > len(kind) for kind in (SCRIPT, TRANSFER))


def scripts_named(flow: Flow | None) -> tuple[tuple[str, str], ...]:
    """(node, key) of every other script a flow leads to."""
    if flow is None:
        return ()
    ways = [(node.id, way) for node in flow.nodes for way in node.ways() if way.startswith(SCRIPT)]
    return tuple((node, way.removeprefix(SCRIPT)) for node, way in ways if way != SCRIPT)


def start_known(script: Script) -> Iterator[Finding]:
    """`flow.start` is a node."""
    flow = script.flow
    if flow and flow.start not in _nodes(flow):
        yield error("start-unknown", "flow", "start", start=flow.start)


def gotos_known(script: Script) -> Iterator[Finding]:
    """Every goto is a node or leads out."""
    for node in script.flow.nodes if script.flow else ():
        for way in node.ways():
            if not leads_out(way) and way not in _nodes(script.flow):
                yield error("goto-unknown", "flow", "nodes", node.id, node=node.id, goto=way)


def nodes_have_exits(script: Script) -> Iterator[Finding]:
    """Every node leads on: each option has a goto, and there is at least one way."""
    for node in script.flow.nodes if script.flow else ():
        if not node.ways() or not all(node.ways()):
            yield error("node-without-exit", "flow", "nodes", node.id, node=node.id)


def nodes_reachable(script: Script) -> Iterator[Finding]:
    """Every node can be reached from the start. Nothing is said while the start itself is unknown."""
    flow = script.flow
    if flow is None or flow.start not in _nodes(flow):
        return
    reached = _reached(flow)
    for node in flow.nodes:
        if node.id not in reached:
            yield error("node-unreachable", "flow", "nodes", node.id, node=node.id)


def no_loop(script: Script) -> Iterator[Finding]:
    """No way comes back to a node. Nodes are taken off as long as one has no way to another that is left."""
    if script.flow is None:
        return
    left = {node.id: set(node.ways()) for node in script.flow.nodes}
    while free := [name for name, ways in left.items() if not ways & left.keys()]:
        for name in free:
            del left[name]
    if left:
        first = next(iter(left))
        yield error("flow-cycle", "flow", "nodes", first, nodes=", ".join(left))


def says_known_points(script: Script) -> Iterator[Finding]:
    """A `say` that is one word names a key point."""
    points = {point.id for point in script.key_points}
    for node in script.flow.nodes if script.flow else ():
        if node.say_point and node.say_point not in points:
            yield error("say-point-unknown", "flow", "nodes", node.id, node=node.id, point=node.say_point)


def nodes_in_loops(flow: Flow) -> frozenset[str]:
    """The nodes that a way leads back to, to be marked one by one."""
    nodes = _nodes(flow)
    return frozenset(name for name in nodes if name in _reached_from(nodes, nodes[name].ways()))


def nodes_reached(flow: Flow) -> frozenset[str]:
    """The nodes that can be reached from the start."""
    return frozenset(_reached(flow))


def _nodes(flow: Flow | None) -> dict[str, FlowNode]:
    return {node.id: node for node in flow.nodes} if flow else {}


def _reached(flow: Flow) -> set[str]:
    return _reached_from(_nodes(flow), (flow.start,))


def _reached_from(nodes: dict[str, FlowNode], ways: tuple[str, ...]) -> set[str]:
    reached: set[str] = set()
    waiting = list(ways)
    while waiting:
        name = waiting.pop()
        if name in nodes and name not in reached:
            reached.add(name)
            waiting += nodes[name].ways()
    return reached
