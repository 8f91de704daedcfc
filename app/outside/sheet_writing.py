"""Writing tables for other programs: CSV for Excel, XLSX, JSON Lines; all rows, and no cell that runs as a formula.

A text that begins with a sign of a formula is given a leading apostrophe in CSV (OWASP, "CSV Injection"; Excel in
Chinese also takes the full-width signs), and is marked as text in XLSX. Plain signed numbers stay as they are, and
reading takes the apostrophe away again.

``whole`` hears of how many rows before the file has its name; what it raises leaves the file as it was.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import TextIOWrapper
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Any, Protocol, cast

from app.outside import sheet_layout
from app.outside.files import replacing

FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"  # noqa: RUF100
LONGEST_CELL = 32_767
MOST_ROWS = 1_048_576
_NUMBER = re.compile(r"[+-]\d+(?:[.,]\d+)?")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. ``cut`` counts texts that Excel's limit of 32,767 characters shortened."""

    path: Path
    rows: int
    cut: int = 0


def guarded(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{text}" if _is_formula(text.lstrip("'")) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that ``guarded`` put before it."""
    return text[1:] if text.startswith("'") and _is_formula(text.lstrip("'")) else text


def _unheard(_rows: int = 0) -> None:
    """Stand for whoever need not hear of a file."""


def write_csv(
    path: Path,
    columns: Sequence[str],
    *,
    rows: Iterable[Sequence[object]],
    whole: Callable[[int], object] = _unheard,
) -> Written:
    """Write CSV in UTF-8 with a byte-order mark, as Excel wants it. Raises DiskFull, FileForbidden, FileNotWritten."""
    count = 0
    with replacing(path) as temporary:
        with _text_file(temporary, "utf-8-sig") as stream:
            writer = csv.writer(stream)
            writer.writerow([guarded(name) for name in columns])
            for row in rows:
                writer.writerow([_csv_value(value) for value in row])
                count += 1
        whole(count)
    return Written(path, count)


def write_json_lines(
    path: Path,
    columns: Sequence[str],
    *,
    rows: Iterable[Sequence[object]],
    whole: Callable[[int], object] = _unheard,
) -> Written:
    """Write one JSON object a row, values as they are. Raises DiskFull, FileForbidden, FileNotWritten."""
    count = 0
    with replacing(path) as temporary:
        with _text_file(temporary, "utf-8") as stream:
            for row in rows:
                values = {name: _json_value(value) for name, value in zip(columns, row, strict=True)}
                stream.write(json.dumps(values, ensure_ascii=False) + "\n")
                count += 1
        whole(count)
    return Written(path, count)


def write_xlsx(
    path: Path,
    columns: Sequence[str],
    *,
    rows: Iterable[Sequence[object]],
    title: str = "",
    whole: Callable[[int], object] = _unheard,
) -> Written:
    """Write a workbook; what does not fit on one sheet goes on on the next. Raises DiskFull and its like."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    first, every = _looked_at(rows)
    with replacing(path) as temporary:
        page = _Page(book, columns, title or "1", sheet_layout.widths(columns, first))
        try:
            for row in every:
                page.add(row)
            _save(book, temporary)
        except BaseException:
            page.abandon()
            raise
        whole(page.rows)
        return Written(path, page.rows, page.cut)


class Sheet(Protocol):
    """A table with its title: what a workbook has one sheet of."""

    @property
    def title(self) -> str:
        """Return the title."""
        ...

    @property
    def columns(self) -> Sequence[str]:
        """Return the headings."""
        ...

    @property
    def rows(self) -> Iterable[Sequence[object]]:
        """Return the rows."""
        ...

    @property
    def is_document(self) -> bool:
        """Say whether fractions are shares, shown as percentages, and whole numbers are counts."""
        ...


def _looked_at(rows: Iterable[Sequence[object]]) -> tuple[list[Sequence[object]], Iterable[Sequence[object]]]:
    """Return the first rows, and all of them."""
    left = iter(rows)
    first = list(islice(left, sheet_layout.LOOKED_AT))
    return first, chain(first, left)


def write_book(path: Path, sheets: Iterable[Sheet], *, whole: Callable[[], object] = _unheard) -> None:
    """Write several tables as one workbook, a sheet for each. Raises DiskFull and its like."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    taken: set[str] = set()
    with replacing(path) as temporary:
        for place, sheet in enumerate(sheets, 1):
            title = sheet.title if sheet.title[:25] not in taken else f"{place} {sheet.title}"
            taken.add(title[:25])
            first, every = _looked_at(sheet.rows)
            found = sheet_layout.widths(sheet.columns, first)
            page = _Page(book, sheet.columns, title or str(place), found, numbers=sheet.is_document)
            for row in every:
                page.add(row)
        if not taken:
            book.create_sheet("1")
        _save(book, temporary)
        whole()


def _save(book: Any, path: Path) -> None:
    """Save a workbook; a disk that is full is told once, not again when the archive is thrown away."""
    from zipfile import ZIP_DEFLATED, ZipFile

    from openpyxl.writer.excel import ExcelWriter

    archive = ZipFile(path, "w", ZIP_DEFLATED)
    try:
        ExcelWriter(book, archive).save()
    except BaseException:
        with suppress(OSError, ValueError):
            archive.close()
        raise


def write_table(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    whole: Callable[[int], object] = _unheard,
) -> int:
    """Write a table by the ending of its file, CSV where it says nothing else, and return how many rows it has."""
    write = {".xlsx": write_xlsx, ".jsonl": write_json_lines}.get(path.suffix.lower(), write_csv)
    return write(path, columns, rows=rows, whole=whole).rows


def _text_file(path: Path, encoding: str) -> TextIOWrapper:
    """Open for writing; a lone surrogate, which no encoding holds, becomes a question mark."""
    return path.open("w", encoding=encoding, errors="replace", newline="")


class _Page:
    """The sheet that is being filled, and the next ones when it is full."""

    def __init__(
        self, book: Any, columns: Sequence[str], title: str, widths: Sequence[int], *, numbers: bool = False
    ) -> None:
        self._book = book
        self._columns = columns
        self._widths = widths
        self._numbers = numbers
        self._title = re.sub(r"[\\/*?:\[\]]", " ", title)[:25]
        self._left = 0
        self._number = 0
        self.rows = 0
        self.cut = 0
        self._begin()

    def add(self, row: Sequence[object]) -> None:
        if not self._left:
            self._begin()
        if self._numbers and (height := sheet_layout.height(row, self._widths)):
            self._sheet.row_dimensions[MOST_ROWS - self._left + 1].height = height
        self._sheet.append(list(self._cells(row)))
        self._left -= 1
        self.rows += 1

    def abandon(self) -> None:
        """Remove the half-written sheets from the temporary folder at once; openpyxl would leave them until the end."""
        for sheet in self._book.worksheets:
            with suppress(OSError, ValueError):
                sheet.close()
                sheet._writer.cleanup()

    def _begin(self) -> None:
        self._number += 1
        name = self._title if self._number == 1 else f"{self._title} {self._number}"
        self._sheet: Any = self._book.create_sheet(name)
        sheet_layout.lay_out(self._sheet, self._widths)
        self._sheet.append([sheet_layout.heading(self._text_cell(self._clean(name))) for name in self._columns])
        self._left = MOST_ROWS - 1

    def _cells(self, row: Sequence[object]) -> Iterator[object]:
        for value, width in zip_longest(row, self._widths[: len(row)], fillvalue=0):
            told = _xlsx_value(value)
            if isinstance(told, str):
                yield self._text(self._clean(told), int(width))
            elif self._numbers and isinstance(told, int | float) and not isinstance(told, bool):
                yield sheet_layout.number_cell(self._cell(told))
            else:
                yield told

    def _clean(self, text: str) -> str:
        clean = _kept(_ILLEGAL.sub("", text))
        self.cut += len(clean) > LONGEST_CELL
        return clean[:LONGEST_CELL]

    def _text(self, text: str, width: int) -> object:
        """A plain text as it is, which is quick; else a cell that says how it is to be read and broken."""
        if not _is_formula(text) and len(text) * 2 <= width and "\n" not in text:
            return text
        return sheet_layout.text_cell(self._text_cell(text), width)

    def _text_cell(self, text: str) -> Any:
        """A cell that stays text, even when somebody edits it in Excel."""
        cell = self._cell(text)
        cell.data_type = "s"
        cell.quotePrefix = _is_formula(text)
        return cell

    def _cell(self, value: str | float) -> Any:
        from openpyxl.cell import WriteOnlyCell

        return WriteOnlyCell(self._sheet, value)


def _kept(text: str) -> str:
    """The text so that reading gives it back: it takes away an apostrophe that looks like a guard."""
    return text if unguarded(text) == text else f"'{text}"


def _is_formula(text: str) -> bool:
    return bool(text) and text[0] in FORMULA_SIGNS


def _plain(value: object) -> object:
    """Times as ISO 8601, ids in hexadecimal, durations in seconds; numbers, texts and None as they are."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, bytes):
        return value.hex()
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _csv_value(value: object) -> object:
    plain = _plain(value)
    if isinstance(plain, bool):
        return "TRUE" if plain else "FALSE"
    return guarded(plain) if isinstance(plain, str) else plain


def _json_value(value: object) -> object:
    if isinstance(value, list | tuple | dict):
        return cast("object", value)
    return _plain(value)


def _xlsx_value(value: object) -> object:
    # dates without a time zone are Excel's own; an instant has one, which Excel cannot hold
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return _plain(value)
