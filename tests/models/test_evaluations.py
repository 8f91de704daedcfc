"""Scores, accuracy by class and kind of sample, appeals that count, agreement of two evaluators."""

from dataclasses import replace

import pytest

from app.models.errors import FieldInvalid
from app.models.evaluations import (
    Appeal,
    ErrorClass,
    ErrorFound,
    Evaluation,
    SampleKind,
    Sheet,
    SheetItem,
    accuracy,
    agreement,
    check,
    parse_sheet,
    pooled_points,
    score,
    standing,
)
from app.models.intervals import wilson
from tests.desk import NOON

POINTS: dict[str, int | None] = {"a": 2, "b": 1, "c": None}
ONE = Evaluation(b"e", b"c", b"o", b"x", NOON, SampleKind.RANDOM, POINTS)
WRONG = ErrorFound(ErrorClass.CUSTOMER)
SHEET = Sheet("s", 1, {}, tuple(SheetItem(name, "x", {}) for name in "abc"))


def test_what_did_not_apply_counts_for_nothing_and_a_critical_error_makes_zero() -> None:
    assert score(POINTS, ()) == 0.75
    assert score(POINTS, [ErrorFound(ErrorClass.MINOR)]) == 0.75
    assert score(POINTS, [WRONG]) == 0.0
    assert score({"a": None}, ()) is None


@pytest.mark.parametrize("points", [{"a": 2, "b": 1}, {**POINTS, "d": 1}, {**POINTS, "a": 3}, {**POINTS, "a": -1}])
def test_points_are_those_of_the_sheet(points: dict[str, int | None]) -> None:
    check(SHEET, POINTS)
    with pytest.raises(FieldInvalid):
        check(SHEET, points)


def test_accuracy_is_counted_by_class_and_never_over_kinds_of_samples() -> None:
    right = [replace(ONE, contact=bytes([number])) for number in range(9)]
    found = [*right, replace(ONE, contact=b"w", errors=(WRONG,)), replace(ONE, contact=b"t", sample=SampleKind.RISK)]
    assert accuracy(found, ErrorClass.CUSTOMER, SampleKind.RANDOM) == wilson(9, 10)
    assert accuracy(found, ErrorClass.BUSINESS, SampleKind.RANDOM) == wilson(10, 10)
    assert accuracy(found, ErrorClass.BUSINESS, SampleKind.TARGETED) is None


def test_an_appeal_that_was_right_takes_the_place_of_the_score() -> None:
    better: dict[str, int | None] = {"a": 2, "b": 2, "c": None}
    appealed = replace(ONE, errors=(WRONG,), appeal=Appeal(b"a", "no", NOON, True, b"y", better))
    assert score(*standing(appealed)) == 1.0
    assert score(*standing(replace(appealed, appeal=Appeal(b"a", "no", NOON, False, b"y", better)))) == 0.0


def test_agreement_is_counted_on_points_and_on_critical_errors() -> None:
    assert agreement([]) is None
    same = agreement([(ONE, ONE)])
    assert same is not None
    assert (same.points, same.critical, same.enough) == (1.0, 1.0, True)
    apart = agreement([(ONE, replace(ONE, points={"a": 2, "b": 2, "c": 1}, errors=(WRONG,)))])
    assert apart is not None
    assert (apart.points, apart.enough) == (1 / 3, False)
    assert apart.critical == pytest.approx(2 / 3)


def test_a_sheet_is_read_from_its_file() -> None:
    items = '[{"id": "a", "section": "x", "en": "A", "zh": "甲"}]'
    text = f'{{"id": "s", "version": 2, "title": {{"en": "S"}}, "items": {items}}}'
    found = parse_sheet(text)
    assert (found.version, found.items[0].words["zh"]) == (2, "甲")


def test_points_are_pooled_over_contacts_and_critical_errors_stay_out_of_them() -> None:
    wrong = (ErrorFound(ErrorClass.CUSTOMER),)
    first = Evaluation(b"a", b"c", b"o", b"e", NOON, SampleKind.RANDOM, {"x": 2, "y": 1, "z": None}, wrong)
    second = Evaluation(b"b", b"d", b"o", b"e", NOON, SampleKind.RANDOM, {"x": 0, "y": None, "z": None})
    empty = Evaluation(b"f", b"g", b"o", b"e", NOON, SampleKind.RANDOM, {"x": None})
    assert pooled_points([first, second, empty]) == (3 / 6, 2)
    assert pooled_points([empty]) == (None, 0)
    assert score(*standing(first)) == 0.0
