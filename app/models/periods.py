"""Stretches of the center's calendar by which figures are told: days, weeks from Monday, months, quarters, years."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.models.errors import FieldInvalid


class Span(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}
_WRITTEN = re.compile(r"(\d{4})(?:-(?:W(\d{1,2})|Q([1-4])|(\d{2})(?:-(\d{2}))?))?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period: its first day, and the first day after it."""

    span: Span
    start_on: date
    end_on: date

    @property
    def last_on(self) -> date:
        """Return its last day."""
        return self.end_on - timedelta(days=1)

    def former(self, count: int = 1) -> "Stretch":
        """Return the period so many before."""
        if self.span in _MONTHS:
            return holding(self.span, _add_months(self.start_on, -count * _MONTHS[self.span]))
        return holding(self.span, self.start_on - count * (self.end_on - self.start_on))

    def __str__(self) -> str:
        """Return it as the command line takes it: ``2026``, ``2026-Q1``, ``2026-03``, ``2026-W10``, ``2026-03-02``."""
        if self.span is Span.WEEK:
            year, week, _ = self.start_on.isocalendar()
            return f"{year}-W{week:02}"
        if self.span is Span.QUARTER:
            return f"{self.start_on.year}-Q{(self.start_on.month + 2) // 3}"
        return self.start_on.isoformat()[: {Span.YEAR: 4, Span.MONTH: 7}.get(self.span, 10)]


def holding(span: Span, day: date) -> Stretch:
    """Return the period of a length that a day lies in."""
    if span is Span.DAY:
        return Stretch(span, day, day + timedelta(days=1))
    if span is Span.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Stretch(span, monday, monday + timedelta(days=7))
    length = _MONTHS[span]
    start = day.replace(month=(day.month - 1) // length * length + 1, day=1)
    return Stretch(span, start, _add_months(start, length))


def parse(text: str) -> Stretch:
    """Return the period that ``str`` wrote. Raises ``FieldInvalid``."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        raise FieldInvalid(field="period", value=text)
    year, week, quarter, month, day = found.groups()
    try:
        if week:
            return holding(Span.WEEK, date.fromisocalendar(int(year), int(week), 1))
        if quarter:
            return holding(Span.QUARTER, date(int(year), 3 * int(quarter), 1))
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise FieldInvalid(field="period", value=text) from None
    return holding(Span.DAY if day else Span.MONTH if month else Span.YEAR, first)


def _add_months(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
