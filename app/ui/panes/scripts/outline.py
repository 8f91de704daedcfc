"""The library as a tree: what stands in front, then topics in the order of the category tree, what has ended last.

In front are urgent scripts, those pinned for everybody, one's own favorites, and what is asked most today.

Without Qt. A topic with one topic inside and no script of its own is one line with it; a topic that holds one script
alone has no line below the first level: its script stands for it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.models.categories import CategoryTree
from app.scripts_library.readings import quick_syllables
from app.scripts_library.visibility import Standing
from app.services.script_outline import ScriptLine
from app.services.script_shelf import Front

#: What a line of the tree is.
URGENT, TOPIC, UNSORTED, ENDED, SCRIPT = "urgent", "topic", "unsorted", "ended", "script"
PINNED, STARRED, ASKED = "pinned", "starred", "asked"
FRONT = (URGENT, PINNED, STARRED, ASKED)
_GONE = (Standing.EXPIRED, Standing.WITHDRAWN)
_JOINT = " › "


@dataclass
class Node:
    """A line of the tree. ``label`` is empty for groups that the window names; ``count`` counts the scripts below.

    ``number`` is its place in ``Outline.nodes``, ``above`` that of the node above it, ``row`` its place there.
    """

    kind: str
    label: str = ""
    code: str = ""
    line: ScriptLine | None = None
    children: list["Node"] = field(default_factory=list["Node"])
    count: int = 0
    number: int = 0
    above: int = 0
    row: int = 0

    @property
    def key(self) -> str:
        """The key of the script on this line, "" on a group."""
        return self.line.key if self.line else ""

    @property
    def grey(self) -> bool:
        """Whether the script on this line may no longer be given."""
        return self.line is not None and self.line.standing in _GONE


@dataclass(frozen=True)
class Outline:
    """The tree with all of its nodes in one row, the root first."""

    root: Node
    nodes: Sequence[Node]

    @property
    def scripts(self) -> int:
        """How many scripts it holds, one that also stands in front once."""
        return sum(child.count for child in self.root.children if child.kind not in FRONT)

    def place_of(self, key: str) -> Node | None:
        """Return the node of a script, preferring its topic to the groups in front."""
        found = [node for node in self.nodes if node.line is not None and node.line.key == key]
        return next((node for node in found if self.nodes[node.above].kind not in FRONT), found[0] if found else None)


def outline_of(
    lines: Iterable[ScriptLine], categories: CategoryTree, language: str, front: Front | None = None
) -> Outline:
    """Return the library as a tree, its scripts sorted by title in a language of the program.

    ``front`` says what stands before the topics, in its own order.
    """
    root = Node(TOPIC)
    urgent, unsorted, ended = Node(URGENT), Node(UNSORTED), Node(ENDED)
    valid: dict[str, Node] = {}
    for line in sorted(lines, key=_by_title(language)):
        leaf = Node(SCRIPT, line.title(language), line=line)
        if leaf.grey:
            ended.children.append(leaf)
            continue
        valid[line.key] = leaf
        if line.urgent:
            urgent.children.append(Node(SCRIPT, leaf.label, line=line))
        (_topic(root, line.topic) if line.topic else unsorted).children.append(leaf)
    _name(root, categories, language)
    _sort(root, {code: place for place, code in enumerate(categories.by_code)})
    root.children = [_folded(child) for child in root.children]
    before = [urgent, *_groups(front or Front(), valid)]
    root.children[:0] = [one for one in before if one.children]
    root.children += [one for one in (unsorted, ended) if one.children]
    _count(root)
    nodes: list[Node] = []
    _number(root, nodes)
    return Outline(root, nodes)


def _groups(front: Front, valid: dict[str, Node]) -> Iterator[Node]:
    """Give the groups before the topics; what may no longer be given stands in none of them."""
    listed = {
        PINNED: [one.key for one in front.pins],
        STARRED: [key for key in valid if key in front.stars],
        ASKED: [key for key, _ in front.most_asked],
    }
    for kind, keys in listed.items():
        leaves = [valid[key] for key in keys if key in valid]
        yield Node(kind, children=[Node(SCRIPT, one.label, line=one.line) for one in leaves])


def _by_title(language: str) -> Callable[[ScriptLine], tuple[tuple[str, ...], str, str]]:
    def title(line: ScriptLine) -> tuple[tuple[str, ...], str, str]:
        """Chinese characters by their sound, as in a dictionary; their codes are in no order that anybody knows."""
        text = line.title(language).casefold()
        return (quick_syllables(text), text, line.key)

    return title


def _topic(root: Node, topic: str) -> Node:
    node, code = root, ""
    for step in topic.split("/"):
        code = f"{code}.{step}" if code else step
        found = next((child for child in node.children if child.code == code), None)
        if found is None:
            found = Node(TOPIC, code=code)
            node.children.append(found)
        node = found
    return node


def _name(node: Node, categories: CategoryTree, language: str) -> None:
    for child in node.children:
        if child.kind == TOPIC:
            known = categories.by_code.get(child.code)
            child.label = known.label.for_language(language) if known else _spoken(child.code.rpartition(".")[2])
            _name(child, categories, language)


def _spoken(step: str) -> str:
    text = step.replace("-", " ").replace("_", " ")
    return text[:1].upper() + text[1:]


def _sort(node: Node, places: dict[str, int]) -> None:
    """Topics before scripts, known topics in the order of the category tree, others by name."""

    def order(child: Node) -> tuple[bool, int, str]:
        if child.kind != TOPIC:
            return (True, 0, "")
        return (False, places.get(child.code, len(places)), child.label.casefold())

    node.children.sort(key=order)
    for child in node.children:
        _sort(child, places)


def _folded(node: Node, level: int = 0) -> Node:
    node.children = [_folded(child, level + 1) for child in node.children]
    if level and len(node.children) == 1 and node.children[0].kind == SCRIPT:
        return node.children[0]
    if len(node.children) == 1 and node.children[0].kind == TOPIC:
        only = node.children[0]
        return Node(TOPIC, f"{node.label}{_JOINT}{only.label}", only.code, children=only.children)
    return node


def _count(node: Node) -> int:
    node.count = 1 if node.line else sum(_count(child) for child in node.children)
    return node.count


def _number(node: Node, nodes: list[Node]) -> None:
    node.number = len(nodes)
    nodes.append(node)
    for row, child in enumerate(node.children):
        child.above, child.row = node.number, row
        _number(child, nodes)
