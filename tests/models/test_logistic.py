"""Logistic regression finds what made the patterns, and a ridge holds it back."""

import math

import pytest

from app.models.logistic import likeliest, logistic

#: Two kinds of people at two places: how many there are, and how many said yes.
ROWS = [((0,), 200.0, 100.0), ((0, 1), 200.0, 150.0)]


def test_without_a_ridge_the_weights_are_the_logits_of_the_shares():
    base, more = likeliest(ROWS, [0.0, 0.0])
    assert base == pytest.approx(0.0, abs=1e-9)
    assert more == pytest.approx(math.log(3), abs=1e-9)


def test_a_ridge_holds_a_term_back():
    assert 0.1 < likeliest(ROWS, [1e-3, 50.0])[1] < math.log(3) - 0.1


def test_a_term_that_always_comes_true_stays_finite():
    weights = likeliest([((0,), 50.0, 50.0)], [1e-3])
    assert logistic(weights[0]) > 0.99
    assert math.isfinite(weights[0])


def test_the_chance_of_a_logit_never_overflows():
    assert logistic(0) == 0.5
    assert logistic(1e6) == pytest.approx(1.0)
    assert logistic(-1e6) == pytest.approx(0.0)
