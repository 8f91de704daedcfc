"""The whole window over a real desk, with the real panes and real threads, worked by hands as a person works it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.shell.doors import READY, Doors, Message, Sheet, StartChoice
from app.ui.shell.hands import Hands
from app.ui.shell.window import MainWindow
from tests.desk import PASSWORD


@dataclass
class Station:
    """An installation on this computer; it stays when the window goes."""

    office: Office
    data_dir: Path
    demo: bool = False

    def close(self) -> None:
        """The fixture of the desk closes the database."""


def doors_of(station: Station, **changed: Any) -> Doors:
    """Return doors that open the station without a question."""

    def unused(*_given: object) -> Any:
        raise AssertionError("this door is not on the way")

    made = Doors(
        data_dir=station.data_dir,
        standing=lambda: READY,
        open_house=lambda passphrase: station,
        create=unused,
        recover=unused,
        restore=unused,
        demo=unused,
        keyring=lambda: None,
        sheet=lambda fresh: Sheet("", ""),
        write_file=unused,
        new_key=unused,
        change_key=unused,
    )
    return replace(made, **changed)


class Operator:
    """Somebody at the window."""

    def __init__(self, window: MainWindow, qtbot: Any) -> None:
        self.window, self.qtbot = window, qtbot
        self.hands = Hands(window)

    @property
    def intake(self) -> Any:
        """The real intake pane."""
        return self.window.desk.panes.pane("intake")

    def signs_in(self, name: str) -> None:
        """Type name and password and wait for the desk."""
        self.until(lambda: self.hands.shows("sign_in.name"))
        self.hands.empty("sign_in.name")
        self.hands.type("sign_in.name", name)
        self.hands.type("sign_in.password", PASSWORD)
        self.hands.press("sign_in.password", Qt.Key.Key_Return)
        self.until(lambda: self.window.desk is not None and self.window.desk.person.name == name)
        self.rests()

    def leaves(self) -> None:
        """Sign out and wait until nobody is at the desk."""
        self.window.leave()
        self.until(lambda: self.window.desk is None)

    def gives(self, command: str) -> None:
        """Give a command, as from the palette."""
        assert self.window.desk.book.run(command), command

    def is_rung(self, number: str = "138 1234 5678", call_id: str = "1") -> None:
        """Let the telephone ring."""
        self.window.take({"action": "screen_pop", "number": number, "call_id": call_id})
        self.rests()

    def until(self, holds: Callable[[], object]) -> None:
        """Wait for something."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=10_000)

    def rests(self) -> None:
        """Wait until nothing is under way."""
        self.until(lambda: self.window.jobs is not None and self.window.jobs.pending == 0)

    def has_saved(self) -> None:
        """Wait until nothing that was typed is unsaved."""
        self.until(lambda: self.window.desk.unsaved() == 0)
        self.rests()


@contextmanager
def whole_window(
    qtbot: Any, station: Station, *, listen: Callable[[Callable[[Message], None]], None] | None = None
) -> Iterator[Operator]:
    """Open the window and end it as a person does."""
    changed = {"listen": listen} if listen else {}
    window = MainWindow(doors_of(station, **changed), StartChoice(language="en", theme="light"))
    window.show()
    window.begin()
    operator = Operator(window, qtbot)
    try:
        yield operator
    finally:
        with qtbot.waitSignal(window.ended, timeout=10_000):
            window.shut_down()
        window.deleteLater()
        languages.of_app().use("en")
        theme.of_app().apply(mode="light", text_size="normal", density="comfortable")
