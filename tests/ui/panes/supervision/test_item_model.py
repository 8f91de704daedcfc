"""Each list has the columns that it needs."""

import pytest

from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.supervision.item_model import ItemTable
from app.ui.panes.supervision.words import Words
from tests.desk import NOON, sign_in


def _filled(wanted: str, jobs: Jobs, words: Words, tester) -> ItemTable:
    made = ItemTable(wanted, jobs, words)
    made.show_now(NOON, NOON.tzinfo)
    made.reload()
    tester.check(made)
    return made


@pytest.mark.parametrize(
    ("wanted", "column", "text"),
    [("returned", "times", "2×"), ("extensions", "asked", "2 days · § 12"), ("late", "state", "Dispatched")],
)
def test_a_list_says_what_makes_it(jobs, desk, words, qtmodeltester, wanted: str, column: str, text: str) -> None:
    table = _filled(wanted, jobs, words, qtmodeltester)
    place = next(at for at, one in enumerate(table.columns) if one.name == column)
    assert str(table.index(0, place).data()).startswith(text)
    assert table.complete


def test_what_is_late_is_red_and_what_comes_is_amber(jobs, desk, words, qtmodeltester) -> None:
    table = _filled("late", jobs, words, qtmodeltester)
    assert table.cells(0)[2].tone == "danger|warning"


def test_who_may_not_see_it_gets_nothing_and_the_reason(jobs, office: Office, desk, words, qtbot) -> None:
    table = ItemTable("late", jobs, words)
    sign_in(office, "wang")
    with qtbot.waitSignal(table.refused):
        table.reload()
    assert table.rowCount() == 0
