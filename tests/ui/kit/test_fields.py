import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.ui.kit.fields import Field, is_empty, say


@pytest.mark.parametrize("value", ["", "  \n", "not_asked", None, ()])
def test_no_answer_is_empty(value):
    assert is_empty(value)


@pytest.mark.parametrize("value", ["no", "yes", 0, 0.0, ("a",), "x"])
def test_an_answer_is_not_empty_even_if_it_is_no_or_nought(value):
    assert not is_empty(value)


def test_a_label_falls_back_to_english_then_to_what_there_is():
    assert say({"en": "Fever", "zh_CN": "发热"}, "zh_CN") == "发热"
    assert say({"en": "Fever"}, "zh_CN") == "Fever"
    assert say({"zh_CN": "发热"}, "en") == "发热"
    assert say("plain", "zh_CN") == "plain"
    assert say({}, "en") == ""


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        (None, True),
        ({"a": "yes"}, True),
        ({"a": "no"}, False),
        ({"a": ("no", "yes"), "b": 1}, True),
        ({"a": "yes", "b": 2}, False),
        ({"missing": "x"}, False),
    ],
)
def test_a_field_is_asked_when_all_its_conditions_hold(when, asked):
    assert Field("x", "text", "X", visible_when=when).asked({"a": "yes", "b": 1}) is asked


@given(some.dictionaries(some.text(), some.text()))
def test_a_function_decides_too(values):
    assert Field("x", "text", "X", visible_when=len).asked(values) is bool(values)


def test_every_text_has_a_limit():
    assert Field("x", "text", "X").limit == 50_000
    assert Field("x", "text", "X", max_length=20).limit == 20


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="color"):
        Field("x", "color", "X")
