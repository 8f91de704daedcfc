import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from app.models.errors import DatabaseBusy
from app.ui.shell.pane_specs import PANES, PanePlace
from app.ui.shell.pane_stack import PaneStack
from app.ui.shell.prelude import Prelude
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
def begun(qtbot, specs, place):
    home, prelude = QWidget(), Prelude()
    qtbot.addWidget(home)
    prelude.begin(specs, place, home)
    prelude.home = home
    return prelude


def test_a_pane_is_made_in_steps_between_other_events(begun, steps, qtbot):
    qtbot.waitUntil(lambda: steps.taken == 3)


def test_who_signs_in_early_gets_the_pane_complete(begun, steps, specs):
    found = begun.take(specs)
    assert (list(found), steps.taken) == (["intake"], 3)


def test_what_was_taken_is_not_given_twice(begun, specs):
    begun.take(specs)
    assert begun.take(specs) == {}


def test_a_pane_that_the_person_does_not_see_is_given_up(begun, specs, qtbot):
    assert begun.take(specs[1:]) == {}
    qtbot.waitUntil(lambda: not begun.home.findChildren(QWidget))


def test_what_stands_in_the_way_is_left_to_the_sign_in(begun, specs, place):
    def busy(_place, _parent):
        raise DatabaseBusy(path="x")
        yield

    begun.begin((replace(specs[0], early=busy),), place, begun.home)
    assert begun.take(specs) == {}


def test_a_stack_shows_the_pane_that_is_ready(qtbot, place):
    pane = QWidget()
    stack = PaneStack(SPECS, replace(place, ready={"intake": pane}))
    qtbot.addWidget(stack)
    assert stack.show_pane("intake") is pane
    assert not pane.isHidden()


def test_the_intake_is_made_before_anybody_signed_in(qtbot, place, house):
    home, prelude = QWidget(), Prelude()
    qtbot.addWidget(home)
    assert house.office.by is None
    prelude.begin(PANES, place, home)
    pane = prelude.take(PANES)["intake"]
    assert pane.front.blank
    assert pane.isHidden()


def test_the_sign_in_page_needs_no_services():
    code = """
import sys
import app.bootstrap, app.ui.shell.main
assert not [name for name in sys.modules if name.startswith(("app.services", "app.store", "app.ui.panes"))]
"""
    subprocess.run([sys.executable, "-c", code], check=True)
