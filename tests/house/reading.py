"""Read the house's own source for the walls: files, syntax trees, places and one way to complain."""

import ast
import functools
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APP = ROOT / "app"
TESTS = ROOT / "tests"
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("en", "zh_CN")


def app_files() -> list[Path]:
    """Return every module of the program."""
    return sorted(APP.rglob("*.py"))


def files_of_tests() -> list[Path]:
    """Return every Python file under tests/: tests, fixtures and tools."""
    return sorted(TESTS.rglob("*.py"))


def all_files() -> list[Path]:
    """Return every Python file of the project, wherever it stands."""
    rest = [ROOT / "main.py", *(ROOT / "benchmarks").rglob("*.py"), *(ROOT / ".ci").rglob("*.py")]
    return sorted([*app_files(), *files_of_tests(), *rest, *(ROOT / "resources").rglob("*.py")])


@functools.cache
def text_of(path: Path) -> str:
    """Return the text of a file, read once."""
    return path.read_text(encoding="utf-8")


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file, parsed once; a file that does not parse has its own wall."""
    try:
        return ast.parse(text_of(path), str(path))
    except SyntaxError:
        return ast.Module([], [])


@functools.cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of a Python file, walked once."""
    return tuple(ast.walk(tree_of(path)))


def shown(path: Path) -> str:
    """Return the path as a person reads it: from the root of the project, with slashes."""
    return path.relative_to(ROOT).as_posix()


def at(path: Path, node: ast.AST | int) -> str:
    """Return ``file:line`` of a node or of a line number."""
    return f"{shown(path)}:{node if isinstance(node, int) else getattr(node, 'lineno', 1)}"


def module_name(path: Path) -> str:
    """Return the dotted name of a module of the program."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def dotted(node: ast.AST) -> str:
    """Return ``a.b.c`` for a name or an attribute, else an empty text; calls inside are left out."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Yield every call of a file with the dotted name of what is called."""
    for node in nodes_of(path):
        if isinstance(node, ast.Call):
            yield node, dotted(node.func)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a file, inner ones too."""
    for node in nodes_of(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def classes(path: Path) -> Iterator[ast.ClassDef]:
    """Yield every class of a file, inner ones too."""
    for node in nodes_of(path):
        if isinstance(node, ast.ClassDef):
            yield node


def length(node: ast.stmt) -> int:
    """Return how many lines a definition takes, from its ``def`` or ``class`` to its last line."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def tracked_files() -> list[Path]:
    """Return the files that git keeps, or an empty list outside a checkout."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def nothing_found(offenses: Iterable[str]) -> None:
    """Fail with every offense on its own line; each names file and line and says what to do."""
    found = sorted(set(offenses))
    assert not found, f"{len(found)} against the walls of the house:\n" + "\n".join(found)
