from datetime import UTC, datetime, timedelta

from app.models.clocks import ClockState, Mark
from app.models.policies import Target
from app.store import clocks

DUE = datetime(2026, 3, 4, 9, tzinfo=UTC)


def test_marks_come_back_as_they_were_kept():
    kept = (
        Mark(Target.ACCEPT, ClockState.RUNNING, DUE, DUE),
        Mark(Target.RESOLVE, ClockState.MISSED, DUE, DUE - timedelta(days=1), DUE, timedelta(seconds=-90), True),
    )
    assert clocks.marks_of(clocks.text_of(kept)) == kept


def test_an_inquiry_without_clocks_keeps_nothing():
    assert clocks.text_of(()) is None
    assert clocks.marks_of(None) == ()
