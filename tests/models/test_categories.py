"""A few letters find the category: characters, pinyin, initials, the beginnings of English words."""

import json
import statistics
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.categories import CategoriesBroken, parse_categories, reads_as, terms_of, type_ahead

SHIPPED = Path(__file__).parents[2] / "resources" / "categories.json"


@cache
def shipped():
    return parse_categories(SHIPPED.read_text(encoding="utf-8"), file=SHIPPED.name)


def found(typed: str, **more: object) -> list[str]:
    return [match.category.code for match in type_ahead(shipped(), typed, **more)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("预防接种", "consult.immunization"),
        ("yufangjiezhong", "consult.immunization"),
        ("yfjz", "consult.immunization"),
        ("yufjz", "consult.immunization"),
        ("yu'fang'jie", "consult.immunization"),
        ("jiezhongy", "appointment.vaccination"),
        ("被咬了", "consult.immunization.rabies"),
        ("gouyao", "consult.immunization.rabies"),
        ("hpv", "consult.immunization.hpv"),
        ("HPV疫苗", "consult.immunization.hpv"),
        ("ＨＰＶ", "consult.immunization.hpv"),
        ("ydjy", "consult.insurance.elsewhere"),
        ("wjmm", "password.forgotten"),
        ("renew", "licensing.renewal"),
        ("recip", "licensing.reciprocity"),
        ("flu sh", "consult.immunization.flu"),
        ("complaint wait", "complaint.waiting"),
        ("投诉 态度", "complaint.attitude"),
        ("ce", "education"),
    ],
)
def test_a_few_letters_put_the_meant_category_first(typed, first):
    assert found(typed)[0] == first


def test_a_branch_is_listed_below_its_root():
    codes = found("投诉", limit=50)
    assert codes[0] == "complaint"
    assert {child.code for child in shipped().children("complaint")} <= set(codes)


def test_every_part_of_what_was_typed_must_fit():
    assert found("疫苗 续期") == []
    assert found("zzzz") == []


def test_nothing_typed_offers_the_roots_of_the_service_first():
    codes = found("  ", service="ems", limit=30)
    assert set(codes) == {root.code for root in shipped().children(None)}
    assert codes.index("licensing") < codes.index("appointment")


def test_the_service_decides_between_equally_good_categories():
    assert found("kaoshi", service="ems")[0] == "scheduling.exam"
    assert found("shijian", service="county")[:2] != found("shijian", service="ems")[:2]


@pytest.mark.parametrize("code", ["consult", "password.forgotten", "licensing.reciprocity"])
def test_every_way_of_writing_a_label_finds_it(code):
    each = shipped().by_code[code]
    for typed in (each.label.zh_cn, each.label.en, each.chinese[0].joined, each.chinese[0].initials):
        assert code in found(typed, limit=3)


def test_paths_and_branches_follow_the_parents():
    tree = shipped()
    assert tree.path("consult.immunization.hpv") == ("consult", "consult.immunization", "consult.immunization.hpv")
    assert tree.path_label("password.locked", "en") == "Password and sign-in › Locked account"
    assert (tree.path("gone"), tree.path_label("gone", "en")) == ((), "gone")
    assert {"licensing", "licensing.card"} <= tree.under("licensing")


def node(code: str = "a", **more: object) -> dict:
    return {"code": code, "label": {"en": "A", "zh_CN": "甲"}, "pinyin": "jia", **more}


@pytest.mark.parametrize(
    ("nodes", "place"),
    [
        ([], "$.categories"),
        ([node(), node()], "$.categories[1].code"),
        ([node(parent="b"), node("b")], "$.categories[0].parent"),
        ([node(chinese_words={"甲": 3})], "$.categories[0].chinese_words[甲]"),
        ([node(chinese_words=["甲"])], "$.categories[0].chinese_words"),
        ([node(pinyin="")], "$.categories[0].pinyin"),
        ([node(label={"en": "A"})], "$.categories[0].label.zh_CN"),
        ([{"code": "a"}], "$.categories[0].label"),
    ],
)
def test_a_broken_tree_names_its_place(nodes, place):
    with pytest.raises(CategoriesBroken) as caught:
        parse_categories(json.dumps({"format": 1, "version": 1, "categories": nodes}), file="c.json")
    assert caught.value.facts["place"] == place


def test_a_tree_of_a_newer_format_is_refused():
    with pytest.raises(CategoriesBroken) as caught:
        parse_categories(json.dumps({"format": 2, "version": 1, "categories": [node()]}), file="c.json")
    assert caught.value.facts["place"] == "$.format"


def test_syllables_and_initials_may_be_mixed():
    syllables = ("yu", "fang", "jie", "zhong")
    assert all(reads_as(syllables, typed) for typed in ("y", "yufjz", "yfangj", "yfjiez", "yufangjiezhong"))
    assert not any(reads_as(syllables, typed) for typed in ("yj", "fy", "yufangjiezhongx", "yuang"))


def test_an_input_method_s_apostrophes_do_not_part_a_word():
    assert terms_of("yi'miao HPV疫苗") == ("yimiao", "hpv", "疫苗")


@given(st.text(max_size=60))
def test_anything_may_be_typed(typed):
    codes = found(typed, limit=5)
    assert len(codes) <= 5
    assert len(set(codes)) == len(codes)


def test_looking_up_takes_a_moment_that_nobody_notices():
    spans: list[float] = []
    for typed in ("yfjz", "疫苗", "complaint wait", "a", "yufjz", "zzzz") * 5:
        begun = time.perf_counter()
        found(typed)
        spans.append(time.perf_counter() - begun)
    assert statistics.median(spans) < 0.008
