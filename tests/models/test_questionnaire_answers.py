import pytest

from app.models.questionnaire_answers import SOFT, AnswerProblem, Given, confirmed, trouble_of
from app.models.questionnaire_logic import Around
from app.models.questionnaires import Reserved
from tests.surveys import item, made

SEVERAL = item("q", "multi")
SEVERAL["options"] = [
    {"code": "a", "text": "A"},
    {"code": "b", "text": "B"},
    {"code": "none", "text": "-", "exclusive": True},
]
WHY = {"when": {"item": "q", "at_most": 2}, "categories": [{"code": "cost", "text": "Cost"}]}


def trouble(one, given, *, before=None, checks=()):
    whole = made(item("earlier", "rating"), one, checks=list(checks))
    return trouble_of(whole.item("q"), given, Around(whole, before or {}, {}))


def problem(one, value=None, *, before=None, checks=(), **more):
    found = trouble(one, Given("q", value, **more), before=before, checks=checks)
    return found.problem if found else None


@pytest.mark.parametrize(
    ("one", "value", "expected"),
    [
        (item("q"), "yes", None),
        (item("q"), "maybe", AnswerProblem.UNKNOWN_OPTION),
        (item("q"), 1, AnswerProblem.WRONG_KIND),
        (item("q"), None, AnswerProblem.EMPTY),
        (item("q", "text"), "   ", AnswerProblem.EMPTY),
        (item("q", "text", optional=True), "", None),
        (item("q", "text"), "x" * 501, AnswerProblem.TOO_LONG),
        (item("q", "text"), 5, AnswerProblem.WRONG_KIND),
        (SEVERAL, ["a", "b"], None),
        (SEVERAL, ["a", "a"], AnswerProblem.OPTION_TWICE),
        (SEVERAL, ["a", "none"], AnswerProblem.NOT_TOGETHER),
        (SEVERAL, "a", AnswerProblem.WRONG_KIND),
        (SEVERAL, [], AnswerProblem.EMPTY),
        (item("q", "rating"), 0, None),
        (item("q", "rating"), 11, AnswerProblem.TOO_LARGE),
        (item("q", "rating"), -1, AnswerProblem.TOO_SMALL),
        (item("q", "rating"), 7.5, AnswerProblem.NOT_WHOLE),
        (item("q", "rating"), "7", AnswerProblem.WRONG_KIND),
        (item("q", "number", min=0, max=720), 2.5, AnswerProblem.NOT_WHOLE),
        (item("q", "number"), 3.0, None),
        (item("q", "rating"), True, AnswerProblem.WRONG_KIND),
        (item("q", "number", min=2, max=9), 1, AnswerProblem.TOO_SMALL),
        (item("q", "number", min=2, max=9), 10, AnswerProblem.TOO_LARGE),
        (item("q", "number"), float("nan"), AnswerProblem.WRONG_KIND),
        (item("q", "date"), "2026-02-29", AnswerProblem.NOT_A_DATE),
        (item("q", "date"), "2026-02-28", None),
        (item("q", "statement"), "read", None),
        (item("q", "statement"), "later", AnswerProblem.WRONG_KIND),
        (item("q", "computed", compute={"sum": ["earlier"]}), 3, AnswerProblem.NOT_TAKEN),
    ],
)
def test_an_answer_stands_or_says_why_not(one, value, expected):
    assert problem(one, value) is expected


def test_an_unusual_number_stands_once_it_is_confirmed():
    minutes = item("q", "number", min=0, low=5, high=240)
    assert problem(minutes, 300) is problem(minutes, 1) is AnswerProblem.UNUSUAL
    assert problem(minutes, 300, confirmed=True) is None
    assert problem(minutes, -1, confirmed=True) is AnswerProblem.TOO_SMALL


@pytest.mark.parametrize(
    ("more", "reserved", "expected"),
    [
        ({}, Reserved.DONT_KNOW, None),
        ({}, Reserved.REFUSED, None),
        ({"insist": True}, Reserved.REFUSED, AnswerProblem.NOT_TAKEN),
        ({}, Reserved.NEVER_HAPPENED, AnswerProblem.NOT_TAKEN),
        ({"never": "Never"}, Reserved.NEVER_HAPPENED, None),
        ({}, Reserved.NOT_APPLICABLE, AnswerProblem.NOT_TAKEN),
    ],
)
def test_what_stands_in_the_place_of_an_answer_is_taken_or_not(more, reserved, expected):
    assert problem(item("q", **more), reserved=reserved) is expected


def test_a_low_score_needs_a_reason_in_words_or_as_a_code():
    one = item("q", "frequency", why=WHY)
    assert problem(one, "some") is AnswerProblem.REASON_NEEDED
    assert problem(one, "some", reason="  ") is AnswerProblem.REASON_NEEDED
    assert problem(one, "some", reason_code="weather") is AnswerProblem.REASON_NEEDED
    assert problem(one, "some", reason=" 15 ") is AnswerProblem.REASON_UNKNOWN
    assert problem(one, "some", reason="too dear") is problem(one, "some", reason_code="cost") is None
    assert problem(one, "most") is None


def test_a_contradiction_is_refused_and_a_doubtful_answer_confirmed():
    rule = {"id": "c", "at": "q", "when": {"all": [{"item": "earlier", "at_most": 2}, {"item": "q", "is": ["yes"]}]}}
    hard, soft = ({**rule, "text": "Really?", "hard": one} for one in (True, False))
    assert problem(item("q"), "yes", before={"earlier": 9}, checks=[hard]) is None
    assert problem(item("q"), "yes", before={"earlier": 1}, checks=[hard]) is AnswerProblem.CONTRADICTS
    assert problem(item("q"), "yes", before={"earlier": 1}, checks=[hard], confirmed=True) is AnswerProblem.CONTRADICTS
    assert problem(item("q"), "yes", before={"earlier": 1}, checks=[soft]) is AnswerProblem.DOUBTFUL
    assert problem(item("q"), "yes", before={"earlier": 1}, checks=[soft], confirmed=True) is None
    assert AnswerProblem.DOUBTFUL in SOFT
    assert AnswerProblem.CONTRADICTS not in SOFT


def test_an_optional_item_left_empty_counts_as_missing():
    assert Given("q", "").coded is Given("q").coded is Reserved.MISSING
    assert Given("q", 0).coded == 0


def test_what_is_unusual_and_contradicts_others_is_looked_at_for_each():
    rule = {"id": "c", "at": "q", "when": {"item": "q", "at_least": 200}, "text": "Really?", "hard": False}
    minutes = item("q", "number", min=0, low=5, high=240)
    given = Given("q", 300)
    for expected in (AnswerProblem.UNUSUAL, AnswerProblem.DOUBTFUL):
        found = trouble(minutes, given, checks=[rule])
        assert found.problem is expected
        given = confirmed(given, found)
    assert trouble(minutes, given, checks=[rule]) is None
