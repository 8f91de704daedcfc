"""Texts from outside stay as typed, but for what no database takes."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from app.models.texts import clean, in_order, moment


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


def test_names_with_numbers_stand_as_people_count() -> None:
    named = ["第10医院", "第2医院", "H10", "H2", "H", "h2b", "T2-10", "T2-9", "9" * 40, "7", ""]
    assert sorted(named, key=in_order) == [
        "", "7", "9" * 40, "H", "H2", "H10", "T2-9", "T2-10", "h2b", "第2医院", "第10医院",
    ]  # fmt: skip


@given(st.lists(st.text(alphabet="a第0129 -", max_size=30)))
def test_any_two_names_that_differ_have_an_order(names: list[str]) -> None:
    assert len({in_order(one) for one in names}) == len(set(names))
    assert sorted(sorted(names, reverse=True), key=in_order) == sorted(names, key=in_order)
