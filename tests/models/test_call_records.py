"""Attempts, their outcomes and leases are facts; an appointment and a case go on."""

from app.models import call_records
from app.models.entities import ENTITIES


def test_what_was_dialed_is_a_fact_and_written_once() -> None:
    facts = {one.name for one in vars(call_records).values() if getattr(one, "fact", False)}
    assert facts == {"attempt", "attempt_outcome", "lease"}
    assert {"appointment", "campaign", "campaign_case", *facts} <= set(ENTITIES)
