"""What every test stands on: an offscreen window, no real keyring, home or network, watched databases."""

import faulthandler
import gc
import os
import socket
from collections.abc import Iterator
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from sqlcipher3 import dbapi2

from app.scripts_library import reading_aloud
from tests import shortcuts
from tests.house import query_plans

# PySide may delete items of a layout twice when the cyclic collector takes a tree. Already here, since rounds through
# the tests while they are collected took a sixth of that time. A test that asks for a round gets one of what it made.
gc.disable()

settings.register_profile("house", deadline=None, max_examples=60, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


pytest_plugins = ["tests.desk", "tests.servers", "tests.whole_files"]


@pytest.fixture(scope="session", autouse=True)
def watched_databases() -> Iterator[None]:
    """Open every database of the tests through a connection that refuses scans of growing tables."""
    patch = pytest.MonkeyPatch()
    patch.setattr(dbapi2, "connect", query_plans.connect)
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def read_aloud_here() -> Iterator[None]:
    """Look readings up in this process, once loaded: a process for every few texts would take most of the time."""
    patch = pytest.MonkeyPatch()
    patch.setattr(reading_aloud, "_by_another_process", reading_aloud.looked_up)
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def shortcuts_taken(watched_databases: None) -> Iterator[None]:
    """Spare each new database its seventy schema steps and each password its price."""
    with shortcuts.taken():
        yield


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> QApplication:
    """Begin with the application that windows need: where a paper is written first, there would be a lesser one."""
    return qapp


@pytest.fixture(scope="session", autouse=True)
def no_late_collection() -> Iterator[None]:
    """Leave dead windows alone also when the process ends."""
    yield
    gc.freeze()


@pytest.fixture(autouse=True)
def kept_until_the_end() -> Iterator[None]:
    """Take down the windows that a test put up: hundreds of leftovers would be styled anew at each change of theme.

    What else it leaves behind is kept out of every later collection.
    """
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.freeze()


@pytest.fixture(autouse=True)
def no_key_held() -> Iterator[None]:
    """Let go of Shift and Ctrl: Qt takes them for held after a test's last key, and chooses rows accordingly."""
    yield
    if isinstance(QCoreApplication.instance(), QApplication) and QApplication.keyboardModifiers():
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)


@pytest.fixture(autouse=True)
def patience(request: pytest.FixtureRequest) -> None:
    """Let a test that is marked long take its minutes; every other one is ended after three with its stack."""
    if request.node.get_closest_marker("long"):
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Name a new home each time: to number a folder, pytest reads the names of all that thousands of tests made."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def nobody_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home, and none of the variables by which a person chooses a data folder or a key."""
    home = next(homes)
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in [name for name in os.environ if name.startswith(("ONEWINDOW_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    return home


@pytest.fixture(autouse=True)
def named_widgets(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look at every pane that a test shows: names for tests and ears, a place in the Tab order."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from tests.house import widgets

    bot = request.getfixturevalue("qtbot")
    shown: list[QWidget] = []
    add = bot.addWidget

    def add_and_remember(widget: QWidget, **options: object) -> None:
        shown.append(widget)
        add(widget, **options)

    monkeypatch.setattr(bot, "addWidget", add_and_remember)
    yield
    found = [
        line for widget in shown if isValid(widget) and widgets.is_ours(widget) for line in widgets.complaints(widget)
    ]
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections to other machines; the program works with the network down, and so do its tests."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        assert host in ("", "localhost", "127.0.0.1", "::1"), f"a test called {host}; use a fake of app/outside"
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", local_only)
