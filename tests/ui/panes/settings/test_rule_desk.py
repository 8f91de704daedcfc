"""An older version of the rules is looked at, and can be gone on with."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.routing_rules import Condition, Rule, Table
from app.services import routing_rules
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.rules_page import RulesPage
from app.ui.panes.settings.world import SettingsWorld
from tests.ui.panes.settings.test_rule_files import _read, _write

FEES = Rule("Fees", Condition(any_words=("bill",)), "C11")
REST = Rule("Rest", Condition(areas=("City",)), "H01")


@pytest.fixture
def page(jobs: Jobs, office: Office, directory: None, tmp_path: Path, qtbot: QtBot) -> RulesPage:
    office.do(routing_rules.publish, Table(rules=(FEES, REST)))
    office.do(routing_rules.save, Table(rules=(REST,)))
    made = RulesPage(jobs, SettingsWorld(list, tmp_path, "", read_text=_read, write_text=_write))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def _names(page: RulesPage) -> list[str]:
    return [line.rule.name for line in page.model.lines]


def test_an_older_version_is_only_looked_at(page: RulesPage) -> None:
    assert (_names(page), page.is_newest(), page.has_rule()) == (["Rest"], True, True)
    page._look_at(1)
    assert (_names(page), page.is_older(), page.has_rule()) == (["Fees", "Rest"], True, False)
    assert (page.can_publish(), page.can_move_up(), page.can_move_down()) == (False, False, False)
    assert page._state.text() == "Version 1 is in force."
    assert page.restoring.isVisibleTo(page)
    page._look_at(0)
    assert not page.restoring.isVisibleTo(page)


def test_one_goes_on_with_an_older_version_which_decides_once_it_is_published(page: RulesPage, office: Office) -> None:
    page._look_at(1)
    page.restore_rules()
    assert (_names(page), page.is_newest()) == (["Fees", "Rest"], True)
    assert office.ask(routing_rules.standing).table.number == 3


def test_an_imported_table_comes_to_the_screen(page: RulesPage, office: Office, tmp_path: Path) -> None:
    text = office.ask(routing_rules.export_text, number=1).replace('"main"', '"night"')
    _write(tmp_path / "night.json", text)
    page.files.read(str(tmp_path / "night.json"))
    assert (page._name, _names(page), page.can_export()) == ("night", ["Fees", "Rest"], True)


def test_without_a_world_nothing_is_read_or_written(jobs: Jobs, qtbot: QtBot) -> None:
    page = RulesPage(jobs)
    qtbot.addWidget(page)
    assert (page.has_files(), page.can_export()) == (False, False)
