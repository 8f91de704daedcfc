"""Versions of a table are offered to be looked at."""

import pytest
from pytestqt.qtbot import QtBot

from app.models.routing_rules import Condition, Rule, Table
from app.services import routing_rules
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.rule_versions import VersionChoice

FEES = Rule("Fees", Condition(any_words=("bill",)), "C11")


@pytest.fixture
def choice(jobs: Jobs, office: Office, directory: None, qtbot: QtBot) -> VersionChoice:
    office.do(routing_rules.publish, Table(rules=(FEES,)))
    made = VersionChoice()
    qtbot.addWidget(made)
    return made


def test_one_version_leaves_nothing_to_choose(choice: VersionChoice, office: Office) -> None:
    choice.show_board(office.ask(routing_rules.board))
    assert choice.isHidden()


def test_each_version_says_whether_it_is_in_force_when_and_by_whom(choice, office: Office, qtbot: QtBot) -> None:
    office.do(routing_rules.save, Table())
    choice.show_board(office.ask(routing_rules.board, shown=1))
    texts = [choice.itemText(place) for place in range(choice.count())]
    assert texts == ["As worked on", "Version 2 · today · Admin", "Version 1 · in force · today · Admin"]
    assert choice.currentIndex() == 2
    with qtbot.waitSignal(choice.wanted) as wanted:
        choice.activated.emit(0)
    assert wanted.args == [0]
