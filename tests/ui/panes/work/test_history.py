from zoneinfo import ZoneInfo

import pytest

from app.services import inquiries, worklists
from app.services.office import Office
from app.services.worklists import Changed
from app.ui.panes.work.history import HistoryList
from app.ui.panes.work.words import Words
from tests.desk import NOON

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def history(words: Words, qtbot) -> HistoryList:
    made = HistoryList(words)
    qtbot.addWidget(made)
    return made


def _rows(history: HistoryList) -> list[list[str]]:
    model = history.model
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def test_who_changed_what_stands_newest_first(history: HistoryList, office: Office, work) -> None:
    office.do(inquiries.describe, work["Late"], category="complaint", area=None)
    history.show_history(office.ask(worklists.dossier, work["Late"]).history, NOON, SHANGHAI)
    assert _rows(history) == [
        ["today 12:00", "Wang", "Category", "Policy consultation › Immunization › HPV vaccine", "Complaint"],
        ["today 12:00", "Wang", "Made", "", ""],
    ]


def test_the_table_keeps_the_rules_of_qt(history: HistoryList, qtmodeltester) -> None:
    history.show_history(
        [Changed(NOON, "Wang", "area", None, f"Area {number}") for number in range(40)], NOON, SHANGHAI
    )
    qtmodeltester.check(history.model)


def test_a_history_of_thousands_is_paged(history: HistoryList) -> None:
    lines = [Changed(NOON, "Wang", "area", None, f"Area {number}") for number in range(2500)]
    history.show_history(lines, NOON, SHANGHAI)
    while history.model.canFetchMore():
        history.model.fetchMore()
    assert history.model.rowCount() == 2500
    assert history.model.index(0, 4).data() == "Area 2499"
