"""A rung fires once for each promise, whatever happens to the due time, and of those passed only the highest does."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import ladders
from app.models.clocks import ClockState, Mark
from app.models.errors import FieldInvalid, FieldMissing
from app.models.ladders import Ladder, LadderBroken, LadderStep, LaddersTie, Owed, Rung, RungsOutOfOrder, owed, plan
from app.models.policies import Target
from app.models.working_time import WorkingTime

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday
HOUR = timedelta(hours=1)


def _weekday(day: date) -> tuple[tuple[int, int], ...]:
    return ((8 * 60, 16 * 60),) if day.weekday() < 5 else ()


TIME = WorkingTime(UTC, _weekday)


def _ladder(**steps: str) -> Ladder:
    points = {LadderStep(name): (ladders.point(text),) for name, text in steps.items()}
    return Ladder("plain", rungs={Target.RESOLVE: points})


@pytest.mark.parametrize(
    ("written", "hours"),
    [("0", 0), ("-4bh", -4), ("-6bh", -70), ("+4bh", 4), ("+5bh", 21), ("-1bd", -72), ("+1bd", 24), ("-2h", -2)],
)
def test_points_are_counted_in_working_time(written: str, hours: int) -> None:
    at = ladders.point(written).at(NOON, TIME)
    assert at == NOON + timedelta(hours=hours)
    assert str(ladders.point(written)) == written


@pytest.mark.parametrize("text", ["", "4bh", "-", "+same_day", "-0bh", "soon"])
def test_a_point_that_cannot_be_read_is_refused_beside_its_field(text: str) -> None:
    with pytest.raises(FieldInvalid) as refused:
        ladders.point(text, name="resolve.remind")
    assert refused.value.facts["field"] == "resolve.remind"


_RUNGS = [Rung(step, 1, NOON + timedelta(hours=hours)) for step, hours in zip(LadderStep, (-4, 1, 24, 72), strict=True)]
_PROMISE = Owed(Target.RESOLVE, NOON, "first")


def _moved(by: timedelta) -> list[Rung]:
    return [Rung(one.step, one.number, one.at + by) for one in _RUNGS]


def _fired(done: set[str]) -> Callable[[Owed, Rung], bool]:
    def has_fired(_promise: Owed, rung: Rung) -> bool:
        return rung.code in done

    return has_fired


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(-100, 100)), max_size=12))
def test_no_rung_fires_twice_and_none_below_one_that_has(moves: list[tuple[int, int]]) -> None:
    done: list[str] = []
    now = NOON - timedelta(hours=50)
    for passes, moved in moves:
        now += timedelta(hours=passes)
        found = plan([(_PROMISE, _moved(timedelta(hours=moved)))], _fired(set(done)), NOON - 99 * HOUR, now)
        assert len(found.firings) <= 1
        assert found.look_at is None or found.look_at > now
        done += [one.rung.code for one in found.firings]
    order = [f"{step.value}.1" for step in LadderStep]
    assert done == sorted(set(done), key=order.index)


def test_a_weekend_without_the_program_fires_the_highest_rung_alone() -> None:
    found = plan([(_PROMISE, _RUNGS)], _fired(set()), NOON - 99 * HOUR, NOON + timedelta(hours=30))
    assert [one.rung.step for one in found.firings] == [LadderStep.SUPERVISE]
    assert found.look_at == _RUNGS[3].at


def test_a_promise_shorter_than_the_warning_is_not_warned_about() -> None:
    opened = NOON - HOUR
    found = plan([(_PROMISE, _RUNGS)], _fired(set()), opened, NOON - HOUR / 2)
    assert found.firings == ()
    assert found.look_at == _RUNGS[1].at


def test_what_was_passed_before_an_import_brought_it_fires_here_never() -> None:
    came_at = _RUNGS[1].at + HOUR / 2
    at = _RUNGS[2].at
    before = plan([(_PROMISE, _RUNGS)], _fired(set()), NOON - 99 * HOUR, at - HOUR / 4, came_at)
    assert (before.firings, before.look_at) == ((), at)
    found = plan([(_PROMISE, _RUNGS)], _fired(set()), NOON - 99 * HOUR, at, came_at)
    assert [one.rung for one in found.firings] == [_RUNGS[2]]
    late = plan([(_PROMISE, _RUNGS)], _fired(set()), NOON - 99 * HOUR, NOON + 999 * HOUR, NOON + 900 * HOUR)
    assert (late.firings, late.look_at) == ((), None)


def test_only_promises_that_run_are_owed() -> None:
    marks = [
        Mark(Target.ACCEPT, ClockState.MET, NOON, NOON, NOON),
        Mark(Target.RESOLVE, ClockState.RUNNING, NOON + HOUR, NOON),
        Mark(Target.CALLBACK, ClockState.PAUSED, NOON, NOON),
    ]
    assert owed(marks, NOON) == (Owed(Target.RESOLVE, NOON + HOUR, NOON.isoformat()),)
    assert owed((), NOON) == (Owed(Target.RESOLVE, NOON, NOON.isoformat()),)
    assert owed((), None) == ()


def test_a_ladder_is_read_back_as_it_was_written() -> None:
    made = Ladder(
        "hot", "center", _ladder(remind="-4bh", urge="0").rungs, "complaint", "critical", date(2026, 1, 1), None
    )
    assert ladders.from_json(ladders.to_json(made), file="x") == made


def test_the_most_specific_ladder_counts() -> None:
    plain, hot = _ladder(remind="-1h"), Ladder("hot", category="complaint", urgency="critical")
    assert ladders.choose([plain, hot], "complaint.fees", "critical") is hot
    assert ladders.choose([plain, hot], "complaint.fees", "normal") is plain
    assert ladders.choose([hot], "consult", "critical") is None


def test_what_is_wrong_with_a_ladder_is_said_beside_its_field() -> None:
    with pytest.raises(FieldMissing):
        ladders.check(Ladder("empty"), [])
    with pytest.raises(LaddersTie) as tie:
        ladders.check(_ladder(remind="-1h"), [Ladder("other", rungs=_ladder(urge="0").rungs)])
    assert tie.value.facts["other"] == "other"
    with pytest.raises(RungsOutOfOrder) as order:
        ladders.check_order(_ladder(remind="+2bh", urge="0"), NOON, TIME)
    assert order.value.facts["field"] == "resolve.urge"
    ladders.check_order(_ladder(remind="-4bh", urge="0", supervise="+1bd"), NOON, TIME)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"rungs": {"resolve": {"remind": ["soon"]}}}, "$.rungs.resolve.remind[0]"),
        ({"from": "yesterday"}, "$.from"),
        ({"name": ""}, "$.name"),
    ],
)
def test_a_file_that_cannot_be_used_says_where(change: dict[str, object], place: str) -> None:
    table = json.loads(ladders.to_json(_ladder(remind="-1h"))) | change
    with pytest.raises(LadderBroken) as broken:
        ladders.from_json(json.dumps(table), file="ladder.json")
    assert broken.value.facts["place"] == place
