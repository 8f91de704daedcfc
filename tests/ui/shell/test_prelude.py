import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.models.errors import DatabaseBusy
from app.services import accounts
from app.ui.shell.pane_specs import PANES, PanePlace
from app.ui.shell.prelude import Prelude
from app.ui.shell.sign_in import SignInPage
from tests.desk import sign_in
from tests.ui.shell.standins import SPECS


class Steps:
    """Makes a pane in three steps and remembers how far it came."""

    def __init__(self) -> None:
        self.taken = 0

    def early(self, _place, parent):
        pane = QWidget(parent)
        for _ in range(3):
            self.taken += 1
            yield pane


@pytest.fixture
def steps():
    return Steps()


@pytest.fixture
def specs(steps):
    return (replace(SPECS[0], early=steps.early), *SPECS[1:])


@pytest.fixture
def place(house, doors, jobs):
    return PanePlace(jobs, house, doors)


@pytest.fixture
def page(qtbot):
    made = SignInPage()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def begun(qtbot, specs, place, page, appearance):
    home, prelude = QWidget(), Prelude(page, appearance)
    qtbot.addWidget(home)
    prelude.begin(specs, place, home)
    prelude.home = home
    return prelude


def test_a_pane_is_made_in_steps_between_other_events(begun, steps, qtbot):
    qtbot.waitUntil(lambda: steps.taken == 3)


def test_who_signs_in_early_gets_the_pane_complete(begun, steps):
    assert begun.take() is not None
    assert steps.taken == 3


def test_what_was_taken_is_not_given_twice(begun):
    begun.take()
    assert begun.take() is None


def test_what_was_dropped_is_given_up(begun, qtbot):
    begun.drop()
    assert begun.take() is None
    qtbot.waitUntil(lambda: not begun.home.findChildren(QWidget))


def test_what_stands_in_the_way_is_left_to_the_sign_in(begun, specs, place):
    def busy(_place, _parent):
        raise DatabaseBusy(path="x")
        yield

    begun.begin((replace(specs[0], early=busy),), place, begun.home)
    assert begun.take() is None


class Moves(QObject):
    """Notes which widgets are given another parent."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.ParentChange:
            self.seen.append(watched)
        return False


def test_the_intake_is_made_where_it_stays_before_anybody_signed_in(qtbot, place, house, page, appearance):
    home, prelude, moves = QStackedWidget(), Prelude(page, appearance), Moves()
    qtbot.addWidget(home)
    assert house.office.by is None
    prelude.begin(PANES, place, home)
    desk = prelude.take()
    pane = desk.findChild(QWidget, "intake")
    assert (pane.front.blank, pane.isHidden()) == (True, True)
    for one in (desk, desk.panes, pane):
        one.installEventFilter(moves)
    desk.furnish(place, sign_in(house.office, "wang"), specs=PANES, appearance=appearance)
    home.addWidget(desk)
    desk.start()
    assert (desk.panes.pane("intake"), moves.seen) == (pane, [])


@pytest.fixture
def expected(begun, page):
    page.begun.emit("wang")
    return begun


def test_the_desk_is_furnished_for_who_is_expected_before_the_password_is_there(expected, house):
    assert house.office.by is None
    wang = house.office.ask(accounts.awaited, "wang")
    desk = expected.take(wang)
    assert (desk.is_for(wang), desk.isHidden(), desk.rail.isHidden()) == (True, True, False)


def test_the_desk_is_placed_before_it_is_shown(expected, qtbot):
    expected.home.resize(1300, 700)
    desk = expected.home.findChild(QWidget, "desk")
    qtbot.waitUntil(lambda: desk.size() == expected.home.size())
    room = desk.width() - desk.rail.width()
    assert (desk.isHidden(), desk.panes.width(), desk.top.width()) == (True, room, room)


def test_a_menu_of_the_sign_in_page_stays_open_while_the_desk_is_made(qtbot, place, page, appearance):
    home, prelude, menu = QStackedWidget(), Prelude(page, appearance), QMenu(page)
    qtbot.addWidget(home)
    home.addWidget(page)
    home.show()
    menu.addAction("Paste")
    menu.popup(QPoint(0, 0))
    prelude.begin(PANES, place, home)
    page.begun.emit("wang")
    assert prelude.take(place.house.office.ask(accounts.awaited, "wang")).panes.count() == 1
    assert menu.isVisible()


def test_somebody_else_gets_no_desk_that_was_furnished_for_another(expected, house):
    assert expected.take(house.office.ask(accounts.awaited, "li")) is None


def test_a_name_that_nobody_has_leaves_the_desk_blank(begun, page):
    page.begun.emit("nobody")
    assert not begun.take().is_furnished


def test_the_sign_in_page_needs_no_services():
    code = """
import sys
import app.bootstrap, app.ui.shell.main
assert not [name for name in sys.modules if name.startswith(("app.services", "app.store", "app.ui.panes"))]
"""
    subprocess.run([sys.executable, "-c", code], check=True)
