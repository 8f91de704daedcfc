"""Wall: what leaks, hangs, lies or hides is not written, or only in its one place."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.house.reading import (
    APP,
    all_files,
    app_files,
    at,
    calls,
    dotted,
    functions,
    nodes_of,
    nothing_found,
    text_of,
)

CLOCK = APP / "outside" / "clock.py"
JOBS = APP / "ui" / "kit" / "jobs.py"
NOW = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today")
UNFINISHED = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")


def _everywhere_but(*places: Path) -> list[Path]:
    return [path for path in all_files() if path not in places]


def _called(paths: Iterable[Path], endings: tuple[str, ...], mend: str) -> Iterator[str]:
    for path in paths:
        for call, name in calls(path):
            if any(name == ending or name.endswith("." + ending) for ending in endings):
                yield f"{at(path, call)}: {name}() – {mend}"


def test_nobody_pumps_the_event_loop():
    mend = "it reenters half-done code; use a job, or qtbot.waitUntil in a test"
    nothing_found(_called(all_files(), ("processEvents",), mend))


def test_looks_are_written_in_the_one_style_sheet():
    theme = APP / "ui" / "kit" / "theme.py"
    mend = "give it a property, and the property a rule in resources/theme/window.qss"
    nothing_found(_called(set(app_files()) - {theme}, ("setStyleSheet",), mend))


def test_nobody_sleeps_anywhere():
    mend = "wait for the event itself, or take the time from a fake clock"
    nothing_found(_called(all_files(), ("time.sleep", "QThread.sleep", "QThread.msleep", "qWait", "qtbot.wait"), mend))


def test_a_test_asks_for_the_keyboard_until_it_has_it():
    mend = "put_up of tests/windows.py asks again when another window took the answer along"
    nothing_found(_called(all_files(), ("waitActive", "waitExposed"), mend))


def test_the_store_reads_codes_of_a_newer_program():
    kinds = {
        node.name
        for path in app_files()
        for node in nodes_of(path)
        if isinstance(node, ast.ClassDef) and any(dotted(base) == "StrEnum" for base in node.bases)
    }
    found = (
        f"{at(path, call)}: {name}() – read a stored code by coded({name}, …), it may be one of a newer program"
        for path in app_files()
        if path.parent == APP / "store"
        for call, name in calls(path)
        if name in kinds and len(call.args) == 1 and not isinstance(call.args[0], ast.Constant | ast.Starred)
    )
    nothing_found(found)


def test_tables_are_written_where_cells_are_guarded():
    places = (APP / "outside" / "sheet_writing.py", APP / "cli" / "calendars.py")
    paths = [path for path in app_files() if path not in places]
    mend = "write_csv, write_xlsx, write_book and write_table of app/outside/sheet_writing.py keep cells from running"
    nothing_found(_called(paths, ("csv.writer", "csv.DictWriter", "Workbook", "xlsxwriter.Workbook"), mend))
    nothing_found(f"{at(path, 1)}: guard its cells" for path in places if "guarded(" not in text_of(path))


def test_only_the_clock_reads_the_time_of_day():
    paths = [path for path in app_files() if path != CLOCK]
    mend = "services take work.now; only app/outside/clock.py asks the machine"
    nothing_found(_called(paths, (*NOW, "time.time", "time.time_ns", "QDateTime.currentDateTime"), mend))


def _sleep_imported() -> Iterator[str]:
    for path in all_files():
        for node in nodes_of(path):
            names = {one.name for one in node.names} if isinstance(node, ast.ImportFrom) else set()
            if isinstance(node, ast.ImportFrom) and node.module == "time" and names & {"sleep", "time", "time_ns"}:
                yield f"{at(path, node)}: from time import …; import the module, so that the walls see the call"


def test_the_time_module_is_imported_whole():
    nothing_found(_sleep_imported())


def _short_lived_slots(path: Path) -> Iterator[str]:
    for call, name in calls(path):
        if not name.endswith("connect") or not isinstance(call.func, ast.Attribute):
            continue
        for given in [*call.args, *(word.value for word in call.keywords)]:
            partial = isinstance(given, ast.Call) and dotted(given.func).endswith("partial")
            if isinstance(given, ast.Lambda) or partial:
                yield f"{at(path, given)}: a lambda or partial here keeps its widget alive; connect a bound method"


def test_signals_are_connected_to_bound_methods():
    nothing_found(line for path in all_files() for line in _short_lived_slots(path))


def _broad_excepts(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _passes_on(node):
            yield f"{at(path, node)}: catches everything; name the errors that you can do something about"


def _is_broad(kind: ast.expr | None) -> bool:
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(one is None or dotted(one) in ("Exception", "BaseException") for one in kinds)


def _passes_on(node: ast.ExceptHandler) -> bool:
    """Say whether the handler only cleans up: it ends in a bare ``raise`` (a rollback, for instance)."""
    last = node.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_only_jobs_catches_every_exception():
    nothing_found(line for path in _everywhere_but(JOBS) for line in _broad_excepts(path))
    assert not JOBS.exists() or len(list(_broad_excepts(JOBS))) == 1, (
        f"{at(JOBS, 1)}: `except Exception` stands here once"
    )


def _stubs(path: Path) -> Iterator[str]:
    protocols = _bodies_of_protocols(path)
    for function in functions(path):
        body = [one for one in function.body if not _is_docstring(one)]
        empty = not body or all(isinstance(one, ast.Pass) or _is_ellipsis(one) for one in body)
        allowed = function in protocols or _is_declared_only(function) or _says_why(function)
        if empty and not allowed:
            yield f"{at(path, function)}: {function.name} does nothing; write it, or say in its docstring why"


def _says_why(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Say whether an empty function is meant so: it promises no value and its docstring stands for its body."""
    returns = ast.unparse(function.returns) if function.returns else "None"
    return bool(ast.get_docstring(function)) and returns == "None"


def _bodies_of_protocols(path: Path) -> set[ast.AST]:
    found = [node for node in nodes_of(path) if isinstance(node, ast.ClassDef)]
    protocols = [
        one
        for one in found
        if any(
            dotted(base.value if isinstance(base, ast.Subscript) else base).endswith("Protocol") for base in one.bases
        )
    ]
    return {function for one in protocols for function in one.body}


def _is_declared_only(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(dotted(one).endswith(("overload", "abstractmethod")) for one in function.decorator_list)


def _is_docstring(one: ast.stmt) -> bool:
    return isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant) and isinstance(one.value.value, str)


def _is_ellipsis(one: ast.stmt) -> bool:
    return isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant) and one.value.value is ...


def test_no_function_of_the_program_is_a_stub():
    nothing_found(line for path in app_files() for line in _stubs(path))


def _postponed(path: Path) -> Iterator[str]:
    for number, line in enumerate(text_of(path).splitlines(), 1):
        if UNFINISHED.search(line):
            yield f"{at(path, number)}: do it now, or write it down where it is planned"
    for node in nodes_of(path):
        if isinstance(node, ast.Name) and node.id in ("NotImplementedError", "NotImplementedType"):
            yield f"{at(path, node)}: NotImplementedError; a Protocol or a finished method says it better"


def test_nothing_is_left_for_later():
    own = Path(__file__)
    nothing_found(line for path in _everywhere_but(own) for line in _postponed(path))


def _mocks(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [one.name for one in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if any("mock" in name.lower().split(".") for name in names):
            yield f"{at(path, node)}: a mock agrees with anything; write a small fake under the contract test"


def test_fakes_are_written_by_hand():
    nothing_found(line for path in all_files() for line in _mocks(path))


#: The two programs that have a window, each with its one loop: the desk, and the tour that takes its pictures.
LOOPS = (APP / "ui" / "shell" / "main.py", APP / "ui" / "shell" / "tour.py")
MODAL = ("QMessageBox", "QInputDialog", "QErrorMessage", "QProgressDialog")
WINDOW = APP / "ui"


def _modal(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.Name) and node.id in MODAL:
            yield f"{at(path, node)}: {node.id} stops a call; use the message strip, or a field in the pane"
    for node in _waiting(path):
        if path not in LOOPS:
            yield f"{at(path, node)}: {dotted(node)} waits in a loop of its own; open() or popup() and connect finished"


def _waiting(path: Path) -> list[ast.Attribute]:
    """Return every mention of an ``exec``, called or given another name first; a drag has to wait for its drop."""
    found = [node for node in nodes_of(path) if isinstance(node, ast.Attribute) and node.attr in ("exec", "exec_")]
    return [node for node in found if not dotted(node).startswith(("drag", "self._drag"))]


def test_nothing_in_the_window_stops_a_call():
    nothing_found(line for path in app_files() if path.is_relative_to(WINDOW) for line in _modal(path))


def test_the_desk_and_the_tour_have_one_loop_each():
    assert [[dotted(node) for node in _waiting(path)] for path in LOOPS] == [["loop.exec"], ["loop.exec"]]


def _sorting_in_python(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.Name) and node.id == "QSortFilterProxyModel":
            yield f"{at(path, node)}: a proxy sorts every row in Python; sort and filter in SQL, page by key"


def test_lists_are_sorted_by_the_database():
    nothing_found(line for path in app_files() for line in _sorting_in_python(path))
