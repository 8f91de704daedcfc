import pytest

from app.scripts_library import ranking
from app.scripts_library.entries import Phrase, PhraseKind
from app.scripts_library.phrase_index import KEPT, Asked, PhraseIndex
from app.scripts_library.readings import Spelling
from app.scripts_library.tokens import fold, phrase_tokens, runs

SPELLING = Spelling()
SAID = {
    1: ("Is the flu vaccine free?", "do I pay for the flu jab"),
    2: ("Opening hours of the clinic", "when do you open"),
    3: ("流感疫苗免费吗", "打流感针要钱吗"),
}


def put(index: PhraseIndex, script: int, *texts: str, kind: PhraseKind = PhraseKind.PHRASING) -> None:
    for place, text in enumerate(texts):
        found = runs(fold(text))
        number = 100 * script + place
        index.add_phrase(script, number, Phrase(text, fold(text), "en", kind), found, phrase_tokens(found, SPELLING))
    index.add_profile(script, ranking.profile_of(runs(fold(text)) for text in texts))


@pytest.fixture
def index() -> PhraseIndex:
    made = PhraseIndex()
    for script, texts in SAID.items():
        put(made, script, *texts)
    return made


def asked(text: str) -> Asked:
    return Asked(fold(text).strip(), runs(fold(text)), not text.endswith(" "))


def test_scripts_come_best_first_with_the_phrase_that_matched(index: PhraseIndex):
    found = index.find(asked("opening hours"))
    assert found.order[0] == 2
    assert found.best[2] == 200
    assert index.phrase(200).shown == "Opening hours of the clinic"
    assert index.script_of(200) == 2


@pytest.mark.parametrize(("text", "script"), [("fluu vacine", 1), ("openn", 2), ("流敢疫苗", 3), ("do you open", 2)])
def test_mistakes_and_beginnings_find_their_script(index: PhraseIndex, text: str, script: int):
    assert index.find(asked(text)).order[0] == script


def test_the_very_phrase_comes_first(index: PhraseIndex):
    put(index, 4, "flu", "flu flu flu")
    put(index, 5, "the flu vaccine", "free flu")
    assert index.find(asked("the flu vaccine")).order[0] == 5


def test_a_word_of_the_same_family_is_meant_less_surely_than_the_word_itself(index: PhraseIndex):
    put(index, 4, "is it safe while pregnant")
    put(index, 5, "is it safe while expecting")
    found = index.find(asked("pregnancy"))
    assert set(found.order) == {4, 5}
    assert index.find(asked("safe while expecting")).order[:2] == (5, 4)


def test_of_two_words_both_are_meant(index: PhraseIndex):
    put(index, 4, "flu")
    put(index, 5, "are there hours in which the clinic gives the flu vaccine")
    assert index.find(asked("flu hours")).order[0] == 5


def test_a_synonym_gives_no_second_vote():
    index = PhraseIndex()
    put(index, 1, "flu shot")
    found = runs("flu vaccine")
    index.add_phrase(
        1, 199, Phrase("flu shot", "flu vaccine", "en", PhraseKind.SYNONYM), found, phrase_tokens(found, SPELLING)
    )
    assert index.find(asked("flu")).best.keys() == {1}


def test_what_is_taken_out_is_not_found(index: PhraseIndex):
    for number, text in ((200, SAID[2][0]), (201, SAID[2][1])):
        found = runs(fold(text))
        index.remove_phrase(number, found, phrase_tokens(found, SPELLING))
    index.remove_profile(2)
    assert 2 not in index.find(asked("opening hours")).order
    assert not index.knows_beginnings(runs("openi"))


def test_nothing_fits_nothing(index: PhraseIndex):
    assert index.find(asked("zzzzz")).order == ()
    assert PhraseIndex().find(asked("flu")).order == ()


def test_known_words_and_beginnings_are_told_apart(index: PhraseIndex):
    assert index.knows(runs("flu vaccine"))
    assert not index.knows(runs("flu vacc"))
    assert index.knows_beginnings(runs("flu vacc"))


def test_the_share_of_the_query_that_is_explained_is_told(index: PhraseIndex):
    found = index.find(asked("flu vaccine free"))
    assert index.covered(found, 1) > 0.8 > index.covered(found, 2)


def test_a_script_that_says_something_else_now_is_read_anew(index: PhraseIndex):
    assert index.covered(index.find(asked("opening hours")), 2) > 0.8
    index.remove_profile(2)
    index.add_profile(2, ranking.profile_of([runs("closed for good")]))
    assert index.covered(index.find(asked("opening hours")), 2) < 0.2


def test_of_thousands_of_scripts_only_the_last_ones_found_are_kept_as_tables():
    index = PhraseIndex()
    for script in range(KEPT + 9):
        put(index, script, f"form number {script}")
    found = index.find(asked("form number"))
    assert {round(index.covered(found, script), 6) for script in range(KEPT + 9)} == {1.0}


def test_letters_of_a_word_nobody_said_tell_something_in_a_sentence(index: PhraseIndex):
    features = index.find(asked("is there a xvaccinex for me")).features
    assert "~vac" in features
    assert "~vac" not in index.find(asked("xvaccinex")).features


@pytest.mark.parametrize(("text", "words", "letters"), [("mqjc", 1, "mqjc"), ("hpv疫苗", 2, ""), ("9 jia", 2, "")])
def test_a_query_knows_its_length_and_whether_it_may_be_pinyin(text: str, words: int, letters: str):
    assert (asked(text).words, asked(text).letters) == (words, letters)


@pytest.mark.parametrize(
    ("typed", "says_something"), [("九价", False), ("九", True), ("九块", True), ("九价几岁打", True)]
)
def test_in_a_few_characters_those_vouch_together_that_somebody_says_together(
    index: PhraseIndex, typed: str, says_something: bool
):
    put(index, 4, "九价几岁能打")
    put(index, 5, "九点到了，二十三价还没打")
    found = index.find(asked(typed))
    assert found.order[0] == 4
    assert 5 in found.order
    assert index.covered(found, 4) > 0.0
    assert (index.covered(found, 5) > 0.0) == says_something


def test_texts_that_are_equal_are_one_object_while_the_index_is_filled(index: PhraseIndex):
    one, other = ({text: text for text in index._profiles[script].features} for script in (1, 2))
    held = [{text: text for text in texts} for texts in (index._postings._phrases, index._vocabulary._sorted, other)]
    shared = [(one[text], texts[text]) for texts in held for text in texts if text in one]
    assert {"flu", "vaccin", "the"} <= {text for text, _ in shared}
    assert all(first is second for first, second in shared)


def test_two_words_together_are_not_counted(index: PhraseIndex):
    assert "flu vaccin" in index._profiles[1].features
    assert index._features["flu"] == 1
    assert not any(" " in feature for feature in index._features)
