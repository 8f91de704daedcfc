"""Tones, topics, and what of a phrase was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.reference import categories
from app.ui.panes.scripts.presenting import marks, result_tone, standings, tone, topic_label


def marked(text: str, query: str) -> list[str]:
    return [text[start:stop] for start, stop in marks(text, query)]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("which hpv vaccine is best", "HPV best", ["hpv", "best"]),
        ("九价年龄限制是多少", "年龄", ["年龄"]),
        ("九价年龄限制", "九年制", ["九", "年", "制"]),
        ("opening hours", "xyz", []),
        ("opening hours", "", []),
        ("vaccine vaccine", "vaccine", ["vaccine", "vaccine"]),
    ],
)
def test_what_was_typed_is_marked(text: str, query: str, found: list[str]) -> None:
    assert marked(text, query) == found


@given(st.text(max_size=40), st.text(max_size=20))
def test_marks_are_places_of_the_text_in_their_order(text: str, query: str) -> None:
    found = marks(text, query)
    flat = [place for mark in found for place in mark]
    assert flat == sorted(flat)
    assert all(0 <= start < stop <= len(text) for start, stop in found)


def test_an_older_version_that_would_still_be_valid_was_replaced() -> None:
    versions = [(3, "draft"), (2, "live"), (1, "live"), (0, "withdrawn")]
    assert standings(versions, 2) == {3: "draft", 2: "live", 1: "superseded", 0: "withdrawn"}


def test_a_topic_is_read_as_its_categories_and_its_own_words() -> None:
    tree = categories()
    assert topic_label("consult/immunization", tree, "en") == "Policy consultation › Immunization"
    assert topic_label("consult/odd", tree, "zh_CN") == "政策咨询 › odd"
    assert topic_label("", tree, "en") == ""


def test_tones_say_how_much_it_matters() -> None:
    assert [tone(code) for code in ("live", "draft", "withdrawn", "superseded")] == ["accent", "warning", "danger", ""]
    assert [result_tone(code) for code in ("added", "draft", "rejected", "unchanged")] == [
        "accent",
        "warning",
        "danger",
        "",
    ]
