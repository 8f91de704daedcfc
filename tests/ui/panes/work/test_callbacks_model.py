from datetime import timedelta
from zoneinfo import ZoneInfo

from app.models.callbacks import Callback, CallbackReason
from app.services import worklists
from app.services.office import Office
from app.services.worklists import OwedCall
from app.ui.panes.work.callbacks_model import CallbackTable
from app.ui.panes.work.words import Words
from tests.desk import NOON

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_the_table_keeps_the_rules_of_qt(office: Office, work, words: Words, qtmodeltester) -> None:
    table = CallbackTable(words)
    table.show_calls(office.ask(worklists.owed_calls))
    qtmodeltester.check(table)


def test_a_call_that_nobody_promised_says_why_it_is_owed_and_that_nobody_gave_a_name(words: Words) -> None:
    table = CallbackTable(words)
    missed = Callback(b"1", CallbackReason.MISSED, "+8613705310086", NOON, None, None, None, None, None, None)
    table.show_calls([OwedCall(missed, "137 0531 0086", "", "")])
    assert (table.index(0, 1).data(), table.index(0, 3).data()) == ("No name given", "Missed call")


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
