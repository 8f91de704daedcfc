from datetime import timedelta

import pytest

from app.models.errors import FieldInvalid, FieldMissing
from app.models.routing_rules import Condition, Facts, Rule, Table
from app.services import inquiry_steps, routing, routing_learning, routing_rules, units
from tests.desk import NOON, sign_in
from tests.services.test_routing_learning import dispatched

FEES = Facts("乱收费\n", "phone_in", "complaint.fees")


@pytest.fixture
def desk(office):
    """A desk where complaints about fees went to U01 and others to U02, and that was learned."""
    for place in range(8):
        dispatched(office, f"乱收费 {place}", "U01", category="complaint.fees")
        dispatched(office, "停车 parking", "U02", category="complaint.other")
    learn(office)
    return office


def learn(office):
    office.do(routing_learning.keep, office.ask(routing_learning.fitted))


def test_what_past_dispatches_teach_is_suggested_with_what_decided(desk):
    found = desk.ask(routing.explain, FEES)
    assert (found.by, found.unit, found.level) == ("learned", "U01", "category")
    assert found.probability > 0.8
    assert found.others[0][0] == "U02"


def test_where_the_category_is_unknown_the_words_decide_and_are_told(desk):
    found = desk.ask(routing.explain, Facts("他们乱收费 乱收费", "email"))
    assert (found.by, found.unit, found.level) == ("learned", "U01", "words")
    assert found.words == ("乱收费",), "pairs of characters that touch are told as the phrase that they make"


def test_what_is_not_likely_enough_is_no_suggestion(desk):
    found = desk.ask(routing.explain, Facts("hello"))
    assert (found.by, found.unit) == ("nothing", "")


def test_a_rule_comes_before_what_was_learned_and_names_itself(desk):
    sign_in(desk, "li")
    desk.do(units.save_unit, "U09", name="Nine")
    rule = Rule("Fees", Condition(any_words=("收费",)), "U09", urgency="high", due="2bd")
    desk.do(routing_rules.publish, Table(rules=(rule,)))
    found = desk.ask(routing.explain, FEES)
    assert (found.by, found.unit, found.rule, found.words) == ("rule", "U09", "Fees", ("收费",))
    assert (found.table, found.version, found.place, found.urgency, found.due) == ("main", 1, 1, "high", "2bd")
    assert found.stored() == {"by": "rule", "unit": "U09", "rule": "Fees", "table": "main", "version": 1}


def test_a_unit_that_is_asked_no_longer_is_not_suggested(desk):
    sign_in(desk, "li")
    desk.do(units.save_unit, "U01", name="One", active=False)
    assert desk.ask(routing.explain, FEES).unit != "U01"


def test_nothing_is_suggested_before_anything_was_learned(office):
    assert office.ask(routing.explain, FEES) == routing.Advice("nothing")
    assert office.ask(routing.is_due)


def test_it_is_learned_once_a_day(desk, clock):
    assert not desk.ask(routing.is_due)
    clock.advance(timedelta(days=1))
    assert desk.ask(routing.is_due)


def test_a_new_fit_is_used_at_once(desk):
    assert desk.ask(routing.explain, FEES).unit == "U01"
    for place in range(40):
        dispatched(desk, f"乱收费 {place}", "U02", category="complaint.fees")
    learn(desk)
    assert desk.ask(routing.explain, FEES).unit == "U02"


def test_what_was_suggested_is_kept_with_the_dispatch_and_counted(office):
    suggested = {"by": "rule", "unit": "U01", "rule": "Fees", "table": "main", "version": 1}
    taken = dispatched(office, "a bill", "U01", suggested=suggested).inquiry
    with pytest.raises(FieldMissing) as refused:
        dispatched(office, "a bill", "U02", suggested=suggested)
    assert refused.value.facts == {"field": "override"}
    dispatched(office, "a bill", "U02", suggested=suggested, override="other", override_note="new duty")
    office.do(inquiry_steps.take, taken, "return_back", reason="not_our_duty")
    found = office.ask(routing.routed_right_first_time, NOON, NOON + timedelta(hours=1))
    assert (found.numerator, found.denominator, found.suggested, found.taken) == (0, 1, 2, 1)
    assert found.overrides == {"other": 1}
    first = found.rows[0]
    assert (first.suggested, first.source, first.reason) == ("U01", "rule", "not_our_duty")
    assert office.ask(routing.routed_right_first_time, NOON + timedelta(hours=1), NOON + timedelta(hours=2)).rows == ()


def test_a_dispatch_that_moves_an_inquiry_says_why(office):
    inquiry = dispatched(office, "a bill", "U01").inquiry
    later = NOON + timedelta(days=1)
    with pytest.raises(FieldInvalid):
        office.do(inquiry_steps.take, inquiry, "dispatch", unit="U02", due_at=later, reason="sooner", moved_for="mood")
    office.do(
        inquiry_steps.take, inquiry, "dispatch", unit="U02", due_at=later, reason="sooner", moved_for="wrong_area"
    )
    found = office.ask(routing.routed_right_first_time, NOON, later)
    assert [(row.unit, row.reason) for row in found.rows] == [("U01", "wrong_area")]
