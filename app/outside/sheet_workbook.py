"""Tables in an Excel workbook (.xlsx), read row by row; dates and numbers come as text in one form for all."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import ParseError

from app.models.file_errors import FileTooLarge, FileUnreadable, SheetMissing
from app.outside.files import read_error
from app.outside.sheet_csv import Note, Reached

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LIMIT_MB = 1024
MOST_ROWS = 1_048_576
# a formula whose text is empty was calculated: its cell is of type str
_NO_VALUE = re.compile(
    rb"<c\b(?![^>]*\bt=\"str\")[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
_LONGEST_MATCH = 1 << 14  # a formula has 8,192 signs at most
# openpyxl reads what it finds and fails in the way of the line that failed; a damaged file shows as any of these
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, ParseError, EOFError, KeyError, ValueError, TypeError, IndexError),
    *(AttributeError, AssertionError, RuntimeError, ArithmeticError, RecursionError, MemoryError),
)


_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)")
_LONGEST_MERGE = 512


@dataclass(frozen=True, slots=True)
class WorkbookTable:
    """One sheet of a workbook; only its first filled row, the headings, is read yet."""

    path: Path
    sheet: str
    sheets: tuple[str, ...]
    heading: tuple[str, ...]
    heading_line: int
    visible: tuple[str, ...] = ()

    def records(self, note: Note, so_far: Reached) -> Generator[tuple[int, list[str]]]:
        """Each filled row with its number in Excel. At the end ``note`` hears formula_empty (line 0; the detail counts
        them), then once for each column the merges that filled cells: the first line of them, and as the detail
        ``PLACE A3:A7 CELLS, A9:A12 CELLS``.

        ``so_far`` tells the rows that were read, of those that the file says it has.
        Raises FileUnreadable where the workbook is damaged.
        """
        reached = 0
        try:
            with _opened(self.path) as book:
                carried = _Carried(_merged(self.path, book, self.sheet))
                so_far.total = _rows_said(book, self.sheet)
                for reached, values in _rows(book, self.sheet, carried):
                    so_far.done = reached
                    yield reached, values
            formulas = _formulas_without_value(self.path)
        except _DAMAGED as error:
            raise FileUnreadable(path=str(self.path), place=f"{self.sheet}:{reached + 1}") from error
        except OSError as error:
            raise read_error(self.path, error) from error
        if formulas:
            note(0, "formula_empty", str(formulas))
        for place, merges in carried.by_column().items():
            cells = ", ".join(f"{one.cells} {count}" for one, count in merges)
            note(merges[0][0].first, "merged", f"{place} {cells}")


def workbook_table(path: Path, sheet: str | None = None) -> WorkbookTable:
    """Find a sheet, by default the first visible one. Raises SheetMissing, FileTooLarge or FileUnreadable."""
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > LIMIT_MB * 2**20:
                raise FileTooLarge(path=str(path), limit_mb=LIMIT_MB)
        with _opened(path) as book:
            names = tuple(one.title for one in book.worksheets)
            visible = [one.title for one in book.worksheets if one.sheet_state == "visible"]
            chosen = sheet if sheet is not None else next(iter([*visible, *names]), "")
            if chosen not in names:
                raise SheetMissing(path=str(path), sheet=chosen, sheets=", ".join(names))
            line, heading = next(_rows(book, chosen, _Carried([])), (1, list[str]()))
    except _DAMAGED as error:
        raise FileUnreadable(path=str(path), place=0) from error
    except OSError as error:
        raise read_error(path, error) from error
    return WorkbookTable(path, chosen, names, tuple(heading), line, tuple(visible))


class _Merge(NamedTuple):
    """Cells of one column that are merged over rows: its rows, the place and letters of the column."""

    first: int
    last: int
    place: int
    letters: str

    @property
    def cells(self) -> str:
        """Return the cells as a workbook names them, such as ``A3:A7``."""
        return f"{self.letters}{self.first}:{self.letters}{self.last}"


def _merged(path: Path, book: "Workbook", sheet: str) -> list[_Merge]:
    """Return what is merged over several rows of a sheet, from the top; a workbook that is read row by row hides it."""
    name = str(getattr(book[sheet], "_worksheet_path", ""))
    with zipfile.ZipFile(path) as packed:
        if name not in packed.namelist():
            return []
        with packed.open(name) as stream:
            found = list(_merges(iter(lambda: stream.read(1 << 20), b"")))
    return sorted(one for one in found if one.last > one.first)


def _merges(chunks: Iterator[bytes]) -> Iterator[_Merge]:
    rest = b""
    for chunk in chunks:
        content = rest + chunk
        seen = 0
        for found in _MERGED.finditer(content):
            seen = found.end()
            letters = found[1].decode()
            yield _Merge(int(found[2]), int(found[3]), _place_of(letters), letters)
        rest = content[max(seen, len(content) - _LONGEST_MERGE) :]


def _place_of(letters: str) -> int:
    """Return the place of a column, 0 for A."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


class _Carried:
    """Says in every row what a cell says that is merged over it; a row of which nothing else is filled stays empty.

    ``filled`` counts, of each merge, the cells that took what its first one says.
    """

    def __init__(self, merges: list[_Merge]) -> None:
        self._waiting = merges[::-1]
        self._now: dict[int, tuple[_Merge, str]] = {}
        self.filled: dict[_Merge, int] = {}

    def by_column(self) -> dict[int, list[tuple[_Merge, int]]]:
        """Return the merges that filled cells, with how many, from the top by the place of their column."""
        found: dict[int, list[tuple[_Merge, int]]] = {}
        for one, count in self.filled.items():
            found.setdefault(one.place, []).append((one, count))
        return found

    def fill(self, number: int, values: list[str]) -> None:
        """Put what is carried over into the cells of a row."""
        for place in [place for place, (one, _) in self._now.items() if one.last < number]:
            del self._now[place]
        if any(value.strip() for value in values):
            for place, (one, text) in self._now.items():
                values.extend([""] * (place + 1 - len(values)))
                if not values[place].strip():
                    values[place] = text
                    self.filled[one] = self.filled.get(one, 0) + 1
        while self._waiting and self._waiting[-1].first <= number:
            one = self._waiting.pop()
            if one.first == number and one.place < len(values) and values[one.place].strip():
                self._now[one.place] = one, values[one.place]


def _rows_said(book: "Workbook", sheet: str) -> int:
    """Return how many rows a sheet says it has, 0 where it says nothing; nothing but progress may hang on it."""
    return book[sheet].max_row or 0


def _rows(book: "Workbook", sheet: str, carried: _Carried) -> Iterator[tuple[int, list[str]]]:
    table = book[sheet]
    table.reset_dimensions()  # what a file says of its own size is often wrong
    for number, cells in enumerate(table.iter_rows(values_only=True), start=1):
        if number > MOST_ROWS:  # a damaged row number would be filled up with empty rows for hours
            raise ValueError
        values = [as_text(value) for value in cells]
        carried.fill(number, values)
        while values and not values[-1].strip():
            values.pop()
        if values:
            yield number, values


def as_text(value: object) -> str:
    """A cell's value as text: ISO 8601 for dates and times, no ``.0`` behind whole numbers, 15 digits of others."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return _duration(value)
    return str(value)


def _instant(value: datetime) -> str:
    """Excel counts days in floating point: 08:29:59.9996 means 08:30; midnight means a date without a time."""
    whole = (value + timedelta(milliseconds=500)).replace(microsecond=0) if value.year < 9999 else value
    return whole.date().isoformat() if whole.time() == time() else whole.isoformat()


def _duration(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


@contextmanager
def _opened(path: Path) -> "Generator[Workbook]":
    from openpyxl import load_workbook

    # what openpyxl warns of (fonts, validations, print areas) has nothing to do with the values
    warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")
    with path.open("rb") as stream:
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _formulas_without_value(path: Path) -> int:
    """Count formulas that no program has calculated yet: they would be read as empty without a word."""
    count = 0
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                with packed.open(name) as stream:
                    count += _count(iter(lambda: stream.read(1 << 20), b""))
    return count


def _count(chunks: Iterator[bytes]) -> int:
    count, rest = 0, b""
    for chunk in chunks:
        content = rest + chunk
        matches = list(_NO_VALUE.finditer(content))
        count += len(matches)
        seen = matches[-1].end() if matches else 0
        rest = content[max(seen, len(content) - _LONGEST_MATCH) :]
    return count
