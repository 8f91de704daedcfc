from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.clocks import Clock, ClockState, Step, StepKind, Term, clocks, kept_by, marks, next_due
from app.models.durations import parse
from app.models.policies import Target
from app.models.working_time import WorkingTime

ZONE = ZoneInfo("Asia/Shanghai")
OFFICE = WorkingTime(ZONE, lambda day: ((480, 720), (840, 1050)) if day.weekday() < 5 else ())


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZONE)


def terms(**durations: str) -> dict[Target, Term]:
    return {Target(name): Term(parse(text), OFFICE, "county@1") for name, text in durations.items()}


def steps(*told: tuple[str, str]) -> list[Step]:
    return [Step(bytes([number]), StepKind(kind), at(when)) for number, (kind, when) in enumerate(told)]


def only(found: Iterable[Clock], target: Target = Target.RESOLVE) -> Clock:
    (clock,) = [one for one in found if one.target is target]
    return clock


def test_a_clock_runs_to_its_due_time_and_is_missed_after_it():
    told = steps(("opened", "03-02 09:00"))
    running = only(clocks(told, terms(resolve="2bd"), at("03-03 09:00")))
    assert (running.state, running.due_at, running.late) == (
        ClockState.RUNNING,
        at("03-04 09:00"),
        -timedelta(hours=7.5),
    )
    missed = only(clocks(told, terms(resolve="2bd"), at("03-04 10:00")))
    assert (missed.state, missed.late) == (ClockState.MISSED, timedelta(hours=1))


def test_a_fulfilled_clock_keeps_its_result_for_ever():
    told = steps(("opened", "03-02 09:00"), ("answered", "03-04 08:30"))
    clock = only(clocks(told, terms(resolve="2bd"), at("09-01 09:00")))
    assert (clock.state, clock.met_at, clock.late) == (ClockState.MET, at("03-04 08:30"), -timedelta(minutes=30))
    assert clock.changed_by == b"\x01"


def test_a_pause_over_lunch_and_night_moves_the_due_time_by_working_time_alone():
    told = steps(("opened", "03-02 09:00"), ("paused", "03-02 11:00"), ("resumed", "03-03 09:00"))
    clock = only(clocks(told, terms(resolve="8bh"), at("03-03 09:30")))
    assert clock.paused == timedelta(hours=1 + 3.5 + 1)
    assert (clock.original_due_at, clock.due_at) == (at("03-03 09:30"), at("03-03 17:00"))


def test_a_pause_that_lasts_moves_the_due_time_as_time_goes():
    told = steps(("opened", "03-02 09:00"), ("paused", "03-02 10:00"))
    clock = only(clocks(told, terms(resolve="4bh"), at("03-02 11:00")))
    assert (clock.state, clock.due_at) == (ClockState.PAUSED, at("03-02 16:00"))


def test_clocks_of_the_first_answer_do_not_stop_while_the_caller_is_waited_for():
    told = steps(("opened", "03-02 09:00"), ("paused", "03-02 09:30"))
    clock = only(clocks(told, terms(first_response="1bh"), at("03-02 10:30")), Target.FIRST_RESPONSE)
    assert clock.state is ClockState.MISSED


def test_only_a_real_contact_is_a_first_response():
    told = steps(("opened", "03-02 09:00"), ("accepted", "03-02 09:30"), ("responded", "03-02 10:00"))
    clock = only(clocks(told, terms(first_response="1bd"), at("03-03 09:00")), Target.FIRST_RESPONSE)
    assert clock.met_at == at("03-02 10:00")


def test_every_dispatch_has_its_own_clock_of_acceptance():
    told = steps(
        ("opened", "03-02 09:00"),
        ("dispatched", "03-02 09:10"),
        ("returned", "03-03 09:00"),
        ("dispatched", "03-03 10:00"),
    )
    found = [one for one in clocks(told, terms(accept="1bd"), at("03-03 11:00")) if one.target is Target.ACCEPT]
    assert [one.state for one in found] == [ClockState.MET, ClockState.MET, ClockState.RUNNING]
    assert [one.started_by for one in found] == [StepKind.DISPATCHED, StepKind.RETURNED, StepKind.DISPATCHED]


def test_a_return_has_its_own_clock_until_it_is_dispatched_again():
    told = steps(("opened", "03-02 09:00"), ("dispatched", "03-02 09:10"), ("returned", "03-02 10:00"))
    mine = [one for one in clocks(told, terms(accept="4bh"), at("03-03 10:00")) if one.target is Target.ACCEPT][-1]
    assert (mine.started_at, mine.due_at, mine.state) == (at("03-02 10:00"), at("03-02 16:00"), ClockState.MISSED)


def test_a_due_time_set_by_hand_keeps_what_was_promised_beside_it():
    sent = Step(b"d", StepKind.DISPATCHED, at("03-02 09:05"), due_at=at("03-06 12:00"))
    by_hand = only(clocks([*steps(("opened", "03-02 09:00")), sent], terms(resolve="2bd"), at("03-05 09:00")))
    assert (by_hand.original_due_at, by_hand.due_at, by_hand.extended) == (at("03-04 09:00"), at("03-06 12:00"), False)
    back = Step(b"e", StepKind.DUE_SET, at("03-02 10:00"))
    again = only(clocks([*steps(("opened", "03-02 09:00")), sent, back], terms(resolve="2bd"), at("03-02 11:00")))
    assert (again.due_at, again.changed_by) == (at("03-04 09:00"), b"e")


def test_what_a_merge_ended_runs_again_when_it_is_taken_apart_and_nothing_else_does():
    told = steps(
        ("opened", "03-02 09:00"),
        ("dispatched", "03-02 09:10"),
        ("dispatched", "03-02 09:20"),
        ("merged", "03-02 10:00"),
        ("separated", "03-02 11:00"),
    )
    found = clocks(told, terms(resolve="1bd", accept="1bd"), at("03-02 11:30"))
    states = [(one.target, one.state) for one in found]
    assert states == [
        (Target.RESOLVE, ClockState.RUNNING),
        (Target.ACCEPT, ClockState.VOID),
        (Target.ACCEPT, ClockState.RUNNING),
    ]


def test_what_was_kept_with_a_step_stands_whatever_the_calendar_says_now():
    told = steps(
        ("opened", "03-02 09:00"), ("paused", "03-02 10:00"), ("resumed", "03-02 16:00"), ("answered", "03-04 16:30")
    )
    made = clocks(told, terms(resolve="2bd"), at("03-04 16:30"))
    kept = [replace(one, **dict(zip(("kept_due", "kept_late"), kept_by(made, one.id), strict=True))) for one in told]
    due = {Target.RESOLVE: at("03-04 09:00")}
    kept[0] = replace(kept[0], kept_due=due)
    kept[2] = replace(kept[2], kept_due={Target.RESOLVE: at("03-04 14:00")})
    never = Term(parse("5bh"), WorkingTime(ZONE, lambda day: ((0, 60),)), "county@1")
    clock = only(clocks(kept, {Target.RESOLVE: never}, at("09-01 09:00")))
    assert (clock.original_due_at, clock.due_at) == (due[Target.RESOLVE], at("03-04 14:00"))
    assert (clock.state, clock.late) == (ClockState.MISSED, only(made).late)


def test_a_list_shows_the_latest_clock_of_each_target_and_the_next_due_time():
    told = steps(("opened", "03-02 09:00"), ("dispatched", "03-02 09:10"), ("paused", "03-02 09:30"))
    made = clocks(told, terms(resolve="1bd", accept="4bh", first_response="1bh"), at("03-02 09:30"))
    shown = {one.target: one for one in marks(made)}
    assert {target.value: one.state for target, one in shown.items()} == {
        "first_response": ClockState.RUNNING,
        "accept": ClockState.RUNNING,
        "resolve": ClockState.PAUSED,
    }
    assert next_due(made) == at("03-02 10:00")
    assert shown[Target.FIRST_RESPONSE].state_at(at("03-02 10:01")) is ClockState.MISSED
    assert shown[Target.RESOLVE].state_at(at("03-09 10:01")) is ClockState.PAUSED


def test_a_dispatch_that_is_sent_on_unanswered_owes_nothing():
    told = steps(("opened", "03-02 09:00"), ("dispatched", "03-02 09:10"), ("dispatched", "03-02 09:20"))
    found = clocks(told, terms(accept="1bd"), at("03-02 11:00"))
    assert [one.state for one in found] == [ClockState.VOID, ClockState.RUNNING]


def test_reopening_and_redo_start_a_new_clock_and_leave_the_first_close_alone():
    told = steps(
        ("opened", "03-02 09:00"), ("closed", "03-02 10:00"), ("reopened", "03-04 09:00"), ("answered", "03-04 11:00")
    )
    first, second = clocks(told, terms(resolve="1bd"), at("03-10 09:00"))
    assert (first.met_at, first.state) == (at("03-02 10:00"), ClockState.MET)
    assert (second.started_at, second.due_at, second.met_at) == (
        at("03-04 09:00"),
        at("03-05 09:00"),
        at("03-04 11:00"),
    )


def test_a_call_back_is_owed_once_after_the_answer():
    told = steps(("opened", "03-02 09:00"), ("answered", "03-02 10:00"), ("closed", "03-02 16:00"))
    clock = only(clocks(told, terms(callback="1bd"), at("03-03 09:00")), Target.CALLBACK)
    assert (clock.state, clock.due_at) == (ClockState.RUNNING, at("03-03 10:00"))
    called = only(
        clocks([*told, Step(b"c", StepKind.CALLED_BACK, at("03-03 09:30"))], terms(callback="1bd"), at("03-04 09:00")),
        Target.CALLBACK,
    )
    assert called.state is ClockState.MET


def test_an_extension_keeps_both_due_times():
    extended = Step(b"x", StepKind.EXTENDED, at("03-03 09:00"), due_at=at("03-09 09:00"))
    clock = only(clocks([*steps(("opened", "03-02 09:00")), extended], terms(resolve="2bd"), at("03-05 09:00")))
    assert (clock.original_due_at, clock.due_at, clock.extended) == (at("03-04 09:00"), at("03-09 09:00"), True)
    assert clock.state is ClockState.RUNNING


def test_what_is_cancelled_or_merged_owes_nothing_any_more():
    told = steps(("opened", "03-02 09:00"), ("merged", "03-02 10:00"))
    found = clocks(told, terms(resolve="1bd", first_response="1bh"), at("03-09 09:00"))
    assert {one.state for one in found} == {ClockState.VOID}


def test_the_clock_of_an_e_mail_runs_through_the_night():
    told = steps(("opened", "03-06 18:00"), ("acknowledged", "03-07 19:00"))
    clock = only(clocks(told, terms(acknowledge="24h"), at("03-09 09:00")), Target.ACKNOWLEDGE)
    assert (clock.state, clock.late) == (ClockState.MISSED, timedelta(hours=1))


stretches = st.lists(st.integers(1, 60 * 24 * 5), min_size=1, max_size=8)


@given(st.integers(0, 60 * 24 * 7), stretches, st.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_pauses_move_the_due_time_by_exactly_the_working_time_paused(start: int, lengths: list[int], hours: int):
    opened = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=start)
    told, moment = [Step(b"o", StepKind.OPENED, opened)], opened
    paused = timedelta()
    for number, length in enumerate(lengths):
        before, moment = moment, moment + timedelta(minutes=length)
        if number % 2:
            paused += OFFICE.elapsed(before, moment)
        told.append(Step(b"s", StepKind.RESUMED if number % 2 else StepKind.PAUSED, moment))
    clock = only(clocks(told, terms(resolve=f"{hours}bh"), moment))
    assert clock.paused == paused
    assert OFFICE.elapsed(clock.original_due_at, clock.due_at) == paused
    assert clock.original_due_at == OFFICE.due(opened, parse(f"{hours}bh"))
