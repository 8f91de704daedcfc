"""Giving scripts out."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.file_errors import FileNotWritten
from app.ui.panes.scripts.exporting import Exporter


@pytest.fixture
def exporter(jobs, world, qtbot) -> Exporter:
    window = QWidget()
    qtbot.addWidget(window)
    return Exporter(jobs, world, window)


def test_every_script_becomes_a_file_in_the_chosen_folder(exporter: Exporter, tmp_path: Path, qtbot) -> None:
    with qtbot.waitSignal(exporter.exported) as exported:
        exporter.write(str(tmp_path / "out"))
    assert exported.args == [6]
    assert (tmp_path / "out" / "consult" / "immunization" / "hpv" / "hpv.md").exists()


def test_no_folder_writes_nothing(exporter: Exporter, qtbot) -> None:
    with qtbot.assertNotEmitted(exporter.exported):
        exporter.write("")


def test_a_folder_that_cannot_be_written_is_told(exporter: Exporter, tmp_path: Path, qtbot) -> None:
    (tmp_path / "file").write_text("x")
    with qtbot.waitSignal(exporter.refused) as refused:
        exporter.write(str(tmp_path / "file"))
    assert isinstance(refused.args[0], FileNotWritten)


def test_the_folder_is_chosen_beside_the_work(exporter: Exporter, tmp_path: Path, qtbot) -> None:
    exporter.choose()
    dialog = exporter._window.findChild(QFileDialog, "scripts.export.dialog")
    assert dialog.isVisible()
    with qtbot.waitSignal(exporter.exported):
        dialog.fileSelected.emit(str(tmp_path))
    dialog.close()


def test_the_folder_written_last_can_be_opened(exporter: Exporter, tmp_path: Path, monkeypatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    exporter.open_folder()
    exporter.write(str(tmp_path))
    exporter.open_folder()
    assert opened == [str(tmp_path)]


def test_a_board_becomes_a_table_as_its_name_says(exporter: Exporter, tmp_path: Path, qtbot) -> None:
    exporter.choose_table("expiring")
    dialog = exporter._window.findChild(QFileDialog, "scripts.export_board.dialog")
    with qtbot.waitSignal(exporter.listed) as listed:
        dialog.fileSelected.emit(str(tmp_path / "a.csv"))
    dialog.close()
    assert listed.args == [1]
    assert "key,version,title,reason,on,owner" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    exporter.write_table(str(tmp_path / "a.xlsx"))
    assert (tmp_path / "a.xlsx").read_bytes()[:2] == b"PK"
    with qtbot.waitSignal(exporter.refused):
        exporter.write_table(str(tmp_path / "nowhere" / "a.csv"))
