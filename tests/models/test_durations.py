import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.durations import Duration, DurationKind, parse
from app.models.errors import FieldInvalid


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("15s", DurationKind.CLOCK, 15),
        ("3min", DurationKind.CLOCK, 180),
        ("24h", DurationKind.CLOCK, 86_400),
        ("30bmin", DurationKind.WORKING, 1_800),
        ("8bh", DurationKind.WORKING, 28_800),
        (" 2 BD ", DurationKind.BUSINESS_DAYS, 2),
        ("5d", DurationKind.CALENDAR_DAYS, 5),
        ("same_day", DurationKind.SAME_DAY, 0),
    ],
)
def test_a_duration_is_read_in_every_form(text, kind, amount):
    assert parse(text) == Duration(kind, amount)


@pytest.mark.parametrize("text", ["", "0bd", "2", "bd", "-1d", "1.5h", "2 weeks", "99999d", "9999999h", "２bd"])
def test_what_is_no_duration_is_refused_beside_its_field(text):
    with pytest.raises(FieldInvalid) as refused:
        parse(text, field="resolve")
    assert refused.value.facts == {"field": "resolve", "value": text}


@given(st.sampled_from(["s", "min", "h", "bmin", "bh", "bd", "d"]), st.integers(1, 3_000))
def test_what_is_written_is_read_back(unit, amount):
    found = parse(f"{amount}{unit}")
    assert parse(str(found)) == found


def test_a_duration_is_written_in_its_largest_unit():
    assert [str(parse(text)) for text in ("120min", "90min", "480bmin", "same_day")] == [
        "2h",
        "90min",
        "8bh",
        "same_day",
    ]
