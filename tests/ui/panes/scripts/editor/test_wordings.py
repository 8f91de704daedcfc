"""Wordings without widgets."""

from app.scripts_library.script import Variant
from app.services.script_writing import WordingFacts
from app.ui.panes.scripts.editor.wordings import (
    KINDS,
    LANGUAGES,
    facts_of,
    missing_of,
    name_of,
    places_of_figures,
    with_text,
    with_variant,
    without_variant,
)
from tests.scripts_library.making import small


def test_a_wording_is_named_by_language_caller_and_plainness() -> None:
    assert name_of(Variant("zh"), "plain", "en") == "中文"
    assert name_of(Variant("en", "nurse", plain=True), "通俗", "zh_CN").startswith("English · ")
    assert name_of(Variant("en", "nurse", plain=True), "通俗", "zh_CN").endswith(" · 通俗")


def test_a_section_changes_in_its_wording_alone() -> None:
    script = with_text(small(), 1, "record", "Age")
    assert [one.record for one in script.variants] == ["", "Age"]


def test_a_wording_for_the_same_people_is_added_once() -> None:
    script = with_variant(small(), Variant("en", plain=True))
    assert len(script.variants) == 3
    assert with_variant(script, Variant("en", plain=True, say="x")) == script
    assert without_variant(script, 2) == small()


def test_figures_alone_are_found_where_they_stand() -> None:
    assert places_of_figures("9至45岁，共1,000人", "45, 1000") == [(2, 4), (7, 12)]
    assert places_of_figures("9至45岁", "") == []


def test_missing_slots_are_those_of_the_language() -> None:
    facts = [{"language": "zh", "slot": "9", "point": "k1"}, {"language": "en", "slot": "45", "point": "k1"}]
    assert missing_of(facts, "zh") == "9 (k1)"


def test_facts_of_a_wording_that_is_not_checked_yet_are_none() -> None:
    known = (WordingFacts(1.0, None),)
    assert (facts_of(known, 0), facts_of(known, 1), facts_of(known, -1)) == (known[0], None, None)


def test_every_language_and_caller_kind_can_be_chosen() -> None:
    assert {"zh", "en"} <= {one.key for one in LANGUAGES}
    assert len(KINDS) == 9
