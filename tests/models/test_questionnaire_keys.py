import pytest

from app.models.questionnaire_answers import AnswerProblem, trouble_of
from app.models.questionnaire_keys import answer_of, begins_none, key_of
from app.models.questionnaire_logic import Around
from app.models.questionnaires import Reserved
from tests.surveys import item, made

TEN = [{"code": f"c{number}", "text": f"C{number}"} for number in range(1, 12)]


def typed(one, keys):
    return answer_of(made(one).items[0], keys)


@pytest.mark.parametrize(
    ("one", "keys", "value"),
    [
        (item("q"), "1", "yes"),
        (item("q"), " 2 ", "no"),
        (item("q", "single", options=TEN), "0", "c10"),
        (item("q", "single", options=TEN), "11", "c11"),
        (item("q", "multi"), "13", ["a", "c"]),
        (item("q", "multi"), "1, 3", ["a", "c"]),
        (item("q", "multi", options=TEN), "11", ["c11"]),
        (item("q", "multi", options=TEN), "1，11", ["c1", "c11"]),
        (item("q", "rating"), "10", 10),
        (item("q", "number"), "2.5", 2.5),
        (item("q", "text"), " 服务好 ", "服务好"),
        (item("q", "date"), "2026-05-01", "2026-05-01"),
        (item("q", "statement"), "", "read"),
    ],
)
def test_keys_become_the_answer(one, keys, value):
    assert typed(one, keys).value == value


def test_reserved_answers_have_keys_of_their_own():
    found = [typed(item("q", "rating"), keys).reserved for keys in ("-", "--", "/")]
    assert found == [Reserved.DONT_KNOW, Reserved.REFUSED, Reserved.NEVER_HAPPENED]


@pytest.mark.parametrize(
    ("one", "problem"),
    [(item("q"), AnswerProblem.UNKNOWN_OPTION), (item("q", "rating"), AnswerProblem.WRONG_KIND)],
)
def test_a_key_that_is_no_answer_is_told(one, problem):
    whole = made(one)
    assert trouble_of(whole.items[0], answer_of(whole.items[0], "x"), Around(whole, {}, {})).problem is problem


def test_the_tenth_option_has_the_key_zero():
    assert [key_of(place) for place in (0, 8, 9, 10)] == ["1", "9", "0", "11"]


@pytest.mark.parametrize(
    ("one", "begins", "nothing"),
    [
        (item("q"), ("", " ", "1", "2", "-", "--", "y", "yes"), ("3", "x", "/", "1x", "---")),
        (item("q", "consent", insist=True), ("1", "2"), ("-", "--", "3")),
        (item("q", never="I never did"), ("1", "/"), ("3",)),
        (item("q", "single", options=TEN), ("1", "0", "11", "c1"), ("12", "x")),
        (item("q", "multi", options=TEN[:4]), ("14", "1, ", "1, 4", "c", "--"), ("15", "1, 5", "x")),
        (item("q", "rating"), ("0", "1", "10", "--"), ("11", "7.5", "x", "/")),
        (item("q", "number"), ("1", "x", "/"), ()),
        (item("q", "text"), ("anything", "-x"), ()),
        (item("q", "statement"), ("6",), ()),
    ],
)
def test_what_begins_no_answer_is_known_from_its_first_key(one, begins, nothing):
    found = made(one).items[0]
    assert [keys for keys in begins if begins_none(found, keys)] == []
    assert [keys for keys in nothing if not begins_none(found, keys)] == []
