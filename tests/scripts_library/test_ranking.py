from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library import ranking
from app.scripts_library.tokens import fold, runs

NUMBERS = st.lists(st.integers(0, 20), max_size=12, unique=True)


def profile(*phrases: str) -> ranking.Profile:
    return ranking.profile_of(runs(fold(phrase)) for phrase in phrases)


def told(query: str) -> dict[str, float]:
    return dict.fromkeys(ranking.features_of(runs(fold(query))), 1.0)


def fit(query: dict[str, float], one: ranking.Profile) -> float:
    return ranking.fit(query, one.table(), one.length, 20)


def test_the_best_phrase_counts_and_the_others_vote():
    total, best = ranking.vote([(11, 1, 8.0), (21, 2, 7.0), (22, 2, 7.0), (12, 1, 2.0)])
    assert total == {1: pytest.approx(8.3), 2: pytest.approx(8.05)}
    assert best == {1: 11, 2: 21}


def test_features_are_words_neighbors_and_letters():
    features = ranking.features_of(runs("flu shot 疫苗"))
    assert features["flu"] == ranking.WORD
    assert features["flu shot"] == ranking.NEIGHBORS
    assert features["~flu"] == ranking.LETTERS
    assert features["疫苗"] == ranking.WORD


def test_a_script_fits_the_better_the_more_it_says_of_the_query():
    query = told("flu vaccine for children")
    near = fit(query, profile("flu vaccine for kids", "children and flu"))
    far = fit(query, profile("opening hours for visitors"))
    assert near > far > 0
    assert fit(query, profile("xyz")) == 0


def test_common_words_count_the_more_the_more_phrasings_there_are():
    weights = [ranking.common_weight(phrases, 100) for phrases in (0, 100, 400, 3000)]
    assert weights == sorted(weights)
    assert weights[0] == 0.3
    assert ranking.common_weight(0, 0) == 0.3
    assert ranking.is_common("what do")
    assert ranking.is_common("的")
    assert not ranking.is_common("what flu")


def test_short_phrases_score_higher():
    assert ranking.shortness(3, 6.0) > 1 > ranking.shortness(12, 6.0)
    assert ranking.shortness(3, 0.0) > 0


def test_the_share_that_is_covered_is_between_nothing_and_all():
    assert ranking.covered(told("flu vaccine"), profile("flu vaccine").table()) == pytest.approx(1)
    assert ranking.covered(told("flu"), profile("xyz").table()) == 0
    assert ranking.covered({}, profile("xyz").table()) == 0


def test_of_an_unfinished_word_the_meaning_that_is_there_counts_whole():
    query = {"vaccin": 2.0, "record": 1.8, "receipt": 1.8, "recent": 1.8}
    choices = [("record", "receipt", "recent")]
    assert ranking.covered(query, profile("vaccine record").table(), choices) == pytest.approx(1)
    assert ranking.covered(query, profile("vaccine price").table(), choices) == pytest.approx(2 / 3.8)
    assert ranking.covered(query, profile("vaccine record").table()) < 0.6


def test_long_queries_trust_the_script_as_a_whole():
    by_phrase, by_script = {1: 10.0, 2: 8.0}, {1: 2.0, 2: 10.0}
    short = ranking.fuse(by_phrase, by_script, words=1)
    long = ranking.fuse(by_phrase, by_script, words=8)
    assert short[1] > short[2]
    assert long[2] > long[1]
    assert ranking.fuse({}, {}, words=3) == {}


@given(NUMBERS, NUMBERS)
def test_interleaving_keeps_everything_once(first: list[int], second: list[int]):
    mixed = ranking.interleave(first, second)
    assert sorted(mixed) == sorted({*first, *second})
    assert mixed[:1] == (first or second)[:1]


def test_use_moves_a_script_up_a_little_and_no_use_nothing():
    assert ranking.with_use([1, 2, 3], {}) == [1, 2, 3]
    assert ranking.with_use([1, 2, 3], {3: 100.0, 1: 1.0}) == [3, 1, 2]
    assert ranking.with_use([1, 2], {1: 0.0}) == [1, 2]


def test_old_use_counts_half_after_ninety_days():
    assert ranking.decayed([0.0, 90.0, 180.0]) == pytest.approx(1.75)


def test_a_profile_has_each_weight_once_in_an_array_and_knows_that_of_every_feature():
    said = ("flu flu flu", "the flu shot", "流感 flu")
    expected: dict[str, float] = {}
    for phrase in said:
        for feature, weight in ranking.features_of(runs(phrase)).items():
            expected[feature] = expected.get(feature, 0.0) + weight
    one = profile(*said)
    assert isinstance(one.weights, array)
    assert sorted(one.weights) == sorted(set(expected.values()))
    assert one.table() == expected
    assert one.length == sum(expected.values())
