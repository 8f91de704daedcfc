"""Where the nodes of a flow stand on its map, without widgets: in layers from the start, in the order of the script."""

from dataclasses import dataclass

from app.scripts_library.flow import leads_out, nodes_in_loops, nodes_reached
from app.scripts_library.script import Flow


@dataclass(frozen=True)
class Spot:
    """A box on the map. ``row`` and ``column`` count from 0; ``kind`` is node, out (the end, a transfer, another
    script) or unknown (no such node); ``wrong`` is loop, alone, unknown, open or ""."""

    name: str
    row: int
    column: int
    kind: str = "node"
    wrong: str = ""


@dataclass(frozen=True)
class Way:
    """A line from one box to another, by their names."""

    start: str
    end: str


@dataclass(frozen=True)
class FlowChart:
    """All boxes and the ways between them."""

    spots: tuple[Spot, ...] = ()
    ways: tuple[Way, ...] = ()


def chart_of(flow: Flow | None) -> FlowChart:
    """Return the map of a flow; what cannot be reached stands below everything else."""
    if flow is None:
        return FlowChart()
    rows = _rows(flow)
    columns: dict[int, int] = {}
    spots: list[Spot] = []
    wrong = wrong_nodes(flow)
    names = {node.id for node in flow.nodes}
    for name, row in rows.items():
        column = columns.get(row, 0)
        columns[row] = column + 1
        kind = "node" if name in names else "out" if leads_out(name) else "unknown"
        spots.append(Spot(name, row, column, kind, wrong.get(name, "")))
    ways = dict.fromkeys(Way(node.id, goto) for node in flow.nodes for goto in node.ways() if goto)
    return FlowChart(tuple(spots), tuple(ways))


def wrong_nodes(flow: Flow) -> dict[str, str]:
    """Return what is wrong at each node: it is in a loop, nobody gets there, or it leads to nothing known."""
    names = {node.id for node in flow.nodes}
    reached, loops = nodes_reached(flow), nodes_in_loops(flow)
    found: dict[str, str] = {}
    for node in flow.nodes:
        ways = node.ways()
        is_unknown = any(way and not leads_out(way) and way not in names for way in ways)
        if node.id in loops:
            found[node.id] = "loop"
        elif node.id not in reached and flow.start in names:
            found[node.id] = "alone"
        elif is_unknown:
            found[node.id] = "unknown"
        elif not ways or not all(ways):
            found[node.id] = "open"
    return found


def _rows(flow: Flow) -> dict[str, int]:
    """The layer of each name: as many steps from the start as the shortest way has; the rest below."""
    ways = {node.id: node.ways() for node in flow.nodes}
    rows: dict[str, int] = {}
    layer, depth = [flow.start] if flow.start in ways else [], 0
    while layer:
        rows |= dict.fromkeys(layer, depth)
        following = [way for name in layer for way in ways.get(name, ()) if way]
        layer = [name for name in dict.fromkeys(following) if name not in rows]
        depth += 1
    for node in flow.nodes:
        if node.id not in rows:
            rows[node.id] = depth
            rows |= {way: depth + 1 for way in node.ways() if way and way not in rows}
            depth += 2
    return rows
