"""What other things than inquiries say, rule by rule."""

from datetime import UTC, datetime, timedelta

from app.models import figure_facts as rules
from app.models.accounts import OperatorState
from app.models.evaluations import ErrorClass, ErrorFound, Evaluation, SampleKind
from app.models.figure_facts import Said, StateRow
from app.models.findings import FindingState
from app.models.kpi_questions import Question

NOW = datetime(2026, 3, 10, 4, tzinfo=UTC)
H = timedelta(hours=1)


def _told(said: tuple[Said, ...]) -> set[str]:
    return {f"{one.question}.{one.mark} {one.amount}" for one in said}


def test_an_answer_that_was_not_given_is_left_out_of_satisfaction():
    said = _told(rules.of_interview({"solved": "partly", "line_satisfaction": "satisfied"}))
    assert {"solved.missed 1", "satisfied.left_out 1", "line_top.missed 1", "line_two.met 1"} < said
    assert {"line_mean.met 4", "line_mean.missed 1"} < said


def test_a_critical_error_makes_no_points_and_risk_samples_count_nowhere():
    one = Evaluation(b"e", b"c", b"o", b"b", NOW, SampleKind.RANDOM, {"a": 2, "b": 1, "c": None})
    assert {"qa_points.met 3", "qa_points.missed 1", "policy_kept.met 1"} < _told(
        rules.of_evaluation(one, is_first=True)
    )
    error = (ErrorFound(ErrorClass.CUSTOMER),)
    bad = Evaluation(b"e", b"c", b"o", b"b", NOW, SampleKind.RANDOM, {"a": 2}, error)
    assert {"qa_points.missed 2", "qa_clean.missed 1"} < _told(rules.of_evaluation(bad, is_first=True))
    assert _told(rules.of_evaluation(bad, is_first=False)) == {"qa_clean.left_out 1"}


def test_a_finding_that_comes_back_within_ninety_days_recurred():
    times = (NOW + H, NOW)
    again = rules.of_finding(FindingState.CLOSED, times, NOW + 89 * 24 * H, NOW + 99 * 24 * H)
    late = rules.of_finding(FindingState.CLOSED, times, NOW + 91 * 24 * H, NOW + 99 * 24 * H)
    assert [_told(one) for one in (again, late)] == [
        {"finding_on_time.met 1", "recurred.met 1"}, {"finding_on_time.met 1", "recurred.missed 1"},
    ]  # fmt: skip
    assert _told(rules.of_finding(FindingState.UNFOUNDED, times, None, NOW)) == {"finding_on_time.left_out 1"}


def test_states_count_until_the_next_within_the_day_and_not_when_nobody_ended_them():
    rows = [
        StateRow(OperatorState.READY, "", NOW - H),
        StateRow(OperatorState.TALKING, "", NOW + H),
        StateRow(OperatorState.AWAY, "meal", NOW + 2 * H),
        StateRow(OperatorState.SIGNED_OUT, "", NOW + 20 * H),
    ]
    day = (NOW, NOW + 24 * H)
    assert _told(rules.of_shift(rows, day, practiced=True)) == {
        "practiced.met 1", "time_ready.met 3600", "time_talking.met 3600",
    }  # fmt: skip
    assert [seconds for _, seconds in rules.spans(rows, day, NOW + 30 * H)] == [3600, 3600]
    assert rules.of_shift([], day, practiced=True) == ()


def test_a_short_abandon_is_left_out_and_an_answer_has_its_wait():
    second = timedelta(seconds=1)
    assert "call_answered.left_out 1" in _told(rules.of_call(3 * second, False, timedelta()))
    said = _told(rules.of_call(18 * second, True, 90 * second))
    assert said == {"call_answered.met 1", "call_in_15.missed 1", "call_in_20.met 1", "call_wait.met 18",
                    "call_handled.met 90"}  # fmt: skip
    assert "call_answered.missed 1" in _told(rules.of_call(9 * second, False, timedelta()))


def test_what_is_not_due_waits_and_exams_wait_until_they_are_out():
    assert rules.by_time(Question.PROMISE_CALLED, None, NOW + H, NOW).mark == "waiting"
    assert _told(rules.of_sitting(0.8, True, is_out=False)) == {"exam_passed.waiting 1"}
    assert "exam_points.met 80" in _told(rules.of_sitting(0.8, True, is_out=True))
    assert rules.renewed(NOW, [NOW + H]).mark == "missed"


def test_decisions_are_what_saves_miss():
    assert rules.of_saves(10, 2) == (
        Said(Question.SAVED_ALONE, rules.MET, 8),
        Said(Question.SAVED_ALONE, rules.MISSED, 2),
    )
    assert rules.of_saves(1, 0) == (Said(Question.SAVED_ALONE, rules.MET, 1),)
