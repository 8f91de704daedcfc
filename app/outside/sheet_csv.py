"""Tables as text: comma, semicolon, tab or pipe between the values, read record by record, however long the file."""

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from app.models.file_errors import FileNotText, FileUnreadable
from app.outside.files import read_error
from app.outside.text_encoding import Encoding, encoding_of

DELIMITERS = "\t,;|"
LONGEST_VALUE = 4_000_000
_MANY_LINES = 500
_SNIFFED = 1 << 16
_GZIP = b"\x1f\x8b"
Note = Callable[[int, str, str], None]


@dataclass(slots=True)
class Reached:
    """How far a table was read: ``done`` of ``total`` bytes or rows. A total of 0 is not known."""

    done: int = 0
    total: int = 0

    @property
    def share(self) -> float | None:
        """Return the share that was read; None where it is not known, or more stands there than the file says."""
        return self.done / self.total if 0 < self.done <= self.total else None


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table in a text file, decided how to read, not read yet."""

    path: Path
    encoding: Encoding
    delimiter: str
    skipped: int  # lines before the heading: Excel's "sep=;"

    def records(self, note: Note, so_far: Reached) -> Generator[tuple[int, list[str]]]:
        """Each record with the number of its first line; ``note(line, code, detail)`` hears what is odd.

        ``so_far`` tells the bytes of the file that were read, packed ones where it is packed.
        Codes: bad_bytes (a line holds bytes outside the encoding), quote_open (a quotation mark was never closed; the
        detail is how many lines it swallowed). Raises FileUnreadable where a compressed file breaks off.
        """
        reached = self.skipped
        try:
            with self.path.open("rb") as file, _unpacked(file) as stream:
                so_far.total = self.path.stat().st_size
                text = io.TextIOWrapper(stream, self.encoding.name, errors="replace", newline="")
                lines = _clean_lines(text, note)
                for _ in range(self.skipped):
                    next(lines, None)
                for reached, record in _parsed(lines, self.delimiter, note=note, first=self.skipped + 1):
                    so_far.done = file.tell()
                    yield reached, record
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise FileUnreadable(path=str(self.path), place=reached + 1) from error
        except OSError as error:
            raise read_error(self.path, error) from error


def text_table(path: Path) -> TextTable:
    """Decide encoding and delimiter of a text file, gzip included. Raises FileNotText, FileUnreadable and its like."""
    try:
        encoding = encoding_of(lambda: _open(path))
        if encoding is None:
            raise FileNotText(path=str(path))
        with _opened(path) as stream:
            start = stream.read(_SNIFFED).decode(encoding.name, "replace")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FileUnreadable(path=str(path), place=1) from error
    except OSError as error:
        raise read_error(path, error) from error
    said = start.split("\n", 1)[0].strip()
    if len(said) == 5 and said.lower().startswith("sep="):
        return TextTable(path, encoding, said[4], 1)
    return TextTable(path, encoding, sniffed_delimiter(start), 0)


#: So many columns below a line of one value make that line a title.
_BELOW_TITLE = 3


def sniffed_delimiter(start: str) -> str:
    """The delimiter that cuts the first records into the same number of values, more than one; else the comma.

    A first line of one value is a title where what stands below it is cut evenly into several.
    """
    whole = start if len(start) < _SNIFFED // 4 else start.rpartition("\n")[0] or start
    below = whole.partition("\n")[2]
    scores = {one: _evenness(below, one, _BELOW_TITLE) for one in DELIMITERS}
    titled = max(scores, key=scores.__getitem__)
    if not any(_evenness(whole, one) for one in DELIMITERS) and scores[titled] >= 1:
        return titled
    best = next((delimiter for delimiter in ",;\t|" if delimiter not in whole), ",")  # a table of one column
    best_score = 0.0
    for delimiter in DELIMITERS:
        score = _evenness(whole, delimiter)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _evenness(text: str, delimiter: str, least: int = 2) -> float:
    widths = list[int]()
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if record:
                widths.append(len(record))
    except csv.Error:
        return 0.0
    if not widths or widths[0] < least:  # the heading has more than one column, or this is not the delimiter
        return 0.0
    return widths.count(widths[0]) / len(widths) + min(widths[0], 50) / 1000


def _open(path: Path) -> BinaryIO:
    with path.open("rb") as probe:
        packed = probe.read(2) == _GZIP
    return cast("BinaryIO", gzip.open(path, "rb")) if packed else path.open("rb")


def _unpacked(file: BinaryIO) -> BinaryIO:
    """Return a file that was just opened as it is read: without its packing."""
    packed = file.read(2) == _GZIP
    file.seek(0)
    return cast("BinaryIO", gzip.GzipFile(fileobj=file)) if packed else file


@contextmanager
def _opened(path: Path) -> Generator[BinaryIO]:
    with _open(path) as stream:
        yield stream


def _clean_lines(text: Iterable[str], note: Note) -> Iterator[str]:
    for number, line in enumerate(text, start=1):
        if "\ufffd" in line:
            note(number, "bad_bytes", "")
        yield line.replace("\0", "")


def _parsed(lines: Iterator[str], delimiter: str, *, note: Note, first: int) -> Iterator[tuple[int, list[str]]]:
    """Parse record by record; the csv module says where a record ends, we need where it began."""
    csv.field_size_limit(LONGEST_VALUE)  # one letter may fill a cell; the module's own limit is 131,072
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        began = reader.line_num + first
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a value longer than the limit; the reader goes on behind it
            note(began, "quote_open", str(reader.line_num + first - began))
            continue
        swallowed = reader.line_num + first - began
        if swallowed > _MANY_LINES:
            note(began, "quote_open", str(swallowed))
        if record:
            yield began, record
