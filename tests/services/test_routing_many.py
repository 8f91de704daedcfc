"""Several inquiries are dispatched at once: each to its suggested unit, or all to one, with a reason where needed."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.errors import FieldMissing
from app.models.inquiries import State
from app.models.routing_rules import Condition, Rule, Table
from app.services import inquiries, routing_many, routing_rules, several, units
from app.services.office import Office
from app.services.routing_many import NoUnitSuggested
from tests.desk import NOON, sign_in
from tests.services.taking import take

RULES = (
    Rule("Fees", Condition(any_words=("bill",)), "U01", due="2bd"),
    Rule("Vaccines", Condition(any_words=("vaccine",)), "U02"),
)


@pytest.fixture
def three(office: Office) -> list[bytes]:
    """A bill, a vaccine, and what no rule knows; all of them new."""
    sign_in(office, "li")
    for code in ("U01", "U02"):
        office.do(units.save_unit, code, name=f"单位{code}")
    office.do(routing_rules.publish, Table(rules=RULES))
    sign_in(office, "wang")
    due_at = NOON + timedelta(days=1)
    texts = ("A wrong bill", "A vaccine", "Something else")
    return [
        take(office, Outcome.CALL_BACK, summary=text, due_at=due_at, number=f"139 0000 000{place}")
        for place, text in enumerate(texts)
    ]


def test_what_is_suggested_is_counted_unit_by_unit(office: Office, three) -> None:
    found = office.ask(routing_many.advise, three)
    assert [found.units[one] for one in three] == ["U01", "U02", ""]
    assert found.counted == [("U01", 1), ("U02", 1), ("", 1)]
    assert found.names["U01"] == ("单位U01", "单位U01")


def test_each_goes_to_its_unit_and_one_without_a_suggestion_is_told(office: Office, three) -> None:
    report = office.do(several.each, routing_many.dispatch, three).value
    assert report.done == tuple(three[:2])
    assert isinstance(report.refused[0].error, NoUnitSuggested)
    rows = [office.ask(inquiries.detail, one) for one in three]
    assert [(one.row.state, one.row.unit) for one in rows[:2]] == [(State.DISPATCHED, "U01"), (State.DISPATCHED, "U02")]
    assert rows[0].events[-1].routing["suggested"]["rule"] == rows[0].events[-1].reason == "Fees"
    assert (rows[1].row.due_at, rows[2].row.state) == (NOON + timedelta(days=1), State.IN_PROGRESS)


def test_all_go_to_one_unit_with_the_reason_kept_where_another_was_suggested(office: Office, three) -> None:
    said = {"unit": "U02", "override": "agreed", "due_at": NOON + timedelta(days=3), "reason": "The vaccine comes then"}
    assert office.do(several.each, routing_many.dispatch, three, **said).value.done == tuple(three)
    kept = [office.ask(inquiries.detail, one).events[-1].routing for one in three]
    assert [one.get("override") for one in kept] == ["agreed", None, None]


def test_another_unit_without_a_reason_is_refused_and_so_is_a_silent_move(office: Office, three) -> None:
    with pytest.raises(FieldMissing) as refused:
        office.do(routing_many.dispatch, three[0], unit="U02")
    assert refused.value.facts["field"] == "override"
    office.do(routing_many.dispatch, three[0])
    with pytest.raises(FieldMissing) as refused:
        office.do(routing_many.dispatch, three[0], unit="U02", override="agreed")
    assert refused.value.facts["field"] == "moved_for"
    office.do(routing_many.dispatch, three[0], unit="U02", override="agreed", moved_for="not_our_duty")
    assert office.ask(inquiries.detail, three[0]).events[-1].routing["moved_for"] == "not_our_duty"
