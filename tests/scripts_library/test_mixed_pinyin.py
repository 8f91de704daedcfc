import pytest

from app.scripts_library.mixed_pinyin import initials, is_read_so, ways

INSURANCE = ("yi", "bao", "bao", "xiao")


@pytest.mark.parametrize("letters", ["yibaobx", "ybaobx", "yibbx", "yibaobaox", "ybbaoxia"])
def test_every_mixture_reads_the_phrase(letters):
    assert any(is_read_so(way, INSURANCE) for way in ways(letters))


@pytest.mark.parametrize("letters", ["yibaogx", "yifaobx", "yibaobxyz"])
def test_another_word_is_not_read(letters):
    assert not any(is_read_so(way, INSURANCE) for way in ways(letters))


def test_a_stretch_in_the_middle_is_enough():
    assert any(is_read_so(way, ("mei", "you", *INSURANCE)) for way in ways("baobx"))


def test_what_is_all_in_full_or_all_initials_is_left_to_its_own_keys():
    assert ("yi", "bao") not in ways("yibao")
    assert ways("ybbx") == ()


def test_a_careless_ear_hears_the_same():
    assert any(is_read_so(way, ("zhong", "dian", "ren", "qun")) for way in ways("zongdrq"))


def test_the_first_letters_are_the_key():
    assert initials(("yi", "bao", "b", "x")) == "ybbx"


def test_a_long_row_of_letters_is_tried_in_few_ways():
    assert len(ways("a" * 12 + "bxq")) <= 24
