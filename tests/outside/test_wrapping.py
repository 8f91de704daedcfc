"""A wrapped secret opens with its own passphrase or key and purpose, and with nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.outside.wrapping import (
    Cost,
    Wrapped,
    unwrap_with_key,
    unwrap_with_passphrase,
    wrap_with_key,
    wrap_with_passphrase,
)
from tests import shortcuts

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
KEY = bytes(range(32))


@settings(max_examples=25, deadline=None)
@given(secret=st.binary(max_size=100), passphrase=st.text(min_size=1, max_size=30))
def test_what_was_wrapped_comes_back_through_json(secret, passphrase):
    wrapped = wrap_with_passphrase(secret, passphrase, purpose="p", cost=CHEAP)
    again = Wrapped.of_json(wrapped.as_json())
    assert again == wrapped
    assert unwrap_with_passphrase(again, passphrase, purpose="p") == secret


def test_a_passphrase_costs_what_the_standard_asks_for_and_opens_at_that_price():
    assert Cost(memory_kib=64 * 1024, passes=3, lanes=4) == shortcuts.COST
    wrapped = wrap_with_passphrase(b"secret", "right", purpose="p", cost=shortcuts.COST)
    assert Wrapped.of_json(wrapped.as_json()).cost == shortcuts.COST
    assert unwrap_with_passphrase(wrapped, "right", purpose="p") == b"secret"
    assert unwrap_with_passphrase(wrapped, "wrong", purpose="p") is None


def test_another_passphrase_or_purpose_opens_nothing():
    wrapped = wrap_with_passphrase(b"secret", "right", purpose="p", cost=CHEAP)
    assert unwrap_with_passphrase(wrapped, "wrong", purpose="p") is None
    assert unwrap_with_passphrase(wrapped, "right", purpose="q") is None


def test_a_key_opens_what_it_sealed_and_no_other_key_does():
    wrapped = wrap_with_key(b"secret", KEY, purpose="p")
    assert unwrap_with_key(wrapped, KEY, purpose="p") == b"secret"
    assert unwrap_with_key(wrapped, KEY[::-1], purpose="p") is None
    assert unwrap_with_passphrase(wrapped, "any", purpose="p") is None


@given(place=st.integers(min_value=0, max_value=21), bit=st.integers(min_value=0, max_value=7))
def test_one_changed_bit_opens_nothing(place, bit):
    wrapped = wrap_with_key(b"secret", KEY, purpose="p")
    changed = bytearray(wrapped.sealed)
    changed[place] ^= 1 << bit
    assert unwrap_with_key(replace(wrapped, sealed=bytes(changed)), KEY, purpose="p") is None


def test_an_impossible_nonce_opens_nothing():
    wrapped = replace(wrap_with_key(b"secret", KEY, purpose="p"), nonce=b"")
    assert unwrap_with_key(wrapped, KEY, purpose="p") is None


def test_a_composed_and_a_combined_accent_are_the_same_passphrase():
    wrapped = wrap_with_passphrase(b"secret", "caf\u00e9", purpose="p", cost=CHEAP)
    assert unwrap_with_passphrase(wrapped, "cafe\u0301", purpose="p") == b"secret"


def test_the_same_secret_never_looks_the_same_twice():
    assert wrap_with_key(b"secret", KEY, purpose="p") != wrap_with_key(b"secret", KEY, purpose="p")


@pytest.mark.parametrize(
    "change",
    [
        {"kdf": {"name": "md5"}},
        {"kdf": {"name": "argon2id", "memory_kib": 2**40, "passes": 1, "lanes": 1}},
        {"kdf": {"name": "argon2id", "memory_kib": 64, "passes": 10**9, "lanes": 1}},
        {"kdf": {"name": "argon2id", "memory_kib": 64, "passes": 1, "lanes": 0}},
        {"kdf": {"name": "argon2id"}},
        {"kdf": None},
        {"cipher": "rot13"},
        {"salt": "zz"},
        {"nonce": 5},
    ],
)
def test_an_unknown_or_ruinous_wrap_is_refused(change):
    table = wrap_with_passphrase(b"secret", "right", purpose="p", cost=CHEAP).as_json()
    with pytest.raises(ValueError):  # noqa: PT011 - the reader of the file turns it into KeySidecarBroken
        Wrapped.of_json(table | change)
