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
