"""A claim lasts longer than a call."""

from datetime import timedelta

from app.models.claims import VALID


def test_a_claim_outlasts_a_long_call_and_its_outcome():
    assert timedelta(minutes=15) <= VALID
