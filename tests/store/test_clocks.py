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
    assert clocks.running_of(()) is None
    assert clocks.marks_of(None) == ()


def test_what_runs_is_kept_by_itself_and_tells_what_is_late():
    running = clocks.running_of(
        (
            Mark(Target.FIRST_RESPONSE, ClockState.MISSED, DUE, DUE, DUE, timedelta(hours=1)),
            Mark(Target.ACCEPT, ClockState.RUNNING, DUE, DUE),
            Mark(Target.RESOLVE, ClockState.RUNNING, DUE + timedelta(days=1), DUE),
            Mark(Target.CALLBACK, ClockState.PAUSED, DUE, DUE),
        )
    )
    assert clocks.late_targets((running,), (DUE + timedelta(hours=1)).isoformat()) == {"accept": 1}
    late = clocks.late_targets((running, None, running), (DUE + timedelta(days=2)).isoformat())
    assert late == {"accept": 2, "resolve": 3}
    met = Mark(Target.RESOLVE, ClockState.MET, DUE, DUE, DUE)
    assert clocks.running_of((met,)) == ""
    assert clocks.late_targets(("",), DUE.isoformat()) == {}
