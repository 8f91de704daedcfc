"""A person is weak by errors of calls and exams, or by failing a drill; a topic is from three people on."""

from app.models.weak_topics import Drilled, Miss, WeakSign, failed, weak_topics

A, B, C = b"a", b"b", b"c"


def drilled(topic: str, answers: int, wrong: int, point: str = "k1") -> Drilled:
    return Drilled(topic, topic, point, answers, wrong)


def test_a_drill_is_failed_where_four_in_ten_answers_of_a_topic_were_wrong() -> None:
    found = failed(A, [drilled("x", 3, 2), drilled("x", 2, 0, "k2"), drilled("y", 3, 3), drilled("z", 10, 3)])
    assert found == [Miss(A, "x", "x", "k1", WeakSign.DRILL, 2)]


def test_people_are_counted_once_and_by_what_shows_it() -> None:
    misses = [
        Miss(A, "x", "s", "k1", WeakSign.QUALITY),
        Miss(A, "x", "s", "k2", WeakSign.DRILL, 3),
        Miss(B, "x", "s", "k1", WeakSign.EXAM),
        Miss(C, "y", "t", "k1", WeakSign.EXAM),
    ]
    first, second = weak_topics(misses)
    assert (first.topic, first.people, first.errors, first.point, first.of_team) == ("x", 2, 5, "k2", False)
    assert first.signs == {WeakSign.QUALITY: 1, WeakSign.DRILL: 1, WeakSign.EXAM: 1}
    assert second.topic == "y"
    assert weak_topics([*misses, Miss(C, "x", "s", "k1", WeakSign.EXAM)])[0].of_team
