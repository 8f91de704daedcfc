"""What rises is told with its chance; what only varies is not."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.hot_topics import Rise, chance_of, rise, rising


def test_the_chance_is_that_of_a_poisson_where_the_size_is_large():
    assert chance_of(5, 2.0, 1e7) == pytest.approx(0.052653, abs=1e-5)  # 1 − ppois(4, 2)
    assert chance_of(0, 2.0, 3.0) == 1.0
    assert chance_of(3, 4.0, 2.0) == pytest.approx(1 - 11 / 27, abs=1e-9)  # R: pnbinom(2, 2, mu=4) = 11/27


@settings(max_examples=25)
@given(st.integers(0, 60), st.lists(st.integers(0, 40), min_size=1, max_size=12))
def test_more_is_never_likelier(count, before):
    one, more = rise("x", count, before), rise("x", count + 1, before)
    assert 0 <= more.chance <= one.chance <= 1
    assert one.is_new == (sum(before) == 0)


def test_a_steady_topic_that_trebles_rises_and_a_restless_one_does_not():
    steady = rise("steady", 30, [9, 10, 11, 10, 9, 11, 10, 10])
    restless = rise("restless", 30, [0, 35, 2, 28, 0, 4, 31, 0])
    assert [one.key for one in rising([steady, restless])] == ["steady"]
    assert steady.ratio == pytest.approx(3, abs=0.1)


def test_few_false_alarms_among_many_topics_without_a_change():
    rng = Random(3)
    quiet = [rise(str(one), _draw(rng), [_draw(rng) for _ in range(8)]) for one in range(400)]
    assert len(rising(quiet)) <= 1
    assert rising([*quiet, rise("new", 20, [0] * 8)])[0].key == "new"


def _draw(rng: Random) -> int:
    return sum(rng.random() < 0.1 for _ in range(100))


def test_too_few_say_nothing():
    assert rising([Rise("rare", 3, 0.01, 1e-9)]) == ()
