import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library.vocabulary import MOST_BEGUN, Vocabulary, alike, letter_pairs, mistakes

WORDS = ("vaccine", "vaccinated", "vaccine", "vacation", "light", "blood", "flu", "fluid", "pain")
LETTERS = st.text(st.sampled_from("abcd"), min_size=1, max_size=7)


@pytest.fixture
def vocabulary() -> Vocabulary:
    made = Vocabulary()
    made.add(WORDS)
    return made


def test_words_are_known_until_nobody_says_them(vocabulary: Vocabulary):
    vocabulary.remove(["vaccine", "flu"])
    assert "vaccine" in vocabulary
    assert "flu" not in vocabulary
    assert vocabulary.starts("flu")
    assert not vocabulary.starts("flux")
    assert vocabulary.similar("flug", is_typing=True).keys() == {"fluid"}


def test_beginnings_come_with_the_most_common_first(vocabulary: Vocabulary):
    assert vocabulary.beginning("vac") == ["vaccine", "vacation", "vaccinated"]
    assert vocabulary.beginning("flu") == ["fluid"]
    vocabulary.add(f"x{number}" for number in range(30))
    assert len(vocabulary.beginning("x")) == MOST_BEGUN


@pytest.mark.parametrize(
    ("typed", "word"), [("lkght", "light"), ("bolod", "blood"), ("vacinne", "vaccine"), ("vacc1nated", "vaccinated")]
)
def test_misspelt_words_are_guessed(vocabulary: Vocabulary, typed: str, word: str):
    guesses = vocabulary.similar(typed, is_typing=False)
    assert max(guesses, key=guesses.__getitem__) == word


def test_an_unfinished_misspelt_word_is_guessed_while_typing(vocabulary: Vocabulary):
    assert "vaccine" in vocabulary.similar("vcac", is_typing=True)
    assert vocabulary.similar("vcac", is_typing=False) == {}
    assert vocabulary.similar("xx", is_typing=True) == {}


def test_a_known_word_means_itself_and_while_typing_what_begins_like_it(vocabulary: Vocabulary):
    assert vocabulary.meant("flu", is_typing=False) == {"flu": 1.0}
    assert vocabulary.meant("flu", is_typing=True) == {"flu": 1.0, "fluid": 0.45}


def test_an_unknown_word_may_be_unfinished_or_wrong(vocabulary: Vocabulary):
    meant = vocabulary.meant("vaca", is_typing=True)
    assert meant["vacation"] == 0.9
    assert 0 < meant["vaccine"] < 0.45
    assert vocabulary.meant("zzzzz", is_typing=True) == {}


@pytest.mark.parametrize(
    ("typed", "word", "wrong"),
    [("ab", "ab", 0), ("ab", "ba", 1), ("ab", "abc", 1), ("abc", "ab", 1), ("abcd", "axxd", 2), ("abcd", "wxyz", 3)],
)
def test_mistakes_are_counted(typed: str, word: str, wrong: int):
    assert mistakes(typed, word) == wrong


def test_the_missing_end_of_an_unfinished_word_is_no_mistake():
    assert mistakes("vac", "vaccination", is_unfinished=True) == 0
    assert mistakes("vcac", "vaccination", is_unfinished=True) == 1


@given(LETTERS, LETTERS)
def test_mistakes_are_the_same_both_ways(one: str, other: str):
    assert mistakes(one, other) == mistakes(other, one)
    assert (mistakes(one, other) == 0) == (one == other)
    assert mistakes(one, other, is_unfinished=True) <= mistakes(one, other)


def test_a_word_that_is_whole_is_more_alike_than_one_whose_end_is_missing():
    assert alike("bok", "book", is_typing=True) > alike("bok", "bought", is_typing=True) > 0


def test_of_words_that_are_as_alike_the_commoner_was_meant():
    vocabulary = Vocabulary()
    vocabulary.add(["cast", "cost", "cost"])
    assert list(vocabulary.similar("cst", is_typing=True)) == ["cost", "cast"]


def test_a_wrong_first_letter_is_less_likely():
    assert alike("blood", "bloof", is_typing=False) > alike("blood", "flood", is_typing=False) > 0
    assert alike("abc", "xyz", is_typing=False) == 0


def test_pairs_of_letters_know_where_a_word_ends():
    assert letter_pairs("ab") == {"0a", "ab", "b0"}


def test_what_a_word_means_follows_what_is_said_meanwhile(vocabulary: Vocabulary):
    asked = vocabulary.meant("hepatx", is_typing=True)
    asked["mine"] = 1.0
    assert "mine" not in vocabulary.meant("hepatx", is_typing=True)
    vocabulary.add(["hepatxis"])
    assert "hepatxis" in vocabulary.meant("hepatx", is_typing=True)
    vocabulary.remove(["hepatxis"])
    assert "hepatxis" not in vocabulary.meant("hepatx", is_typing=True)
