"""The commands that begin to write."""

from collections.abc import Callable

import pytest

from app.models.script_life import ScriptHasErrors, ScriptStep
from app.services import script_life
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.asking import StepSaid
from app.ui.panes.scripts.pane import ScriptsPane
from app.ui.panes.scripts.world import ScriptsWorld
from tests.windows import put_up


@pytest.fixture
def pane(jobs: Jobs, world: ScriptsWorld, qtbot) -> ScriptsPane:
    made = ScriptsPane(jobs, world=world)
    qtbot.addWidget(made)
    made.resize(1196, 632)
    put_up(qtbot, made)
    return made


def test_without_an_open_script_only_a_new_one_can_be_written(pane: ScriptsPane) -> None:
    assert (pane.can_write(), pane.can_edit(), pane.can_go_on()) == (True, False, False)
    pane.edit()
    assert not pane.editing.is_open


def test_writing_begins_from_the_import_too(pane: ScriptsPane) -> None:
    pane.show_import()
    pane.commands.run("scripts.new")
    assert pane.editing.is_open
    pane.commands.run("scripts.find")
    assert pane.desk.isVisible()


def test_what_was_left_is_gone_on_with(pane: ScriptsPane) -> None:
    pane.show_script("hpv")
    pane.commands.run("scripts.edit")
    assert pane.editing.editor is not None
    pane.editing.editor.sheet.change(owner="chen")
    pane.show_library()
    assert pane.can_go_on()
    pane.commands.run("scripts.go_on")
    assert pane.editing.editor.sheet.script.owner == "chen"


def test_a_step_is_taken_for_the_newest_version(pane: ScriptsPane, change: Callable[..., None], office: Office) -> None:
    change("hpv", publish=False)
    pane.show_script("hpv")
    pane.desk.facts.life.buttons[ScriptStep.SUBMIT].click()
    assert office.ask(script_life.life, "hpv", 2).state == "review"
    life = pane.desk.facts.life.life
    assert life is not None
    assert (life.number, life.state) == (2, "review")


def test_a_step_that_is_refused_is_said(pane: ScriptsPane, change: Callable[..., None], office: Office) -> None:
    change("hpv", publish=False)
    pane.show_script("hpv")
    office.do(script_life.submit, "hpv", 2)
    pane.take_step(ScriptStep.SUBMIT, StepSaid())
    assert pane.strip.current is not None
    assert pane.strip.current.level == "danger"


def test_what_keeps_a_draft_from_review_is_shown_beside_its_fields(pane: ScriptsPane) -> None:
    pane.show_script("hpv")
    pane.step_refused(ScriptHasErrors(key="hpv", count=1, findings=()))
    assert pane.editing.is_open
    assert pane.strip.current is not None
    assert pane.strip.current.level == "danger"
