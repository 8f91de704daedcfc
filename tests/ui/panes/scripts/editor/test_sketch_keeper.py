"""What is written is kept within a second, and only what is kept is called so."""

from collections.abc import Iterator

import pytest

from app.models.errors import NotAllowed
from app.services.office import Office
from app.services.script_sketches import mine
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.panes.scripts.editor.sketch_keeper import DELAY_MS, SketchKeeper
from tests.desk import NOON, sign_in


@pytest.fixture
def keeper(bare_jobs: Jobs, sheet: Sheet) -> Iterator[SketchKeeper]:
    made = SketchKeeper(bare_jobs, sheet)
    made.begin()
    yield made
    made.hold()


def test_what_is_typed_is_kept_within_a_second(keeper: SketchKeeper, sheet: Sheet, office: Office, qtbot) -> None:
    assert DELAY_MS < 1_000
    with qtbot.waitSignal(keeper.kept, timeout=1_000) as kept:
        sheet.change(owner="a")
        sheet.change(owner="b")
    assert kept.args == [NOON]
    assert [one.script.owner for one in office.ask(mine)] == ["b"]
    assert not keeper.dirty


def test_nothing_changed_is_nothing_kept(keeper: SketchKeeper, office: Office) -> None:
    keeper.flush()
    assert office.ask(mine) == []


def test_a_refusal_is_said_and_what_is_written_stays_unkept(
    keeper: SketchKeeper, sheet: Sheet, office: Office, qtbot
) -> None:
    sign_in(office, "wang")
    sheet.change(owner="a")
    with qtbot.waitSignal(keeper.refused) as refused:
        keeper.flush()
    assert isinstance(refused.args[0], NotAllowed)
    assert keeper.dirty


def test_while_it_is_held_nothing_is_kept(keeper: SketchKeeper, sheet: Sheet, office: Office) -> None:
    keeper.hold()
    sheet.change(owner="a")
    keeper.flush()
    assert office.ask(mine) == []
    keeper.resume()
    keeper.flush()
    assert len(office.ask(mine)) == 1


def test_what_is_thrown_away_can_be_kept_again(keeper: SketchKeeper, sheet: Sheet, office: Office) -> None:
    sheet.change(owner="a")
    keeper.flush()
    keeper.throw_away()
    assert office.ask(mine) == []
    keeper.keep_again(sheet.sketch)
    assert [one.script for one in office.ask(mine)] == [sheet.script]
