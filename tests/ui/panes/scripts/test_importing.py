"""Taking scripts in, with a preview of every line."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from app.models.errors import NotAllowed
from app.services.office import Office
from app.services.script_outline import outline
from app.ui.panes.scripts.importing import ImportPage
from app.ui.panes.scripts.world import ScriptsWorld
from tests.desk import sign_in
from tests.ui.panes.scripts.conftest import SCRIPTS, text_of
from tests.windows import put_up

NEW = text_of("new", "新的", "New one", "complaint")


@pytest.fixture
def page(jobs, world: ScriptsWorld, qtbot) -> ImportPage:
    made = ImportPage(jobs, world)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.begin()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "same.md").write_text(SCRIPTS[0], encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    (tmp_path / "changed.md").write_text(SCRIPTS[1].replace("早点来", "请早点来"), encoding="utf-8")
    (tmp_path / "broken.md").write_text("---\nid: broken\n", encoding="utf-8")
    (tmp_path / "more.csv").write_text("key,title,answer\nx-1,Title,Answer\n,,lost\n", encoding="utf-8")
    return tmp_path


def counts(page: ImportPage) -> dict[str, int]:
    return {result: count for result, count in page.lines.rows.counts.items() if count and result}


def title(page: ImportPage) -> str:
    return page._title.text()


def test_a_folder_is_shown_line_by_line_before_anything_changes(page: ImportPage, folder: Path, office: Office) -> None:
    page.read([folder])
    assert counts(page) == {"added": 2, "updated": 1, "unchanged": 1, "rejected": 2}
    assert (title(page), page.foot.start.text()) == ("What the import will do", "Import 3 scripts")
    assert len(office.ask(outline)) == 6


def test_the_import_does_what_the_preview_said(page: ImportPage, folder: Path, office: Office, qtbot) -> None:
    page.read([folder])
    with qtbot.waitSignal(page.imported) as imported:
        page.foot.start.click()
    assert len(imported.args[0].rejected) == 2
    assert counts(page) == {"added": 2, "updated": 1, "unchanged": 1, "rejected": 2}
    assert (title(page), page.foot.start.text()) == ("What the import did", "Done")
    assert {line.standing.value for line in office.ask(outline) if line.key in ("new", "x-1")} == {"draft"}


def test_approved_at_once_they_may_be_given(page: ImportPage, folder: Path, office: Office) -> None:
    page.read([folder])
    page.foot.publish.click()
    page.foot.start.click()
    assert {line.standing.value for line in office.ask(outline) if line.key in ("new", "x-1")} == {"live"}


def test_what_breaks_a_rule_stays_a_draft_and_says_so(page: ImportPage, tmp_path: Path) -> None:
    (tmp_path / "odd.md").write_text(
        NEW.replace("effective_to: null", "effective_from: 2030-01-01\neffective_to: 2029-01-01")
    )
    page.read([tmp_path / "odd.md"])
    assert counts(page) == {"added": 1}
    page.foot.publish.click()
    assert counts(page) == {"draft": 1}
    page.lines.table.select(0)
    assert page.lines._why.text()


def test_an_unreadable_file_is_one_refused_line(page: ImportPage, tmp_path: Path) -> None:
    (tmp_path / "photo.md").write_bytes(b"\x89PNG\0\0")
    page.read([tmp_path / "photo.md", tmp_path / "missing.md"])
    assert counts(page) == {"rejected": 2}
    assert not page.foot.start.isEnabled()


def test_who_may_not_write_is_refused_and_nothing_is_lost(
    page: ImportPage, folder: Path, office: Office, qtbot
) -> None:
    page.read([folder])
    sign_in(office, "wang")
    with qtbot.waitSignal(page.refused) as refused:
        page.foot.start.click()
    assert isinstance(refused.args[0], NotAllowed)
    assert (counts(page)["added"], page.foot.start.isEnabled()) == (2, True)


def test_files_and_folders_are_chosen_beside_the_work(page: ImportPage, folder: Path) -> None:
    page.choose_files()
    dialog = page.findChild(QFileDialog, "scripts.import.dialog")
    assert (dialog.isVisible(), dialog.fileMode()) == (True, QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.emit([str(folder / "new.md")])
    assert counts(page) == {"added": 1}
    dialog.close()


def test_a_folder_is_chosen_as_a_whole(page: ImportPage, folder: Path) -> None:
    page.choose_folder()
    dialog = page.findChild(QFileDialog, "scripts.import.dialog")
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.filesSelected.emit([])
    assert counts(page) == {}
    dialog.close()


def test_escape_and_done_lead_back(page: ImportPage, folder: Path, qtbot) -> None:
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.read([folder])
    page.foot.start.click()
    with qtbot.waitSignal(page.left):
        page.foot.start.click()
    page.begin()
    assert (title(page), page.foot.isVisible()) == ("Import scripts", False)
    assert page.findChild(QPushButton, "scripts.import.files").isEnabled()


def test_the_keyboard_goes_to_the_lines_and_after_the_import_to_what_ends_it(
    page: ImportPage, folder: Path, qtbot
) -> None:
    put_up(qtbot, page)
    page.begin()
    page.read([folder])
    assert page.focusWidget() is page.lines.table
    page.foot.start.click()
    assert page.focusWidget() is page.foot.start
