"""What people said of a unit is not told where fewer than 25 did, nor where so few could be told from other periods.

Figures of interviews by unit stand beside the results of campaigns, so they are as careful. The months of a year and
the year are one table, so that neither another unit nor another month leaves a few over; quarters are told beside them
where they leave none over either. Weeks and days tell nothing of a unit: six days and their week would be the seventh.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.models.figures import SMALL, Figure, figure, suppressed
from app.models.intervals import SUPPRESSED_BELOW
from app.models.kpi_questions import Subject
from app.models.kpis import Kpi
from app.models.periods import Span, Stretch, holding
from app.models.withholding import WHOLE, Cell, days_told, may_stretch, quarters_of, total_is_shown, withheld
from app.services.office import View
from app.store import figures as rows_of

#: The dimension of which this holds.
UNIT = "unit"
_OF_MONTHS = (Span.MONTH, Span.QUARTER, Span.YEAR)


def hidden(cells: Mapping[str, Figure], kpi: Kpi, dimension: str, told: Mapping[str, bool] | None) -> dict[str, Figure]:
    """Return the cells of a comparison with those hidden that are not told.

    ``told``: which units a period tells, None where it tells none.
    """
    if dimension != UNIT or kpi.subject is not Subject.INTERVIEW:
        return suppressed(cells, SMALL)
    also = [key for key, one in cells.items() if one.size and (told is None or not told.get(key, True))]
    return suppressed(cells, SUPPRESSED_BELOW, also)


def told_units(view: View, kpi: Kpi, stretch: Stretch) -> dict[str, bool] | None:
    """Return of every unit whether a month, quarter or year tells nothing of a few people; None of weeks and days."""
    if stretch.span not in _OF_MONTHS:
        return None
    if kpi.subject is not Subject.INTERVIEW:
        return {}
    return _told(_months(view, kpi, stretch.start_on.year), stretch)


def _months(view: View, kpi: Kpi, year: int) -> dict[Cell, int]:
    """Return how many answered by unit and month of a year."""
    days, bucket = (date(year, 1, 1), date(year + 1, 1, 1)), Span.MONTH.value
    counted = rows_of.counted(view.rows, kpi.questions, days, dimension=UNIT, key=None, bucket=bucket)
    cells = {(unit, first[:7]): figure(kpi, counts).size for (unit, first), counts in counted.items()}
    return {cell: count for cell, count in cells.items() if count}


def _told(cells: Mapping[Cell, int], stretch: Stretch) -> dict[str, bool]:
    hidden_ones = withheld(cells)
    first, last = (day.isoformat()[:7] for day in (stretch.start_on, stretch.last_on))
    found: dict[str, bool] = {}
    for unit in {unit for unit, _ in cells}:
        own = {month: count for (name, month), count in cells.items() if name == unit}
        shown = {
            month for month, count in own.items() if count >= SUPPRESSED_BELOW and (unit, month) not in hidden_ones
        }
        if stretch.span is Span.YEAR:
            found[unit] = (unit, WHOLE) not in hidden_ones
        elif stretch.span is Span.MONTH:
            found[unit] = first in shown or first not in own
        else:
            whole = sum(own.values()) >= SUPPRESSED_BELOW and (unit, WHOLE) not in hidden_ones
            found[unit] = may_stretch(own, shown, whole=whole, stretch=(first, last), stretches=quarters_of)
    return found


def of_unit(view: View, kpis: Iterable[Kpi], unit: str, periods: Sequence[Stretch]) -> set[tuple[str, date]]:
    """Return the KPIs (id) and periods (first day) of a unit that are not told."""
    found: set[tuple[str, date]] = set()
    days, bucket = (periods[0].start_on, periods[-1].end_on), periods[-1].span.value
    for kpi in (one for one in kpis if one.subject is Subject.INTERVIEW):
        counted = rows_of.counted(view.rows, kpi.questions, days, dimension=UNIT, key=None, bucket=bucket)
        years = {one: _months(view, kpi, one) for one in {period.start_on.year for period in periods}}
        for period in periods:
            first = period.start_on.isoformat()
            cells = {key: figure(kpi, counts) for (key, day), counts in counted.items() if day == first}
            told = _told(years[period.start_on.year], period) if period.span in _OF_MONTHS else None
            if unit in cells and hidden(cells, kpi, UNIT, told)[unit].hidden:
                found.add((kpi.id, period.start_on))
    return found


def of_whole(view: View, kpis: Iterable[Kpi], periods: Sequence[Stretch]) -> set[tuple[str, date]]:
    """Return the KPIs (id) and periods (first day) of the whole center that are not told, since they or something of
    a unit beside them would tell what fewer than 25 people said: of a center with one unit the whole is that unit.
    """
    found: set[tuple[str, date]] = set()
    for kpi in (one for one in kpis if one.subject is Subject.INTERVIEW):
        years: dict[int, dict[Cell, int]] = {}
        for period in periods:
            for year in {period.start_on.year, period.last_on.year} - years.keys():
                years[year] = _months(view, kpi, year)
            if not _whole_is_told(view, kpi, period, years):
                found.add((kpi.id, period.start_on))
    return found


def _whole_is_told(view: View, kpi: Kpi, period: Stretch, years: Mapping[int, Mapping[Cell, int]]) -> bool:
    first, last = period.start_on.isoformat()[:7], period.last_on.isoformat()[:7]
    cells = years[period.start_on.year]
    if period.span in _OF_MONTHS:
        inside = {month for _, month in cells if first <= month <= last}
        return not inside or total_is_shown(cells, inside, quarters_of)
    days = _days(view, kpi, period)
    inside = {day for _, day in days if period.start_on.isoformat() <= day <= period.last_on.isoformat()}
    if not inside or first != last:
        return not inside
    mondays = {(at := date.fromisoformat(day)) - timedelta(days=at.weekday()) for _, day in days}
    weeks = [{(monday + timedelta(days=one)).isoformat() for one in range(7)} for monday in sorted(mondays)]
    within = [week for week in weeks if all(day[:7] == first for day in week)]
    told = days_told(days, within, whole=total_is_shown(cells, {first}, quarters_of))
    return not told.cut(inside)


def _days(view: View, kpi: Kpi, period: Stretch) -> dict[Cell, int]:
    """Return how many answered by unit and day of the months in which a period lies."""
    days = (holding(Span.MONTH, period.start_on).start_on, holding(Span.MONTH, period.last_on).end_on)
    counted = rows_of.counted(view.rows, kpi.questions, days, dimension=UNIT, key=None, bucket=Span.DAY.value)
    cells = {cell: figure(kpi, counts).size for cell, counts in counted.items()}
    return {cell: count for cell, count in cells.items() if count}
