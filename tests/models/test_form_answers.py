"""Answers are checked for the outcome that was chosen; a question that does not show asks for nothing."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.form_answers import (
    FieldProblem,
    FormReason,
    Surroundings,
    kept_answers,
    offered_again,
    problems,
    value_reason,
    visible_fields,
)
from app.models.forms import KINDS, OUTCOMES, parse_form

LABEL = {"en": "Label", "zh_CN": "标签"}
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def field(name: str, kind: str = "text", **more: object) -> dict:
    if kind in ("choice", "multi_choice"):
        more["options"] = [{"code": code, "label": LABEL} for code in ("a", "b")]
    return {"id": name, "kind": kind, "label": LABEL, **more}


def form(*fields: dict):
    sections = [{"id": "one", "title": LABEL, "fields": list(fields)}]
    text = json.dumps({"format": 1, "id": "desk", "version": 1, "title": LABEL, "sections": sections})
    return parse_form(text, file="desk.json")


def names(found) -> list[str]:
    return [each.id for each in found]


def test_a_field_is_required_only_for_its_outcomes():
    asked = form(field("f", required_for=["dispatch"]))
    assert problems(asked, {"f": "  "}, outcome="dispatch") == (FieldProblem("f", "missing"),)
    assert problems(asked, {}, outcome="answered") == ()


def test_nothing_holds_up_an_outcome_without_an_inquiry():
    asked = form(field("f", "number", required_for=list(OUTCOMES)))
    assert problems(asked, {"f": "not a number"}, outcome="non_inquiry") == ()


@pytest.mark.parametrize("answer", ["yes", "no", "not_asked"])
def test_yes_no_and_not_asked_are_three_answers(answer):
    asked = form(field("f", "tri_state", required_for=["dispatch"]))
    assert problems(asked, {"f": answer}, outcome="dispatch") == ()
    assert kept_answers(asked, {"f": answer}, Surroundings()) == {"f": answer}


def test_a_question_that_must_be_asked_is_not_met_by_not_asked():
    asked = form(field("f", "tri_state", required_for=["dispatch"], must_ask=True))
    assert problems(asked, {"f": "not_asked"}, outcome="dispatch") == (FieldProblem("f", "must_ask"),)
    assert problems(asked, {"f": "not_asked"}, outcome="answered") == ()


@pytest.mark.parametrize(
    ("made", "value", "reason"),
    [
        (field("f", max_length=3), "four", "too_long"),
        (field("f"), 4, "wrong_kind"),
        (field("f", "choice"), "c", "unknown_option"),
        (field("f", "choice"), ["a"], "wrong_kind"),
        (field("f", "multi_choice"), ["a", "c"], "unknown_option"),
        (field("f", "multi_choice"), ["a", "a"], "option_twice"),
        (field("f", "multi_choice"), "a", "wrong_kind"),
        (field("f", "tri_state"), "maybe", "unknown_option"),
        (field("f", "tri_state"), True, "wrong_kind"),
        (field("f", "number", min=1, max=5), 0.5, "too_small"),
        (field("f", "number", min=1, max=5), 5.5, "too_large"),
        (field("f", "number", whole=True), 1.5, "not_whole"),
        (field("f", "number"), float("nan"), "wrong_kind"),
        (field("f", "number"), True, "wrong_kind"),
        (field("f", "date"), "2026-02-30", "not_a_date"),
        (field("f", "date"), "2026-W01-1", "not_a_date"),
        (field("f", "date", when="past"), "2026-03-03", "in_the_future"),
        (field("f", "date", when="future"), "2026-03-01", "in_the_past"),
        (field("f", "datetime"), "2026-03-01T10:00:00", "not_a_time"),
        (field("f", "datetime"), "noon", "not_a_time"),
        (field("f", "datetime", when="past"), "2026-03-02T09:31:00+00:00", "in_the_future"),
        (field("f", "datetime", when="future"), "2026-03-02T17:29:00+08:00", "in_the_past"),
        (field("f", "phone"), "12", "not_a_phone"),
        (field("f", "phone"), "1" * 21, "not_a_phone"),
    ],
)
def test_a_value_that_does_not_fit_gets_its_reason(made, value, reason):
    found = problems(form(made), {"f": value}, outcome="answered", around=Surroundings(now=NOW))
    assert found == (FieldProblem("f", reason),)


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (field("f", "long_text"), "长" * 50_000),
        (field("f", "multi_choice"), ["b", "a"]),
        (field("f", "number", whole=True), 2.0),
        (field("f", "number", required_for=["answered"]), 0),
        (field("f", "date", when="past"), "2026-03-02"),
        (field("f", "datetime", when="past"), "2026-03-02T17:30:00+08:00"),
        (field("f", "phone"), "＋86 (0571) 8888-0000 转 12"),
        (field("f", "phone"), "١٢٣٤٥"),
    ],
)
def test_a_fitting_value_is_taken(made, value):
    assert problems(form(made), {"f": value}, outcome="answered", around=Surroundings(now=NOW)) == ()


def test_a_hidden_question_is_neither_required_nor_kept():
    only_a = {"field": "sex", "is": ["a"]}
    asked = form(field("sex", "choice"), field("f", visible_when=only_a, required_for=["dispatch"]))
    assert problems(asked, {"sex": "b"}, outcome="dispatch") == ()
    assert problems(asked, {"sex": "a"}, outcome="dispatch") == (FieldProblem("f", "missing"),)
    assert kept_answers(asked, {"sex": "b", "f": "typed before"}, Surroundings()) == {"sex": "b"}


def test_the_answer_to_a_hidden_question_opens_no_other_question():
    asked = form(
        field("one", "tri_state"),
        field("two", "tri_state", visible_when={"field": "one", "is": ["yes"]}),
        field("three", visible_when={"field": "two", "is": ["yes"]}),
    )
    answers = {"one": "no", "two": "yes"}
    assert names(visible_fields(asked, answers, Surroundings())) == ["one"]
    assert names(visible_fields(asked, answers | {"one": "yes"}, Surroundings())) == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("condition", "shows"),
    [
        ({"field": "@category", "under": ["billing"]}, True),
        ({"field": "@category", "under": ["lab"]}, False),
        ({"field": "@channel", "is": ["email", "letter"]}, True),
        ({"field": "@caller_kind", "is_not": ["vendor"]}, True),
        ({"field": "@caller_kind", "is": ["vendor"]}, False),
        ({"not": {"answered": "many"}}, False),
        ({"field": "many", "is": ["b"]}, True),
        ({"all": [{"answered": "many"}, {"field": "@channel", "is": ["phone_in"]}]}, False),
        ({"any": [{"answered": "many"}, {"field": "@channel", "is": ["phone_in"]}]}, True),
    ],
)
def test_conditions_look_at_answers_and_at_what_surrounds_them(condition, shows):
    asked = form(field("many", "multi_choice"), field("f", visible_when=condition))
    around = Surroundings(category=("billing", "billing.refund"), channel="email", caller_kind="")
    assert ("f" in names(visible_fields(asked, {"many": ["a", "b"]}, around))) is shows


def test_answers_to_questions_the_form_does_not_have_are_reported():
    assert problems(form(field("f")), {"gone": 1}, outcome="answered") == (FieldProblem("gone", "unknown_field"),)


def test_only_fitting_answers_about_the_caller_are_offered_again():
    asked = form(field("level", "choice", keep="caller"), field("agency", keep="caller"), field("f"))
    assert offered_again(asked, {"level": "gone", "agency": "North", "f": "x"}) == {"agency": "North"}


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text()


@given(st.sampled_from(KINDS), st.recursive(PLAIN, st.lists))
def test_any_value_gets_a_known_reason_or_none(kind, value):
    only = form(field("f", kind)).field("f")
    if value not in (None, "", []):
        assert value_reason(only, value, NOW) in (None, *FormReason)
