"""A document is made, edited and saved."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from app.services import made_reports, reports
from app.ui.kit.progress import Progress
from app.ui.panes.reports.pane import ReportsPane
from tests.ui.panes.reports.writing import write
from tests.windows import put_up


def test_a_document_wants_its_own_length_of_time(pane: ReportsPane) -> None:
    pane.bar._buttons["documents"].click()
    assert str(pane.bar.stretch).startswith("2026-W")
    assert "Weekly KPI sheet 2026-W" in pane.documents.page.toPlainText()
    pane.documents.choose("monthly")
    pane.documents.draft.html()
    assert "Areas that need training" in pane.documents.page.toPlainText()


def test_what_is_written_in_it_is_saved(pane: ReportsPane, tmp_path: Path, qtbot: QtBot) -> None:
    pane.bar._buttons["documents"].click()
    write(pane.documents, "Signed by the head")
    with qtbot.waitSignal(pane.documents.told):
        pane.documents.save_to(str(tmp_path / "x.pdf"))
    assert (tmp_path / "x.pdf").stat().st_size > 1000
    (made,) = pane.documents._jobs.office.ask(made_reports.newest)
    assert (made.kind, made.files) == ("weekly", ("x.pdf",))
    pane.documents.save_to(str(tmp_path / "x.json"))
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["kind"] == "weekly"
    pane.documents.save_to(str(tmp_path / "x.xlsx"))
    assert load_workbook(tmp_path / "x.xlsx").sheetnames[0] == "KPIs"


def test_what_was_made_is_shown_again_from_its_list(pane: ReportsPane, tmp_path: Path, qtbot: QtBot) -> None:
    pane.bar._buttons["documents"].click()
    pane.documents.draft.html()
    pane.documents.page.setPlainText("Signed by the head")
    with qtbot.waitSignal(pane.documents.told):
        pane.documents.save_to(str(tmp_path / "x.pdf"))
    pane.documents.choose("monthly")
    pane.documents._board.click()
    pane.documents.made.made.select(0)
    pane.documents.made.open_made()
    assert pane.documents.page.toPlainText() == "Signed by the head"
    assert pane.documents._pages.currentWidget() is pane.documents._paper


def test_making_can_be_stopped_and_says_how_far_it_is(pane: ReportsPane, monkeypatch: pytest.MonkeyPatch) -> None:
    pane.bar._buttons["documents"].click()
    pane.documents.draft.html()
    before = pane.documents.page.toPlainText()
    told: list[tuple[int, int, str]] = []
    step = Progress.at

    def stop_at_once(self: Progress, done: int, total: int = 0, note: str = "") -> None:
        told.append((done, total, note))
        self.cancel()
        step(self, done, total, note)

    monkeypatch.setattr(Progress, "at", stop_at_once)
    pane.documents.choose("monthly")
    assert told == [(1, len(reports.templates()["monthly"].sections), "")]
    assert pane.documents.page.toPlainText() == before
    assert not pane.documents.bar.isVisible()


def test_nothing_is_scrolled_sideways_in_a_document(pane: ReportsPane, qtbot: QtBot) -> None:
    pane.bar._buttons["documents"].click()
    pane.documents.draft.html()
    put_up(qtbot, pane)
    for width in range(1100, 1260, 7):  # a table as wide as the paper comes out a pixel wider in some of them
        pane.resize(width, 400)
        assert not pane.documents.page.horizontalScrollBar().isVisible()
