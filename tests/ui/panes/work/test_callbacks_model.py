from datetime import timedelta
from zoneinfo import ZoneInfo

from app.services import worklists
from app.services.office import Office
from app.ui.panes.work.callbacks_model import CallbackTable
from app.ui.panes.work.words import Words
from tests.desk import NOON

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_the_table_keeps_the_rules_of_qt(office: Office, work, words: Words, qtmodeltester) -> None:
    table = CallbackTable(words)
    table.show_calls(office.ask(worklists.owed_calls))
    qtmodeltester.check(table)


def test_a_call_is_shown_with_everything_to_make_it(office: Office, work, words: Words, qtbot) -> None:
    table = CallbackTable(words)
    table.show_now(NOON, SHANGHAI)
    calls = office.ask(worklists.owed_calls)
    table.show_calls(calls)
    shown = [table.index(0, place).data() for place in range(len(table.columns))]
    number = calls[0].callback.inquiry_number
    assert shown == ["in 1 h", "张三", "138 1234 5678", "Call with the hours", number, "Wang", "Wang"]
    with qtbot.waitSignal(table.dataChanged):
        table.show_now(NOON + timedelta(hours=2), SHANGHAI)
    assert table.index(0, 0).data() == "1 h late"
    assert table.place_of(calls[0].callback.id) == 0
    assert table.place_of(b"") is None
