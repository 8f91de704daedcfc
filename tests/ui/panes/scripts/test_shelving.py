"""Favorites and pins by keyboard."""

import pytest
from PySide6.QtCore import Qt

from app.services import script_shelf
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.outline import PINNED, STARRED
from app.ui.panes.scripts.pane import ScriptsPane
from tests.desk import sign_in
from tests.windows import put_up


@pytest.fixture
def pane(jobs: Jobs, office: Office, qtbot) -> ScriptsPane:
    sign_in(office, "li")
    made = ScriptsPane(jobs)
    qtbot.addWidget(made)
    put_up(qtbot, made)
    made.show_script("hpv")
    return made


def in_front(pane: ScriptsPane) -> dict[str, list[str]]:
    groups = pane.desk.library.tree.rows.outline.root.children
    return {one.kind: [child.key for child in one.children] for one in groups if one.kind in (PINNED, STARRED)}


def test_a_star_puts_the_open_script_in_front_and_takes_it_back(pane: ScriptsPane, office: Office) -> None:
    pane.commands.run("scripts.star")
    assert in_front(pane) == {STARRED: ["hpv"]}
    assert office.ask(script_shelf.front).stars == ("hpv",)
    pane.strip.clear()
    pane.commands.run("scripts.star")
    assert in_front(pane) == {}
    assert pane.strip.current.text == "It is no favorite any more."


def test_a_supervisor_pins_for_everybody_by_two_keys(pane: ScriptsPane, office: Office, qtbot) -> None:
    pane.commands.run("scripts.pin")
    qtbot.keyClick(pane.pin_line.day, Qt.Key.Key_Return)
    assert (in_front(pane), pane.pin_line.isHidden()) == ({PINNED: ["hpv"]}, True)
    pane.commands.run("scripts.pin")
    pane.pin_line.wanted.emit(None)
    assert in_front(pane) == {}
    pane.commands.run("scripts.pin")
    qtbot.keyClick(pane.pin_line, Qt.Key.Key_Escape)
    assert pane.pin_line.isHidden()
    sign_in(office, "wang")
    pane.refresh()
    pane.show_script("hpv")
    assert not pane.can_pin()


def test_a_day_that_is_over_is_refused(pane: ScriptsPane) -> None:
    pane.commands.run("scripts.pin")
    pane.pin_line.day.setText("2026-01-01")
    pane.pin_line.submit()
    assert pane.strip.current.level == "danger"
    assert in_front(pane) == {}
