"""Two people at one script."""

import pytest

from app.models.errors import RecordGone
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.editor.clash import Clash
from app.ui.panes.scripts.editor.conflict_bar import ConflictBar
from app.ui.panes.scripts.editor.sheet import Sheet
from tests.ui.panes.scripts.editor.conftest import opened


@pytest.fixture
def clash(jobs: Jobs, qtbot, change) -> Clash:
    sheet, bar = Sheet(), ConflictBar()
    qtbot.addWidget(bar)
    found = opened(jobs, "hpv")
    sheet.begin(found.script, found.base)
    sheet.change(owner="me")
    change("hpv", publish=False)
    made = Clash(jobs, sheet, bar)
    bar.sheet = sheet  # type: ignore[attr-defined]
    made.show()
    return made


def test_what_differs_is_shown(clash: Clash) -> None:
    bar = clash._bar
    assert "Version 2" in bar._text.text()
    assert ("owner", "– → me") in [(line.title, line.detail) for line in bar.list.lines]


def test_going_on_with_mine_puts_it_on_top(clash: Clash, qtbot) -> None:
    with qtbot.waitSignal(clash.rebased):
        clash._bar.mine.click()
    assert (clash._sheet.base, clash._sheet.script.owner) == (2, "me")
    assert clash._bar.isHidden()


def test_taking_theirs_gives_the_newer_version(clash: Clash, qtbot) -> None:
    with qtbot.waitSignal(clash.taken) as taken:
        clash._bar.theirs.click()
    assert (taken.args[0].version, taken.args[0].owner) == (2, "")


def test_a_script_that_is_gone_is_said(clash: Clash, qtbot) -> None:
    clash._sheet.change(key="never")
    with qtbot.waitSignal(clash.refused) as refused:
        clash.show()
    assert isinstance(refused.args[0], RecordGone)
