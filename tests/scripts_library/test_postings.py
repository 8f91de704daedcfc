from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library.postings import Concept, Postings, idf

TOKENS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=4, unique=True), max_size=12)


def filled(*phrases: str) -> Postings:
    postings = Postings()
    for number, tokens in enumerate(phrases, 1):
        postings.add(number, tokens)
    return postings


def test_what_is_rare_tells_more():
    assert idf(1, 100) > idf(50, 100) > 0


def test_a_phrase_scores_by_the_concepts_it_holds():
    scores = filled("ab", "a", "c").scores([Concept({"a": 1.0}), Concept({"b": 1.0}, 0.5)], budget=99)
    assert scores == {1: pytest.approx(idf(2, 3) + 0.5 * idf(1, 3)), 2: pytest.approx(idf(2, 3))}


def test_a_phrase_that_holds_some_of_few_words_gets_that_share_of_its_score():
    concepts = [Concept({"a": 1.0}), Concept({"b": 1.0})]
    postings = filled("ab", "a", "c")
    apart, together = (postings.scores(concepts, budget=99, together=one) for one in (False, True))
    assert together == {1: pytest.approx(apart[1]), 2: pytest.approx(apart[2] / 2)}


def test_a_concept_of_several_meanings_counts_as_one_held():
    concepts = [Concept({"a": 1.0, "c": 0.25}), Concept({"b": 1.0})]
    postings = filled("cb", "a", "c")
    apart, together = (postings.scores(concepts, budget=99, together=one) for one in (False, True))
    assert together == {1: pytest.approx(apart[1]), 2: pytest.approx(apart[2] / 2), 3: pytest.approx(apart[3] / 2)}


def test_of_several_meanings_the_surest_counts_once():
    scores = filled("ab", "b").scores([Concept({"a": 1.0, "b": 0.5})], budget=99)
    tells = idf(3, 2)
    assert scores == {1: pytest.approx(tells), 2: pytest.approx(0.5 * tells)}


def test_the_rarest_are_read_first_and_no_more_than_the_budget():
    postings = filled("a", "a", "a", "b")
    concepts = [Concept({"a": 1.0}), Concept({"b": 1.0})]
    assert set(postings.scores(concepts, budget=2)) == {4}
    assert set(postings.scores(concepts[:1], budget=2)) == {1, 2, 3}


def test_unknown_tokens_find_nothing():
    assert filled("a").scores([Concept({"z": 1.0})], budget=9) == {}


@given(TOKENS)
def test_what_is_taken_out_leaves_nothing_behind(phrases: list[list[str]]):
    postings, fresh = Postings(), Postings()
    for number, tokens in enumerate(phrases):
        postings.add(number, tokens)
        if number % 2:
            fresh.add(number, tokens)
    for number, tokens in enumerate(phrases):
        if not number % 2:
            postings.remove(number, tokens)
    concepts = [Concept({token: 1.0}) for token in "abcdef"]
    assert postings.scores(concepts, budget=999) == fresh.scores(concepts, budget=999)
    assert [postings.count(token) for token in "abcdef"] == [fresh.count(token) for token in "abcdef"]


def test_taking_out_what_is_not_there_changes_nothing():
    postings = filled("a")
    postings.remove(7, "ab")
    assert postings.count("a") == 1


def test_a_token_of_many_phrases_is_found_in_all_of_them_and_leaves_one_by_one():
    postings, many = filled(*["a"] * 20), [Concept({"a": 1.0})]
    assert set(postings.scores(many, budget=99)) == set(range(1, 21))
    for phrase in range(1, 21):
        assert postings.count("a") == 21 - phrase
        postings.remove(phrase, "a")
        assert set(postings.scores(many, budget=99)) == set(range(phrase + 1, 21))


def test_what_one_phrase_alone_says_has_one_row_and_what_many_say_an_array():
    postings = filled("abz", *["z"] * 20)
    assert postings._phrases["a"] is postings._phrases["b"]
    assert isinstance(postings._phrases["z"], array)
