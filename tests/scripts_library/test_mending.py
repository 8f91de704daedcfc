"""Mends that change no meaning: what is a misspelling, where it is put right, and what keeps figures and denials."""

from dataclasses import replace

import pytest

from app.scripts_library import mending
from tests.services.drilled import OPEN


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("vacine", "vaccine"), ("Recieve", "Receive"), ("apointment", "appointment"), ("预防结种", "预防接种")],
)
def test_a_slip_near_a_word_is_a_misspelling(wrong, right):
    assert mending.is_misspelling(wrong, right)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("before", "after"), ("must", "most"), ("open", "close"), ("8", "9"), ("8am", "9am"), ("can", "cannot"),
        ("vaccine", "vacine"), ("接种", "不接种"), ("早上", "晚上"), ("", "word"), ("vacine 8", "vaccine 9"),
    ],
)  # fmt: skip
def test_another_word_is_none(wrong, right):
    assert not mending.is_misspelling(wrong, right)


def test_a_word_is_put_right_everywhere_but_in_key_points():
    (first, *rest) = OPEN.variants
    odd = replace(
        OPEN, title={"en": "Openning hours"}, phrasings={"en": ("openning times",)},
        variants=(replace(first, say=f"{first.say} Openning."), *rest),
        key_points=tuple(replace(one, texts={"en": "openning"}) for one in OPEN.key_points),
    )  # fmt: skip
    mended = mending.corrected(odd, "openning", "opening")
    assert mended.phrasings["en"] == ("opening times",)
    assert mended.title == {"en": "Opening hours"}
    assert mended.variants[0].say.endswith(" Opening.")
    assert mended.key_points == odd.key_points


def test_figures_and_denials_have_to_stay():
    (first, *rest) = OPEN.variants
    other = replace(OPEN, variants=(replace(first, say=first.say.replace("8", "9")), *rest))
    assert mending.says_the_same(OPEN, OPEN)
    assert not mending.says_the_same(OPEN, other)


def test_a_phrasing_that_is_there_is_not_put_twice():
    more = mending.with_phrasing(OPEN, "en", "Are you open on Sunday?")
    assert more.phrasings["en"][-1] == "Are you open on Sunday?"
    assert mending.with_phrasing(more, "en", "are you OPEN on sunday?") == more
