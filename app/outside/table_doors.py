"""Tables and letters read and written, where what that needs is loaded only when somebody does it."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any


def write_book(path: Path, sheets: Iterable[Any], **heard: Callable[[], object]) -> None:
    """Write several tables as one workbook. See ``sheet_writing.write_book``."""
    from app.outside import sheet_writing

    sheet_writing.write_book(path, sheets, **heard)


def write_table(
    path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]], **heard: Callable[[int], object]
) -> int:
    """Write one table by the ending of its file. See ``sheet_writing.write_table``."""
    from app.outside import sheet_writing

    return sheet_writing.write_table(path, columns, rows, **heard)


def write_text(path: Path, text: str) -> None:
    """Write a text file whole or not at all, readable by its owner only. See ``files.write_whole``."""
    from app.outside import files

    files.write_whole(path, text.encode())


def read_text(path: Path) -> str:
    """Return a text file. See ``files.read_text``."""
    from app.outside import files

    return files.read_text(path)


def read_letter(path: Path) -> Any:
    """Return what the file of a letter says. See ``letters.read_letter``."""
    from app.outside import letters

    return letters.read_letter(path)


def read_sheet(path: Path, *, sheet: str | None = None) -> Any:
    """Return a table ready to be read. See ``sheets.read_sheet``."""
    from app.outside import sheets

    return sheets.read_sheet(path, sheet=sheet)


def write_pdf(path: Path, html: str, **how: Any) -> None:
    """Write an HTML document as PDF. See ``printing.write_pdf``."""
    from app.outside import printing

    printing.write_pdf(path, html, **how)


#: The doors by the names under which services ask for them.
_ALL = (write_book, write_table, write_text, read_text, read_letter, read_sheet, write_pdf)
DOORS = {one.__name__: one for one in _ALL}
