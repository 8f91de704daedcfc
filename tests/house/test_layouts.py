"""Wall: a layout has its place before anything is put into it.

PySide keeps Python halves of the items of a layout that is filled while it belongs to nothing. The garbage collector
may then delete an item that C++ has deleted already, and the program ends without a word.
"""

import ast
from collections.abc import Iterator

from tests.house.reading import app_files, at, dotted, functions, nothing_found, text_of

PLACED = ("addLayout", "insertLayout")
NAMES = (ast.Name, ast.Attribute)


def _method(node: ast.AST) -> str:
    return node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""


def _aliases(function: ast.AST, name: str) -> set[str]:
    """Return what a name of a loop stands for, and itself."""
    loops = [one for one in ast.walk(function) if isinstance(one, ast.For)]
    behind = [one.iter for one in loops if name in {dotted(part) for part in ast.walk(one.target)}]
    return {name, *(dotted(part) for tree in behind for part in ast.walk(tree) if isinstance(part, NAMES))}


def _filled_before(function: ast.AST, layout: ast.expr, place: ast.Call) -> bool:
    names = _aliases(function, dotted(layout))
    made = [
        one.lineno
        for one in ast.walk(function)
        if isinstance(one, ast.Assign) and one.lineno < place.lineno
        if dotted(layout) in {dotted(part) for target in one.targets for part in ast.walk(target)}
    ]
    return any(
        _method(one).startswith(("add", "insert")) and max(made, default=0) < one.lineno < place.lineno
        for one in ast.walk(function)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and dotted(one.func.value) in names
    )


def complaints(function: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Return each call that gives a layout its place too late, and what is wrong with it."""
    for node in ast.walk(function):
        if not isinstance(node, ast.Call):
            continue
        if _method(node) == "setLayout":
            yield node, "make the layout with its widget: QVBoxLayout(widget)"
        elif _method(node) in PLACED:
            layout = next((one for one in node.args if not isinstance(one, ast.Constant)), node)
            if not isinstance(layout, NAMES):
                yield node, "a layout from a function is filled already; give it its place first, then fill it"
            elif _filled_before(function, layout, node):
                yield node, f"{dotted(layout)} is filled already; add it first, then fill it"


def test_a_layout_is_given_its_place_before_it_is_filled():
    nothing_found(
        f"{at(path, node)}: {why}"
        for path in app_files()
        if "QtWidgets" in text_of(path)
        for function in functions(path)
        for node, why in complaints(function)
    )


def _of(body: str) -> list[str]:
    return [why for _, why in complaints(ast.parse(body))]


def test_the_wall_sees_a_layout_that_is_filled_too_early():
    assert _of("row = QHBoxLayout()\nrow.addWidget(a)\ncolumn.addLayout(row)")
    assert _of("one, two = Q(), Q()\none.addStretch(1)\nfor row in (one, two):\n    column.addLayout(row)")
    assert _of("column.addLayout(self._buttons())")
    assert _of("column = QVBoxLayout()\nholder.setLayout(column)")


def test_the_wall_lets_the_right_order_pass():
    assert not _of("row = QHBoxLayout()\ncolumn.addLayout(row, 1)\nrow.addWidget(a)")
    assert not _of("row = Q()\ncolumn.addLayout(row)\nrow.addWidget(a)\nrow = Q()\ncolumn.insertLayout(3, row)")
