"""Proposals are facts; pins and stars are changed and taken back."""

from app.models.entities import ENTITIES
from app.models.journal import Kind


def test_a_proposal_stays_and_a_pin_can_be_taken_back() -> None:
    assert ENTITIES["script_proposal"].fact
    for name in ("script_pin", "script_star"):
        assert "deleted_at" in ENTITIES[name].by_name
        assert ENTITIES[name].by_name["key"].kind is Kind.ONCE
