"""The file of a source: attached, opened, saved, replaced and taken off by keyboard, from the page of sources."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.models.file_errors import FileEmpty, FileForbidden
from app.outside.document_files import DocumentFiles
from app.scripts_library.script import Source
from app.services import script_documents
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.document_bar import DocumentBar
from app.ui.panes.scripts.editor.rows_page import RowsPage
from app.ui.panes.scripts.editor.rule_rows import SOURCES
from app.ui.panes.scripts.editor.sheet import Sheet
from tests.desk import KEY, NOON
from tests.house.widgets import complaints
from tests.ui.panes.scripts.editor.conftest import now, script_of

_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def files(office: Office, tmp_path: Path) -> Path:
    """Two files, and a place where documents are kept."""
    office.outside["documents"] = DocumentFiles(tmp_path / "documents", tmp_path / "opened", KEY)
    (tmp_path / "rule 8.pdf").write_text("the rule")
    (tmp_path / "rule 9.pdf").write_text("another rule")
    return tmp_path


@pytest.fixture
def page(sheet: Sheet, qtbot) -> RowsPage:
    """The sources of a script."""
    sheet.change(sources=(Source("Rule 8"),))
    window = QWidget()
    qtbot.addWidget(window)
    made = RowsPage(sheet, (SOURCES,), now, window)
    window.show()
    made.show_script(sheet.script)
    return made


@pytest.fixture
def bar(page: RowsPage, bare_jobs: Jobs, files: Path) -> DocumentBar:
    """The bar under them."""
    made = DocumentBar(bare_jobs, page.editors["sources"], NOON.tzinfo, page)  # type: ignore[arg-type]
    page.put_under("sources", made)
    made.show()
    return made


def says(bar: DocumentBar) -> str:
    return bar.findChild(QLabel).text()


def offered(bar: DocumentBar) -> list[str]:
    return [name for name, button in bar._buttons.items() if not button.isHidden()]


def test_a_file_is_attached_by_a_key_from_anywhere_on_the_page(editor, files, monkeypatch, qtbot) -> None:
    bar = editor.documents
    editor.pages.turn("basis")
    editor.pages.focus_first()
    assert (offered(bar), complaints(bar)) == (["attach"], [])
    qtbot.keyClick(editor.pages.basis.editors["sources"].list, Qt.Key.Key_A, _CHORD)
    dialog = bar.window().findChild(QFileDialog, "scripts.document.attach.dialog")
    with qtbot.waitSignal(bar.told) as told:
        dialog.fileSelected.emit(str(files / "rule 8.pdf"))
    dialog.close()
    (source,) = script_of(editor).sources
    assert told.args == ["Attached: rule 8.pdf."]
    assert (source.doc, len(source.sha256)) == ("Rule 8", 64)
    assert says(bar) == "Attached file: rule 8.pdf · 8 bytes · 2026-03-02, Chen"
    assert offered(bar) == ["open", "save_as", "replace", "detach"]
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()) or True)
    qtbot.waitUntil(lambda: bool(editor.side.reader.script and editor.side.reader.script.documents))
    qtbot.keyClick(editor.side.reader, Qt.Key.Key_D)
    assert opened == ["rule 8.pdf"]


def test_a_script_without_sources_gets_one_named_like_the_file(bar, page, sheet, tmp_path) -> None:
    sheet.change(sources=())
    page.show_script(sheet.script)
    bar.attach()
    bar.window().findChild(QFileDialog).close()
    bar.take_in(str(tmp_path / "rule 9.pdf"))
    assert [one.doc for one in sheet.script.sources] == ["rule 9"]


def test_an_attached_file_is_opened_and_saved(bar, tmp_path, monkeypatch, qtbot) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    bar.open_document()
    bar.save_as()
    bar.write(str(tmp_path / "x.pdf"))
    bar.take_in(str(tmp_path / "rule 8.pdf"))
    bar.commands.run("scripts.document.open")
    assert Path(opened[0]).read_text() == "the rule"
    bar.commands.run("scripts.document.save_as")
    dialog = bar.window().findChild(QFileDialog, "scripts.document.save_as.dialog")
    with qtbot.waitSignal(bar.told):
        dialog.fileSelected.emit(str(tmp_path / "saved.pdf"))
    dialog.close()
    assert (tmp_path / "saved.pdf").read_text() == "the rule"
    (tmp_path / "folder").mkdir()
    with qtbot.waitSignal(bar.refused) as refused:
        bar.write(str(tmp_path / "nowhere" / "saved.pdf"))
    assert not isinstance(refused.args[0], FileForbidden)


def test_a_file_is_replaced_and_taken_off(bar, sheet, office, tmp_path) -> None:
    bar.take_in(str(tmp_path / "rule 8.pdf"))
    first = sheet.script.sources[0].sha256
    bar.take_in(str(tmp_path / "rule 9.pdf"))
    second = sheet.script.sources[0].sha256
    assert set(office.ask(script_documents.about, (first, second))) == {first, second}
    assert "rule 9.pdf" in says(bar)
    bar.commands.run("scripts.document.detach")
    assert (sheet.script.sources[0].sha256, offered(bar)) == ("", ["attach"])


def test_a_check_sum_that_came_with_a_file_is_not_a_document_yet(bar, page) -> None:
    sources = page.editors["sources"]
    sources._edit("sha256", "ab" * 32)
    assert says(bar) == "The file with this check sum was never attached on this computer."
    assert offered(bar) == ["replace", "detach"]


def test_what_cannot_be_taken_in_is_told_and_can_be_tried_again(bar, tmp_path, qtbot) -> None:
    (tmp_path / "empty.pdf").write_text("")
    with qtbot.waitSignal(bar.refused) as refused:
        bar.take_in(str(tmp_path / "empty.pdf"))
    assert isinstance(refused.args[0], FileEmpty)
    assert bar.can_attach()


def test_a_source_that_changed_meanwhile_is_left_alone(bar, page, office, tmp_path, monkeypatch, qtbot) -> None:
    asked: list[dict[str, object]] = []
    monkeypatch.setattr(bar._jobs, "ask", lambda _question, **arguments: asked.append(arguments))
    bar.take_in(str(tmp_path / "rule 8.pdf"))
    assert says(bar) == "The file is being encrypted…"
    monkeypatch.undo()
    page.editors["sources"]._edit("doc", "Rule 10")
    with qtbot.waitSignal(bar.told) as told:
        bar._commit(office.ask(script_documents.take_in, tmp_path / "rule 8.pdf"))
    assert told.args == ["rule 8.pdf is stored. Choose its source and attach it again."]
    assert page.editors["sources"].rows[0].sha256 == ""
