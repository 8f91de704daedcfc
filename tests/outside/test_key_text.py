"""A key as text comes back as it was; anything else is no key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.outside.key_text import key_of_text, text_of_key


@given(key=st.binary(min_size=32, max_size=32))
def test_every_key_survives_its_text(key):
    assert key_of_text(f"  {text_of_key(key).upper()}\r\n") == key


@pytest.mark.parametrize("text", ["", "ab" * 31, "ab" * 33, "g" * 64, "ab" * 16 + " " + "ab" * 16, "１" * 64])
def test_anything_else_is_no_key(text):
    assert key_of_text(text) is None
