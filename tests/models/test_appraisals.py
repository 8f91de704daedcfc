"""A total stands there only where every part was measured."""

from app.models.appraisals import PRACTICE_DAYS, WEIGHTS, AppraisalPart, Measured, practiced, total


def parts(*shares: float | None) -> tuple[Measured, ...]:
    return tuple(Measured(part, share, 3) for part, share in zip(AppraisalPart, shares, strict=True))


def test_a_total_is_the_weighted_sum_of_all_parts() -> None:
    assert sum(WEIGHTS.values()) == 1.0
    assert round(total(parts(1.0, 0.5, 0.25)) or 0, 6) == 0.65
    assert total(parts(1.0, None, 0.25)) is None


def test_more_days_than_asked_for_are_not_more_than_all() -> None:
    assert practiced(2 * PRACTICE_DAYS) == 1.0
    assert practiced(PRACTICE_DAYS // 2) == 0.5
