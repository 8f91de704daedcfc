"""The days of a calendar that are set by hand, and the entries of a list of closures, as table models."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from app.models.calendars import DayChange, DifferentDay
from app.models.closures import ClosureLine
from app.models.opening_hours import shown_hours
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel
from app.ui.panes.settings.presenting import closed_days

_MOST = 100_000
_TONES = {DayChange.OFF: "danger", DayChange.WORK: "accent", DayChange.HOURS: "warning"}


class ExceptionTable(LazyTableModel):
    """Different days by date."""

    def __init__(self, parent: QObject | None = None) -> None:
        self.days: tuple[DifferentDay, ...] = ()
        columns = (
            Column("falls_on", QT_TRANSLATE_NOOP("tables", "Date"), 112, show=_date, sortable=False),
            Column(
                "kind", QT_TRANSLATE_NOOP("tables", "What it is"), 128, "chip", show=_kind, tone=_tone, sortable=False
            ),
            Column("hours", QT_TRANSLATE_NOOP("tables", "Opening hours"), 200, show=_hours, sortable=False),
            Column("note", QT_TRANSLATE_NOOP("tables", "Why"), 0, sortable=False),
        )
        super().__init__(columns, self._page, _date, page=_MOST, parent=parent)

    def show_days(self, days: Sequence[DifferentDay]) -> None:
        """Show these days."""
        self.days = tuple(sorted(days, key=_date))
        self.reload()

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[DifferentDay]:
        return self.days if after is None else ()


class ClosureTable(LazyTableModel):
    """Every entry of a list of closures, and what becomes of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        self.lines: tuple[ClosureLine, ...] = ()
        columns = (
            Column("number", QT_TRANSLATE_NOOP("tables", "Entry"), 56, "number", show=_number, sortable=False),
            Column("days", QT_TRANSLATE_NOOP("tables", "Dates"), 176, show=closed_days, sortable=False),
            Column("result", QT_TRANSLATE_NOOP("tables", "What or why"), 0, show=self._result, sortable=False),
            Column("title", QT_TRANSLATE_NOOP("tables", "Name"), 104, show=_title, sortable=False),
        )
        super().__init__(columns, self._page, _number, page=_MOST, parent=parent)

    def show_lines(self, lines: Sequence[ClosureLine]) -> None:
        """Show these entries."""
        self.lines = tuple(lines)
        self.reload()

    def _result(self, line: ClosureLine) -> str:
        if line.entry.refused is not None:
            return wording.label("closure_refusal", line.entry.refused, languages.current())
        added = self.tr("%n day(s) closed", "", line.added)
        known = self.tr("%n day(s) set already", "", line.known)
        return wording.names_in_a_row((added, known), languages.current()) if line.known else added

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[ClosureLine]:
        return self.lines if after is None else ()


def _date(one: DifferentDay) -> str:
    return one.falls_on.isoformat()


def _kind(one: DifferentDay) -> str:
    return wording.label("day_change", one.kind, languages.current())


def _tone(one: DifferentDay) -> str:
    return _TONES[one.kind]


def _hours(one: DifferentDay) -> str:
    return shown_hours(one.hours)


def _number(line: ClosureLine) -> str:
    return str(line.entry.number)


def _title(line: ClosureLine) -> str:
    return line.entry.title
