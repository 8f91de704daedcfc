"""Questions are checked before they are kept, and choices are scored by rule."""

from dataclasses import replace

import pytest

from app.models.drill_items import (
    AnswerKeyWrong,
    DrillKind,
    Item,
    Step,
    check,
    parts_of,
    score_choice,
    score_found,
    score_steps,
    to_content,
)
from app.models.errors import FieldMissing

ABC = tuple({"en": one, "zh": one} for one in "abcd")
MCQ = Item(b"1", DrillKind.MCQ, "flu", ("k1",), {"en": "Which?"}, options=ABC, right=(2,))


@pytest.mark.parametrize(
    ("chosen", "score"), [((2,), 1.0), ((1,), 0.0), ((), 0.0), ((2, 1), 0.0)],
)  # fmt: skip
def test_one_choice_is_right_or_wrong(chosen: tuple[int, ...], score: float) -> None:
    assert score_choice(MCQ, chosen) == score


@pytest.mark.parametrize(("chosen", "score"), [((0, 1), 1.0), ((0,), 0.5), ((0, 1, 2), 0.5), ((2, 3), 0.0), ((), 0.0)])
def test_a_wrong_choice_among_several_takes_a_right_one_away(chosen: tuple[int, ...], score: float) -> None:
    assert score_choice(replace(MCQ, kind=DrillKind.MULTI, right=(0, 1)), chosen) == score


@pytest.mark.parametrize(
    ("chosen", "score"), [((3, 1, 0, 2), 1.0), ((2, 0, 1, 3), 0.0), ((1, 3, 0, 2), pytest.approx(2 / 3)), ((1,), 0.0)]
)
def test_order_is_scored_by_pairs_above_chance(chosen: tuple[int, ...], score: float) -> None:
    assert score_choice(replace(MCQ, kind=DrillKind.ORDER, right=(3, 1, 0, 2)), chosen) == score


def test_each_turn_of_a_call_counts_and_a_late_search_less() -> None:
    steps = (Step({"en": "?"}, ABC, 1), Step({"en": "?"}, ABC, 0))
    call = replace(MCQ, kind=DrillKind.BRANCH, steps=steps)
    assert [score_steps(call, one) for one in ((1, 0), (1,), (0, 0))] == [1.0, 0.5, 0.5]
    assert score_steps(MCQ, (1,)) == 0.0
    assert [score_found(MCQ, *one) for one in (("flu", 10_000), ("flu", 10_001), ("hpv", 1))] == [1.0, 0.7, 0.0]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"prompt": {"en": " "}}, FieldMissing),
        ({"options": ABC[:1]}, FieldMissing),
        ({"right": (4,)}, AnswerKeyWrong),
        ({"right": ()}, AnswerKeyWrong),
        ({"right": (0, 1)}, AnswerKeyWrong),
        ({"kind": DrillKind.ORDER, "right": (0, 1)}, AnswerKeyWrong),
        ({"kind": DrillKind.SLOT}, FieldMissing),
    ],
)
def test_what_cannot_be_asked_is_refused(changes: dict[str, object], error: type[Exception]) -> None:
    check(MCQ)
    with pytest.raises(error):
        check(replace(MCQ, **changes))  # type: ignore[arg-type]


def test_what_is_kept_of_an_item_makes_it_again() -> None:
    whole = replace(MCQ, fills={"en": ("8",)}, steps=(Step({"en": "?"}, ABC, 1),))
    assert replace(MCQ, **parts_of(to_content(whole))) == whole
    assert (whole.point, whole.is_typed, whole.prompt_in("zh"), whole.options_in("en")) == (
        "k1", False, "Which?", ["a", "b", "c", "d"],
    )  # fmt: skip
