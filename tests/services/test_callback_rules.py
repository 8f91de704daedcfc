"""Each reason has its limits, and days off are those of the center's calendar."""

from datetime import date

from app.models import retry_policy
from app.models.callbacks import CallbackReason
from app.models.campaign_cases import Campaign
from app.models.retry_policy import RetryPolicy
from app.services import callback_rules
from app.services.office import Office


def test_each_reason_has_its_limits() -> None:
    own = Campaign(b"c" * 16, "Spring", RetryPolicy(attempts=7))
    found = [callback_rules.policy_of(one, own if one is CallbackReason.CAMPAIGN else None) for one in CallbackReason]
    owed = retry_policy.OWED
    assert found == [owed, retry_policy.SATISFACTION, owed, own.policy, owed]
    assert len(callback_rules.table().by_code) == 40


def test_a_make_up_day_is_worked_and_a_holiday_is_not(office: Office) -> None:
    slots = office.ask(callback_rules.slots_of)
    assert slots.is_workday(date(2025, 9, 28))  # a Sunday worked for the National Day
    assert not slots.is_workday(date(2025, 10, 1))
    assert not slots.is_workday(date(2026, 3, 7))
    assert slots.is_workday(date(2026, 3, 9))
    assert office.ask(callback_rules.slots_of) is slots
