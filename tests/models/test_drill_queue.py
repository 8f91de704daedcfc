"""The queue of a day: in the order of the reasons, within its limits, topics mixed."""

from datetime import date, timedelta

from app.models.drill_queue import Candidate, DrillReason, Spent, mixed, queue, urgency, weight_of
from app.models.drills import Memory, NeedSource, PointRisk

MONDAY = date(2026, 3, 2)
OLD = Memory(5.0, 5.0, MONDAY - timedelta(days=10), 5)
FRESH = Memory(50.0, 5.0, MONDAY - timedelta(days=10), 50)


def card(point: str, topic: str = "a", **values: object) -> Candidate:
    return Candidate("script", point, topic, PointRisk.NORMAL, **{"weight": 1.0, **values})  # type: ignore[arg-type]


def test_what_was_forgotten_goes_first_and_what_is_new_last() -> None:
    cards = [
        card("new", "a"),
        card("fresh", "b", memory=FRESH),
        card("old", "c", memory=OLD),
        card("changed", "d", memory=FRESH, changed=True),
        card("qa", "e", memory=FRESH, wanted=NeedSource.QA),
        card("lapsed", "f", memory=OLD, lapsed=True, changed=True),
    ]
    found = queue(cards, MONDAY, Spent())
    assert [one.point for one in found] == ["lapsed", "qa", "changed", "old", "fresh", "new"]
    assert [one.reason for one in found][:3] == [DrillReason.LAPSED, DrillReason.WANTED, DrillReason.CHANGED]


def test_a_day_has_fifteen_questions_five_new_ones_and_ten_minutes() -> None:
    new = [card(f"n{number}", str(number)) for number in range(9)]
    due = [card(f"d{number}", str(number), memory=OLD) for number in range(30)]
    assert len(queue(new, MONDAY, Spent())) == 5
    assert len(queue(new, MONDAY, Spent(3, 0, 3))) == 2
    assert len(queue([*new, *due], MONDAY, Spent())) == 15
    assert len(queue(due, MONDAY, Spent(12))) == 3
    assert queue(due, MONDAY, Spent(4, 600_000)) == ()


def test_no_more_than_two_of_a_topic_in_a_row_while_others_wait() -> None:
    found = mixed([card(str(number), "a") for number in range(4)] + [card("x", "b"), card("y", "b")])
    assert "".join(one.topic for one in found) == "aabaab"
    assert "".join(one.topic for one in mixed([card(str(number)) for number in range(3)])) == "aaa"


def test_a_queue_that_is_made_anew_goes_on_from_what_was_answered_last() -> None:
    cards = [card("1", "a", memory=OLD), card("2", "a", memory=OLD), card("3", "b", memory=FRESH)]
    assert "".join(one.topic for one in queue(cards, MONDAY, Spent())) == "aab"
    assert "".join(one.topic for one in queue(cards, MONDAY, Spent(), before=("a", "a"))) == "baa"
    assert "".join(one.topic for one in queue(cards, MONDAY, Spent(), before=("c", "a"))) == "aba"


def test_what_callers_ask_often_and_what_is_critical_is_more_pressing() -> None:
    assert weight_of(critical=True, share=0.0) == 3.0
    assert weight_of(critical=False, share=5.0) > weight_of(critical=False, share=1.0) > 1.0
    assert urgency(card("a", memory=OLD, weight=2.0), MONDAY) == 2 * urgency(card("a", memory=OLD), MONDAY)
    assert urgency(card("a"), MONDAY) == 1.0


def test_a_weak_topic_presses_more_and_what_is_not_due_comes_before_what_is_new() -> None:
    cards = [
        card("new", "a"),
        card("ahead", "b", memory=FRESH, weak=True),
        card("other", "c", memory=OLD, weight=1.5),
        card("mine", "b", memory=OLD),
    ]
    assert [one.point for one in queue(cards, MONDAY, Spent())] == ["other", "mine", "ahead", "new"]
    found = queue(cards, MONDAY, Spent(), ["b"])
    assert [(one.point, one.reason) for one in found][1:3] == [
        ("other", DrillReason.DUE),
        ("ahead", DrillReason.WEAK),
    ]
