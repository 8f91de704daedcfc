"""A conflict names a field of a row and each of its values."""

from datetime import UTC, datetime, timedelta

from app.models.conflicts import Choice, Conflict, Rates, excerpts, overdue
from app.models.journal import Kind


def test_a_conflict_holds_the_value_that_is_shown_and_every_choice() -> None:
    one = Choice(b"u", "Li", "wang", datetime(2026, 3, 1, tzinfo=UTC), "Seat 7", here=True)
    found = Conflict("caller", b"r", "name", Kind.LWW, "Li", "Li", (one,))
    assert found.choices[0].value == found.shown


NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _conflict(entity: str, *hours_ago: int) -> Conflict:
    choices = (Choice(b"u", "Li", "wang", NOON - timedelta(hours=one), "", here=True) for one in hours_ago)
    return Conflict(entity, b"r", "name", Kind.LWW, "Li", "Li", tuple(choices))


def test_a_conflict_begins_with_the_last_value_and_only_clinical_ones_become_late() -> None:
    fresh, late, later = (_conflict("caller", 90, ago) for ago in (23, 24, 50))
    assert late.since == NOON - timedelta(hours=24)
    assert overdue([fresh, late, later, _conflict("unit", 90)], NOON, 24) == (later, late)
    assert overdue([later], NOON, 0) == ()


def test_a_clock_a_year_ahead_keeps_nothing_from_becoming_late() -> None:
    found = _conflict("caller", 30, -24 * 365)
    assert found.began(NOON) == NOON - timedelta(hours=30)
    assert overdue([found], NOON, 24) == (found,)


def test_long_texts_are_shown_from_where_they_begin_to_differ() -> None:
    same = "the same beginning of a long story that two people told " * 3
    assert excerpts(["Li", "Lee  of\nthe East"]) == ["Li", "Lee of the East"]
    one, other = excerpts([f"{same}came on Monday", f"{same}came on Tuesday, and {same}"])
    assert one.startswith("…")
    assert one.endswith("told came on Monday")
    assert "came on Tuesday, and the same" in other
    assert other.endswith("…")
    assert excerpts(["x" * 90, "y"]) == ["x" * 72 + "…", "y"]
    assert excerpts(["针" * 40]) == ["针" * 36 + "…"]


def test_a_rate_is_told_for_a_thousand_saves_and_not_without_any() -> None:
    assert Rates(9, 5.0, 2, 1, 6000).per_thousand == 0.5
    assert Rates(0, None, 0, 0, 0).per_thousand is None
