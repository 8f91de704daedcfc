import subprocess
import sys
import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library import readings
from app.scripts_library.readings import (
    Spelling,
    fold_letters,
    fold_sound,
    further_readings,
    quick_syllables,
    simplify,
    usual_readings,
)


def test_common_characters_have_their_usual_reading():
    assert quick_syllables("新冠疫苗") == ("xin", "guan", "yi", "miao")
    assert (usual_readings()["了"], usual_readings()["给"], usual_readings()["还"]) == ("le", "gei", "hai")
    assert len(usual_readings()) > 6000


def test_each_syllable_is_told_once():
    told = readings.usual_readings().syllables
    assert (len(told), set(told)) == (len(set(told)), set(readings.usual_readings().values()))


def test_an_unknown_character_is_itself():
    assert quick_syllables("㐀") == ("㐀",)


def test_characters_with_several_readings_are_known():
    assert further_readings()["行"] == ("hang",)
    assert "chong" in further_readings()["重"]


def test_a_word_decides_how_a_character_is_read():
    spelling = Spelling()
    assert spelling.syllables("银行") == ("yin", "hang")
    assert spelling.syllables("行动") == ("xing", "dong")
    assert spelling.known == {"银行": "yin hang", "行动": "xing dong"}


def test_many_runs_are_looked_up_together(monkeypatch):
    asked = []
    monkeypatch.setattr(
        "app.scripts_library.readings.read_aloud", lambda texts: asked.append(texts) or [("a", "b")] * 2
    )
    spelling = Spelling({"行人": "xing ren"})
    assert spelling.learn(["银行", "疫苗", "行动", "银行", "行人"]) == 2
    assert (asked, spelling.known["行动"]) == ([["银行", "行动"]], "a b")


def test_what_is_in_the_cache_is_believed():
    assert Spelling({"银行": "a b"}).syllables("银行") == ("a", "b")


def test_pypinyin_is_not_imported_for_plain_words():
    code = """
import sys
from app.scripts_library.readings import Spelling
Spelling().syllables("新冠疫苗")
Spelling({"银行": "yin hang"}).syllables("银行")
assert "pypinyin" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_traditional_characters_are_simplified_one_for_one():
    assert simplify("疫苗接種後發燒") == "疫苗接种后发烧"


@given(st.text(max_size=40))
def test_simplifying_keeps_the_length(text: str):
    assert len(simplify(text)) == len(text)
    assert simplify(simplify(text)) == simplify(text)


@pytest.mark.parametrize(
    ("syllable", "folded"), [("zhang", "zan"), ("chi", "ci"), ("sheng", "sen"), ("ping", "pin"), ("na", "na")]
)
def test_syllables_that_sound_alike_are_folded(syllable: str, folded: str):
    assert fold_sound(syllable) == folded


def test_typed_letters_are_folded_the_same_way():
    assert fold_letters("shenzhen") == "senzen"
    assert fold_letters("fangyi") == "fanyi"
    assert fold_letters("fangan") == "fangan"


def test_readings_are_looked_up_as_in_a_dictionary():
    readings = usual_readings()
    listed = dict(readings)
    assert len(listed) == len(readings)
    assert all(readings.of_each(one) == (syllable,) for one, syllable in listed.items())
    assert (readings.get("疫"), readings.get("x"), readings.get("疫苗"), readings.get("\U00020000")) == (
        "yi",
        *[None] * 3,
    )
    assert readings.of_each("疫x㐀\U00020000") == ("yi", "x", "㐀", "\U00020000")


@pytest.mark.parametrize("table", [readings.usual_readings, readings._simplified])
def test_a_table_of_characters_takes_two_bytes_for_each(table: Any):
    table()
    tracemalloc.start()
    try:
        made = table.__wrapped__()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(made) > 6000
    assert taken < 120_000
