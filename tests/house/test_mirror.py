"""Wall: every module has its test, and every test can fail and says a fact."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.reading import (
    APP,
    ROOT,
    TESTS,
    app_files,
    at,
    dotted,
    files_of_tests,
    functions,
    nothing_found,
    shown,
    tree_of,
)

CHECKS = ("assert", "raises", "warns", "check", "fail", "wait", "expect")


def _missing_tests() -> Iterator[str]:
    for path in app_files():
        if path.name == "__init__.py":
            continue
        wanted = TESTS / path.relative_to(APP).parent / f"test_{path.name}"
        if not wanted.exists():
            yield f"{shown(path)}:1 has no test; write {shown(wanted)}"


def test_every_module_of_the_program_has_its_test():
    nothing_found(_missing_tests())


def _misplaced_tests() -> Iterator[str]:
    own = {"house", "journeys", "old_files", "benchmarks", "ci", "resources"}
    for path in files_of_tests():
        room = path.relative_to(TESTS).parent
        known = (APP / room).is_dir() or (room.parts and room.parts[0] in own)
        if path.name.startswith("test_") and not known:
            yield f"{shown(path)}:1 mirrors no folder of app/; move it beside the test of what it tests"


def test_tests_stand_where_the_program_has_a_room():
    nothing_found(_misplaced_tests())


def _test_functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (function for function in functions(path) if function.name.startswith("test_"))


def _called(function: ast.AST) -> set[str]:
    return {dotted(node.func).rpartition(".")[2] for node in ast.walk(function) if isinstance(node, ast.Call)}


def _runs_checked(function: ast.AST) -> bool:
    """Say whether the function runs another program and fails with it."""
    words = (word for node in ast.walk(function) if isinstance(node, ast.Call) for word in node.keywords)
    return any(word.arg == "check" and isinstance(word.value, ast.Constant) and word.value.value for word in words)


def _checks(function: ast.AST) -> bool:
    """Say whether something in the function itself can fail on purpose: an assert or a call that checks or waits.

    A property (``@given``) may state just that nothing raises, whatever comes in.
    """
    if any(isinstance(node, ast.Assert | ast.Raise) for node in ast.walk(function)) or "given" in _called(function):
        return True
    called = any(name.lower().startswith(CHECKS) or name == "nothing_found" for name in _called(function))
    return called or _runs_checked(function)


def _cannot_fail(path: Path) -> Iterator[str]:
    checking = {function.name for function in functions(path) if _checks(function)}
    for function in _test_functions(path):
        if function.name not in checking and not _called(function) & checking:
            yield f"{at(path, function)}: {function.name} asserts nothing; a test that cannot fail proves nothing"


def test_every_test_can_fail():
    files = [path for path in files_of_tests() if path.name.startswith("test_")]
    nothing_found(line for path in files for line in _cannot_fail(path))


def _short_names(path: Path) -> Iterator[str]:
    for function in _test_functions(path):
        if len(function.name.removeprefix("test_").split("_")) < 3:
            yield f"{at(path, function)}: {function.name} is no fact; say in a sentence what is true"


def test_names_of_tests_are_sentences():
    files = [path for path in files_of_tests() if path.name.startswith("test_")]
    nothing_found(line for path in files for line in _short_names(path))


def _skipped_for_ever(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        name = dotted(node) if isinstance(node, ast.Attribute) else ""
        if name in ("pytest.mark.skip", "pytest.mark.xfail"):
            yield f"{at(path, node)}: {name} hides a fault; mend the code, or use skipif with the condition"


def test_no_test_is_skipped_for_ever():
    nothing_found(line for path in files_of_tests() for line in _skipped_for_ever(path))


def test_test_folders_are_no_packages():
    found = [path for path in files_of_tests() if path.name == "__init__.py"]
    nothing_found(f"{path.relative_to(ROOT)}:1: delete it; tests are imported by their path" for path in found)
