"""A table of people as somebody sees it before it is read: its first lines, and which of them has the headings.

Lists of hospital systems come with a title above the headings, or with headings in two lines; merged cells leave all
but the first of them empty.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from string import ascii_uppercase
from typing import Protocol

from app.models.accounts import Permission
from app.models.errors import CannotNow
from app.models.frames import COLUMNS, FrameField, FrameKind, FrameReason
from app.services import wording
from app.services.frame_columns import suggest_map
from app.services.frame_rows import FrameRefusal, FrameRemark
from app.services.frames import ReadFrame, Wishes, read_frame
from app.services.import_runs import Progress, Rows
from app.services.office import View
from app.services.table_heads import Below, first_lines, has_two_lines, heading_of, headings_at

_SEEN_IN_VISITS = "visited_on"


class FrameChanged(CannotNow):
    """The file is another one than was looked at, or was written while it was read. Facts: ``source``."""


class FrameWithoutRows(CannotNow):
    """Nothing stands below the headings. Facts: ``source``, ``line`` of the headings."""


class FrameNotCalculated(CannotNow):
    """Cells of a workbook are formulas that no program has calculated yet. Facts: ``source``, ``count``."""


class Odd(Protocol):
    """Something odd about a line of a table."""

    @property
    def line_no(self) -> int:
        """Return the line, 0 for the whole table."""
        ...

    @property
    def code(self) -> str:
        """Return what it is: ``quote_open``, ``formula_empty``, ``merged`` and others."""
        ...

    @property
    def detail(self) -> str:
        """Return what belongs to it."""
        ...


class Table(Protocol):
    """A table with headings: what ``outside/sheets`` opens."""

    @property
    def columns(self) -> Sequence[str]:
        """Return the headings of its first filled line."""
        ...

    @property
    def first_line(self) -> int:
        """Return its first filled line."""
        ...

    @property
    def sheet(self) -> str:
        """Return the name of the sheet, "" of a text file."""
        ...

    @property
    def sheets(self) -> Sequence[str]:
        """Return the names of all sheets of a workbook."""
        ...

    @property
    def encoding(self) -> str:
        """Return the encoding of a text file, "" of a workbook."""
        ...

    @property
    def delimiter(self) -> str:
        """Return what stands between the cells of a text file, "" of a workbook."""
        ...

    @property
    def oddities(self) -> Sequence[Odd]:
        """Return what was odd about the lines read."""
        ...

    def stamp(self) -> tuple[int, int]:
        """Return what changes when the file does. Raises what the file raises."""
        ...

    def share(self) -> float | None:
        """Return which share of it was read so far, None where it is not known."""
        ...

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield line number and cells by heading."""
        ...


class OpensTable(Protocol):
    """Opens a table, or one sheet of a workbook."""

    def __call__(self, path: Path, *, sheet: str | None = None) -> Table:
        """Return the table. Raises what the file raises."""
        ...


@dataclass(frozen=True)
class FrameLook:
    """A table before it is read. ``lines`` are the first ones as they stand, with their numbers in the file.

    ``heading`` is the line that is taken for the headings, ``columns`` what stands there, ``chosen`` field → heading
    for those that are understood, ``kind`` whom it seems to list. ``stamp`` changes when the file does.
    ``two_lines`` says that the line above ``heading`` has a part of the headings.
    """

    path: Path
    sheet: str
    sheets: tuple[str, ...]
    encoding: str
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    heading: int
    columns: tuple[str, ...]
    chosen: Mapping[str, str]
    kind: FrameKind
    stamp: tuple[int, int] = (0, 0)
    two_lines: bool = False

    @property
    def heads(self) -> tuple[int, ...]:
        """Return the places of the lines of headings among ``lines``."""
        place = next(number for number, (line, _) in enumerate(self.lines) if line == self.heading)
        return (place - 1, place) if self.two_lines else (place,)

    @property
    def heading_lines(self) -> str:
        """Return the lines of the headings as a person counts them, such as ``2-3``, "" where it is one line."""
        return "-".join(str(self.lines[place][0]) for place in self.heads) if self.two_lines else ""


def look(view: View, path: Path, *, sheet: str | None = None, heading: int | None = None) -> FrameLook:
    """Return the first lines of a table. ``heading`` says which line has the headings; without it it is found.

    Raises what the file raises.
    """
    view.require(Permission.IMPORT_RECORDS)
    table = _opened(view, path, sheet)
    stamp = table.stamp()
    lines = first_lines(table)
    known = {line for line, _ in lines}
    at = heading if heading in known else heading_of(lines, suggest_map)
    columns = headings_at(lines, at, suggest_map)
    chosen = suggest_map(columns)
    kind = FrameKind.OUTPATIENT if _SEEN_IN_VISITS in chosen and "discharged_on" not in chosen else FrameKind.INPATIENT
    return FrameLook(
        path, table.sheet, tuple(table.sheets), table.encoding, lines, at, columns, chosen, kind, stamp,
        has_two_lines(lines, at, suggest_map),
    )  # fmt: skip


def _opened(view: View, path: Path, sheet: str | None) -> Table:
    opens: OpensTable = view.outside["read_sheet"]
    return opens(path, sheet=sheet)


def read(view: View, seen: FrameLook, wishes: Wishes, *, progress: Progress | None = None) -> ReadFrame:
    """Return the rows below the headings that were chosen, each taken or refused; nothing is written.

    Raises ``FrameChanged``, ``FrameWithoutRows``, ``FrameNotCalculated``, and what ``frames.read_frame`` and the file
    raise.
    """
    table = _opened(view, seen.path, seen.sheet or None)
    if table.stamp() != seen.stamp:
        raise FrameChanged(source=seen.path.name)
    shaped = replace(wishes, headings=seen.columns, delimiter=table.delimiter)
    rows = _Rows(table, Below(table, seen.heading, seen.columns), progress)
    found = read_frame(view, rows, shaped, progress=rows if progress else None)
    if table.stamp() != seen.stamp:
        raise FrameChanged(source=seen.path.name)
    found = replace(found, remarks=(*_of_headings(seen), *_of_merged(table, seen, wishes), *found.remarks))
    return _with_oddities(found, table, seen)


class _Rows:
    """Rows of a table, and how far they have come: of how many follows from the share of the table that these are."""

    def __init__(self, table: Table, rows: Rows, progress: Progress | None) -> None:
        self._table, self._rows, self._progress = table, rows, progress
        self._count = 0

    def __iter__(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        self._count = 0
        for one in self._rows:
            self._count += 1
            yield one

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Say so many rows of so many; where the share is not known, it is not known of how many."""
        if self._progress is not None:
            share = self._table.share()
            self._progress.at(done, round(self._count / share) if share else total, note)


def _of_headings(seen: FrameLook) -> Iterator[FrameRemark]:
    """Yield a remark where the headings stand in two lines."""
    if seen.heading_lines:
        first = seen.lines[seen.heads[0]][0]
        yield FrameRemark(FrameReason.TWO_HEADINGS, FrameField.ROW, first, seen.heading_lines)


def _of_merged(table: Table, seen: FrameLook, wishes: Wishes) -> Iterator[FrameRemark]:
    """Yield a remark for each field whose merged cells filled cells below them, with their ranges."""
    fields = {heading: name for name, heading in wishes.columns.items()}
    told: dict[str, FrameRemark] = {}
    for one in table.oddities:
        place, _, detail = one.detail.partition(" ") if one.code == "merged" else ("", "", "")
        name = fields.get(seen.columns[int(place)]) if place and int(place) < len(seen.columns) else None
        merges = [(_first_row(cells), *cells.split(" ")) for cells in detail.split(", ")] if name else []
        below = [(row, cells, int(count)) for row, cells, count in merges if row > seen.heading]
        if name and below:
            cells, count = ", ".join(cells for _, cells, _ in below), sum(count for *_, count in below)
            told[name] = FrameRemark(FrameReason.FILLED_DOWN, FrameField(name), below[0][0], cells, count)
    yield from (told[one.value] for one in COLUMNS if one.value in told)


def _first_row(cells: str) -> int:
    """Return the row in which cells such as ``AB3:AB7`` begin."""
    return int(cells.partition(":")[0].lstrip(ascii_uppercase))


def _with_oddities(found: ReadFrame, table: Table, seen: FrameLook) -> ReadFrame:
    """Return what was read with the lines that came with no row, or nothing could be made of."""
    for one in table.oddities:
        if one.code == "formula_empty":
            raise FrameNotCalculated(source=seen.path.name, count=int(one.detail))
    told = {one.line for one in found.refusals}
    swallowed = [
        FrameRefusal(
            one.line_no, FrameField.ROW, FrameReason.QUOTE_OPEN, f"{one.line_no}-{one.line_no + int(one.detail) - 1}"
        )
        for one in table.oddities
        if one.code == "quote_open" and one.line_no not in told
    ]
    if not found.rows and not found.refusals and not swallowed:
        raise FrameWithoutRows(source=seen.path.name, line=seen.heading)
    return replace(found, refusals=tuple(sorted((*found.refusals, *swallowed), key=lambda one: one.line)))


def save_report(view: View, found: ReadFrame, path: Path, *, language: str) -> int:
    """Write every refused row with line, field, reason, what stands there and disposition, for whoever handed it over.

    Remarks on the whole table stand before them. Return how many rows were written. Raises what the disk raises.
    """
    view.require(Permission.IMPORT_RECORDS)
    remarks = [
        (
            one.line or "",
            wording.label("frame_field", one.field.value, language),
            wording.label("frame_reason", one.reason.value, language),
            f"{one.value} (× {one.count:,})".strip() if one.count else one.value,
            "",
        )
        for one in found.remarks
    ]
    rows = [
        (
            one.line,
            wording.label("frame_field", one.field.value, language),
            wording.label("frame_reason", one.reason.value, language),
            one.value,
            one.reason.code,
        )
        for one in found.refusals
    ]
    count: int = view.outside["write_table"](
        path, ("line", "field", "reason", "value", "disposition"), [*remarks, *rows]
    )
    return count
