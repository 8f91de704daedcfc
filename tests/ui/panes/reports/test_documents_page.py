"""A document is made, edited and saved."""

from pathlib import Path

from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from app.ui.panes.reports.pane import ReportsPane


def test_a_document_wants_its_own_length_of_time(pane: ReportsPane) -> None:
    pane.bar._buttons["documents"].click()
    assert str(pane.bar.stretch).startswith("2026-W")
    assert "Weekly KPI sheet 2026-W" in pane.documents.page.toPlainText()
    pane.documents.choose("monthly")
    assert "Areas that need training" in pane.documents.page.toPlainText()


def test_what_is_written_in_it_is_saved(pane: ReportsPane, tmp_path: Path, qtbot: QtBot) -> None:
    pane.bar._buttons["documents"].click()
    pane.documents.page.append("Signed by the head")
    with qtbot.waitSignal(pane.documents.told):
        pane.documents.save_to(str(tmp_path / "x.pdf"))
    assert (tmp_path / "x.pdf").stat().st_size > 1000
    pane.documents.save_to(str(tmp_path / "x.xlsx"))
    assert load_workbook(tmp_path / "x.xlsx").sheetnames[0] == "KPIs"
