from datetime import UTC, date, datetime, timedelta

import pytest

from app.scripts_library.script import State
from app.scripts_library.visibility import Standing, is_visible, overlap, standing, version_at
from tests.scripts_library.making import small

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"state": State.DRAFT}, Standing.DRAFT),
        ({"state": State.REVIEW}, Standing.REVIEW),
        ({"state": State.WITHDRAWN}, Standing.WITHDRAWN),
        ({}, Standing.LIVE),
        ({"effective_from": NOON}, Standing.LIVE),
        ({"effective_from": NOON + HOUR}, Standing.COMING),
        ({"effective_to": NOON}, Standing.EXPIRED),
        ({"effective_to": NOON + HOUR}, Standing.LIVE),
        ({"review_on": date(2026, 3, 1)}, Standing.LIVE),
        ({"review_on": date(2026, 2, 28)}, Standing.REVIEW_DUE),
        ({"review_on": date(2030, 1, 1), "doubted_on": date(2026, 3, 1)}, Standing.REVIEW_DUE),
    ],
)
def test_what_a_version_is_follows_from_state_and_times(fields: dict[str, object], expected: Standing):
    script = small(**{"state": State.APPROVED, **fields})
    assert standing(script, NOON) is expected
    assert is_visible(script, NOON) == (expected in (Standing.LIVE, Standing.REVIEW_DUE))


def test_the_version_of_a_past_conversation_is_the_one_of_its_time():
    first = small(version=1, state=State.APPROVED, effective_to=NOON)
    second = small(version=2, state=State.APPROVED, effective_from=NOON)
    draft = small(version=3)
    versions = (draft, second, first)
    assert version_at(versions, NOON - HOUR) == first
    assert version_at(versions, NOON) == second
    assert version_at((draft,), NOON) is None


def test_versions_overlap_only_when_both_are_approved_at_one_time():
    open_end = small(state=State.APPROVED, effective_from=NOON)
    before = small(state=State.APPROVED, effective_to=NOON)
    assert not overlap(open_end, before)
    assert overlap(open_end, small(state=State.APPROVED, effective_to=NOON + HOUR))
    assert overlap(open_end, small(state=State.APPROVED))
    assert not overlap(open_end, small(state=State.WITHDRAWN))
