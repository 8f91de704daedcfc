"""Into the editor and back again."""

import pytest

from app.services.office import Office
from app.services.script_sketches import Sketch, keep
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.pane import ScriptsPane
from tests.desk import sign_in
from tests.scripts_library.making import small
from tests.windows import put_up


@pytest.fixture
def pane(jobs: Jobs, qtbot) -> ScriptsPane:
    made = ScriptsPane(jobs)
    qtbot.addWidget(made)
    made.resize(1196, 632)
    put_up(qtbot, made)
    return made


def test_the_editor_is_made_when_it_is_wanted(pane: ScriptsPane) -> None:
    assert pane.editing.editor is None
    pane.commands.run("scripts.new")
    assert pane.editing.is_open
    assert pane.editing.editor is not None
    assert pane.editing.editor.pages.about.form.editor("title_zh").hasFocus()
    assert not pane.can_write()


def test_the_open_script_is_edited_and_the_library_comes_back(pane: ScriptsPane) -> None:
    pane.show_script("hpv")
    pane.commands.run("scripts.edit")
    assert pane.editing.editor is not None
    assert pane.editing.editor.sheet.script.key == "hpv"
    pane.show_script("flu")
    assert not pane.editing.is_open


def test_a_saved_draft_is_open_in_the_library(pane: ScriptsPane, qtbot) -> None:
    pane.show_script("hpv")
    pane.commands.run("scripts.edit")
    editor = pane.editing.editor
    assert editor is not None
    with qtbot.waitSignal(pane.changed_library):
        editor.sheet.change(owner="chen")
        editor._check()
        editor.commands.run("scripts.editor.save")
    assert not pane.editing.is_open
    assert [line.key for line in pane.desk.facts.versions.lines] == [2, 1]


def test_what_a_killed_window_left_is_offered(pane: ScriptsPane, office: Office) -> None:
    office.do(keep, Sketch(b"1" * 16, small()))
    pane.editing.forget()
    pane.refresh()
    assert pane.strip.current is not None
    assert pane.strip.current.text == "You were writing “When does the clinic open?”."
    pane.commands.run("scripts.go_on")
    assert pane.editing.editor is not None
    assert pane.editing.editor.sheet.script == small()


def test_an_operator_writes_nothing(pane: ScriptsPane, office: Office) -> None:
    pane.commands.run("scripts.new")
    sign_in(office, "wang")
    pane.refresh()
    assert not pane.editing.is_open
    assert not pane.can_write()
    assert not pane.can_edit()
    assert not pane.can_go_on()
