from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.calendars import IntervalsOverlap
from app.models.errors import FieldInvalid, FieldMissing
from app.models.routing_checks import (
    Finding,
    RuleNamedTwice,
    RuleRemark,
    RulesCircle,
    RuleTableGone,
    RuleTakesAll,
    RuleUnitGone,
    can_meet,
    check_rule,
    check_table,
    findings,
)
from app.models.routing_rules import Condition, Facts, Rule, Table, fits

TODAY = date(2026, 3, 2)
UNITS = {"U01", "U02"}


def rule(name="a", unit="U01", *, table="", from_on=None, until_on=None, **when):
    return Rule(name, Condition(**when), "" if table else unit, table, from_on=from_on, until_on=until_on)


def found_in(*rules):
    return findings(rules, TODAY)


def test_a_rule_that_earlier_ones_cover_is_dead_and_they_are_named():
    first = rule("a", any_words=("发热",), categories=("consult",))
    dead = rule("c", "U02", any_words=("发热门诊", "孩子发热"), categories=("consult.outbreak",), channels=("email",))
    assert found_in(first, rule("b", areas=("X",)), dead) == [Finding(RuleRemark.DEAD, 2, (0,))]


def test_several_rules_together_can_leave_nothing():
    day, night = rule("day", hours=((480, 1080),)), rule("night", hours=((1080, 480),))
    assert found_in(day, night, rule("late", "U02", days=("sun",))) == [Finding(RuleRemark.DEAD, 2, (0, 1))]
    early = rule("early", until_on=date(2026, 6, 30))
    after = rule("after", from_on=date(2026, 7, 1))
    assert found_in(early, after, rule("x")) == [Finding(RuleRemark.DEAD, 2, (0, 1))]
    working, else_ = rule("w", calendar="k"), rule("e", calendar="k", during=False)
    assert found_in(working, else_, rule("x", areas=("A",))) == [Finding(RuleRemark.DEAD, 2, (0, 1))]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ({"any_words": ("birth certificate",)}, {"all_words": ("birth", "certificate")}),
        ({"any_words": ("refund",)}, {"any_words": ("refund*",)}),
        ({"any_words": ("发热",)}, {"any_words": ("发热", "咳嗽")}),
        ({"calendar": "k"}, {"calendar": "l"}),
        ({"categories": ("consult.outbreak",)}, {"categories": ("consult",)}),
        ({"hours": ((480, 1080),)}, {"hours": ((480, 1081),)}),
    ],
)
def test_a_rule_that_can_still_fire_is_not_dead(first, later):
    assert RuleRemark.DEAD not in [one.remark for one in found_in(rule("a", **first), rule("b", "U02", **later))]


def test_an_overlap_is_told_but_no_exception_before_its_rule():
    channel, area = rule("a", channels=("email",)), rule("b", "U02", areas=("City",))
    assert found_in(channel, area) == [Finding(RuleRemark.OVERLAP, 1, (0,))]
    assert found_in(rule("a", channels=("email",), areas=("City",)), area) == []
    assert found_in(channel, rule("b", "U01", areas=("City",))) == []


def test_a_rule_whose_time_is_over_is_told():
    assert found_in(rule(until_on=TODAY - timedelta(days=1))) == [Finding(RuleRemark.ENDED, 0)]


def test_what_excludes_each_other_never_meets():
    assert not can_meet(rule(channels=("email",)), rule(channels=("wechat",)))
    assert not can_meet(rule(calendar="k"), rule(calendar="k", during=False))
    assert not can_meet(rule(hours=((480, 600),)), rule(hours=((600, 700),)))
    assert not can_meet(rule(until_on=TODAY), rule(from_on=TODAY + timedelta(days=1)))


@pytest.mark.parametrize(
    ("wrong", "error", "field"),
    [
        (rule(" "), FieldMissing, "rule_name"),
        (rule("x" * 81), FieldInvalid, "rule_name"),
        (Rule("a"), FieldMissing, "unit"),
        (Rule("a", unit="U01", table="b"), FieldInvalid, "table"),
        (rule(from_on=TODAY, until_on=date(2026, 1, 1)), FieldInvalid, "until_on"),
        (Rule("a", unit="U01", due="soon"), FieldInvalid, "due"),
        (Rule("a", unit="U01", urgency="very"), FieldInvalid, "urgency"),
        (rule(channels=("fax",)), FieldInvalid, "channels"),
        (rule(days=("monday",)), FieldInvalid, "days"),
        (rule(hours=((480, 600), (540, 700))), IntervalsOverlap, "hours"),
    ],
)
def test_what_is_wrong_is_said_of_its_field_and_rule(wrong, error, field):
    with pytest.raises(error) as refused:
        check_rule(wrong)
    assert refused.value.facts["field"] == field
    with pytest.raises(error) as refused:
        check_table(Table(rules=(wrong,)), {}, units=UNITS)
    assert refused.value.facts["rule"] == wrong.name


@pytest.mark.parametrize(
    ("rules", "error"),
    [
        ((rule(unit="U99"),), RuleUnitGone),
        ((rule(table="nowhere"),), RuleTableGone),
        ((rule(table="main"),), RulesCircle),
        ((rule(table="b"),), RulesCircle),
        ((rule(), rule("b", areas=("X",))), RuleTakesAll),
        ((rule(areas=("X",)), rule(areas=("Y",))), RuleNamedTwice),
    ],
)
def test_a_table_that_leads_nowhere_is_refused(rules, error):
    back = Table("b", (rule("back", table="main"),))
    with pytest.raises(error):
        check_table(Table(rules=rules), {"b": back}, units=UNITS)


def test_a_rule_without_conditions_may_be_the_last_or_hold_for_a_time_only():
    week = rule("week", from_on=TODAY, until_on=TODAY + timedelta(days=7))
    check_table(Table(rules=(week, rule("a", areas=("X",)), rule("else"))), {}, units=UNITS)


conditions = st.builds(
    Condition,
    channels=st.sampled_from([(), ("email",), ("email", "wechat"), ("wechat",)]),
    categories=st.sampled_from([(), ("c",), ("c.d",), ("e",)]),
    any_words=st.sampled_from([(), ("fee",), ("fee", "bill"), ("bill*",)]),
    days=st.sampled_from([(), ("mon",), ("mon", "tue")]),
    hours=st.sampled_from([(), ((0, 720),), ((720, 1440),)]),
)
facts = st.builds(
    Facts,
    text=st.sampled_from(["", "a fee", "bills and fees", "billing"]),
    channel=st.sampled_from(["email", "wechat", "letter"]),
    category=st.sampled_from(["c", "c.d.x", "e"]),
    at=st.sampled_from(
        [datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 3, 15, tzinfo=UTC), datetime(2026, 3, 4, 9, tzinfo=UTC)]
    ),
)


@given(st.lists(conditions, min_size=2, max_size=4), st.lists(facts, min_size=8, max_size=8))
def test_a_dead_rule_never_decides_anything(many, tried):
    table = [Rule(str(place), when, "U01") for place, when in enumerate(many)]
    for one in findings(table, TODAY):
        if one.remark is RuleRemark.DEAD:
            covering = [table[place] for place in one.others]
            assert all(any(fits(each, fact) for each in covering) for fact in tried if fits(table[one.place], fact))
