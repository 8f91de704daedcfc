"""Agreement by Cohen's kappa, and codes of a frame that are checked before they are kept."""

import json

import pytest

from app.models.opinions import (
    CodeFrameBroken,
    UnknownOpinionCode,
    kappa,
    kappas,
    opinion_items,
    opinion_rate,
    parse_frame,
)
from app.services.questionnaires import named

FRAME = {
    "format": 1,
    "id": "test",
    "version": 2,
    "title": {"en": "Test", "zh_CN": "测试"},
    "codes": [{"code": code, "text": {"en": code, "zh_CN": code}} for code in ("cost", "food", "none")],
}


def pairs(both: int, first: int, second: int, neither: int) -> list[tuple[str, str]]:
    """Return pairs of a table of two by two: yes/yes, yes/no, no/yes, no/no."""
    return [("y", "y")] * both + [("y", "n")] * first + [("n", "y")] * second + [("n", "n")] * neither


@pytest.mark.parametrize(
    ("table", "value"),
    [((20, 5, 10, 15), 0.4), ((45, 15, 25, 15), 0.130435), ((25, 35, 5, 35), 0.259259), ((7, 0, 0, 7), 1.0)],
)
def test_kappa_is_what_the_textbook_tables_give(table, value):
    found = kappa(pairs(*table))
    assert found.pairs == sum(table)
    assert found.value == pytest.approx(value, abs=1e-6)


def test_kappa_says_nothing_where_chance_says_all():
    assert kappa([]) is None
    assert kappa(pairs(9, 0, 0, 0)).value is None
    coded = [(frozenset({"cost"}), frozenset({"cost", "food"})), (frozenset({"none"}), frozenset({"none"}))]
    found = kappas(coded, ("cost", "food", "none"))
    assert (found["cost"].value, found["food"].agreed, found["food"].value) == (1.0, 0.5, 0.0)


def test_codes_are_those_of_the_frame_and_none_stands_alone():
    frame = parse_frame(json.dumps(FRAME), file="test.json")
    assert (frame.reference, frame.checked(["food", "cost", "food"])) == ("test@2", ("cost", "food"))
    for wrong in ([], ["beds"], ["cost", "none"]):
        with pytest.raises(UnknownOpinionCode):
            frame.checked(wrong)
    for codes in (FRAME["codes"][:2], [*FRAME["codes"], FRAME["codes"][0]]):
        with pytest.raises(CodeFrameBroken):
            parse_frame(json.dumps({**FRAME, "codes": codes}), file="test.json")


def test_opinions_are_long_texts_that_may_stay_empty():
    assert opinion_items(named("inquiry-satisfaction")) == ("opinion",)
    assert opinion_rate(0, 0) is None
    rate = opinion_rate(263, 81)
    assert (round(rate.low, 4), round(rate.high, 4)) == (0.2553, 0.3662)
