"""Call records are looked at, imported, reported row by row, stopped, and taken back in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.line_records import LineField
from app.services import line_records
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress
from app.ui.panes.reports.calls_import import CallsImport
from tests.windows import put_up

ROWS = "开始时间,状态,等待时长,通话时长,坐席\n2026-02-27 09:00:00,已接听,5,60,Wang\n2026-02-27 09:05:00,放弃,31,0,\n"


@pytest.fixture
def page(desk: Office, jobs: Jobs, qtbot: QtBot) -> CallsImport:
    made = CallsImport(jobs)
    qtbot.addWidget(made)
    made.show()
    made.begin()
    return made


def _file(folder: Path, text: str = ROWS) -> str:
    path = folder / "calls.csv"
    path.write_bytes(text.encode("gb18030"))
    return str(path)


def test_a_file_is_looked_at_before_anything_is_added(page: CallsImport, desk: Office, tmp_path: Path) -> None:
    page.read(_file(tmp_path, ROWS + "gestern,已接听,1,1,\n"))
    assert "read as gb18030" in page._text.text().lower()
    assert "2 would be taken and 1 not" in page._text.text()
    assert [page.row_model.row(0).line_no, page.call_model.rowCount()] == [4, 2]
    assert desk.ask(line_records.imported) == []
    choice = page.columns.choices[LineField.AT]
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert not page.go.isEnabled()


def test_calls_are_imported_counted_and_taken_back(page: CallsImport, tmp_path: Path, qtbot: QtBot) -> None:
    page.read(_file(tmp_path))
    with qtbot.waitSignal(page.counted):
        page.go.click()
    assert "2 added, 0 known, 0 refused" in page._text.text()
    assert page.batch_model.row(0).source == "calls.csv"
    page.batches.select(0)
    with qtbot.waitSignal(page.counted):
        page._undo.click()
    assert page.batch_model.row(0).undone_at is not None
    assert not page._undo.isEnabled()


def test_an_import_can_be_stopped(page: CallsImport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page.read(_file(tmp_path))
    step, told = Progress.at, list[tuple[int, int]]()

    def stop_at_once(self: Progress, done: int, total: int = 0, note: str = "") -> None:
        told.append((done, total))
        page.stop()
        step(self, done, total, note)

    monkeypatch.setattr(Progress, "at", stop_at_once)
    page.go.click()
    assert told == [(0, 2)]
    assert "It was stopped" in page._text.text()
    assert page.go.isEnabled() is False


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Dear all,\nnothing attached.\n", LineField.AT),
        (ROWS.replace(",", "#"), LineField.AT),
        ("状态,通话时长\n已接听,5\n", LineField.AT),
        ("开始时间,坐席\n2026-02-27 09:00:00,Wang\n", LineField.RESULT),
    ],
)
def test_a_file_without_a_column_that_is_needed_leads_to_its_choice(
    page: CallsImport, tmp_path: Path, qtbot: QtBot, text: str, missing: LineField
) -> None:
    put_up(qtbot, page)
    page.read(_file(tmp_path))
    with qtbot.waitSignal(page.refused):
        page.read(_file(tmp_path, text))
    assert page.columns.choices[missing].hasFocus()
    assert not page.go.isEnabled()
    assert not page.calls.isVisible()


@pytest.mark.parametrize(
    ("text", "heir"),
    [(ROWS + "gestern,已接听,1,1,\n", "rows"), (ROWS + ROWS.splitlines()[1], "rows"), (ROWS, "_choose")],
)
def test_the_keyboard_goes_on_where_the_import_ended(
    page: CallsImport, tmp_path: Path, qtbot: QtBot, text: str, heir: str
) -> None:
    put_up(qtbot, page)
    page.read(_file(tmp_path, text))
    page.go.setFocus()
    with qtbot.waitSignal(page.counted):
        qtbot.keyClick(page.go, Qt.Key.Key_Space)
    assert getattr(page, heir).hasFocus()


def test_a_file_with_headings_only_has_nothing_to_import(page: CallsImport, tmp_path: Path) -> None:
    page.read(_file(tmp_path, ROWS.splitlines()[0] + "\n"))
    assert "0 rows" in page._text.text()
    assert not page.go.isEnabled()
