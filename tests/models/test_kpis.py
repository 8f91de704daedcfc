"""KPIs are shares of named row sets that a file says and a checker trusts."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.errors import FieldInvalid, FieldMissing
from app.models.kpis import (
    Better,
    FigureMark,
    Kpi,
    KpiBroken,
    Question,
    RowSet,
    check,
    from_json,
    read_many,
    to_json,
    valid_on,
)
from app.models.shapes import Words

MET, MISSED = (RowSet(Question.DIRECT, mark) for mark in (FigureMark.MET, FigureMark.MISSED))
WORDS = Words("Direct", "直接")
KPI = Kpi("direct", WORDS, WORDS, WORDS, (MET,), (MET, MISSED), 0.8, Better.UP, date(2026, 1, 1))


def test_a_definition_is_read_back_as_it_was_written():
    assert from_json(to_json(KPI), file="x") == KPI
    assert read_many(to_json(KPI), file="x") == (KPI,)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"numerator": ()}, FieldMissing),
        ({"denominator": (MISSED,)}, FieldInvalid),
        ({"denominator": (MET, MISSED, MISSED)}, FieldInvalid),
        ({"target": 80.0}, FieldInvalid),
        ({"until_on": date(2025, 1, 1)}, FieldInvalid),
    ],
)
def test_a_share_that_could_be_more_than_one_is_refused(wrong, error):
    check(KPI)
    with pytest.raises(error):
        check(replace(KPI, **wrong))


@pytest.mark.parametrize("part", ['"direct.none"', '"wrong.met"', "7"])
def test_a_row_set_that_nobody_counts_is_refused_with_its_place(part):
    text = to_json(KPI).replace('"direct.missed"', part)
    with pytest.raises(KpiBroken) as refused:
        from_json(text, file="x")
    assert refused.value.facts["place"] == "$.denominator[1]"


def test_what_is_in_neither_part_is_excluded_and_told():
    assert [one.mark for one in KPI.excluded] == [FigureMark.WAITING, FigureMark.LEFT_OUT]


def test_the_newest_version_that_holds_on_a_day_counts():
    later = replace(KPI, target=0.9, from_on=date(2026, 3, 1))
    assert valid_on([KPI, later], date(2026, 2, 28)) == KPI
    assert valid_on([KPI, later], date(2026, 3, 1)) == later
    assert valid_on([KPI], date(2025, 12, 31)) is None


def test_a_target_is_reached_in_its_direction():
    assert KPI.reached(0.8) is True
    assert replace(KPI, better=Better.DOWN).reached(0.9) is False
    assert replace(KPI, target=None).reached(0.9) is None
