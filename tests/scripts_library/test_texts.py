import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library.texts import clean_line, clean_text, holds_chinese, language_code


@given(st.text())
def test_a_clean_text_stays_as_it_is_and_can_be_kept_anywhere(text: str):
    once = clean_text(text)
    assert clean_text(once) == once
    assert "\r" not in once
    assert "\x00" not in once
    once.encode("utf-8")


@given(st.text())
def test_a_clean_line_has_no_line_end(text: str):
    assert "\n" not in clean_line(text)
    assert clean_line(clean_line(text)) == clean_line(text)


def test_half_a_character_and_what_is_none_are_dropped():
    assert clean_text("a\ud800b") == "ab"
    assert clean_text("a\ufffe\uffffb") == "ab"


@pytest.mark.parametrize(
    ("text", "code"),
    [("zh_CN", "zh"), ("zh-Hans", "zh"), ("EN", "en"), ("en-US", "en"), ("es", "es"), ("zh-TW", "zh-tw")],
)
def test_language_codes_have_one_form(text: str, code: str):
    assert language_code(text) == code


@pytest.mark.parametrize("text", ["", "Chinese", "z", "中文", "zh CN"])
def test_what_is_no_language_code_is_refused(text: str):
    assert language_code(text) is None


def test_chinese_is_seen_in_a_mixed_text():
    assert holds_chinese("HPV疫苗")
    assert not holds_chinese("HPV ？")
