from dataclasses import replace

from hypothesis import given

from app.scripts_library.comparer import Difference, compare
from app.scripts_library.script import KeyPoint, Script, Variant
from tests.scripts_library.making import scripts, small


@given(scripts())
def test_a_version_does_not_differ_from_itself(script: Script):
    assert compare(script, replace(script, version=script.version + 1)) == ()


def test_each_difference_has_its_place_and_both_sides():
    before = small(topic="a", phrasings={"en": ("x", "y")}, key_points=(KeyPoint("k1", {"en": "old"}),))
    after = replace(
        before,
        topic="",
        phrasings={"en": ("z", "x", "y")},
        key_points=(KeyPoint("k1", {"en": "new"}),),
        variants=(before.variants[0], Variant("en", say="It opens at 9.")),
    )
    assert set(compare(before, after)) == {
        Difference(("topic",), "a", ""),
        Difference(("aliases", "en", "z"), "", "z"),
        Difference(("key_points", "k1", "en"), "old", "new"),
        Difference(("body", "en", "say"), "It opens at 8.", "It opens at 9."),
    }


def test_a_difference_is_added_removed_or_changed():
    kinds = [Difference(("a",), *sides).kind for sides in (("", "x"), ("x", ""), ("x", "y"))]
    assert kinds == ["added", "removed", "changed"]


@given(scripts(), scripts())
def test_going_back_swaps_the_sides(one: Script, other: Script):
    there = {(d.place, d.before, d.after) for d in compare(one, other)}
    back = {(d.place, d.after, d.before) for d in compare(other, one)}
    assert there == back
