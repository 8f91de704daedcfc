"""Numbers in any format become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.phone_numbers import masked, understood


@pytest.mark.parametrize(
    ("typed", "country", "e164"),
    [
        ("0531-8888 6666", "CN", "+8653188886666"),
        ("+1 (410) 706-3666", "CN", "+14107063666"),
        ("410.706.3666", "US", "+14107063666"),
        ("12345", "CN", "12345"),
        ("120", "CN", "120"),
        ("no number", "CN", None),
        ("", "CN", None),
        ("1" * 60, "CN", None),
    ],
)
def test_a_number_is_understood_where_it_is_one(typed: str, country: str, e164: str | None) -> None:
    assert understood(typed, country).e164 == e164


@given(st.text(max_size=80), st.sampled_from(["CN", "US"]))
def test_nothing_typed_makes_it_fail(typed: str, country: str) -> None:
    assert understood(typed, country).typed == typed


def test_a_locked_window_shows_only_the_ends() -> None:
    assert masked("138 1234 5678") == "138 **** 5678"
    assert masked("12345") == "***45"
