from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library.numbers import figures_at, numbers_in, written


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("9至45周岁", [9, 45]),
        ("aged 9 to 45", [9, 45]),
        ("33万人", [330_000]),
        ("330,000 people", [330_000]),
        ("1.5 million", [1_500_000]),
        ("37.30℃ 和 37.3", ["37.3"]),
        ("COVID-19, HPV16, PM2.5, H1N1", []),
        ("５毫克", [5]),
        ("5mg, 24-hour", [5, 24]),
        ("{clinic_2} 8:30", [8, 30]),
        ("2-3 days", [2, 3]),
        ("1,2 and 3", [1, 2, 3]),
        ("", []),
    ],
)
def test_figures_are_found_and_names_are_not(text: str, numbers: list[int | str]):
    assert numbers_in(text) == frozenset(Decimal(number) for number in numbers)


@given(st.integers(0, 10**9))
def test_a_figure_is_the_same_with_and_without_separators(number: int):
    assert numbers_in(f"about {number:,} of them") == numbers_in(f"约{number}人") == {Decimal(number)}


def test_figures_are_written_without_exponents():
    assert written(numbers_in("33万, 0.5")) == "0.5, 330000"


def test_figures_are_found_where_they_stand():
    text = "{day_2}：9至45周岁，HPV16，３３万人"
    found = [(text[start:end], value) for start, end, value in figures_at(text)]
    assert found == [("9", Decimal(9)), ("45", Decimal(45)), ("３３万", Decimal(330000).normalize())]


def test_a_text_that_folding_makes_longer_is_not_marked():
    assert figures_at("㎏ 5") == ()
