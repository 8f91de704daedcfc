"""From the sheet to a version."""

from collections.abc import Iterator
from datetime import date

import pytest

from app.scripts_library.script import Source, State
from app.services import scripts
from app.services.office import Office
from app.services.script_sketches import mine
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.saving import Saving
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.panes.scripts.editor.sketch_keeper import SketchKeeper
from tests.desk import sign_in
from tests.scripts_library.making import small


@pytest.fixture
def saving(bare_jobs: Jobs, sheet: Sheet) -> Iterator[Saving]:
    keeper = SketchKeeper(bare_jobs, sheet)
    keeper.begin()
    made = Saving(bare_jobs, sheet, keeper)
    sheet.begin(small(sources=(Source("Rule 8"),), review_on=date(2030, 1, 1)))
    keeper.begin()
    sheet.change(owner="chen")
    keeper.flush()
    yield made
    keeper.hold()


def states(office: Office) -> list[str]:
    return [one.standing.value for one in office.ask(scripts.versions_of, "a-1")]


def test_a_saved_draft_takes_the_place_of_its_sketch(saving: Saving, office: Office, qtbot) -> None:
    assert len(office.ask(mine)) == 1
    with qtbot.waitSignal(saving.saved) as saved:
        saving.save()
    assert saved.args == [1]
    assert (states(office), office.ask(mine)) == ([State.DRAFT], [])


def test_submitting_makes_a_version_that_waits(saving: Saving, office: Office, qtbot) -> None:
    with qtbot.waitSignal(saving.submitted):
        saving.submit()
    assert states(office) == [State.REVIEW]
    assert not saving.busy


def test_a_refusal_loses_nothing(saving: Saving, sheet: Sheet, office: Office, qtbot) -> None:
    sign_in(office, "wang")
    with qtbot.waitSignal(saving.refused):
        saving.save()
    assert not saving.busy
    sign_in(office, "chen")
    assert [one.script for one in office.ask(mine)] == [sheet.script]
