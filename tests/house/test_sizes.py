"""Wall: modules of 400 lines, functions of 40, classes of 250, tests of 30, few parameters by position."""

from collections.abc import Iterator
from pathlib import Path

from tests.house.reading import all_files, app_files, at, classes, functions, length, nothing_found, text_of

MODULE, FUNCTION, CLASS, TEST, BY_POSITION = 400, 40, 250, 30, 5
#: What a function works with comes first and is not counted.
GIVEN = {"self", "cls", "work", "view", "tx", "rows", "connection", "painter"}


def _long_modules() -> Iterator[str]:
    for path in all_files():
        lines = len(text_of(path).splitlines())
        if lines > MODULE:
            yield f"{at(path, 1)}: {lines} lines; split it by what a reader looks for (wall {MODULE})"


def test_modules_stay_under_their_wall():
    nothing_found(_long_modules())


def _long_functions(path: Path) -> Iterator[str]:
    for function in functions(path):
        wall = TEST if function.name.startswith("test_") else FUNCTION
        if length(function) > wall:
            yield f"{at(path, function)}: {function.name} has {length(function)} lines; name its parts (wall {wall})"


def test_functions_stay_under_their_wall():
    nothing_found(line for path in all_files() for line in _long_functions(path))


def _large_classes(path: Path) -> Iterator[str]:
    for one in classes(path):
        if length(one) > CLASS:
            yield f"{at(path, one)}: {one.name} has {length(one)} lines; give a part its own class (wall {CLASS})"


def test_classes_stay_under_their_wall():
    nothing_found(line for path in all_files() for line in _large_classes(path))


def _many_by_position(path: Path) -> Iterator[str]:
    for function in functions(path):
        names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
        counted = [name for name in names if name not in GIVEN]
        if len(counted) > BY_POSITION and not function.name.startswith("__"):
            yield f"{at(path, function)}: {function.name} takes {len(counted)} by position; put a * after the second"


def test_calls_say_what_their_parameters_are():
    nothing_found(line for path in app_files() for line in _many_by_position(path))
