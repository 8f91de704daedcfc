"""The limits of the specification, and how far a center may move them."""

from dataclasses import replace

import pytest

from app.models.errors import FieldInvalid
from app.models.retry_policy import (
    CAMPAIGN,
    HARD_LIMITS,
    OWED,
    SATISFACTION,
    OverHardLimit,
    RetryPolicy,
    check,
    from_table,
)


def test_the_defaults_are_those_of_the_specification_and_within_their_limits():
    assert (CAMPAIGN.attempts, CAMPAIGN.with_appointment, CAMPAIGN.per_day, CAMPAIGN.gap_min) == (5, 1, 2, 180)
    assert (CAMPAIGN.slots, CAMPAIGN.at_home_by, CAMPAIGN.span_days, CAMPAIGN.field_days) == (3, 3, 8, 42)
    for policy in (CAMPAIGN, OWED, SATISFACTION):
        check(policy)
    for name, (_, most) in HARD_LIMITS.items():
        with pytest.raises(OverHardLimit):
            check(replace(CAMPAIGN, **{name: most + 1}))


def test_a_policy_is_a_table_of_numbers():
    assert from_table({}) == RetryPolicy()
    assert from_table({"attempts": 7, "slots_only": False}).attempts == 7
    for table in ({"attempt": 7}, {"attempts": "7"}, {"attempts": True}, {"slots_only": 1}):
        with pytest.raises(FieldInvalid):
            from_table(table)


def test_the_last_attempt_falls_within_the_field_period():
    assert from_table({"span_days": 41, "field_days": 42}).span_days == 41
    for table in ({"span_days": 60, "field_days": 42}, {"span_days": 42}, {"span_days": 5, "field_days": 5}):
        with pytest.raises(OverHardLimit) as refused:
            from_table(table)
        assert refused.value.facts["field"] == "span_days"
        assert refused.value.facts["most"] == table.get("field_days", 42) - 1
    assert from_table({"field_days": 5}).span_days == 4
    assert from_table({"span_days": 90, "field_days": 0}).span_days == 90


def test_only_a_busy_line_is_dialed_again_within_the_hour():
    assert from_table({"busy_gap_min": 20}).busy_gap_min == 20
    assert from_table({"gap_min": 60}).gap_min == 60
    for table in ({"gap_min": 59}, {"busy_gap_min": 19}):
        with pytest.raises(OverHardLimit):
            from_table(table)
