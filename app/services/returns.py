"""What units gave back: for which reasons, and how often the same inquiry went to and fro."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.figures import FigureMark
from app.models.inquiries import EventKind
from app.models.kpi_questions import Question
from app.models.kpis import RowSet
from app.models.periods import Stretch
from app.services import figures
from app.services.office import View
from app.store import figures as rows_of

#: The rows that the KPI of returned inquiries counts.
RETURNED = RowSet(Question.KEPT, FigureMark.MISSED)
#: Inquiries that are looked at, the newest of the period.
MOST = 50_000


@dataclass(frozen=True)
class Returns:
    """Of the inquiries opened in a period that a unit gave back: reason → how many times, and how many came back
    once, twice, three times and more often (``times``: number of returns → inquiries).
    """

    reasons: Mapping[str, int]
    times: Mapping[int, int]

    @property
    def inquiries(self) -> int:
        """Return how many inquiries were given back at all."""
        return sum(self.times.values())


def returns(view: View, stretch: Stretch) -> Returns:
    """Return what was given back of the inquiries opened in a period. Raises ``NotAllowed``."""
    view.require(Permission.SEE_INQUIRIES)
    positions = rows_of.behind(view.rows, [RETURNED], figures.moments(view, stretch), groups={}, limit=MOST)
    reasons, times = Counter[str](), Counter[int]()
    for found in rows_of.facts_of(view.rows, positions, ZoneInfo(view.settings.time_zone)):
        given_back = [one for one in found.facts.events if one.kind is EventKind.RETURNED]
        reasons.update(one.reason or "other" for one in given_back)
        times[len(given_back)] += 1
    return Returns(dict(reasons.most_common()), dict(sorted(times.items())))
