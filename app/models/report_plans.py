"""When a station makes documents by itself: which one, so many days after a period, into which folder."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from app.models.periods import Span, Stretch, holding

#: Files that a document can be written as.
FORMATS = ("pdf", "xlsx", "json")
#: Latest day after the end of a period on which its document is made: the first is 1.
LATEST_DAY = 28
#: So long after a document could not be made the next try comes.
AGAIN = timedelta(hours=1)
#: Periods that were missed, the station being off, and are still made.
_MISSED = 12


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """One station's plan of one document. ``since``: when it was made; ``by``: in whose name documents are made.

    ``day`` counts from the first day after a period (1) in the center's time zone. ``made`` is the newest period that
    was made ("" none), ``failed`` what went wrong in the last try ("" nothing).
    """

    id: str
    kind: str
    language: str
    day: int
    at: time
    folder: str
    formats: tuple[str, ...]
    by: str
    since: datetime
    made: str = ""
    made_from: str = ""
    tried_at: datetime | None = None
    failed: str = ""

    def due(self, span: Span, now: datetime) -> tuple[Stretch, ...]:
        """Return the periods whose document is to be made now, the earliest first. ``now`` is the center's time."""
        if self.failed and self.tried_at is not None and timedelta() <= now - self.tried_at < AGAIN:
            return ()
        newest = holding(span, now.date())
        found = (newest.former(count) for count in range(1, _MISSED + 1))
        return tuple(one for one in reversed(list(found)) if self._is_due(one, now))

    def _is_due(self, one: Stretch, now: datetime) -> bool:
        at = self.due_at(one, now)
        return self.since < at <= now and one.start_on.isoformat() > self.made_from

    def due_at(self, one: Stretch, now: datetime) -> datetime:
        """Return when the document of a period is made, in the time zone of ``now``."""
        return datetime.combine(one.end_on + timedelta(days=self.day - 1), self.at, now.tzinfo)

    def next_at(self, span: Span, now: datetime) -> datetime:
        """Return when the next document will be made."""
        one = holding(span, now.date()).former()
        while self.due_at(one, now) <= now:
            one = one.former(-1)
        return self.due_at(one, now)
