"""A window over a real desk for the tests of the shell: stand-in panes, jobs that run at once, English, light."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.shell.appearance import Appearance
from app.ui.shell.desk import Desk
from app.ui.shell.doors import READY, Doors, Sheet, StartChoice
from app.ui.shell.pane_specs import PanePlace, for_person
from app.ui.shell.preferences import Preferences
from app.ui.shell.window import MainWindow
from tests.desk import PASSWORD, sign_in
from tests.ui.shell.standins import SPECS


@dataclass
class OpenHouse:
    """An installation that stays open for the next look."""

    office: Office
    data_dir: Path
    demo: bool = False
    closed: int = 0

    def close(self) -> None:
        self.closed += 1


@pytest.fixture(autouse=True)
def plain_looks(qapp) -> Iterator[None]:
    """Begin and end each test in English and light, at normal size."""
    yield
    languages.of_app().ensure("en")
    theme.of_app().apply(mode="light", text_size="normal", density="comfortable")


@pytest.fixture
def house(office, tmp_path) -> OpenHouse:
    office.sign_in(None)
    return OpenHouse(office, tmp_path)


@pytest.fixture
def doors(house) -> Doors:
    """The doors of a desk that opens without a question."""

    def missing(*_given: object) -> object:
        raise AssertionError("this door is not for this test")

    return Doors(
        data_dir=house.data_dir,
        standing=lambda: READY,
        open_house=lambda passphrase: house,
        create=missing,
        recover=missing,
        restore=missing,
        demo=lambda: house,
        keyring=lambda: None,
        sheet=lambda fresh: Sheet("", ""),
        write_file=missing,
        new_key=missing,
        change_key=missing,
        demo_sign_in=("wang", PASSWORD),
        version="0.1.0",
    )


@pytest.fixture
def jobs(house) -> Iterator[Jobs]:
    made = Jobs(house.office, house.office.clock.now, executor=InlineExecutor())
    yield made
    made.close()


@pytest.fixture
def appearance(qapp, tmp_path) -> Appearance:
    made = Appearance(Preferences(tmp_path))
    made.show_for()
    made.choose(language="en", mode="light")
    return made


@pytest.fixture
def desk_of(qtbot, house, doors, jobs, appearance) -> Callable[[str], Desk]:
    """Seat one of the template's people at a desk with stand-in panes."""

    def make(name: str) -> Desk:
        person = sign_in(house.office, name)
        desk = Desk()
        desk.furnish(PanePlace(jobs, house, doors), person, specs=for_person(SPECS, person), appearance=appearance)
        desk.resize(1200, 700)
        qtbot.addWidget(desk)
        desk.show()
        desk.start()
        return desk

    return make


@pytest.fixture
def desk(desk_of) -> Desk:
    """The desk of wang, an operator."""
    return desk_of("wang")


@pytest.fixture
def window(qtbot, doors) -> MainWindow:
    """A window at its sign-in page."""
    made = MainWindow(doors, StartChoice(language="en", theme="light"), specs=SPECS, executor=InlineExecutor)
    qtbot.addWidget(made)
    made.show()
    made.begin()
    return made


def enter(window: MainWindow, name: str, password: str = PASSWORD) -> None:
    """Sign in as a person does."""
    page = window.reception.sign_in
    page.findChild(type(page._name.line), "sign_in.name").setText(name)
    page._password.line.setText(password)
    page.submit()


@pytest.fixture
def seated(window) -> MainWindow:
    """A window with wang at the desk."""
    enter(window, "wang")
    return window
