import pytest

from app.scripts_library import speaking
from app.scripts_library.speaking import seconds


def test_an_empty_text_takes_no_time():
    assert seconds("") == 0
    assert seconds("，。 …") == 0


def test_chinese_is_counted_by_characters_and_english_by_words():
    assert seconds("早" * 42) == pytest.approx(42 / speaking.CHINESE_CHARACTERS_A_SECOND)
    assert seconds("It doesn't open today, " * 10) == pytest.approx(40 * 60 / speaking.ENGLISH_WORDS_A_MINUTE)


def test_a_telephone_number_is_said_digit_by_digit():
    assert seconds("12320") == pytest.approx(5 / speaking.DIGITS_A_SECOND)


def test_a_placeholder_takes_the_time_of_a_short_name():
    assert seconds("{clinic_phone}") == 1
    assert seconds("到{clinic}") == pytest.approx(1 + 1 / speaking.CHINESE_CHARACTERS_A_SECOND)


def test_mixed_texts_are_the_sum_of_their_parts():
    assert seconds("打 HPV 疫苗") == pytest.approx(seconds("打疫苗") + seconds("HPV"))
