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


def test_the_targets_of_a_column_that_run_and_are_late_are_told_without_reading_it_whole():
    text = clocks.text_of(
        (
            Mark(Target.FIRST_RESPONSE, ClockState.MISSED, DUE, DUE, DUE, timedelta(hours=1)),
            Mark(Target.ACCEPT, ClockState.RUNNING, DUE, DUE),
            Mark(Target.RESOLVE, ClockState.RUNNING, DUE + timedelta(days=1), DUE),
            Mark(Target.CALLBACK, ClockState.PAUSED, DUE, DUE),
        )
    )
    assert clocks.late_targets(text, (DUE + timedelta(hours=1)).isoformat()) == ["accept"]
    assert clocks.late_targets(text, (DUE + timedelta(days=2)).isoformat()) == ["accept", "resolve"]
    assert clocks.late_targets(None, DUE.isoformat()) == ["resolve"]
