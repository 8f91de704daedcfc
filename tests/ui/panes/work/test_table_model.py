from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from app.models.inquiries import State
from app.services import inquiries, wording, worklists
from app.services.office import Office
from app.services.worklists import Listing
from app.ui.kit import theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_delegate import _PAD
from app.ui.panes.work.table_model import InquiryTable
from app.ui.panes.work.words import Words
from tests.desk import NOON, sign_in
from tests.fakes import LateExecutor

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def table(jobs: Jobs, work: dict[str, bytes], words: Words) -> InquiryTable:
    made = InquiryTable(jobs, words)
    made.show_now(NOON, SHANGHAI)
    made.show_listing(Listing())
    return made


def _texts(table: InquiryTable, name: str) -> list[str]:
    place = [column.name for column in table.columns].index(name)
    return [table.index(row, place).data() for row in range(table.rowCount())]


@pytest.mark.parametrize("listing", [Listing(), Listing(text="zzz"), Listing(mine=False, open_only=False)])
def test_the_table_keeps_the_rules_of_qt(qtmodeltester, table: InquiryTable, listing: Listing) -> None:
    table.show_listing(listing)
    qtmodeltester.check(table)


def test_rows_are_shown_in_words(table: InquiryTable) -> None:
    assert _texts(table, "summary") == ["Call", "Next week", "Tomorrow", "Tonight", "Late"]
    assert _texts(table, "state")[1:] == ["Dispatched"] * 4
    assert _texts(table, "due") == [
        "Resolve in 1 h",
        "Accept tomorrow 14:00 · Resolve Sun 12:00",
        "Resolve tomorrow 08:00 · Accept tomorrow 14:00",
        "Resolve in 5 h · Accept tomorrow 14:00",
        "Resolve 2 h late · Accept tomorrow 14:00",
    ]
    assert _texts(table, "caller")[0] == "张三"
    assert _texts(table, "unit")[1] == "County Hospital"
    assert _texts(table, "urgency") == [""] * 5
    assert _texts(table, "owner")[0] == "Wang"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_words_of_every_state_have_room_in_their_column(table: InquiryTable, language: str) -> None:
    column = next(one for one in table.columns if one.name == "state")
    metrics = QFontMetrics(theme.of_app().font("small"))
    wide = {state: metrics.horizontalAdvance(wording.label("inquiry_state", state, language)) for state in State}
    assert {state: width for state, width in wide.items() if width + 4 * _PAD > column.width} == {}


def test_tips_hold_what_the_cell_has_no_room_for(table: InquiryTable) -> None:
    names = [column.name for column in table.columns]
    tip = Qt.ItemDataRole.ToolTipRole
    assert table.index(4, names.index("due")).data(tip).startswith("Resolve 2 h late; due 2026-03-02 Mon 10:00")
    assert " › " in table.index(4, names.index("category")).data(tip)
    assert table.index(4, names.index("summary")).data(tip) == "Late"


def test_a_changed_inquiry_is_replaced_where_it_stands(office: Office, table: InquiryTable, work) -> None:
    office.do(inquiries.move, work["Tonight"], State.CLOSED, note="Told")
    table.replace_lines(office.ask(worklists.lines, [work["Tonight"]]))
    assert _texts(table, "state")[3] == "Closed"
    assert table.place_of(work["Tonight"]) == 3
    assert table.place_of(work["Answered"]) is None


def test_times_go_on_by_the_minute(table: InquiryTable, qtbot) -> None:
    with qtbot.waitSignal(table.dataChanged):
        table.show_now(NOON + timedelta(hours=1), SHANGHAI)
    assert _texts(table, "due")[3] == "Resolve in 4 h · Accept tomorrow 14:00"
    with qtbot.assertNotEmitted(table.dataChanged):
        table.show_now(NOON + timedelta(hours=1, seconds=9), SHANGHAI)


def test_a_refused_page_is_told_and_leaves_an_empty_list(office: Office, jobs: Jobs, words: Words, qtbot) -> None:
    sign_in(office, "admin")
    table = InquiryTable(jobs, words)
    with qtbot.waitSignal(table.refused):
        table.show_listing(Listing())
    assert (table.rowCount(), table.complete) == (0, True)


def test_the_newest_question_wins_on_reader_threads(office: Office, work, words: Words, qapp) -> None:
    executor = LateExecutor()
    jobs = Jobs(office, executor=executor)
    table = InquiryTable(jobs, words)
    table.show_listing(Listing(text="late"))
    table.show_listing(Listing(text="tonight"))
    assert table.rowCount() == 0
    executor.answer()
    assert [line.row.summary for line in table.lines()] == ["Tonight"]
    jobs.close()
