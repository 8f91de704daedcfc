"""Read the house's own source for the walls: files, syntax trees, places and one way to complain."""

import ast
import functools
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APP = ROOT / "app"
TESTS = ROOT / "tests"
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("en", "zh_CN")
_PARSED: dict[Path, ast.Module] = {}


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
    return ast.Module([], []) if does_not_parse(path) else _PARSED[path]


@functools.cache
def does_not_parse(path: Path) -> SyntaxError | None:
    """Return what is wrong with the syntax of a Python file, or None."""
    try:
        _PARSED[path] = ast.parse(text_of(path), str(path))
    except SyntaxError as error:
        return error
    return None


@functools.cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of a Python file in the order of ``ast.walk``, walked once."""
    found: list[ast.AST] = [tree_of(path)]
    for node in found:  # grows while it is read
        for name in node._fields:
            part = getattr(node, name, None)
            if isinstance(part, ast.AST):
                found.append(part)
            elif isinstance(part, list):
                found.extend([one for one in part if isinstance(one, ast.AST)])
    return tuple(found)


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


@functools.cache
def calls(path: Path) -> tuple[tuple[ast.Call, str], ...]:
    """Return every call of a file with the dotted name of what is called."""
    return tuple((node, dotted(node.func)) for node in nodes_of(path) if isinstance(node, ast.Call))


@functools.cache
def functions(path: Path) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ...]:
    """Return every function and method of a file, inner ones too."""
    return tuple(node for node in nodes_of(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@functools.cache
def classes(path: Path) -> tuple[ast.ClassDef, ...]:
    """Return every class of a file, inner ones too."""
    return tuple(node for node in nodes_of(path) if isinstance(node, ast.ClassDef))


def length(node: ast.stmt) -> int:
    """Return how many lines a definition takes, from its ``def`` or ``class`` to its last line."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


@functools.cache
def tracked_files() -> tuple[Path, ...]:
    """Return the files that git keeps, or nothing outside a checkout."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return tuple(path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file())


def lines_with(pattern: re.Pattern[str], path: Path) -> list[tuple[int, str, str]]:
    """Return number, whole line and the first hit of every line of a file in which the pattern is found."""
    text = text_of(path)
    if not pattern.search(text):
        return []
    found = ((number, line, pattern.search(line)) for number, line in enumerate(text.splitlines(), 1))
    return [(number, line, hit.group()) for number, line, hit in found if hit]


def nothing_found(offenses: Iterable[str]) -> None:
    """Fail with every offense on its own line; each names file and line and says what to do."""
    found = sorted(set(offenses))
    assert not found, f"{len(found)} against the walls of the house:\n" + "\n".join(found)
