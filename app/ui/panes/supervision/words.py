"""The texts of the supervision pane that are put together from what was counted."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from PySide6.QtCore import QObject

from app.models.clocks import ClockState
from app.models.inquiries import InquiryRow
from app.models.supervision import Load
from app.services import wording
from app.services.supervision import Item
from app.ui.kit import languages
from app.ui.kit.presenting_time import duration, exact, moment, number, relative


class Words(QObject):
    """Says what was counted, in the language of the window."""

    def load(self, load: Load) -> str:
        """Return what a cell counts, for ears and a tool tip."""
        parts = [
            self.tr("{count} late").format(count=number(load.late)) if load.late else "",
            self.tr("{count} due soon").format(count=number(load.soon)) if load.soon else "",
            self.tr("{count} on time").format(count=number(load.on_time)) if load.on_time else "",
            self.tr("{count} without a due time").format(count=number(load.undated)) if load.undated else "",
        ]
        return wording.names_in_a_row((part for part in parts if part), languages.current())

    def due(self, at: datetime | None, now: datetime, zone: tzinfo) -> str:
        """Return a due time at a glance: "in 2 h", "3 h late"."""
        if at is None:
            return ""
        if at < now:
            return self.tr("{span} late").format(span=duration(now - at, languages.current()))
        return relative(at, now, languages.current(), zone)

    def promises(self, row: InquiryRow, now: datetime, zone: tzinfo) -> str:
        """Return the promises that run, the soonest first: "Accept 3 h late · Resolve tomorrow 16:30"."""
        running = sorted(
            (mark for mark in row.clocks if mark.met_at is None and mark.state is not ClockState.PAUSED), key=_due_of
        )
        if not running:
            return self.due(row.falls_due_at, now, zone)
        return " · ".join(f"{_target(mark.target.value)} {self.due(mark.due_at, now, zone)}" for mark in running)

    def tip(self, row: InquiryRow, zone: tzinfo) -> str:
        """Return the due times of all promises exactly, one in a line."""
        lines = [f"{_target(one.target.value)} {exact(one.due_at, languages.current(), zone)}" for one in row.clocks]
        return "\n".join(lines or ([exact(row.due_at, languages.current(), zone)] if row.due_at else []))

    def why_returned(self, item: Item) -> str:
        """Return why an inquiry came back the last time."""
        back = item.returned
        if back is None:
            return ""
        reason = wording.label("return_reason", back.reason, languages.current())
        return " · ".join(part for part in (reason, back.note or "") if part)

    def asked(self, item: Item, now: datetime, zone: tzinfo) -> str:
        """Return what is asked for with an extension: days, legal basis, reason, by whom and when."""
        return " · ".join(part for part in self._asked(item, now, zone) if part)

    def _asked(self, item: Item, now: datetime, zone: tzinfo) -> Iterator[str]:
        asked = item.asked
        if asked is not None:
            yield self.tr("%n day(s)", "", asked.days or 0)
            yield asked.basis or ""
            yield asked.reason or ""
            yield asked.by_name or ""
            yield moment(asked.at, now, languages.current(), zone)


def _due_of(mark: object) -> datetime:
    return mark.due_at  # type: ignore[attr-defined, no-any-return]


def _target(name: str) -> str:
    return wording.label("target", name, languages.current())
