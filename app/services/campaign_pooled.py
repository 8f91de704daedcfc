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
    told = [one for one in found if one.change is not None]
    if len(told) < 2:
        return None
    tables = [comparisons.fourfold(*one.after, *one.before) for one in told]
    return PooledChange(
        len(told), comparisons.cmh(tables), comparisons.pooled_odds(tables), comparisons.breslow_day(tables)
    )
