import pytest

from app.models.effort import Effort, day_of, foresee

USUAL = Effort(people=5)
MONTH = [day % 7 in (5, 6) for day in range(42)]


def test_completes_only_grow_and_never_pass_what_could_be_reached():
    found = foresee({"A": 300, "B": 100}, USUAL, MONTH)
    totals = [one.total for one in found]
    assert totals == sorted(totals)
    most = 400 * (1 - USUAL.dead) * USUAL.agree * (1 - (1 - USUAL.contact) ** USUAL.attempts)
    assert totals[-1] == pytest.approx(most)


def test_institutions_share_the_work_by_what_each_has_left():
    last = foresee({"A": 300, "B": 100}, USUAL, MONTH)[0].completes
    assert last["A"] / last["B"] == pytest.approx(3)


def test_nobody_works_longer_than_the_day_has():
    found = foresee({"A": 50_000}, USUAL, MONTH)
    assert all(one.minutes <= 5 * (4.0 if MONTH[one.number - 1] else 3.5) * 60 + 1e-6 for one in found)
    assert len(found) == 42


def test_more_people_are_done_earlier():
    many, few = (foresee({"A": 1000}, Effort(people=people), MONTH) for people in (10, 2))
    assert day_of(many, 300) < day_of(few, 300)


def test_what_cannot_be_reached_has_no_day():
    found = foresee({"A": 100, "B": 10}, USUAL, MONTH)
    assert day_of(found, 60, "A") is not None
    assert day_of(found, 60) is None
    assert day_of(found, 101, "A") is None


def test_every_case_is_tried_as_often_as_the_plan_says_and_not_more():
    nobody = Effort(people=50, contact=0.0, attempts=4)
    found = foresee({"A": 100}, nobody, MONTH)
    assert found[-1].dials == pytest.approx(400)
    assert found[-1].total == 0
    assert len(found) == 4


def test_two_attempts_lie_apart():
    slow = Effort(people=50, contact=0.0, attempts=3, rest=4)
    assert [one.dials for one in foresee({"A": 10}, slow, MONTH)] == pytest.approx([10, 10, 10, 10, 20, 20, 20, 20, 30])
