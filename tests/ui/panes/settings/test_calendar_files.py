from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.calendars import CalendarBroken
from app.services import calendars
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.calendar_files import CalendarFiles
from app.ui.panes.settings.world import SettingsWorld


def read(path: Path) -> str:
    """Read a file as the world would."""
    return path.read_text(encoding="utf-8")


def write(path: Path, text: str) -> None:
    """Write a file as the world would."""
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def files(jobs: Jobs, tmp_path: Path, qtbot) -> CalendarFiles:
    window = QWidget()
    qtbot.addWidget(window)
    return CalendarFiles(jobs, SettingsWorld(list, tmp_path, "", read_text=read, write_text=write), window)


def test_a_calendar_goes_out_and_comes_back_as_a_new_version(office, files, tmp_path, qtbot) -> None:
    files.choose_target("ems-office")
    dialog = files._window.findChild(QFileDialog)
    with qtbot.waitSignal(files.written) as written:
        dialog.fileSelected.emit(str(tmp_path / "mine.json"))
    assert Path(written.args[0]).read_text(encoding="utf-8") == office.ask(calendars.export_text, "ems-office")
    write(tmp_path / "mine.json", read(tmp_path / "mine.json").replace("08:30", "09:00"))
    with qtbot.waitSignal(files.saved) as saved:
        files.read(str(tmp_path / "mine.json"))
    assert saved.args == [1]


def test_a_broken_file_is_refused_with_its_place(office: Office, files, tmp_path, qtbot) -> None:
    write(tmp_path / "broken.json", "[]")
    with qtbot.waitSignal(files.refused) as refused:
        files.read(str(tmp_path / "broken.json"))
    assert isinstance(refused.args[0], CalendarBroken)
    assert refused.args[0].facts["file"] == "broken.json"
