"""Tables of documents: numbers as numbers, and of every figure how many of how many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.models.figures import SMALL, Figure
from app.models.kpi_questions import Question
from app.models.kpis import Kpi, Measure

_HUNDRED = 100
_S = "\u00a0s"
#: What is asked about the time of people: its counts are seconds.
_TIMES = frozenset(one for one in Question if one.value.startswith("time_"))


@dataclass(frozen=True, slots=True)
class Share:
    """A figure with what it is made of. ``value``: a share from 0 to 1, or a text such as ``7 s``.

    ``units`` of the two counts: "" for things, else a unit of time.
    """

    value: float | str
    numerator: int
    denominator: int
    units: tuple[str, str] = ("", "")


Cell = str | int | float | Share | None


@dataclass(frozen=True)
class Sheet:
    """A table with its numbers as numbers (shares from 0 to 1), and texts that stand before it.

    ``is_document``: a workbook shows fractions as percentages.
    """

    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    texts: tuple[str, ...] = ()
    is_document: bool = True

    @property
    def shown(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows as a paper shows them."""
        return tuple(tuple(map(_shown, row)) for row in self.rows)

    def spread(self, numerator: str, denominator: str) -> "Sheet":
        """Return it for other programs: after each figure its numerator and denominator in columns of their own."""
        split = [any(isinstance(row[place], Share) for row in self.rows) for place in range(len(self.columns))]
        columns: list[str] = []
        for name, parted in zip(self.columns, split, strict=True):
            columns += [name, f"{name}: {numerator}", f"{name}: {denominator}"] if parted else [name]
        return replace(self, columns=tuple(columns), rows=tuple(tuple(_spread(row, split)) for row in self.rows))

    def without_empty(self) -> "Sheet":
        """Return it without the columns that say nothing of anybody."""
        kept = [place for place in range(len(self.columns)) if any(row[place] is not None for row in self.rows)]
        columns = tuple(self.columns[place] for place in kept)
        return replace(self, columns=columns, rows=tuple(tuple(row[place] for place in kept) for row in self.rows))


def _spread(row: Sequence[Cell], split: Sequence[bool]) -> Iterator[Cell]:
    for cell, parted in zip(row, split, strict=True):
        if isinstance(cell, Share):
            yield from (cell.value, cell.numerator, cell.denominator)
        elif parted:
            yield from (cell, None, None)
        else:
            yield cell


def _shown(cell: Cell) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, Share):
        of, all_of = cell.units
        return f"{_shown(cell.value)} ({cell.numerator:,}{of}/{cell.denominator:,}{all_of})"
    if isinstance(cell, float):
        return percent(cell)
    return f"{cell:,}" if isinstance(cell, int) else cell


def percent(share: float) -> str:
    """Return a share as people read it, on one line."""
    return f"{share * _HUNDRED:.1f}\u00a0%"


def value_of(value: float | None, kpi: Kpi) -> float | str | None:
    """Return a value of a KPI as a cell: a share as it is, anything else as a text."""
    if value is None or kpi.measure is Measure.SHARE:
        return value
    if kpi.measure is Measure.SECONDS:
        return f"{value:,.0f}{_S}"
    return f"{value * kpi.measure.scale:,.1f}\u00a0{kpi.measure.sign}"


def figure_cell(figure: Figure | None, kpi: Kpi, untold: str) -> Cell:
    """Return a figure with how many of how many; of one that is not told the words ``untold``."""
    if figure is not None and figure.hidden:
        return untold
    value = value_of(figure.share, kpi) if figure is not None else None
    if value is None or figure is None:
        return None
    return Share(value, figure.numerator, figure.denominator, units_of(kpi))


def units_of(kpi: Kpi) -> tuple[str, str]:
    """Return the units of what a figure is made of: seconds of the time of people, and of a mean of seconds."""
    timed = any(one.question in _TIMES for one in kpi.denominator)
    return (_S if timed or kpi.measure is Measure.SECONDS else "", _S if timed else "")


def count_cell(count: int) -> Cell:
    """Return how many there are; few are not told."""
    return count if count >= SMALL else f"< {SMALL}"
