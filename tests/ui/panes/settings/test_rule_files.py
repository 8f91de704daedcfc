"""Tables of rules go out to files and come in as something to go on with."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.models.routing_files import RulesBroken
from app.models.routing_rules import Condition, Rule, Table
from app.services import routing_rules
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.rule_files import RuleFiles
from app.ui.panes.settings.world import SettingsWorld

FEES = Rule("Fees", Condition(any_words=("bill",)), "C11")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def files(jobs: Jobs, office: Office, directory: None, tmp_path: Path, qtbot: QtBot) -> RuleFiles:
    office.do(routing_rules.publish, Table(rules=(FEES,)))
    office.do(routing_rules.save, Table())
    window = QWidget()
    qtbot.addWidget(window)
    return RuleFiles(jobs, SettingsWorld(list, tmp_path, "", read_text=_read, write_text=_write), window)


def test_a_version_goes_out_and_comes_in_to_go_on_with(files, office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    files.choose_target("main", 1)
    dialog = files._window.findChild(QFileDialog)
    with qtbot.waitSignal(files.written):
        dialog.fileSelected.emit(str(tmp_path / "main.json"))
    with qtbot.waitSignal(files.saved) as saved:
        files.read(str(tmp_path / "main.json"))
    assert saved.args == ["main"]
    assert office.ask(routing_rules.standing).table.rules == (FEES,)


def test_a_broken_file_is_refused_with_its_name(files, tmp_path: Path, qtbot: QtBot) -> None:
    _write(tmp_path / "broken.json", "[]")
    with qtbot.waitSignal(files.refused) as refused:
        files.read(str(tmp_path / "broken.json"))
    assert isinstance(refused.args[0], RulesBroken)
    assert refused.args[0].facts["file"] == "broken.json"
