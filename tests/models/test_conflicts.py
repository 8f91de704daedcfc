"""A conflict names a field of a row and each of its values."""

from datetime import UTC, datetime

from app.models.conflicts import Choice, Conflict
from app.models.journal import Kind


def test_a_conflict_holds_the_value_that_is_shown_and_every_choice() -> None:
    one = Choice(b"u", "Li", "wang", datetime(2026, 3, 1, tzinfo=UTC), "Seat 7", here=True)
    found = Conflict("caller", b"r", "name", Kind.LWW, "Li", "Li", (one,))
    assert found.choices[0].value == found.shown
