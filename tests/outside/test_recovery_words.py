"""The recovery passphrase forgives how it is typed and finds every slip."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.models.key_errors import RecoveryIncomplete, RecoveryLetterWrong, RecoveryMistyped
from app.outside.recovery_words import SIGNS, new_passphrase, normalized, with_checksum

LETTERS = "7M3QZ0K9A1B2C3D4E5F6G7H8J9K8"


def test_a_new_passphrase_has_eight_groups_of_four_signs():
    groups = new_passphrase().split("-")
    assert [len(group) for group in groups] == [4] * 8
    assert set("".join(groups)) <= set(SIGNS)


def test_two_passphrases_are_never_the_same():
    assert len({new_passphrase() for _ in range(100)}) == 100


def test_it_may_be_typed_small_with_spaces_or_in_full_width():
    recovery = new_passphrase()
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in recovery)
    assert normalized(recovery) == recovery
    assert normalized("  " + recovery.lower().replace("-", " \n")) == recovery
    assert normalized(recovery.replace("-", "")) == recovery
    assert normalized(wide) == recovery


def test_the_numbers_before_the_groups_may_be_typed_along():
    recovery = new_passphrase()
    numbered = [f"{number}:{group}" for number, group in enumerate(recovery.split("-"), start=1)]
    assert normalized("  ".join(numbered)) == recovery
    assert normalized(" ".join(numbered).lower().replace(":", "： ")) == recovery
    with pytest.raises(RecoveryIncomplete) as caught:
        normalized(" ".join(numbered[:-1]))
    assert caught.value.facts["found"] == 28


def test_letters_that_look_like_digits_are_taken_as_digits():
    recovery = new_passphrase()
    while not {"0", "1"} <= set(recovery):
        recovery = new_passphrase()
    assert normalized(recovery.replace("0", "O").replace("1", "l")) == recovery
    assert normalized(recovery.replace("0", "o").replace("1", "I")) == recovery


@given(place=st.integers(min_value=0, max_value=31), sign=st.sampled_from(SIGNS))
def test_every_single_wrong_sign_is_found(place, sign):
    recovery = with_checksum(LETTERS)
    assume(recovery[place] != sign)
    with pytest.raises(RecoveryMistyped):
        normalized(recovery[:place] + sign + recovery[place + 1 :])


@given(place=st.integers(min_value=0, max_value=26))
def test_two_swapped_neighbors_are_found(place):
    recovery = with_checksum(LETTERS)
    assume(recovery[place] != recovery[place + 1])
    swapped = recovery[:place] + recovery[place + 1] + recovery[place] + recovery[place + 2 :]
    with pytest.raises(RecoveryMistyped):
        normalized(swapped)


def test_the_group_with_an_impossible_sign_is_named():
    recovery = new_passphrase()
    with pytest.raises(RecoveryLetterWrong) as caught:
        normalized(recovery[:10] + "U" + recovery[11:])
    assert caught.value.facts == {"field": "recovery", "letter": "U", "group": 3}


def test_a_missing_group_is_counted():
    with pytest.raises(RecoveryIncomplete) as caught:
        normalized(new_passphrase()[:-5])
    assert caught.value.facts == {"field": "recovery", "found": 28, "wanted": 32}


@given(typed=st.text(max_size=60))
def test_whatever_is_typed_is_answered_with_words(typed):
    with pytest.raises((RecoveryIncomplete, RecoveryLetterWrong, RecoveryMistyped)):
        normalized(typed)
