"""Shifts stand day by day in the zone of the center."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from pytestqt.modeltest import ModelTester

from app.models.accounts import OperatorState
from app.services.time_ledger import Shift
from app.ui.kit import languages
from app.ui.panes.reports.shift_table import ShiftTable, reasons_of

AT = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)


def test_a_shift_tells_from_when_to_when_and_why_away(qapp, qtmodeltester: ModelTester) -> None:
    languages.of_app().use("en")
    seconds = {OperatorState.READY: 3600.0, OperatorState.AWAY: 660.0}
    away = {"meal": 600.0, "": 60.0}
    made = ShiftTable()
    one = Shift(b"p", "Wang", date(2026, 3, 2), AT, AT + timedelta(hours=8), seconds, away)
    made.show_shifts([one], ZoneInfo("Asia/Shanghai"))
    qtmodeltester.check(made)
    told = [made.index(0, column).data() for column in range(11)]
    assert told[:5] == ["2026-03-02", "Wang", "08:30", "16:30", "1:00:00"]
    assert told[-1] == reasons_of(away)
    assert told[-1].endswith("– 0:01:00")
