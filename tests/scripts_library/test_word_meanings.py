"""What words mean: similar words have similar rows, and what nobody knows means nothing."""

from operator import mul

import pytest

from app.scripts_library.tokens import stem
from app.scripts_library.word_meanings import NUMBERS, meaning_of, row_of


def alike(one: str, other: str) -> float:
    """The cosine of two words."""
    return sum(map(mul, meaning_of({stem(one): 1.0}), meaning_of({stem(other): 1.0})))


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [("doctor", "physician", "parking"), ("invoice", "bill", "fever"), ("pregnant", "maternity", "password")],
)
def test_words_that_are_said_of_the_same_things_lie_near_each_other(word: str, near: str, far: str) -> None:
    assert alike(word, near) > 2 * abs(alike(word, far))
    assert alike(word, near) > 0.3


def test_every_stem_has_a_row_of_its_own() -> None:
    assert len(row_of("vaccin")) == NUMBERS
    assert row_of("vaccin") != row_of("covid")
    assert row_of("the")
    assert all(-7 <= one <= 7 for one in row_of("the"))


def test_words_together_mean_what_the_heavier_one_means() -> None:
    both = meaning_of({"physician": 3.0, "park": 1.0})
    assert sum(map(mul, both, both)) == pytest.approx(1)
    assert sum(map(mul, both, meaning_of({"physician": 1.0}))) > sum(map(mul, both, meaning_of({"park": 1.0})))


def test_what_nobody_knows_means_nothing() -> None:
    assert row_of("qzxv") == ()
    assert meaning_of({"qzxv": 1.0}) == meaning_of({}) == []
    assert meaning_of({"qzxv": 1.0, "fever": 2.0}) == meaning_of({"fever": 1.0})
