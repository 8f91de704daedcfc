from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.models.file_errors import FileNotWritten
from app.models.papers import Block, Named, Paper
from app.services import access
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.parts.paper_window import PaperWindow, size_for
from tests.desk import sign_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
PAPER = Paper("Note 1", "en", facts=(("To", "County Hospital"),), blocks=(Block("Matter", ("a < b",)),))


@pytest.fixture
def window(office: Office, qtbot) -> PaperWindow:
    languages.of_app().use("en")
    sign_in(office, "wang")
    parent = QWidget()
    qtbot.addWidget(parent)
    made = PaperWindow(Jobs(office, executor=InlineExecutor()), parent)
    qtbot.addWidget(made)
    made.show_paper(PAPER, text="the e-mail", name="note-1")
    return made


def test_a_paper_is_shown_as_it_is_and_closed_with_esc(window: PaperWindow, qtbot) -> None:
    assert "a < b" in window.page.toPlainText()
    assert (window.windowTitle(), window.page.accessibleName()) == ("Note 1", "Note 1")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_paper_that_lies_across_is_shown_in_a_window_as_wide_as_its_lists_need(window: PaperWindow) -> None:
    across, screen = replace(PAPER, across=True), QSize(1920, 1080)
    assert size_for(across, screen).width() > size_for(PAPER, screen).width()
    assert size_for(across, QSize(1000, 600)) == QSize(900, 540)
    window.resize(700, 500)
    window.show_paper(PAPER, text="", name="note-2")
    assert window.size() == QSize(700, 500)
    window.show_paper(across, text="", name="ledger")
    assert window.size() == size_for(across, window.screen().availableGeometry().size())


def test_its_text_is_copied_and_told(window: PaperWindow, qtbot) -> None:
    with qtbot.waitSignal(window.gone) as gone:
        window.copy.click()
    assert (gone.args, QGuiApplication.clipboard().text()) == (["copied"], "the e-mail")


def test_it_is_saved_as_a_pdf_where_the_person_says(window: PaperWindow, tmp_path: Path, qtbot) -> None:
    with qtbot.waitSignal(window.gone) as gone:
        window.save_to(str(tmp_path / "note.pdf"))
    assert gone.args == ["saved"]
    assert (tmp_path / "note.pdf").read_bytes().startswith(b"%PDF-")
    assert window.strip.current.text.startswith("Saved: ")


def test_the_read_log_has_its_line_before_a_paper_that_names_callers_leaves(window, office, tmp_path, qtbot) -> None:
    window.show_paper(replace(PAPER, named=Named("caller", 2)), text="Zhang's call", name="sheet")
    window.copy.click()
    assert QGuiApplication.clipboard().text() == "Zhang's call"
    window.save_to(str(tmp_path / "sheet.pdf"))
    sign_in(office, "li")
    assert [(one.entity, one.rows) for one in office.ask(access.log)] == [("caller", 2)] * 2
    office.sign_in(None)
    QGuiApplication.clipboard().setText("before")
    with qtbot.assertNotEmitted(window.gone):
        window.copy.click()
        window.save_to(str(tmp_path / "again.pdf"))
    assert QGuiApplication.clipboard().text() == "before"
    assert not (tmp_path / "again.pdf").exists()


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_gone(window, office, monkeypatch, qtbot) -> None:
    def refuse(path: Path, html: str, **_shape: object) -> None:
        raise FileNotWritten(path=str(path), reason="no room")

    monkeypatch.setitem(office.outside, "write_pdf", refuse)
    with qtbot.assertNotEmitted(window.gone):
        window.save_to("/somewhere/note.pdf")
    assert "no room" in window.strip.current.text
