"""Reading a table that somebody hands us: CSV, TSV, gzip of them, or XLSX; row by row, with every oddity reported.

A first row of headings is expected. A blank heading becomes ``#3`` (its column), a repeated one ``name (2)``; values
beyond the headings are kept under ``#`` and their column. Nothing is dropped without a word.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

from app.models.file_errors import FileEmpty, FileOldExcel
from app.outside.files import read_error
from app.outside.sheet_csv import Note, Reached, text_table
from app.outside.sheet_workbook import workbook_table
from app.outside.sheet_writing import unguarded

MOST_ODDITIES = 10_000
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something to tell about one line. ``code``: longer, shorter, bad_bytes, quote_open, formula_empty, merged."""

    line_no: int
    code: str
    detail: str


class Table(Protocol):
    """A table in a file, before its first row is taken for headings."""

    def records(self, note: Note, so_far: Reached) -> Generator[tuple[int, list[str]]]:
        """Each record with its line number; ``note`` hears what is odd, ``so_far`` how much was read."""
        ...


@dataclass(slots=True)
class Sheet:
    """A table with headings. Iterating gives ``(line number, {heading: text})``; it may be done again.

    ``first_line`` is where the headings stand. ``encoding`` and ``delimiter`` are empty for a workbook; ``sheet``,
    ``sheets`` and ``visible`` (those that nobody hid) for a text file. ``oddities``
    fills while rows are read (at most 10,000 are kept; ``oddity_count`` goes on counting).
    """

    path: Path
    columns: tuple[str, ...]
    table: Table = field(repr=False)
    first_line: int = 1
    encoding: str = ""
    encoding_how: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    visible: tuple[str, ...] = ()
    oddities: list[Oddity] = field(default_factory=list[Oddity])
    oddity_count: int = 0
    reached: Reached = field(default_factory=Reached)

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Read from the first row below the headings. Raises FileUnreadable where the file breaks off."""
        self.oddities.clear()
        self.oddity_count = 0
        self.reached = Reached()
        for line_no, values in islice(_filled(self.table, self._note, self.reached), 1, None):
            yield line_no, self._row(line_no, values)

    def share(self) -> float | None:
        """Return which share of the table was read (bytes of a text file, rows of a sheet), None where it is not known.

        A workbook may say too little of its size: what has been read is never more than all of it.
        """
        return self.reached.share

    def stamp(self) -> tuple[int, int]:
        """Return the size of the file and when it was written (ns). Raises FileMissing, FileForbidden."""
        try:
            found = self.path.stat()
        except OSError as error:
            raise read_error(self.path, error) from error
        return found.st_size, found.st_mtime_ns

    def _row(self, line_no: int, values: list[str]) -> dict[str, str]:
        width = len(self.columns)
        row = dict(zip(self.columns, map(unguarded, values), strict=False))
        if len(values) > width:
            beyond = {f"#{place}": value for place, value in enumerate(values[width:], start=width + 1) if value}
            row.update(beyond)
            if beyond:
                self._note(line_no, "longer", str(len(values)))
        elif len(values) < width:
            row.update(dict.fromkeys(self.columns[len(values) :], ""))
            if not self.sheet:  # a workbook leaves trailing empty cells out
                self._note(line_no, "shorter", str(len(values)))
        return row

    def _note(self, line_no: int, code: str, detail: str) -> None:
        self.oddity_count += 1
        if len(self.oddities) < MOST_ODDITIES:
            self.oddities.append(Oddity(line_no, code, detail))


def read_sheet(path: Path, *, sheet: str | None = None) -> Sheet:
    """Open a table and read its headings; ``sheet`` names one of a workbook's sheets.

    Raises FileMissing, FileForbidden, FileEmpty, FileNotText, FileOldExcel, FileTooLarge, FileUnreadable, SheetMissing.
    """
    start = _start_of(path)
    if not start:
        raise FileEmpty(path=str(path))
    if start.startswith(_OLE):
        raise FileOldExcel(path=str(path))
    if start.startswith(_ZIP):
        book = workbook_table(path, sheet)
        columns = _columns(path, book.heading)
        return Sheet(path, columns, book, book.heading_line, sheet=book.sheet, sheets=book.sheets, visible=book.visible)
    text = text_table(path)
    with closing(_filled(text, _ignore, Reached())) as records:
        line, heading = next(records, (1, list[str]()))
    columns = _columns(path, heading)
    how = text.encoding
    return Sheet(path, columns, text, line, encoding=how.name, encoding_how=how.how, delimiter=text.delimiter)


def headings(values: list[str]) -> tuple[str, ...]:
    """The headings made fit to be keys: white space tidied, blank and repeated ones given a name of their own."""
    found = dict[str, int]()
    for place, value in enumerate(values, start=1):
        name = plain = " ".join(value.replace("\ufeff", "").split()) or f"#{place}"
        while name in found:
            found[plain] += 1
            name = f"{plain} ({found[plain]})"
        found[name] = 1
    return tuple(found)


def _columns(path: Path, heading: Sequence[str]) -> tuple[str, ...]:
    if not heading:
        raise FileEmpty(path=str(path))
    return headings([unguarded(value) for value in heading])


def _filled(table: Table, note: Note, so_far: Reached) -> Generator[tuple[int, list[str]]]:
    """The records that hold anything; the first of them are the headings."""
    with closing(table.records(note, so_far)) as records:
        for line_no, values in records:
            if any(value.strip() for value in values):
                yield line_no, values


def _ignore(line_no: int, code: str, detail: str) -> None:
    """The headings are read again with the rows; what is odd is noted then."""


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(8)
    except OSError as error:
        raise read_error(path, error) from error
