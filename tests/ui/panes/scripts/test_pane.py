"""The scripts pane as a trainer and an operator use it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.services import scripts
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.pane import ScriptsPane
from app.ui.panes.scripts.world import ScriptsWorld
from tests.desk import sign_in
from tests.ui.panes.scripts.conftest import text_of
from tests.windows import put_up


@pytest.fixture
def pane(jobs: Jobs, world: ScriptsWorld, qtbot) -> ScriptsPane:
    made = ScriptsPane(jobs, world=world)
    qtbot.addWidget(made)
    made.resize(1196, 632)
    put_up(qtbot, made)
    return made


def key_of(pane: ScriptsPane) -> str:
    card = pane.desk.reading.card
    return card.script.key if card else ""


def message(pane: ScriptsPane) -> str:
    return pane.strip.current.text if pane.strip.current else ""


def test_a_script_is_found_and_read_by_keyboard_alone(pane: ScriptsPane, qtbot) -> None:
    pane.commands.run("scripts.find")
    qtbot.keyClicks(pane.desk.library.box, "yuyue")
    qtbot.keyClick(pane.desk.library.box, Qt.Key.Key_Return)
    assert key_of(pane) == "booking"
    assert pane.desk.reading.reader.hasFocus()


def test_the_shell_opens_a_script_by_its_key(pane: ScriptsPane) -> None:
    pane.show_import()
    pane.show_script("hpv")
    assert (key_of(pane), pane.desk.isVisible()) == ("hpv", True)
    assert pane.has_script()
    assert pane.has_plain() is False
    pane.commands.run("scripts.language")
    assert pane.has_plain()


def test_the_import_is_there_before_the_library_is(jobs: Jobs, world: ScriptsWorld, qtbot, monkeypatch) -> None:
    made = ScriptsPane(jobs, world=world)
    qtbot.addWidget(made)
    monkeypatch.setattr(made._shelves, "refresh", list)  # the library has not answered yet
    put_up(qtbot, made)
    made.commands.run("scripts.import")
    assert made._shelf is None
    assert made.importing is not None
    assert made.importing.isVisible()


def test_words_that_come_from_elsewhere_are_looked_for(pane: ScriptsPane) -> None:
    pane.show_import()
    pane.look_for("booking")
    assert pane.desk.isVisible()
    assert pane.desk.library.box.text() == "booking"
    assert pane.desk.library.hits.lines


def test_a_flag_takes_two_keys_and_shows_everywhere(pane: ScriptsPane, qtbot) -> None:
    pane.show_script("hpv")
    with qtbot.waitSignal(pane.changed_library):
        pane.commands.run("scripts.flag")
        qtbot.keyClick(pane.findChild(QLineEdit, "scripts.flagging.note"), Qt.Key.Key_Return)
    assert message(pane).startswith("Flagged.")
    assert [line.detail for line in pane.desk.facts.flags.lines] == ["Something is wrong"]
    pane.commands.run("scripts.flags")
    assert [line.detail for line in pane.desk.library.flags.lines] == ["Something is wrong"]


def test_a_flag_is_closed_by_those_who_write(pane: ScriptsPane, office: Office, qtbot) -> None:
    office.do(scripts.flag, "hpv", 1, note="Wrong")
    pane.reload()
    pane.show_script("hpv")
    assert pane.can_end_flag()
    pane.commands.run("scripts.end_flag")
    pane.desk.facts.reply.line.setText("It was right")
    with qtbot.waitSignal(pane.changed_library):
        qtbot.keyClick(pane.desk.facts.reply.line, Qt.Key.Key_Return)
    assert pane.desk.facts.flags.isHidden()
    notes = office.ask(lambda view: view.rows.all("/* whole: two rows */ SELECT note FROM script_flag ORDER BY at"))
    assert ("It was right",) in notes
    assert not pane.can_end_flag()


def test_what_is_to_be_done_is_one_key_away_and_says_what_became_of_it(pane: ScriptsPane, office: Office) -> None:
    pane.show_script("hpv")
    pane.commands.run("scripts.to_do")
    assert pane.desk.library.to_do.isVisible()
    pane.desk.library.to_do.done.emit("Noted.")
    assert message(pane) == "Noted."
    pane.desk.library.to_do.put_aside.emit("Put aside.")
    assert (message(pane), pane.strip.current.undo) == ("Put aside.", pane.desk.library.to_do.bring_back)
    sign_in(office, "wang")
    pane.refresh()
    assert not pane.can_tend()


def test_an_operator_reads_and_flags_but_takes_nothing_in(pane: ScriptsPane, office: Office) -> None:
    pane.show_script("hpv")
    pane.show_import()
    sign_in(office, "wang")
    pane.refresh()
    assert (key_of(pane), pane.desk.isVisible()) == ("", True)
    assert not pane.can_import()
    assert pane.can_export()
    pane.show_script("hpv")
    assert pane.has_script()
    assert not pane.can_end_flag()


def test_nobody_signed_in_sees_nothing(pane: ScriptsPane, office: Office) -> None:
    pane.show_script("hpv")
    office.sign_in(None)
    pane.refresh()
    assert key_of(pane) == ""


def test_an_import_is_found_at_once(pane: ScriptsPane, tmp_path: Path, qtbot) -> None:
    (tmp_path / "new.md").write_text(text_of("new", "新的麻疹问答", "Measles", "complaint"), encoding="utf-8")
    pane.commands.run("scripts.import")
    pane.importing.read([tmp_path / "new.md"])
    pane.importing.foot.publish.click()
    with qtbot.waitSignal(pane.changed_library):
        pane.importing.foot.start.click()
    assert message(pane) == "Imported: 1 new, 0 changed, 0 the same, 0 refused."
    pane.focus_search()
    qtbot.keyClicks(pane.desk.library.box, "mazhen")
    assert [line.key for line in pane.desk.library.hits.lines] == ["new"]


def test_dropped_files_are_previewed(pane: ScriptsPane, tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text(text_of("new", "新的", "New", "complaint"), encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "new.md"))])
    drop = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pane.dropEvent(drop)
    assert pane.importing.isVisible()
    assert pane.importing.lines.rows.counts["added"] == 1


def test_an_export_says_how_many_and_where(pane: ScriptsPane, tmp_path: Path) -> None:
    pane.commands.run("scripts.export")
    dialog = pane.findChild(QFileDialog, "scripts.export.dialog")
    dialog.fileSelected.emit(str(tmp_path))
    assert message(pane) == "6 scripts written."
    assert pane.strip.current.step_text == "Open the folder"
    dialog.close()


def test_what_goes_wrong_is_said_with_a_next_step(pane: ScriptsPane) -> None:
    pane.show_script("nothing")
    assert pane.strip.current.level == "danger"


def test_somebody_elses_change_is_seen(pane: ScriptsPane, jobs: Jobs, office: Office, change) -> None:
    pane.show_script("hpv")
    change("hpv")
    pane.reload()
    assert [line.title for line in pane.desk.facts.versions.lines] == ["Version 2", "Version 1"]


def test_without_a_world_scripts_are_only_read(jobs: Jobs, qtbot) -> None:
    made = ScriptsPane(jobs)
    qtbot.addWidget(made)
    made.show()
    assert (made.can_import(), made.can_export()) == (False, False)
    made.show_import()
    made.export()
    made.show_script("hpv")
    assert key_of(made) == "hpv"


def test_the_answer_goes_to_the_clipboard_with_a_word(pane: ScriptsPane) -> None:
    pane.show_script("hpv")
    pane.commands.run("scripts.copy")
    assert message(pane) == "The answer is on the clipboard."


def test_titles_follow_the_language_of_the_window(pane: ScriptsPane, qtbot) -> None:
    pane.show_script("hpv")
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: pane.desk.library.tree.currentIndex().data() == "几岁打HPV疫苗")
    assert pane.accessibleName() == "话术"


def test_escape_goes_back_to_the_search(pane: ScriptsPane, qtbot) -> None:
    pane.show_script("hpv")
    pane.desk.reading.reader.setFocus()
    qtbot.keyClick(pane.desk.reading.reader, Qt.Key.Key_Escape)
    assert pane.desk.library.box.hasFocus()


def test_the_board_in_front_is_written_out(pane: ScriptsPane, tmp_path: Path) -> None:
    assert not pane.can_export_board()
    pane.commands.run("scripts.to_do")
    pane.desk.library.to_do.choice.choose(1)
    pane.commands.run("scripts.export_board")
    dialog = pane.findChild(QFileDialog, "scripts.export_board.dialog")
    dialog.fileSelected.emit(str(tmp_path / "board.csv"))
    dialog.close()
    assert message(pane) == "Rows written: 1."
    assert "old,1,The old rule,ended" in (tmp_path / "board.csv").read_text(encoding="utf-8-sig")
