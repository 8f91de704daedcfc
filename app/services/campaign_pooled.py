"""Before against after over all institutions at once: each is its own control, so that none is weighed by its size."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models import comparisons
from app.models.comparisons import Evidence
from app.models.intervals import Interval
from app.services.campaign_results import Compared


@dataclass(frozen=True)
class PooledChange:
    """``test`` is Cochran, Mantel and Haenszel's, ``odds`` the common odds ratio (above 1: it rose), ``same`` the test
    of Breslow and Day: a small p says that institutions changed differently, and one ratio does not stand for all.
    """

    institutions: int
    test: Evidence
    odds: Interval | None
    same: Evidence


def pooled(found: Sequence[Compared]) -> PooledChange | None:
    """Return the change over the institutions that have enough answers on both sides; None with fewer than two."""
    tables = [comparisons.fourfold(*sides[1], *sides[0]) for sides in map(_shown, found) if sides is not None]
    if len(tables) < 2:
        return None
    return PooledChange(
        len(tables), comparisons.cmh(tables), comparisons.pooled_odds(tables), comparisons.breslow_day(tables)
    )


def _shown(one: Compared) -> tuple[tuple[int, int], tuple[int, int]] | None:
    (before, before_of), (after, after_of) = one.before, one.after
    return None if one.change is None or before is None or after is None else ((before, before_of), (after, after_of))
