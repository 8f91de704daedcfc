from app.models.questionnaire_reach import MOST, Reach
from app.models.questionnaires import END, Condition
from tests.surveys import item, made


def reach(*items, **more):
    whole = made(*items, **more)
    return Reach(whole), whole.item


def test_an_item_is_reached_where_some_answers_lead_to_it():
    found, one = reach(item("q1"), item("q2", when={"item": "q1", "is": ["yes"]}))
    assert found.can_be_asked(one("q2"))


def test_a_condition_against_itself_is_never_met():
    both = {"all": [{"item": "q1", "is": ["yes"]}, {"item": "q1", "is": ["no"]}]}
    found, one = reach(item("q1"), item("q2", when=both), item("q3", when={"answered": "q2"}))
    assert found.can_be_asked(one("q2")) is False
    assert found.can_be_asked(one("q3")) is False


def test_a_skip_over_all_that_would_open_an_item_is_seen():
    skip = [{"on": ["yes", "!DK"], "to": "q4"}]
    found, one = reach(item("q1", skip=skip), item("q2"), item("q3", when={"item": "q1", "is": ["yes"]}), item("q4"))
    assert found.can_be_asked(one("q2"))
    assert found.can_be_asked(one("q3")) is False
    assert found.can_be_asked(one("q4"))


def test_both_sides_of_a_limit_are_tried():
    found, one = reach(
        item("n", "number", min=0, max=10),
        item("q1", when={"item": "n", "at_least": 10}),
        item("q2", when={"item": "n", "at_least": 11}),
        item("q3", when={"field": "age", "at_least": 60}),
        item("q4", when={"all": [{"field": "age", "at_least": 60}, {"field": "age", "at_most": 59}]}),
    )
    assert [found.can_be_asked(one(name)) for name in ("q1", "q2", "q3", "q4")] == [True, False, True, False]


def test_a_computed_item_is_computed_on_the_way():
    found, one = reach(
        item("r1", "rating"), item("r2", "rating"), item("sum", "computed", compute={"sum": ["r1", "r2"]}),
        item("q1", when={"item": "sum", "at_least": 20}), item("q2", when={"item": "sum", "at_least": 21}),
    )  # fmt: skip
    assert found.can_be_asked(one("q1"))
    assert found.can_be_asked(one("q2")) is False


def test_with_too_many_combinations_nothing_is_claimed():
    many = [item(f"q{number}", "single") for number in range(9)]
    all_of = {"all": [*({"item": f"q{n}", "is": ["a"]} for n in range(9)), {"item": "q0", "is": ["b"]}]}
    found, one = reach(*many, item("last", when=all_of))
    assert MOST < 4**9
    assert found.can_be_asked(one("last")) is None


def test_a_condition_can_hold_at_an_item_or_at_the_end():
    gate = item("agree", "consent", gate=True)
    found, _ = reach(gate, item("q1"), item("q2"))
    refused = Condition("is", "agree", ("no",))
    assert found.can_hold(refused)
    assert found.can_hold(refused, at="q2") is False


def test_a_condition_on_the_end_bears_on_nothing():
    found, one = reach(item("q1"), item("q2", when={"answered": END}))
    assert found.bearing_on(["q2"]) == {"q2"}
    assert found.can_be_asked(one("q2")) is False
