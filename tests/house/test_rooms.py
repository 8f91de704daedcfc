"""Wall: rooms are layers. import-linter holds who imports whom; here stands what it cannot see."""

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.house.reading import APP, ROOT, app_files, at, module_name, nodes_of, nothing_found, tree_of

CONTRACTS = {"rooms", "window", "store-door", "panes", "siblings", "qt", "sql"}
SLOW = (
    *("sqlite_utils", "pypinyin", "qtawesome", "keyring", "openpyxl", "phonenumbers", "rich", "cryptography", "yaml"),
    *("dateutil.parser", "charset_normalizer", "argon2", "numpy"),
)
QT_OUTSIDE = {"printing": {"QtCore", "QtGui", "QtPrintSupport"}, "speech": {"QtCore", "QtTextToSpeech"}}


def _silent_rooms() -> Iterator[str]:
    for path in app_files():
        if path.name == "__init__.py" and not ast.get_docstring(tree_of(path)):
            yield f"{at(path, 1)}: a room without a charter; say in its docstring what lives here"
    for folder in sorted({path.parent for path in app_files()}):
        if not (folder / "__init__.py").exists():
            yield f"{folder.relative_to(ROOT).as_posix()}/__init__.py:1 is missing; write the room's charter in it"


def test_every_room_has_a_charter():
    nothing_found(_silent_rooms())


def test_no_contract_between_the_rooms_was_dropped():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    missing = CONTRACTS - {contract["id"] for contract in settings["contracts"]}
    nothing_found(f"pyproject.toml:1: the contract {one!r} is gone; put it back" for one in missing)


def _imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Yield every import of a file with the dotted name of each thing imported."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from ((node, one.name) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{one.name}") for one in node.names)


def _foreign_nouns() -> Iterator[str]:
    for path in sorted((APP / "models").rglob("*.py")):
        for node, name in _imports(path):
            top = name.partition(".")[0]
            if top not in sys.stdlib_module_names and not name.startswith("app.models"):
                yield f"{at(path, node)}: imports {name}; models use the standard library and each other only"


def test_models_need_nothing_but_the_standard_library():
    nothing_found(_foreign_nouns())


def _relative_imports() -> Iterator[str]:
    for path in app_files():
        for node in nodes_of(path):
            if isinstance(node, ast.ImportFrom) and node.level:
                yield f"{at(path, node)}: a relative import; write the whole name, so that a search finds it"


def test_imports_are_written_in_full():
    nothing_found(_relative_imports())


def _widgets_elsewhere() -> Iterator[str]:
    for path in app_files():
        room = path.relative_to(APP).parts[0]
        for node, name in _imports(path):
            if name.startswith("PySide6.QtWidgets") and room != "ui":
                yield f"{at(path, node)}: widgets live in app/ui; outside may use QtGui"
            if room == "outside" and name.startswith(("PySide6", "shiboken6")):
                yield from _qt_outside(path, node, name)


def _qt_outside(path: Path, node: ast.stmt, name: str) -> Iterator[str]:
    place = path.relative_to(APP / "outside").parts[0].removesuffix(".py")
    if name.split(".")[1] not in QT_OUTSIDE.get(place, set()):
        yield f"{at(path, node)}: {name}; Qt stands outside only in printing and speech"


def test_widgets_stand_in_the_window_only():
    nothing_found(_widgets_elsewhere())


def _window_modules() -> list[str]:
    found = [module_name(path) for path in app_files() if path.is_relative_to(APP / "ui")]
    return [
        *found,
        *(name for name in ("app.cli", "app.bootstrap") if (ROOT / f"{name.replace('.', '/')}.py").exists()),
    ]


def test_the_window_starts_without_the_slow_packages():
    code = f"import sys, {', '.join(_window_modules())}\nprint(*[name for name in {SLOW!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    hint = "python -X importtime -c 'import app.cli' shows who; import it inside the function that needs it"
    nothing_found(f"app/ui: importing the window loads {name}; {hint}" for name in loaded)


#: What a start waits for is measured in these: none of them is loaded before the sign-in page has been seen.
NOT_BEFORE_THE_FIRST_PICTURE = (
    *("app.services", "app.store", "app.scripts_library", "app.ui.panes", "app.ui.parts", "app.ui.shell.desk"),
    *("app.ui.shell.prelude", "app.ui.shell.incoming", "app.outside.secrets", "app.outside.key_sidecar"),
    *("app.models.entities", "app.models.accounts", "app.models.calendars", "app.models.clusters"),
    *("click", "multiprocessing", "subprocess", "socket", "hmac", "importlib.resources"),
)
FIRST_PICTURE = """
import sys
from app.cli import main
from app.ui.shell.window import MainWindow

def seen(window):
    print(*sys.modules, sep="\\n", flush=True)
    print("Qt" in vars(sys.modules["PySide6.QtCore"]))
    window.shut_down()

class Ground(sys.modules["app.ui.shell.window"].Ground):
    def _tell(self):
        if not self.told:
            seen(self.window())

sys.modules["app.ui.shell.window"].Ground = Ground
main(["--data-dir", sys.argv[1], "--lang", "en", "run"])
"""


def test_the_first_picture_waits_for_nothing_that_comes_later(tmp_path):
    (tmp_path / "onewindow.db").touch()
    (tmp_path / "demo.key").touch()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", FIRST_PICTURE, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)
    *loaded, qt = done.stdout.split()
    assert "app.ui.shell.sign_in" in loaded, done.stderr
    early = [name for name in loaded if name.startswith(NOT_BEFORE_THE_FIRST_PICTURE)]
    hint = "import it inside the function that needs it (docs/decisions/0012)"
    nothing_found(f"app/ui/shell: the first picture waits for {name}; {hint}" for name in early)
    assert qt == "False", "Qt names its 120 enumerations before the first picture: import it inside a function"


#: What a desk that only takes calls does without: training, interviews, campaigns, papers.
NOT_FOR_INTAKE = (
    *("app.models.contests", "app.models.courses", "app.models.drills", "app.models.evaluations", "app.models.exams"),
    *("app.models.campaigns", "app.models.findings", "app.models.interviews", "app.models.mock_calls"),
    *("app.models.kpis", "app.models.papers", "app.models.questionnaires", "app.services.callbacks", "statistics"),
    *("app.ui.parts.script_reader", "app.ui.parts.readable", "app.ui.parts.flag_line"),
    *("app.ui.panes.intake.past_contact", "app.ui.parts.proposal_form", "app.services.script_proposals"),
    *("app.ui.panes.intake.reply_box", "app.ui.panes.intake.same_person", "app.services.same_callers"),
    *("app.scripts_library.notice_questions",),
    *("app.models.attempts", "app.models.dispositions", "app.models.frames", "app.models.leases", "app.models.claims"),
    *("app.models.retry_rules", "app.services.callback_queue", "app.services.clusters", "app.services.never_calls"),
    *(
        "app.services.worklists",
        "app.store.rebuild",
        "decimal",
        "difflib",
        "html.entities",
        "importlib.resources",
        "yaml",
    ),
)
INTAKE = """
import sys
from app import bootstrap
from app.services import script_search, undo
from app.store import store
from app.ui.panes.intake import pane
from app.ui.shell import desk, night_work, prelude
from app.outside import instance, kept_secrets, key_opening, secrets, world
print(*sys.modules, sep="\\n")
"""


def test_a_desk_that_takes_calls_loads_nothing_of_training_and_campaigns():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", INTAKE]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60)
    hint = "it is memory of every desk; import it inside the function that needs it (docs/decisions/0012)"
    nothing_found(f"the intake loads {name}; {hint}" for name in done.stdout.split() if name in NOT_FOR_INTAKE)
