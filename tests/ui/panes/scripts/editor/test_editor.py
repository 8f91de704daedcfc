"""The editor as a trainer uses it."""

from PySide6.QtCore import Qt

from app.services import scripts
from app.services.office import Office
from app.services.script_sketches import mine
from app.ui.panes.scripts.editor.editor import CHECK_MS, ScriptEditor
from tests.desk import sign_in
from tests.ui.panes.scripts.editor.conftest import opened


def say(editor: ScriptEditor, text: str) -> None:
    """Write what is said in English."""
    editor.pages.turn("wording")
    editor.pages.wording.go_to(2)
    editor.pages.wording.body.texts["say"].insertPlainText(text)


def checked(editor: ScriptEditor, qtbot) -> list[str]:
    """The codes of what is found when the checks have come."""
    with qtbot.waitSignal(editor._timer.timeout, timeout=1_000):
        editor._timer.start()
    return [one.code for one in editor.side.findings]


def test_checks_come_within_300_ms_of_the_last_key(editor: ScriptEditor, qtbot) -> None:
    assert CHECK_MS < 300
    say(editor, "At 9. ")
    qtbot.waitUntil(lambda: "numbers-differ" in [one.code for one in editor.side.findings], timeout=300)
    assert editor.head.reason.startswith("1 error")
    assert not editor.can_submit()
    assert editor.can_save()


def test_the_next_finding_is_one_key_away(editor: ScriptEditor, qtbot) -> None:
    say(editor, "At 9. ")
    assert checked(editor, qtbot) == ["numbers-differ"]
    editor.pages.turn("about")
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    assert editor.pages.page == "wording"


def test_the_preview_follows_the_wording_that_is_written(editor: ScriptEditor, qtbot) -> None:
    say(editor, "Please. ")
    checked(editor, qtbot)
    assert editor.side.reader.text().startswith("Please. Go to")


def test_a_saved_draft_is_said_after_the_commit(editor: ScriptEditor, office: Office, qtbot) -> None:
    say(editor, "Please. ")
    checked(editor, qtbot)
    with qtbot.waitSignal(editor.saved) as saved:
        editor.commands.run("scripts.editor.save")
    assert saved.args == ["hpv", False]
    assert editor.strip.current.text == "Saved as draft 2."  # type: ignore[attr-defined]
    assert [one.number for one in office.ask(scripts.versions_of, "hpv")] == [2, 1]
    assert office.ask(mine) == []


def test_a_new_script_takes_the_proposed_key(editor: ScriptEditor, office: Office, qtbot) -> None:
    editor.open_new()
    assert not editor.can_save()
    qtbot.keyClicks(editor.pages.about.form.editor("title_en"), "Lost card")
    checked(editor, qtbot)
    editor.commands.run("scripts.editor.save")
    assert office.ask(scripts.versions_of, "lost-card")[0].title == "Lost card"


def test_leaving_keeps_what_is_written_and_going_on_shows_it(editor: ScriptEditor, office: Office, qtbot) -> None:
    say(editor, "Please. ")
    with qtbot.waitSignal(editor.left):
        editor.commands.run("scripts.editor.close")
    (sketch,) = office.ask(mine)
    editor.open_script(opened(editor._jobs, "hpv"))
    assert editor.sheet.sketch == sketch.__class__(sketch.id, sketch.script, sketch.base)
    assert editor.head.state.startswith("Kept on this computer")


def test_discarding_really_discards_and_undo_brings_it_back(editor: ScriptEditor, office: Office, qtbot) -> None:
    say(editor, "Please. ")
    editor.keeper.flush()
    editor.commands.run("scripts.editor.discard")
    assert office.ask(mine) == []
    with qtbot.waitSignal(editor.opened):
        editor.strip._undo.click()  # type: ignore[attr-defined]
    assert len(office.ask(mine)) == 1
    assert editor.sheet.script.variants[2].say.startswith("Please. ")


def test_a_newer_version_is_shown_and_mine_goes_on_top(editor: ScriptEditor, office: Office, change, qtbot) -> None:
    say(editor, "Please. ")
    change("hpv", publish=False)
    checked(editor, qtbot)
    assert not editor.conflict.isHidden()
    assert not editor.can_save()
    editor.conflict.mine.click()
    checked(editor, qtbot)
    editor.commands.run("scripts.editor.save")
    assert [one.number for one in office.ask(scripts.versions_of, "hpv")] == [3, 2, 1]


def test_taking_theirs_can_be_undone(editor: ScriptEditor, change, qtbot) -> None:
    say(editor, "Please. ")
    change("hpv", publish=False)
    checked(editor, qtbot)
    editor.conflict.theirs.click()
    assert (editor.sheet.base, editor.sheet.script.variants[2].say[:6]) == (2, "Go to ")
    editor.strip._undo.click()  # type: ignore[attr-defined]
    assert editor.sheet.script.variants[2].say.startswith("Please. ")


def test_a_refusal_is_said_and_nothing_is_lost(editor: ScriptEditor, office: Office, qtbot) -> None:
    say(editor, "Please. ")
    checked(editor, qtbot)
    sign_in(office, "wang")
    editor.commands.run("scripts.editor.save")
    assert editor.strip.current.level == "danger"  # type: ignore[attr-defined]
    assert editor.sheet.script.variants[2].say.startswith("Please. ")


def test_a_text_is_read_before_it_is_saved(editor: ScriptEditor, office: Office, qtbot) -> None:
    editor.commands.run("scripts.editor.source")
    editor.pages.source.text.selectAll()
    editor.pages.source.text.insertPlainText("---\nid: [\n---\n")
    checked(editor, qtbot)
    assert not editor.can_save()
    assert editor.head.reason == "The text cannot be read as a script yet."
    editor.save()
    assert editor.pages.page == "source"


def test_the_map_comes_with_its_page_and_leads_to_a_node(editor: ScriptEditor, qtbot) -> None:
    editor.pages.turn("flow")
    editor.pages.flow.nodes.add()
    checked(editor, qtbot)
    assert editor.side.map.isVisible()
    editor.pages.turn("about")
    editor.side.map.opened.emit("n1")
    assert editor.pages.flow.nodes.form.editor("id").hasFocus()
