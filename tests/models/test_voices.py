"""A proposal goes only where a step leads."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.models.errors import FieldMissing
from app.models.voices import STEPS, Improvement, ImprovementState, ImprovementStepRefused, check_step

ONE = Improvement(b"i", "Shorter menu", "", b"p", datetime(2026, 3, 2, tzinfo=UTC))


def test_a_proposal_is_accepted_with_a_reason_and_an_owner():
    check_step(ONE, ImprovementState.ACCEPTED, "good", "Li")
    for note, owner in (("", "Li"), ("good", "")):
        with pytest.raises(FieldMissing):
            check_step(ONE, ImprovementState.ACCEPTED, note, owner)


def test_nothing_is_done_before_it_is_accepted():
    with pytest.raises(ImprovementStepRefused):
        check_step(ONE, ImprovementState.DONE, "done", "Li")
    assert STEPS[ImprovementState.DONE] == ()


def test_only_what_was_accepted_and_is_not_done_is_late():
    due = replace(ONE, due_on=date(2026, 3, 5))
    accepted = replace(due, state=ImprovementState.ACCEPTED)
    assert accepted.is_late(date(2026, 3, 6))
    assert not accepted.is_late(date(2026, 3, 5))
    assert not due.is_late(date(2026, 3, 6))
    assert not replace(accepted, state=ImprovementState.DONE).is_late(date(2026, 3, 6))
    assert not replace(accepted, due_on=None).is_late(date(2026, 3, 6))
