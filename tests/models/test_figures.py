"""What an inquiry says to the questions of the KPIs, rule by rule, and figures that hide small groups."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.clocks import ClockState, Mark
from app.models.figures import Figure, InquiryFacts, figure, observe, suppressed
from app.models.inquiries import EventKind, InquiryEvent, State
from app.models.kpi_questions import Question
from app.models.kpis import FigureMark, RowSet
from app.models.policies import Target
from app.services.kpis import shipped

NOW = datetime(2026, 3, 10, 4, tzinfo=UTC)
OPENED = NOW - timedelta(days=1)
FACTS = InquiryFacts(State.NEW, OPENED, date(2026, 3, 9), "consult.immunization", caller=b"c")
H = timedelta(hours=1)


def _event(kind: EventKind, state: State | None = None, unit: str = "U1", **clocks: object) -> InquiryEvent:
    reason = "not_our_duty" if kind is EventKind.RETURNED else None
    nothing = (None, None, state, unit, reason, None, None, None)
    return InquiryEvent(b"e", b"i", kind, OPENED, *nothing, clocks=clocks)  # type: ignore[arg-type]


def _said(facts: InquiryFacts, question: Question) -> str:
    return observe(facts, NOW)[question].value


def _clock(target: Target, due_h: int, **more: object) -> Mark:
    due = NOW + due_h * H
    return Mark(target, ClockState.RUNNING, due, due, **more)  # type: ignore[arg-type]


def test_an_answer_on_the_line_is_direct_and_one_of_a_former_system_unknown():
    assert _said(replace(FACTS, answered=True), Question.DIRECT) == "met"
    assert _said(FACTS, Question.DIRECT) == "missed"
    assert _said(replace(FACTS, imported=True), Question.DIRECT) == "left_out"
    assert _said(replace(FACTS, answered=True, mode="script"), Question.SCRIPTED) == "met"
    assert _said(replace(FACTS, answered=True), Question.SCRIPTED) == "missed"


def test_a_canceled_inquiry_says_only_that_it_was_taken():
    seen = observe(replace(FACTS, state=State.CANCELLED, due_at=NOW - H), NOW)
    assert seen[Question.TAKEN] is FigureMark.MET
    assert seen[Question.ON_TIME] is FigureMark.LEFT_OUT
    assert seen[Question.ROUTED] is FigureMark.NONE


def test_what_another_center_took_from_its_caller_is_taken_once():
    seen = observe(replace(FACTS, came_over=True, due_at=NOW + H, closed_at=NOW, state=State.CLOSED), NOW)
    assert seen[Question.TAKEN] is FigureMark.NONE
    assert (seen[Question.DIRECT], seen[Question.CONTACTED]) == (FigureMark.LEFT_OUT, FigureMark.LEFT_OUT)
    assert seen[Question.ON_TIME] is FigureMark.MET


def test_a_promise_waits_until_it_is_due_and_is_then_missed_by_itself():
    waiting = replace(FACTS, due_at=NOW + H)
    seen = observe(waiting, NOW)
    assert (seen[Question.ON_TIME], seen.looks_at) == (FigureMark.WAITING, NOW + H)
    assert observe(waiting, NOW + 2 * H)[Question.ON_TIME] is FigureMark.MISSED


def test_the_first_result_of_a_promise_counts_whatever_comes_after_it():
    first = _event(EventKind.ANSWERED, late={"resolve": -60})
    again = [_event(EventKind.REDO), _event(EventKind.ANSWERED, late={"resolve": 999})]
    facts = replace(FACTS, clocks=(_clock(Target.RESOLVE, -1),), events=(first, *again))
    assert _said(facts, Question.ON_TIME) == "met"
    assert _said(facts, Question.HELD) == "missed"


def test_an_extension_counts_only_where_extensions_count():
    met_at = NOW - H
    mark = Mark(Target.RESOLVE, ClockState.MET, NOW, NOW - 2 * H, met_at, -H, extended=True)
    facts = replace(FACTS, clocks=(mark,))
    assert [_said(facts, one) for one in (Question.ON_TIME, Question.ON_FIRST_TIME)] == ["met", "missed"]


def test_a_pause_waits_without_an_end():
    paused = Mark(Target.ACCEPT, ClockState.PAUSED, NOW - H, NOW - H)
    assert _said(replace(FACTS, clocks=(paused,)), Question.ACCEPTED) == "waiting"


def test_a_unit_that_gives_back_was_the_wrong_one():
    sent, back = _event(EventKind.DISPATCHED, State.DISPATCHED), _event(EventKind.RETURNED, State.RETURNED)
    taken = _event(EventKind.ACCEPTED, State.ACCEPTED)
    for events, routed, kept in (
        ((sent,), "waiting", "met"), ((sent, back), "missed", "missed"), ((sent, taken), "met", "met"),
        ((), "none", "none"),
    ):  # fmt: skip
        facts = replace(FACTS, events=events)
        assert (_said(facts, Question.ROUTED), _said(facts, Question.KEPT)) == (routed, kept)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"caller": None}, "left_out"),
        ({"repeat_at": NOW}, "missed"),
        ({"state": State.CLOSED, "contradicted": True}, "missed"),
        ({}, "waiting"),
        ({"opened_at": NOW - timedelta(days=8)}, "waiting"),
        ({"opened_at": NOW - timedelta(days=8), "state": State.CLOSED}, "met"),
        ({"events": (_event(EventKind.REOPENED),)}, "missed"),
    ],
)
def test_a_first_contact_resolves_when_a_week_passes_without_another(changes, said):
    assert _said(replace(FACTS, **changes), Question.FIRST_CONTACT) == said


def test_a_consultation_without_a_promise_counts_by_the_day():
    closed = replace(FACTS, closed_on=FACTS.day)
    assert _said(closed, Question.SAME_DAY) == "met"
    assert _said(replace(closed, closed_on=date(2026, 3, 10)), Question.SAME_DAY) == "missed"
    assert _said(replace(closed, category="complaint.fees"), Question.SAME_DAY) == "none"


def test_real_contact_is_talking_or_writing_never_a_click():
    assert _said(replace(FACTS, events=(_event(EventKind.STARTED),)), Question.CONTACTED) == "missed"
    assert _said(replace(FACTS, events=(_event(EventKind.NOTE, answered="x"),)), Question.CONTACTED) == "met"


def test_a_figure_pools_and_tells_what_it_leaves_out():
    counts = {RowSet(Question.DIRECT, mark): count for mark, count in zip(FigureMark, (6, 2, 0, 3), strict=False)}
    found = figure(shipped()["direct_answer"], counts)
    assert (found.numerator, found.denominator, found.share) == (6, 8, 0.75)
    assert list(found.excluded.values()) == [3]
    assert figure(shipped()["direct_answer"], {}).share is None


def test_a_single_small_group_takes_the_next_smallest_with_it():
    cells = {"a": Figure(1, 2), "b": Figure(5, 9), "c": Figure(50, 90), "d": Figure(0, 0)}
    hidden = suppressed(cells)
    assert {key: one.hidden for key, one in hidden.items()} == {"a": True, "b": True, "c": False, "d": False}
    two = suppressed({"a": Figure(1, 2), "b": Figure(1, 3), "c": Figure(5, 9)})
    assert [one.hidden for one in two.values()] == [True, True, False]
    few = suppressed({"a": Figure(1, 1), "b": Figure(1, 2), "c": Figure(5, 9)})
    assert [one.hidden for one in few.values()] == [True, True, True]  # three people together are few too


@given(st.lists(st.integers(0, 12), max_size=8))
def test_the_total_less_what_is_told_is_never_a_small_group(sizes: list[int]) -> None:
    found = suppressed({str(place): Figure(0, size) for place, size in enumerate(sizes)})
    gone = [size for size, one in zip(sizes, found.values(), strict=True) if one.hidden]
    small, told = [size for size in sizes if 0 < size < 5], sum(sizes) - sum(gone)
    assert len(gone) >= len(small)
    assert not gone or told == 0 or (len(gone) > 1 and sum(gone) >= 5)
    assert bool(gone) is bool(small)
