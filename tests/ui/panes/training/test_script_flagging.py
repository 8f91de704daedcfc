"""A script is flagged from the drill in two keystrokes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.services import scripts
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.drill_page import DrillPage
from app.ui.panes.training.script_flagging import practiced
from tests.windows import put_up


@pytest.fixture
def page(desk: Office, jobs: Jobs, qtbot) -> DrillPage:
    made = DrillPage(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 600)
    put_up(qtbot, made)
    return made


def note(page: DrillPage) -> QLineEdit:
    return page.flagging.findChild(QLineEdit, "training.flagging.note")


def test_two_keys_flag_the_key_point_that_was_practiced(page: DrillPage, desk: Office, qtbot) -> None:
    page.give_up()
    card = page._asked.card
    page.commands.run("training.flag_script")
    assert page.flagging.isVisible()
    with qtbot.waitSignal(page.told):
        qtbot.keyClick(note(page), Qt.Key.Key_Return)
    (flag,) = desk.ask(scripts.flags_of, card.script)
    assert (flag.key_point, flag.note) == (card.point, "Something is wrong")
    assert page.flagging.isHidden()


def test_nothing_can_be_flagged_before_the_answer(page: DrillPage) -> None:
    assert not page.commands.action("training.flag_script").isEnabled()


def test_escape_and_the_next_question_leave_it(page: DrillPage, desk: Office, qtbot) -> None:
    page.give_up()
    script = page._asked.card.script
    page.flag()
    qtbot.keyClick(note(page), Qt.Key.Key_Escape)
    assert page.flagging.isHidden()
    page.flag()
    page.go_on()
    assert page.flagging.isHidden()
    assert desk.ask(scripts.flags_of, script) == []


def test_a_flag_is_about_the_version_that_counts(desk: Office) -> None:
    found = desk.ask(practiced, "flu", "k1", "zh")
    assert (found.script, found.version, found.point) == ("flu", 1, "k1")
    assert found.points
    assert all(one.text for one in found.points)
