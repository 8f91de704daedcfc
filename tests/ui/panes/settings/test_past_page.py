"""Past inquiries are looked at, imported, reported row by row, stopped, and taken back in the window."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services import import_files, inquiries
from app.services.inquiries import Wanted
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress
from app.ui.panes.settings.past_page import PastPage
from tests.desk import sign_in
from tests.windows import put_up

HEADS = "工单编号,受理时间,标题,所属区域\n"
ROWS = HEADS + "A1,2026-01-05 09:00,咨询九价疫苗,东城\nA2,gestern,问路,西城\nA3,2026-01-06 10:00,投诉排队,西城\n"


@pytest.fixture
def page(jobs: Jobs, office: Office, qtbot: QtBot) -> PastPage:
    sign_in(office, "li")
    made = PastPage(jobs)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def _file(folder: Path, text: str = ROWS, name: str = "old.csv") -> str:
    path = folder / name
    path.write_bytes(text.encode("gb18030"))
    return str(path)


def _listed(office: Office, text: str = "") -> list[str]:
    return sorted(one.number for one in office.ask(inquiries.list_page, Wanted(text)).rows if not one.deleted)


def test_a_file_is_looked_at_before_anything_is_added(page: PastPage, office: Office, tmp_path: Path) -> None:
    page.open_file(_file(tmp_path))
    assert "3 rows, read as gb18030" in page.file._said.text().lower()
    assert "Of the first 3 rows 1 would not be taken" in page.file._said.text()
    assert page.file.model.row(1).refused is not None
    assert page.go.isEnabled()
    assert page.batches.isHidden()
    assert _listed(office) == []


def test_one_button_leads_on_at_every_step(page: PastPage, tmp_path: Path) -> None:
    def leading() -> list[str]:
        shown = [one for one in page.findChildren(QPushButton) if one.isVisible()]
        return [one.objectName() for one in shown if one.property("tone") == "primary"]

    assert leading() == ["settings.import_past.button"]
    page.open_file(_file(tmp_path))
    assert leading() == ["settings.past.run"]
    assert page.focusWidget() is page.go
    page.leave_form()
    assert leading() == ["settings.import_past.button"]


def test_what_is_overdue_is_counted_before_and_after(page: PastPage, tmp_path: Path) -> None:
    late = "A4,2026-01-05 09:00,催办,东城,2026-01-08 09:00\n"
    page.open_file(_file(tmp_path, HEADS.strip() + ",截止时间\n" + late + late.replace("A4,2026", "A5,2025")))
    assert "2 of them are open and overdue: they will be" in page.file._said.text()
    page.go.click()
    assert "2 are open and overdue, and listed so; the supervision ladder" in page._said.text()


def test_rows_are_imported_told_saved_and_taken_back(page: PastPage, office: Office, tmp_path: Path) -> None:
    page.open_file(_file(tmp_path))
    page.go.click()
    assert _listed(office) == ["A1", "A3"]
    assert "2 added" in page._said.text()
    assert [page.report.model.row(0).line_no, page.report.model.rowCount()] == [3, 1]
    page.report.save(str(tmp_path / "report.xlsx"))
    told = [row[:2] for row in load_workbook(tmp_path / "report.xlsx").active.iter_rows(values_only=True)]
    assert told[1:] == [(3, "not taken"), (2, "added"), (4, "added")]
    page.batches.view.select(0)
    page.batches.undo.click()
    assert _listed(office) == ["A1", "A3"]
    page.batches.undo.click()
    assert _listed(office) == []
    assert page.batches.model.row(0).undone_at is not None
    assert not page.batches.undo.isEnabled()


def test_taking_back_can_be_thought_over(page: PastPage, office: Office, tmp_path: Path) -> None:
    page.open_file(_file(tmp_path))
    page.go.click()
    page.batches.view.select(0)
    page.batches.undo.click()
    assert page.leave_form()
    page.batches.undo.click()
    page.batches.cancel.click()
    assert _listed(office) == ["A1", "A3"]
    assert page.leave_form()
    assert page.report.isHidden()
    assert not page.leave_form()


def test_known_rows_are_taken_over_only_where_that_is_wished(page: PastPage, office: Office, tmp_path: Path) -> None:
    page.open_file(_file(tmp_path))
    page.go.click()
    for wished, words in ((False, "1 known that say"), (True, "1 taken over anew")):
        page.open_file(_file(tmp_path, ROWS.replace("投诉排队", "投诉停车")))
        page.file.update_known.setChecked(wished)
        page.go.click()
        assert words in page._said.text()
        assert bool(_listed(office, "停车")) is wished


def test_a_column_that_is_needed_leads_to_its_choice(page: PastPage, tmp_path: Path, qtbot: QtBot) -> None:
    put_up(qtbot, page)
    page.open_file(_file(tmp_path))
    choice = page.file.columns.choices["summary"]
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert choice.hasFocus()
    assert not page.go.isEnabled()
    choice.setCurrentIndex(choice.findData("所属区域"))
    choice.activated.emit(choice.currentIndex())
    assert page.file.model.row(0).values["summary"] == "东城"
    assert page.go.isEnabled()


def test_a_source_that_is_needed_leads_to_its_line(page: PastPage, tmp_path: Path, qtbot: QtBot) -> None:
    put_up(qtbot, page)
    page.open_file(_file(tmp_path))
    page.file.source.clear()
    page.go.click()
    assert page.file.source.hasFocus()
    assert page.go.isEnabled()
    assert page.strip.current is not None


def test_an_import_can_be_stopped_and_goes_on(
    page: PastPage, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open_file(_file(tmp_path))
    step, told = Progress.at, list[tuple[int, int]]()

    def stop_at_once(self: Progress, done: int, total: int = 0, note: str = "") -> None:
        told.append((done, total))
        page.stop()
        step(self, done, total, note)

    monkeypatch.setattr(Progress, "at", stop_at_once)
    page.go.click()
    assert told == [(0, 3)]
    assert "It was stopped" in page._said.text()
    assert not page.busy
    assert _listed(office) == []


def test_another_sheet_of_a_workbook_is_read(page: PastPage, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(("Notes", ""))
    second = book.create_sheet("2025")
    second.append(("Number", "Title"))
    second.append(("B1", "Asks"))
    book.save(tmp_path / "old.xlsx")
    page.open_file(str(tmp_path / "old.xlsx"))
    assert page.file.sheet.isVisible()
    page.file.sheet.textActivated.emit("2025")
    assert page.file.model.row(0).number == "B1"
    assert page.file.sheet.currentText() == "2025"


def test_a_file_that_changed_since_is_not_imported(page: PastPage, office: Office, tmp_path: Path) -> None:
    path = _file(tmp_path)
    page.open_file(path)
    _file(tmp_path, ROWS + "A4,2026-01-06 10:00,x,\n")
    page.go.click()
    assert _listed(office) == []
    assert "was changed after" in page.strip.current.text
    assert office.ask(import_files.imported) == []


def test_the_keyboard_goes_on_where_the_import_ended(page: PastPage, tmp_path: Path, qtbot: QtBot) -> None:
    put_up(qtbot, page)
    page.open_file(_file(tmp_path))
    page.go.setFocus()
    qtbot.keyClick(page.go, Qt.Key.Key_Space)
    assert page.report.view.hasFocus()
