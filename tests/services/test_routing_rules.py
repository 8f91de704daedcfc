from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.models.accounts import Permission
from app.models.contacts import Outcome
from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.models.routing_checks import RuleRemark, RulesCircle, RuleUnitGone
from app.models.routing_files import from_json
from app.models.routing_rules import Condition, Facts, Rule, Table
from app.services import contacts, routing_rules, units
from tests.desk import NOON, draft, sign_in

FEES = Rule("Fees", Condition(any_words=("收费", "bill")), "U01", urgency="high", due="2bd")
REST = Rule("Rest", unit="U02")


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    for code in ("U01", "U02"):
        office.do(units.save_unit, code, name=f"单位{code}")
    return office


def test_what_is_saved_decides_nothing_before_it_is_published(desk):
    assert desk.do(routing_rules.save, Table(rules=(FEES,))).value == 1
    assert desk.ask(routing_rules.decide, Facts("a bill")) is None
    assert desk.ask(routing_rules.standing).changed
    assert desk.do(routing_rules.publish, Table(rules=(FEES,))).value == 2
    assert desk.ask(routing_rules.decide, Facts("a bill")).rule == FEES
    assert not desk.ask(routing_rules.standing).changed


def test_the_newest_published_version_counts_and_the_same_again_makes_none(desk):
    desk.do(routing_rules.publish, Table(rules=(FEES, REST)))
    again = desk.do(routing_rules.publish, Table(rules=(FEES, REST)))
    assert (again.value, again.changes.touched) == (1, ())
    desk.do(routing_rules.publish, Table(rules=(replace(FEES, unit="U02"),)))
    assert desk.ask(routing_rules.decide, Facts("收费")).rule.unit == "U02"
    assert desk.ask(routing_rules.standing).table.number == 2


def test_an_operator_changes_no_rules_and_is_told_which_one_decides(desk):
    desk.do(routing_rules.publish, Table(rules=(FEES,)))
    sign_in(desk, "wang")
    for command in (routing_rules.save, routing_rules.publish):
        with pytest.raises(NotAllowed) as refused:
            desk.do(command, Table())
        assert refused.value.facts == {"permission": Permission.MANAGE_ROUTING.value}
    assert desk.ask(routing_rules.decide, Facts("bill")).rule.name == "Fees"


def test_a_unit_that_is_asked_no_longer_is_refused(desk):
    desk.do(units.deactivate, "U02")
    with pytest.raises(RuleUnitGone):
        desk.do(routing_rules.publish, Table(rules=(REST,)))
    with pytest.raises(FieldInvalid):
        desk.do(routing_rules.save, Table(rules=(replace(REST, due="soon"),)))


def test_a_calendar_that_is_not_known_is_refused(desk):
    with pytest.raises(RecordGone):
        desk.do(routing_rules.publish, Table(rules=(replace(REST, when=Condition(calendar="nowhere")),)))


def test_a_circle_over_two_published_tables_is_refused(desk):
    desk.do(routing_rules.publish, Table("fees", (FEES,)))
    desk.do(routing_rules.publish, Table(rules=(Rule("on", table="fees"), REST)))
    assert desk.ask(routing_rules.names) == ["main", "fees"]
    with pytest.raises(RulesCircle):
        desk.do(routing_rules.publish, Table("fees", (Rule("back", table="main"),)))


def test_a_calendar_is_asked_at_the_time_of_the_inquiry(desk):
    night = Rule("night", Condition(calendar="county-center", during=False), "U02")
    desk.do(routing_rules.publish, Table(rules=(night, replace(FEES, when=Condition()))))
    found = [
        desk.ask(routing_rules.decide, Facts(), at=datetime(2026, 3, 2, hour, tzinfo=UTC)).rule.unit for hour in (2, 14)
    ]
    assert found == ["U01", "U02"]


def test_a_table_goes_out_as_a_file_and_comes_back(desk):
    desk.do(routing_rules.publish, Table(rules=(FEES, REST)))
    text = desk.ask(routing_rules.export_text)
    assert routing_rules.read_text(text, file="x.json").rules == (FEES, REST) == from_json(text, file="x").rules


def test_dead_rules_are_told_while_a_table_is_worked_on(desk):
    desk.do(routing_rules.save, Table(rules=(FEES, replace(FEES, name="Again", unit="U02"))))
    assert [one.remark for one in desk.ask(routing_rules.standing).findings] == [RuleRemark.DEAD]


def test_a_table_is_tried_on_the_past_and_says_how_far_it_is(desk):
    sign_in(desk, "wang")
    for summary, unit in (("a bill", "U01"), ("a bill", "U02"), ("hpv", "U01")):
        opened = desk.do(contacts.start, draft(summary=summary, details=None, unit=unit, due_at=NOON)).value
        desk.do(contacts.finalize, opened, Outcome.DISPATCH)
    sign_in(desk, "li")
    told = Told()
    trial = desk.ask(routing_rules.try_on_past, Table(rules=(FEES,)), limit=9, progress=told)
    assert (trial.looked, trial.fired, trial.agreed) == (3, 2, 1)
    assert told.steps == [(0, 9)]


class Told:
    def __init__(self):
        self.steps = []

    def at(self, done, total=0, note=""):
        self.steps.append((done, total))


def test_a_rule_whose_unit_is_no_longer_asked_is_passed_over_and_named(desk):
    desk.do(routing_rules.publish, Table(rules=(FEES, REST)))
    desk.do(units.deactivate, "U01")
    assert desk.ask(routing_rules.decide, Facts("a bill")).rule == REST
    found = desk.ask(routing_rules.standing).findings
    assert [(one.place, one.remark) for one in found] == [(0, RuleRemark.UNIT_GONE)]
