"""Languages that people speak are kept once each, and found in notes as whole words."""

import json
from pathlib import Path

import pytest

from app.models.languages import CODES, LONGEST, MOST, asked_in, is_named, speaks, spoken

_LABELS = Path(__file__).parents[2] / "resources" / "i18n" / "labels" / "language.json"


def test_the_codes_are_those_that_the_intake_window_words():
    assert tuple(json.loads(_LABELS.read_text(encoding="utf-8"))) == CODES


def test_words_are_split_and_kept_once_with_codes_as_they_are_written():
    assert spoken(["ZH_cn, EN", "\u5ba2\u5bb6\u8bdd\u3001en Hakka hakka"]) == (
        "zh_CN",
        "en",
        "\u5ba2\u5bb6\u8bdd",
        "Hakka",
    )
    assert spoken([]) == spoken([" , "]) == ()


def test_a_word_too_long_and_one_too_many_are_refused():
    most = [f"d{place}" for place in range(MOST)]
    assert len(spoken([*most, "d0", "l" * 0])) == MOST
    for wrong in ([*most, "more"], ["x" * (LONGEST + 1)]):
        with pytest.raises(ValueError, match=wrong[-1]):
            spoken(wrong)


@pytest.mark.parametrize(
    ("word", "note", "named"),
    [
        ("Hakka", "speaks HAKKA.", True),
        ("en", "when she is in", False),
        ("Hak", "Hakka only", False),
        ("\u7ca4\u8bed", "\u53ea\u8bf4\u7ca4\u8bed", True),
        ("", "anything", False),
    ],
)
def test_a_note_names_a_language_by_its_whole_word(word, note, named):
    assert is_named(word, note) is named


def test_whoever_speaks_a_language_speaks_it_in_whatever_letters():
    assert speaks(("en", "Hakka"), "hakka")
    assert not speaks(("en", "Hakka"), "Hak")
    assert not speaks((), "en")


def test_who_speaks_a_dialect_of_chinese_is_asked_in_chinese_and_any_other_word_says_nothing():
    assert [asked_in(word, "en") for word in ("zh_dialect", "zh_CN", "Hakka", "")] == ["zh_CN", "zh_CN", "en", "en"]
    assert asked_in("en", "zh_CN") == "en"
