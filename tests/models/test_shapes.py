"""Complaints about a definition file name the file, the place, what was found and what belongs there."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.shapes import DefinitionBroken, Shape, Words, read_json, shown


def shape(value: object) -> Shape:
    return Shape(value, "x.json", DefinitionBroken)


def test_a_missing_key_is_named_with_its_place():
    parts = shape({"a": {}}).keys("a")
    with pytest.raises(DefinitionBroken) as caught:
        parts["a"].required(parts["a"].keys("id"), "id")
    assert caught.value.facts == {"file": "x.json", "place": "$.a.id", "found": "—", "expected": '"id": …'}


def test_keys_nobody_asked_for_are_collected_with_their_places():
    top = shape({"a": [{"b": 1, "new": 2}], "other": 3})
    for item in top.keys("a")["a"].items():
        item.keys("b")
    assert top.unknown == ["$.other", "$.a[0].new"]


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (Shape.text, ""),
        (Shape.text, 3),
        (Shape.name, "Über"),
        (Shape.name, "9lives"),
        (Shape.whole, True),
        (Shape.whole, -1),
        (Shape.number, "1"),
        (Shape.number, float("nan")),
        (Shape.yes, 1),
        (Shape.words, {"en": "only"}),
        (Shape.words, "text"),
        (lambda each: each.each(Shape.text), {}),
        (lambda each: each.one_of(("a", "b")), "c"),
    ],
)
def test_a_value_of_another_kind_is_refused(read, value):
    with pytest.raises(DefinitionBroken):
        read(shape(value))


def test_both_languages_are_read_and_chosen_by_any_chinese_code():
    words = shape({"en": " Hello ", "zh_CN": "你好"}).words()
    assert words == Words("Hello", "你好")
    assert [words.for_language(code) for code in ("zh_CN", "zh-Hans", "en", "fr")] == ["你好", "你好", "Hello", "Hello"]


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [('{"a": 1,\n  oops}\n', "2:3", "oops}"), ('{"a": 1', "1:8", "—"), ('{"a" "b"}', "1:6", '"b"}')],
)
def test_what_is_not_json_is_refused_with_line_and_column_and_what_stands_there(text, place, found):
    with pytest.raises(DefinitionBroken) as caught:
        read_json(text, file="y.json", error=DefinitionBroken)
    assert caught.value.facts == {"file": "y.json", "place": place, "found": found, "expected": "JSON"}


def test_a_file_nested_thousands_deep_is_refused_in_words():
    with pytest.raises(DefinitionBroken):
        read_json("[" * 100_000, file="y.json", error=DefinitionBroken)


def test_a_byte_order_mark_is_not_in_the_way():
    assert read_json("\ufeff{}", file="y.json", error=DefinitionBroken).value == {}


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        read = read_json(text, file="y.json", error=DefinitionBroken)
    except DefinitionBroken:
        return
    assert json.loads(text.removeprefix("\ufeff")) == read.value or read.value != read.value


def test_a_long_value_is_shown_cut():
    assert shown("长" * 200).endswith("…")
    assert len(shown("长" * 200)) == 80
