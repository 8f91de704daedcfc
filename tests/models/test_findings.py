from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.models.errors import FieldMissing
from app.models.findings import (
    ENDED,
    NEEDED,
    STEPS,
    Finding,
    FindingEvent,
    FindingSource,
    FindingState,
    FindingStepRefused,
    VerifiedBySelf,
    check_step,
    recurrences,
)
from app.models.questionnaires import Severity

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
S = FindingState
OPEN = Finding(
    b"f", "F1", "Rude", "complaint.attitude", Severity.NORMAL, "H1", FindingSource.INTERVIEW, NOON,
    NOON + timedelta(days=7), NOON + timedelta(days=21),
)  # fmt: skip
ALL = {"note": "n", "measure": "m", "owner": "o", "due_at": "2026-03-09", "evidence": "e", "institution": "H1"}


def test_every_step_of_the_table_can_be_taken_and_no_other():
    for state in S:
        for wanted in S:
            at = replace(OPEN, state=state, done_by=b"other")
            if wanted in STEPS[state]:
                check_step(at, wanted, ALL, b"me")
            else:
                with pytest.raises(FindingStepRefused):
                    check_step(at, wanted, ALL, b"me")


def test_every_state_leads_to_an_end():
    reached = set(ENDED)
    for _ in S:
        reached |= {state for state, steps in STEPS.items() if reached & set(steps)}
    assert reached == set(S)


@pytest.mark.parametrize(("wanted", "names"), NEEDED.items())
def test_what_belongs_to_a_step_has_to_be_said(wanted, names):
    at = next(state for state, steps in STEPS.items() if wanted in steps)
    for name in names:
        with pytest.raises(FieldMissing) as found:
            check_step(replace(OPEN, state=at, institution=""), wanted, {**ALL, name: " "}, b"me")
        assert found.value.facts["field"] == name


def test_nobody_verifies_their_own_work():
    done = replace(OPEN, state=S.DONE, done_by=b"me")
    with pytest.raises(VerifiedBySelf):
        check_step(done, S.VERIFIED, ALL, b"me")
    check_step(done, S.VERIFIED, ALL, b"other")


def test_what_is_due_next_follows_the_state():
    assert OPEN.next_due() == OPEN.reply_due_at
    planned = replace(OPEN, state=S.PLANNED, due_at=NOON + timedelta(days=9))
    assert planned.next_due() == planned.due_at
    assert replace(OPEN, state=S.DONE).next_due() == OPEN.close_due_at
    assert replace(OPEN, state=S.CLOSED).next_due() is None
    assert OPEN.is_late(NOON + timedelta(days=8))
    assert not OPEN.is_late(NOON)
    assert not replace(OPEN, state=S.UNFOUNDED).is_late(NOON + timedelta(days=99))


def test_the_same_at_the_same_place_within_ninety_days_is_a_recurrence():
    closed = replace(OPEN, state=S.CLOSED, closed_at=NOON + timedelta(days=10))
    again, late, elsewhere = (
        replace(OPEN, id=name, opened_at=NOON + timedelta(days=days), institution=place)
        for name, days, place in ((b"a", 100, "H1"), (b"l", 101, "H1"), (b"e", 20, "H2"))
    )
    assert recurrences([late, again, elsewhere, closed]) == [(closed, again)]
    assert recurrences([closed]) == []


def test_a_step_is_told_by_where_it_led_or_by_what_was_done_that_led_nowhere():
    step = FindingEvent(S.DONE, "", {"evidence": "Roster"}, NOON, b"me")
    assert step.told == ("finding_state", "done")
    assert replace(step, said={"verify_by": "li"}).told == ("finding_column", "verification_asked")
    assert replace(step, said={"taken_back": "sent"}).told == ("finding_column", "sending_taken_back")
