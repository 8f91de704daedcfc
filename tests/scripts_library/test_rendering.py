from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library.rendering import Part, as_text, names_in, render
from app.scripts_library.script import Placeholder
from tests.scripts_library.making import small

SCRIPT = small(placeholders=(Placeholder("a", required=True), Placeholder("b", fallback="12320"), Placeholder("c")))


def test_a_value_stands_where_its_name_stood():
    assert render("go to {a}!", SCRIPT, {"a": "X"}) == (Part("go to "), Part("X", "a"), Part("!"))


def test_without_a_value_the_fallback_stands_there():
    assert render("{b}", SCRIPT, {}) == (Part("12320", "b"),)


def test_a_required_value_that_is_missing_is_marked():
    assert render("{a}{c}{d}", SCRIPT, {"a": ""}) == (
        Part("{a}", "a", missing=True),
        Part("{c}", "c"),
        Part("{d}", "d", missing=True),
    )


def test_each_name_is_listed_once_and_other_braces_are_text():
    assert names_in("{b} {a} {b} {} {A} {a b}") == ("b", "a")


@given(st.text(st.sampled_from("ab{}_ 1"), max_size=30))
def test_without_values_a_text_stays_as_it_is(text: str):
    assert as_text(render(text, small(), {})) == text
