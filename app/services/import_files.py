"""A file of past inquiries in the hands of a person: opened and counted, taken in, its report told and saved.

Rows are never kept whole: a file is read once to be counted and once to be imported, so that a table of a million rows
costs no memory. It must be the same file both times.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.imports import ImportFate
from app.services import imports, table_heads, wording
from app.services.frame_sheets import FrameChanged, FrameNotCalculated, OpensTable, Table
from app.services.import_columns import suggest_map, unused
from app.services.import_rows import Incoming
from app.services.import_runs import Cells, ImportReport, Progress
from app.services.office import View, Work
from app.services.table_heads import Headed
from app.store import batches
from app.store.batches import Batch

#: Which batches are those of past inquiries.
KIND = "inquiries"
#: Rows that are kept to judge dates by, those that are looked at before, and rows between two steps of the progress.
_FIRST, _LOOKED_AT, _STEP = 1000, 200, 2000
#: What is odd about a line so that rows are lost or letters of it cannot be read.
_LOSSES = ("quote_open", "bad_bytes")


@dataclass(frozen=True)
class ImportTable:
    """A table under its headings: how many rows, the first of them, and which column most likely fills which field.

    ``encoding`` is "" for a workbook, ``sheets`` are empty for a text file; of ``odd`` lines something is lost.
    """

    path: Path
    rows: int
    first: tuple[tuple[int, Cells], ...]
    column_map: Mapping[str, str]
    encoding: str
    sheet: str
    sheets: tuple[str, ...]
    odd: tuple["ReportLine", ...]
    stamp: tuple[int, int]
    opened: Table
    headed: Headed

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the headings."""
        return tuple(self.headed.columns)


@dataclass(frozen=True)
class ReportLine:
    """One line of a report: what became of the row, of which fields it is told, why, and how many rows say the same."""

    line_no: int
    fate: ImportFate
    fields: tuple[str, ...] = ()
    reason: str = ""
    value: str = ""
    rows: int = 1


def open_table(view: View, path: Path, *, sheet: str | None = None, progress: Progress | None = None) -> ImportTable:
    """Read a table whole, find its headings and count its rows; nothing is written.

    Raises ``NotAllowed``, ``FrameNotCalculated`` where formulas have no value yet, and what the file raises.
    """
    view.require(Permission.IMPORT_RECORDS)
    opens: OpensTable = view.outside["read_sheet"]
    opened = opens(path, sheet=sheet)
    stamp = opened.stamp()
    headed = table_heads.with_its_headings(opened, suggest_map)
    left = iter(headed)
    first = tuple(islice(left, _FIRST))
    rows = len(first)
    for _ in left:
        rows += 1
        if progress and rows % _STEP == 0:
            progress.at(rows)
    return ImportTable(
        path, rows, first, suggest_map(headed.columns), opened.encoding, opened.sheet, tuple(opened.sheets),
        tuple(_odd_lines(opened, path)), stamp, opened, headed,
    )  # fmt: skip


def _odd_lines(table: Table, path: Path) -> Iterator[ReportLine]:
    for one in table.oddities:
        if one.code == "formula_empty":
            raise FrameNotCalculated(source=path.name, count=int(one.detail))
        if one.code in _LOSSES:
            lost = one.code == "quote_open"
            last = f"{one.line_no}-{one.line_no + int(one.detail) - 1}" if lost else ""
            yield ReportLine(one.line_no, ImportFate.REFUSED if lost else ImportFate.REMARKED, (), one.code, last)


@dataclass(frozen=True)
class Look:
    """The first rows as they would be taken, how ambiguous dates are read, the zone, headings that no field takes.

    ``overdue`` counts those of the rows that will stand open though their due time has passed.
    """

    rows: tuple[Incoming, ...]
    day_first: bool
    zone: ZoneInfo
    left_out: tuple[str, ...]
    overdue: int = 0
    ambiguous: bool = False

    @property
    def refused(self) -> int:
        """Return how many of these rows would not be taken."""
        return sum(row.refused is not None for row in self.rows)


def look(view: View, table: ImportTable, column_map: Mapping[str, str]) -> Look:
    """Show what the first rows would become. Raises ``ColumnMissing`` where no column tells what they are about."""
    view.require(Permission.IMPORT_RECORDS)
    found = imports.preview(view, table.first, column_map, n=_LOOKED_AT)
    zone = ZoneInfo(view.settings.time_zone)
    return Look(found.rows, found.day_first, zone, unused(table.columns, column_map), found.overdue, found.ambiguous)


def take_in(
    work: Work, table: ImportTable, column_map: Mapping[str, str], *, source: str, update: bool = False,
    progress: Progress | None = None,
) -> ImportReport:  # fmt: skip
    """Import every row; ``update`` takes over what known rows say anew.

    Raises ``FrameChanged`` where the file is another one than was opened, and what ``imports.import_inquiries`` raises.
    """
    work.require(Permission.IMPORT_RECORDS)
    if table.opened.stamp() != table.stamp:
        raise FrameChanged(source=table.path.name)
    command: Callable[..., ImportReport] = imports.update_inquiries if update else imports.import_inquiries
    counted = _Counted(progress, table.rows) if progress else None
    return command(work, table.headed, column_map, source=source, progress=counted)


class _Counted:
    """A progress that knows of how many rows."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total = progress, total

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        self._progress.at(done, total or self._total, note)


def imported(view: View) -> list[Batch]:
    """Return every import of past inquiries with its times at the center, the newest first."""
    view.require(Permission.IMPORT_RECORDS)
    zone = ZoneInfo(view.settings.time_zone)
    return [
        replace(one, at=one.at.astimezone(zone), undone_at=one.undone_at.astimezone(zone) if one.undone_at else None)
        for one in batches.all_batches(view.rows)
        if one.kind == KIND
    ]


def worth_a_look(report: ImportReport) -> list[ReportLine]:
    """Return every refused row, every known one that says something else, and each remark with its first line."""
    found = [ReportLine(one.line_no, ImportFate.REFUSED, (one.field,), one.reason, one.value) for one in report.refused]
    found += [ReportLine(one.line_no, ImportFate.DIFFERS, one.fields) for one in report.differs]
    found += [
        ReportLine(one.first_line, ImportFate.REMARKED, (one.field,), one.reason, one.value, one.rows)
        for one in report.remarks
    ]
    order = list(ImportFate)
    return sorted(found, key=lambda one: (order.index(one.fate), one.line_no))


def every_row(report: ImportReport) -> list[ReportLine]:
    """Return the same, and every other row with what became of it."""
    rest = (
        (ImportFate.ADDED, report.added),
        (ImportFate.UPDATED, report.updated),
        (ImportFate.UNCHANGED, report.unchanged),
    )
    return [*worth_a_look(report), *(ReportLine(line, fate) for fate, lines in rest for line in lines)]


def of_preview(row: Incoming) -> list[ReportLine]:
    """Return what is to be told of a row before it is imported."""
    if row.refused is not None:
        why = row.refused
        return [ReportLine(row.line_no, ImportFate.REFUSED, (why.field,), why.reason, why.value)]
    return [ReportLine(row.line_no, ImportFate.REMARKED, (one.field,), one.reason, one.value) for one in row.remarks]


def told(one: ReportLine, language: str) -> str:
    """Return of which fields a line is and why, in words; "" where nothing is to be said."""
    fields = ", ".join(wording.label("import_field", name, language) for name in one.fields)
    reasons = "import_reason" if one.fields else "frame_reason"
    why = wording.label(reasons, one.reason, language)
    return wording.sentences((fields, why), language)


def save_report(view: View, lines: Sequence[ReportLine], path: Path, *, language: str) -> int:
    """Write lines of a report for whoever handed the file over; return how many. Raises what the disk raises."""
    view.require(Permission.IMPORT_RECORDS)
    rows = [
        (one.line_no, wording.label("import_fate", one.fate, language), told(one, language), one.value, one.rows)
        for one in lines
    ]
    count: int = view.outside["write_table"](path, ("line", "result", "what", "value", "rows"), rows)
    return count
