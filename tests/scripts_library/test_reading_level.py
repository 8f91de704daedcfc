import pytest

from app.scripts_library.reading_level import is_common, reading_level, syllables_in


def test_short_words_in_short_sentences_are_easy():
    level = reading_level("Go to the clinic. Bring your card. Come at eight.", "en")
    assert level is not None
    assert (level.step, level.figure < 3) == ("easy", True)


def test_the_grade_is_that_of_the_published_formula():
    # 9 words, 1 sentence, 10 syllables
    level = reading_level("The cat sat on the mat by the window.", "en")
    assert level is not None
    assert level.figure == pytest.approx(0.39 * 9 + 11.8 * 10 / 9 - 15.59, abs=0.06)


def test_long_words_in_one_long_sentence_are_hard():
    text = "Epidemiological investigation necessitates immediate notification of the responsible immunization authority"
    level = reading_level(f"{text} regarding hospitalization, quarantine and documentation.", "en")
    assert level is not None
    assert level.step == "hard"


@pytest.mark.parametrize(
    ("word", "count"),
    [("card", 1), ("the", 1), ("vaccine", 2), ("clinic", 2), ("table", 2), ("needed", 2), ("asked", 1), ("hmm", 1)],
)
def test_syllables_are_groups_of_vowels_without_a_silent_end(word: str, count: int):
    assert syllables_in(word) == count


def test_a_chinese_text_is_measured_by_its_sentences_and_its_rare_characters():
    easy, long = reading_level("明天早上来。带上证件。", "zh"), reading_level("请" * 35 + "。", "zh")
    rare = reading_level("蟾蜍龃龉龃龉蟾蜍来。", "zh")
    assert easy is not None
    assert long is not None
    assert rare is not None
    assert (easy.step, long.step, rare.step) == ("easy", "hard", "hard")
    assert easy.figure == 4.5


def test_common_characters_are_those_of_the_standard_s_first_level():
    assert all(map(is_common, "的一疫苗针"))
    assert not any(map(is_common, "蟾龃㐂"))


def test_a_text_without_words_and_another_language_have_no_level():
    assert reading_level("{phone} 12320", "en") is None
    assert reading_level("12320", "zh") is None
    assert reading_level("Hola", "es") is None


def test_a_decimal_point_ends_no_sentence():
    one, two = reading_level("Take 2.5 ml of it now.", "en"), reading_level("Take it. Take it now.", "en")
    assert one is not None
    assert two is not None
    assert one.figure > two.figure
