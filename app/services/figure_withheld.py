"""What people said of a unit is not told where fewer than 25 did, nor where so few could be told from other periods.

Figures of interviews by unit stand beside the results of campaigns, so they are as careful. The months of a year and
the year are one table, so that neither another unit nor another month leaves a few over; quarters are told beside them
where they leave none over either. Weeks and days tell nothing of a unit: six days and their week would be the seventh.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.models.figures import SMALL, Figure, figure, suppressed
from app.models.intervals import SUPPRESSED_BELOW
from app.models.kpi_questions import Subject
from app.models.kpis import Kpi
from app.models.periods import Span, Stretch
from app.models.withholding import WHOLE, Cell, Told, runs, tells_more, withheld
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
        shown = [
            month for month, count in own.items() if count >= SUPPRESSED_BELOW and (unit, month) not in hidden_ones
        ]
        if stretch.span is Span.YEAR:
            found[unit] = (unit, WHOLE) not in hidden_ones
        elif stretch.span is Span.MONTH:
            found[unit] = first in shown or first not in own
        else:
            whole = sum(own.values()) >= SUPPRESSED_BELOW and (unit, WHOLE) not in hidden_ones
            found[unit] = _quarter(own, Told(*([own] if whole else []), *([one] for one in shown)), (first, last))
    return found


def _quarter(own: Mapping[str, int], told: Told, ends: tuple[str, str]) -> bool:
    """Say whether a quarter leaves no few over beside the year and the months that are told; the earlier one first."""
    months = sorted(own)
    secrets = [[months[place] for place in one] for one in runs([own[name] for name in months])]
    for first in ("01", "04", "07", "10"):
        start = f"{ends[0][:5]}{first}"
        parts = [one for one in months if start <= one <= f"{ends[0][:5]}{int(first) + 2:02}"]
        fits = sum(own[one] for one in parts) >= SUPPRESSED_BELOW and not tells_more(told, parts, secrets)
        if start == ends[0]:
            return fits
        if fits:
            told.show(parts)
    return False


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
