import json
from datetime import date

import pytest

from app.models.routing_files import RulesBroken, from_json, parse_hours, to_json
from app.models.routing_rules import Condition, Rule, Table

WHEN = Condition(
    ("phone_in",), ("complaint",), ("收费", "bill"), ("退",), ("City",), ("patient",), ("mon",),
    ((510, 720), (1320, 360)), "county-center", during=False,
)  # fmt: skip
TABLE = Table(
    "main",
    (
        Rule("Fees", WHEN, "U03", urgency="high", due="2bd", from_on=date(2026, 1, 1), until_on=date(2026, 12, 31)),
        Rule("Rest", table="rest"),
    ),
)


def test_a_table_is_read_back_as_it_was_written():
    assert from_json(to_json(TABLE), file="x.json") == TABLE
    assert json.loads(to_json(TABLE))["rules"][0]["when"]["hours"] == ["08:30-12:00", "22:00-06:00"]


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ({"name": "a"}, "$.rules[0]"),
        ({"name": "a", "unit": "U1", "table": "b"}, "$.rules[0]"),
        ({"unit": "U1"}, "$.rules[0].name"),
        ({"name": "a", "unit": "U1", "until": "soon"}, "$.rules[0].until"),
        ({"name": "a", "unit": "U1", "urgency": "very"}, "$.rules[0].urgency"),
        ({"name": "a", "unit": "U1", "when": {"channels": ["fax"]}}, "$.rules[0].when.channels[0]"),
        ({"name": "a", "unit": "U1", "when": {"hours": ["8-12"]}}, "$.rules[0].when.hours[0]"),
        ({"name": "a", "unit": "U1", "when": {"chanels": ["email"]}}, "$.rules[0].when.chanels"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_place(rule, place):
    with pytest.raises(RulesBroken) as refused:
        from_json(json.dumps({"format": 1, "rules": [rule]}), file="x.json")
    assert refused.value.facts["place"] == place


def test_a_newer_format_is_refused():
    with pytest.raises(RulesBroken):
        from_json('{"format": 2, "rules": []}', file="x.json")


@pytest.mark.parametrize(
    ("text", "hours"),
    [("08:30-12:00 13:00–17:00", ((510, 720), (780, 1020))), ("", ()), ("8", None), ("09:00-09:00", None)],
)
def test_hours_are_typed_as_parts_of_the_day(text, hours):
    assert parse_hours(text) == hours
