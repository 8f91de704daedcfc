"""Texts from outside stay as typed, but for what no database takes."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from app.models.texts import clean, moment


@given(st.text(alphabet=st.characters(), max_size=200))
def test_a_cleaned_text_can_be_kept_and_is_clean(text: str) -> None:
    found = clean(text)
    if found is not None:
        found.encode("utf-8")
        assert "\0" not in found
        assert clean(found) == found


def test_emoji_right_to_left_and_lines_stay() -> None:
    assert clean(" 😀\r\nשלום ") == "😀\nשלום"
    assert clean("\ud83d x") == "� x"
    assert clean("   ") is None
    assert clean("abcdef", 3) == "abc"


def test_a_moment_is_read_with_its_offset() -> None:
    found = moment("2026-03-02T12:00:00+08:00")
    assert isinstance(found, datetime)
    assert found.utcoffset() is not None
    assert moment(None) is None
