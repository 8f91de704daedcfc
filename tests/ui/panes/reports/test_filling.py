"""A long document comes in parts, and nobody ever gets half of one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from app.models.papers import Block, Paper, as_html
from app.services import report_drafts
from app.services.office import Office
from app.ui.panes.reports.draft_bar import DraftBar, Named
from app.ui.panes.reports.filling import Filling, parts_of

_ROWS = tuple((f"Unit {place}", f"{place}/99") for place in range(30))
_BLOCKS = tuple(Block(f"Section {place}", ("A sentence.",), ("Unit", "On time"), _ROWS) for place in range(9))
LONG = as_html(Paper("Yearly report", "en", "2026", (("Line", "12320"),), _BLOCKS, "Made today"))
NAMED = Named("yearly", "2026", "en")


@pytest.fixture
def page(qtbot: QtBot) -> QTextEdit:
    made = QTextEdit()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def bar(page: QTextEdit, jobs, desk: Office, qtbot: QtBot) -> DraftBar:
    made = DraftBar(jobs, page)
    qtbot.addWidget(made)
    made.show_document(NAMED, LONG, None)
    return made


def _whole(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toHtml()


@pytest.mark.parametrize("html", [LONG, _whole(LONG), "<p>short</p>", "no markup", ""])
def test_part_by_part_it_becomes_what_it_is_at_once(page: QTextEdit, qtbot: QtBot, html: str) -> None:
    filling = Filling(page)
    filling.put(html)
    qtbot.waitUntil(lambda: filling.whole)
    came = page.toHtml()
    page.setHtml(html)
    assert came == page.toHtml()


def test_each_section_is_a_slice_and_the_first_is_there_at_once(page: QTextEdit) -> None:
    filling = Filling(page)
    filling.put(LONG)
    seen = {page.document().blockCount()}
    assert "Yearly report" in page.toPlainText()
    assert "Section 8" not in page.toPlainText()
    while not filling.whole:
        filling._step()
        seen.add(page.document().blockCount())
    assert len(seen) == len(parts_of(LONG)) == 2 + len(_BLOCKS)


def test_a_key_finds_the_document_whole_and_is_not_lost(bar: DraftBar, page: QTextEdit, qtbot: QtBot) -> None:
    assert "Section 8" not in page.toPlainText()
    qtbot.keyClicks(page, "Ours ")
    assert page.toPlainText().startswith("Ours Yearly report")
    assert "Made today" in page.toPlainText()
    page.undo()
    assert page.toPlainText().startswith("Yearly report")


def test_the_mouse_finds_it_whole(bar: DraftBar, page: QTextEdit, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 20))
    assert "Made today" in page.toPlainText()


def test_half_a_document_is_no_draft_and_is_never_saved(bar: DraftBar, page: QTextEdit, desk: Office) -> None:
    bar._jobs.ticked.emit(None)
    page.hide()
    assert desk.ask(report_drafts.kept, "yearly", "2026", "en") is None
    assert "Section 8" not in page.toPlainText()
    assert "Made today" in bar.html()


def test_another_document_in_the_middle_is_all_that_is_shown(bar: DraftBar, page: QTextEdit, qtbot: QtBot) -> None:
    bar.show_document(Named("weekly", "2026-W09", "en"), "<p>Weekly</p>", None)
    qtbot.waitUntil(lambda: not bar._filling._soon.isActive())
    assert page.toPlainText() == "Weekly"
    assert bar.html().count("Section") == 0
    assert not page.document().isModified()
