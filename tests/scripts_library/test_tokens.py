from hypothesis import given, settings
from hypothesis import strategies as st

from app.scripts_library.readings import Spelling, fold_letters, quick_syllables, usual_readings
from app.scripts_library.tokens import (
    Run,
    chinese_runs,
    fold,
    letter_groups,
    pairs,
    phrase_tokens,
    pinyin_keys,
    query_tokens,
    runs,
    sound_pairs,
    stem,
)


def test_texts_that_look_alike_are_folded_alike():
    assert fold("ＨＰＶ疫苗接種") == "hpv疫苗接种"
    assert fold("Café don’t") == "cafe dont"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


def test_runs_are_words_and_stretches_of_characters():
    assert runs("hpv疫苗, 9-45岁") == (
        Run("hpv", False),
        Run("疫苗", True),
        Run("9", False),
        Run("45", False),
        Run("岁", True),
    )
    assert runs("x" * 50)[0].text == "x" * 40


def test_a_phrase_is_found_by_characters_pairs_stems_and_sounds():
    tokens = phrase_tokens(runs("密接 vaccines"), Spelling())
    assert tokens.words == ("密", "接", "密接", "vaccin")
    assert tokens.sounds == ("mi_jie",)
    assert tokens.all() == ("密", "接", "密接", "vaccin", "mi_jie")


def test_repetitions_in_a_phrase_count_and_in_a_query_do_not():
    found = runs("flu flu")
    assert phrase_tokens(found, Spelling()).words == ("flu", "flu")
    assert query_tokens(found).words == ("flu",)


def test_a_word_is_known_by_groups_of_three_letters():
    assert letter_groups("flu") == ("~0fl", "~flu", "~lu0")
    assert letter_groups("aaaa") == ("~0aa", "~aaa", "~aa0")
    assert letter_groups("f") == ("~0f0",)


def test_every_usual_reading_of_a_query_is_tried():
    assert set(query_tokens(runs("银行")).sounds) == {"yin_xin", "yin_han"}


def test_wrong_characters_that_sound_alike_share_their_sound():
    right = phrase_tokens(runs("密切接触"), Spelling()).sounds
    wrong = query_tokens(runs("密切接处")).sounds
    assert right == wrong


def test_a_phrase_can_be_typed_from_any_place_in_full_or_by_initials():
    keys = pinyin_keys(runs("hpv疫苗"), Spelling())
    assert {"hpvyimiao", "hpvym", "yimiao", "ym", "miao", "m"} <= set(keys)
    assert pinyin_keys(runs("flu shot"), Spelling()) == ()


def test_initials_know_the_other_readings():
    assert {"cf", "zf"} <= set(pinyin_keys(runs("重复"), Spelling()))


def test_sounds_are_folded_in_full_pinyin_too():
    assert "zondian" in pinyin_keys(runs("重点"), Spelling())
    assert {"fangan", "fanan"} <= set(pinyin_keys(runs("方案"), Spelling()))


@settings(max_examples=40)
@given(st.text(st.sampled_from(sorted(usual_readings())), min_size=1, max_size=8), st.data())
def test_whatever_is_typed_of_the_full_pinyin_is_the_beginning_of_a_key(text: str, data: st.DataObject):
    spelling = Spelling({text: " ".join(quick_syllables(text))})
    typed = "".join(quick_syllables(text)[data.draw(st.integers(0, len(text) - 1)) :])
    typed = typed[: data.draw(st.integers(1, len(typed)))]
    keys = pinyin_keys((Run(text, True),), spelling)
    assert any(key.startswith((typed, fold_letters(typed))) for key in keys)


def test_pairs_are_neighbors_and_stems_are_english_only():
    assert pairs("abc") == ("ab", "bc")
    assert sound_pairs(("zhong", "guo")) == ("zon_guo",)
    assert (stem("vaccination"), stem("ночью")) == ("vaccin", "ночью")
    assert stem("children") == stem("child")


def test_the_runs_of_chinese_characters_are_those_among_all_runs():
    text = "打hpv疫苗, 9 价"
    assert chinese_runs(text) == [run.text for run in runs(text) if run.is_chinese] == ["打", "疫苗", "价"]


def test_of_all_the_words_that_a_desk_hears_only_the_latest_are_remembered():
    for number in range(2_000):
        assert stem(f"words{number}") == f"words{number}"
        assert letter_groups(f"w{number}")[0] == f"~0w{str(number)[0]}"
    assert stem.cache_info().currsize <= 1_024
    assert letter_groups.cache_info().currsize <= 256
