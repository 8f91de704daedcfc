import pytest

from app.models.questionnaire_files import QuestionnaireBroken, condition
from app.models.questionnaire_logic import (
    Around,
    compute,
    counts_as_answered,
    holds,
    is_missing,
    number_of,
    numbers_of,
    said,
    stressed,
    unpiped,
)
from app.models.questionnaires import Computed, Reserved
from app.models.shapes import Shape
from tests.surveys import item, made

WHOLE = made(
    item("q1"), item("q2", "multi"), item("q3", "rating"), item("q4", "frequency"), item("from", "date"),
    item("to", "date"), item("note", "text"),
)  # fmt: skip


def around(fields=None, **coded):
    return Around(WHOLE, coded, fields or {})


def true_of(what, fields=None, **coded):
    return holds(condition(Shape(what, "x", QuestionnaireBroken)), around(fields, **coded))


@pytest.mark.parametrize(
    ("what", "coded", "expected"),
    [
        ({"item": "q1", "is": ["yes"]}, {"q1": "yes"}, True),
        ({"item": "q1", "is": ["yes"]}, {"q1": "no"}, False),
        ({"item": "q1", "is": ["yes"]}, {}, False),
        ({"item": "q1", "is_not": ["yes"]}, {}, True),
        ({"item": "q1", "is": ["!DK"]}, {"q1": Reserved.DONT_KNOW}, True),
        ({"item": "q2", "is": ["b"]}, {"q2": ["a", "b"]}, True),
        ({"item": "q3", "is": [8]}, {"q3": 8}, True),
        ({"item": "q3", "is": [8]}, {"q3": Reserved.NOT_APPLICABLE}, False),
        ({"answered": "q3"}, {"q3": 0}, True),
        ({"answered": "q3"}, {"q3": Reserved.MISSING}, False),
        ({"answered": "q2"}, {"q2": []}, False),
        ({"item": "q3", "at_most": 5}, {"q3": 5}, True),
        ({"item": "q3", "at_most": 5}, {}, False),
        ({"item": "q4", "at_least": 3}, {"q4": "most"}, True),
        ({"item": "q4", "at_least": 3}, {"q4": "some"}, False),
        ({"not": {"answered": "q1"}}, {}, True),
        ({"all": [{"answered": "q1"}, {"answered": "q3"}]}, {"q1": "yes"}, False),
        ({"any": [{"answered": "q1"}, {"answered": "q3"}]}, {"q1": "yes"}, True),
    ],
)
def test_a_condition_holds_or_not(what, coded, expected):
    assert true_of(what, **coded) is expected


def test_fields_are_compared_as_codes_and_as_numbers():
    assert true_of({"field": "sex", "is": ["f"]}, {"sex": "f"})
    assert true_of({"field": "age", "at_least": 18}, {"age": "18"})
    assert not true_of({"field": "age", "at_least": 18}, {"age": "unknown"})


def test_what_is_computed_leaves_out_what_was_not_answered():
    steps = {"q3": 4, "q4": "all"}
    found = {
        how: compute(Computed(how, ("q3", "q4", "q1")), around(**steps)) for how in ("sum", "mean", "least", "most")
    }
    assert found == {"sum": 8, "mean": 4, "least": 4, "most": 4}
    assert compute(Computed("count", ("q1", "q3", "q4")), around(**steps)) == 2
    assert compute(Computed("sum", ("q1", "q3")), around(q3=Reserved.REFUSED)) is Reserved.MISSING


def test_days_are_counted_between_two_dates():
    days = Computed("days", ("from", "to"))
    assert compute(days, around(**{"from": "2026-02-27", "to": "2026-03-02"})) == 3
    assert compute(days, around(**{"from": "2026-02-27"})) is Reserved.MISSING


def test_a_text_speaks_of_earlier_answers():
    texts = {"en": "{q2} in {@institution|your hospital}, {q3}, {note|nothing}", "zh_CN": "{q2}；{@institution|医院}"}
    state = around({"institution": "Ward"}, q2=["a", "b"], q3=9)
    assert said(texts, state, "en") == "A, B in Ward, 9, nothing"
    assert said(texts, around(q2=["a", "b"]), "zh_CN") == "A、B；医院"
    assert said({"en": "{q1}"}, around(q1=Reserved.REFUSED), "en") == "…"


def test_what_stands_in_the_place_of_an_answer_is_told_apart():
    assert counts_as_answered(0)
    assert counts_as_answered(Reserved.NEVER_HAPPENED)
    assert not counts_as_answered(Reserved.NOT_APPLICABLE)
    assert is_missing(None)
    assert is_missing(Reserved.DONT_KNOW)
    assert not is_missing(Reserved.NOT_APPLICABLE)
    assert number_of(WHOLE.item("note"), "12") is None


def test_many_answers_are_numbers_as_each_of_them_is():
    whole = made(item("a", "frequency"), item("b", "rating"), item("c", "single"))
    values = ["never", "all", "else", None, Reserved.REFUSED, Reserved.MISSING, 7, 10.0, True, "", ["never"]]
    for one in whole.items:
        assert numbers_of(one, values) == [number_of(one, value) for value in values]
    assert numbers_of(whole.item("a"), ["never", "all"]) == [1.0, 4.0]


def test_what_is_to_be_stressed_is_told_apart_and_its_signs_are_never_read():
    form = made(item("q1", "text"), item("q2", text="How {q1|*often*} did *the {q1} nurse* call, 3 * 4 times?"))
    around = Around(form, {"q1": "*kind*"}, {})
    text = form.item("q2").text
    assert said(text, around, "en") == "How *kind* did the *kind* nurse call, 3 * 4 times?"
    assert [one for one, stress in stressed(text, around, "en") if stress] == ["the *kind* nurse"]
    assert "".join(one for one, _ in stressed(text, around, "en")) == said(text, around, "en")
    nobody = Around(form, {}, {})
    assert [one for one, stress in stressed(text, nobody, "en") if stress] == ["often", "the … nurse"]
    assert unpiped(text, "en") == "How often did the … nurse call, 3 * 4 times?"
    assert said({"zh_CN": "护士是否*认真*听您说话？"}, nobody, "zh_CN") == "护士是否认真听您说话？"
