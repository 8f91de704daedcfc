"""The word itself before another form of it."""

import pytest

from app.scripts_library.word_forms import ITSELF, Forms, surest


def test_a_word_is_meant_where_no_other_is_as_likely() -> None:
    assert surest({"approved": 0.9, "approves": 0.7}) == "approved"
    assert surest({"approved": 0.9, "approves": 0.9}) == ""
    assert surest({}) == ""


def test_a_phrase_gains_by_each_word_that_it_says_itself() -> None:
    forms = Forms(("approved", "course"), 2)
    texts = ("how to get a course approved", "course approvals", "disapproved courses")
    found = forms.favored([(number, 1.0) for number in range(len(texts))], texts)
    assert [number for number, _ in found] == [0, 1, 2]
    assert [score for _, score in found] == pytest.approx([1 + ITSELF, 1 + ITSELF / 2, 1.0])


def test_words_that_were_not_meant_surely_change_nothing() -> None:
    assert Forms(("", "c++"), 2).favored([(7, 0.5)], ["anything"]) == [(7, 0.5)]
    assert Forms((), 0).favored([(7, 0.5)], ["anything"]) == [(7, 0.5)]
