"""What past dials teach: the same from any order, close to the truth, silent on too few."""

import math
from itertools import product
from random import Random

import pytest

from app.models.contact_chances import LEAST, Chances, Facts, fit, fit_counts, from_bytes, terms

TRUE = {("em", "18"): -1.0, ("ev", "18"): 0.5, ("em", "60"): 0.4, ("ev", "60"): -0.8}


def _examples(count, seed=3):
    chance = Random(seed)
    for _ in range(count):
        slot, age = chance.choice(list(TRUE))
        yield Facts(slot, age=age), chance.random() < 1 / (1 + math.exp(-TRUE[slot, age]))


def test_the_chances_come_close_to_the_true_ones():
    found = fit(_examples(20_000))
    assert found is not None
    for (slot, age), logit in TRUE.items():
        assert found.chance(Facts(slot, age=age)) == pytest.approx(1 / (1 + math.exp(-logit)), abs=0.02)


def test_the_order_of_the_dials_and_how_they_are_kept_change_nothing():
    known = list(_examples(2_000))
    shuffled = known[:]
    Random(8).shuffle(shuffled)
    first, second = fit(known), fit(shuffled)
    assert first == second == from_bytes(first.to_bytes())
    assert first.dials == 2_000


def test_too_few_dials_teach_nothing():
    assert fit(_examples(LEAST - 1)) is None
    assert fit_counts({}) is None
    assert from_bytes(b"") is None


def test_where_nobody_or_everybody_answers_the_ridge_keeps_chances_inside():
    always = fit_counts({(Facts("ev"), True): 500})
    never = fit_counts({(Facts("ev"), False): 500})
    assert 0.9 < always.chance(Facts("ev")) < 1
    assert 0 < never.chance(Facts("ev")) < 0.1


def test_attempts_without_contact_lower_the_chance():
    counts = {
        (Facts("ev", here=here), met): (60 - 20 * here if met else 100) for here in range(3) for met in (True, False)
    }
    found = fit_counts(counts)
    chances = [found.chance(Facts("ev", here=here)) for here in range(3)]
    assert chances == sorted(chances, reverse=True)


def test_what_is_not_known_of_a_person_adds_nothing():
    assert terms(Facts("nn")) == ("", "slot=nn")
    assert "age=60&slot=nn" in terms(Facts("nn", age="60"))
    assert terms(Facts("nn", here=9, elsewhere=9))[-2:] == ("here=3", "elsewhere=4")
    assert Chances({}, 0).chance(Facts("nn", age="60", institution="H9")) == 0.5


def test_the_fit_agrees_with_another_solver():
    numpy = pytest.importorskip("numpy")
    rows = list(product(("em", "ev"), ("18", "60")))
    counts = {
        (Facts(s, age=a), met): 40 + 13 * place + 29 * met for place, (s, a) in enumerate(rows) for met in (True, False)
    }
    found = fit_counts(counts)
    names = list(found.weights)
    matrix = numpy.array([[name in terms(Facts(s, age=a)) for name in names] for s, a in rows], float)
    tried = numpy.array([counts[Facts(s, age=a), True] + counts[Facts(s, age=a), False] for s, a in rows], float)
    met = numpy.array([counts[Facts(s, age=a), True] for s, a in rows], float)
    weights = numpy.array([found.weights[name] for name in names])
    chance = 1 / (1 + numpy.exp(-matrix @ weights))
    penalty = numpy.array([1e-3 if not name else 20.0 for name in names])
    assert numpy.abs(matrix.T @ (met - tried * chance) - penalty * weights).max() < 1e-3  # the slope is flat there
