"""Periods are stretches of whole days; the one before ends where this one begins."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.errors import FieldInvalid
from app.models.periods import Span, holding, parse

DAYS = st.dates(date(1995, 1, 1), date(2080, 1, 1))


@given(DAYS, st.sampled_from(Span), st.integers(0, 40))
def test_a_period_holds_its_day_and_is_read_as_it_is_written(day, span, count):
    found = holding(span, day)
    assert found.start_on <= day <= found.last_on
    assert parse(str(found)) == found
    assert found.former().end_on == found.start_on
    assert found.former(count + 1) == found.former(count).former()


def test_periods_are_written_as_people_write_them():
    day = date(2026, 3, 2)
    assert [str(holding(span, day)) for span in Span] == ["2026-03-02", "2026-W10", "2026-03", "2026-Q1", "2026"]


@pytest.mark.parametrize("text", ["", "2026-13", "2026-Q5", "2026-W60", "March", "2026-02-30"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(FieldInvalid):
        parse(text)
