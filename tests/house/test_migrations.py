"""Wall: steps of the schema are numbered, frozen and alone: they import nothing of the program that could change."""

import ast
import re
import subprocess
from collections.abc import Iterator

from app.store import migrations
from tests.house.reading import APP, ROOT, TESTS, at, nodes_of, nothing_found, shown, text_of

FOLDER = APP / "store" / "migrations"
NAME = re.compile(r"m(\d{4})_[a-z0-9_]+")


def _steps() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.py") if path.name != "__init__.py")


def test_steps_are_numbered_without_gaps():
    for number, name in enumerate(_steps(), 1):
        found = NAME.fullmatch(name)
        assert found, f"app/store/migrations/{name}.py:1: name it m{number:04}_<what>.py"
        assert int(found[1]) == number, f"app/store/migrations/{name}.py:1: the next number is {number:04}"


def test_every_step_is_taken():
    assert list(migrations.STEPS) == _steps(), "app/store/migrations/__init__.py:1: STEPS lists every step in order"


def _living_imports() -> Iterator[str]:
    for path in sorted(FOLDER.glob("m*.py")):
        for node in nodes_of(path):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.partition(".")[0] == "app" for name in names):
                yield f"{at(path, node)}: imports {names[0]}; a step is frozen, copy what it needs into it"


def test_steps_import_nothing_that_changes():
    nothing_found(_living_imports())


def _untried() -> Iterator[str]:
    for name in _steps():
        test = TESTS / "store" / "migrations" / f"test_{name}.py"
        if not test.exists() or name not in text_of(test):
            yield f"{shown(FOLDER / f'{name}.py')}:1: no test takes this step; write {shown(test)}"


def test_every_step_is_tried_by_a_test():
    nothing_found(_untried())


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _thawed() -> Iterator[str]:
    """Compare with the last release, where there is one: what stations have run cannot be edited any more."""
    release = _git("describe", "--tags", "--abbrev=0", "--match", "v*")
    if release:
        changed = _git("diff", "--name-only", "--diff-filter=MD", release, "--", "app/store/migrations/m*.py")
        yield from (f"{name}:1: is part of {release} and frozen; write a new step" for name in changed.splitlines())


def test_released_steps_are_frozen():
    nothing_found(_thawed())
