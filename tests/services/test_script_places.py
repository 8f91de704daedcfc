"""Differences are said in words, in either language; what people wrote stays."""

import json
from dataclasses import replace
from datetime import date

import pytest

from app.scripts_library.comparer import Difference, compare
from app.scripts_library.emitter import head_data
from app.scripts_library.script import SECTIONS, KeyPoint, Source, State, Variant
from app.services.script_places import in_words
from tests.house.reading import I18N
from tests.scripts_library.making import small


def test_a_state_and_its_name_are_words() -> None:
    found = Difference(("state",), "approved", "review")
    assert in_words(found, "en") == Difference(("State",), "Approved", "In review")
    assert in_words(found, "zh_CN") == Difference(("状态",), "已审定", "待审核")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (("body", "zh · plain", "say"), ("措辞", "中文 · 通俗说法", "开头")),
        (("body", "en · nurse", "if_asked"), ("措辞", "英文 · 护士", "如追问")),
        (("key_points", "k2", "en"), ("要点", "k2", "英文")),
    ],
)
def test_a_place_is_named_and_an_id_stays(place: tuple[str, ...], said: tuple[str, ...]) -> None:
    assert in_words(Difference(place, "a", "b"), "zh_CN").place == said


def test_a_phrasing_stands_once_and_is_never_taken_for_a_field() -> None:
    found = in_words(Difference(("aliases", "en", "state"), "", "state"), "en")
    assert found == Difference(("Phrasings", "English"), "", "state")


def test_yes_and_no_are_words() -> None:
    assert in_words(Difference(("key_points", "k1", "critical"), "False", "True"), "en").after == "Yes"
    assert in_words(Difference(("placeholders", "x", "type"), "choice", "text"), "en").before != "choice"


def test_every_field_of_a_script_has_a_name() -> None:
    """A file with everything in it, compared with a bare one, leaves no code of the format."""
    known = set(json.loads((I18N / "labels" / "script_place.json").read_text(encoding="utf-8")))
    script = replace(
        small(),
        question={"en": "x"},
        tags=("t",),
        owner="li",
        state=State.APPROVED,
        last_reviewed_on=date(2026, 1, 1),
        review_in_days=90,
        sources=(Source("Rule", clause="3", url="https://example.org"),),
        key_points=(KeyPoint("k9", {"en": "x"}),),
        variants=(Variant("en", say="x", if_asked="x", escalate="x", record="x"),),
    )
    assert set(head_data(script)) - known - {"id", "version"} == set()
    assert set(SECTIONS) <= known
    shown = [in_words(one, "en").place for one in compare(small(), script)]
    assert not {part for place in shown for part in place} & (known - {"k9"})
