"""A claim lasts longer than a call."""

from datetime import UTC, datetime, timedelta

from app.models.claims import VALID, Fenced, is_late

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def test_a_claim_outlasts_a_long_call_and_its_outcome():
    assert timedelta(minutes=15) <= VALID


def test_who_dials_under_an_old_fence_after_another_one_is_late():
    mine, theirs = Fenced(NOON + timedelta(minutes=2), 1), Fenced(NOON, 2)
    assert is_late(mine, [mine, theirs])
    assert not is_late(theirs, [mine, theirs])
    assert not is_late(Fenced(NOON - timedelta(minutes=2), 1), [theirs])
    assert not is_late(Fenced(NOON + timedelta(days=40), 1), [theirs])
    assert not is_late(Fenced(NOON, None), [theirs])
