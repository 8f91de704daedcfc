"""How a workbook looks when somebody opens or prints it: headings that stay, columns as wide as what stands in them.

Pages lie across; a table takes as many side by side as its letters need to be read, and every page begins with the
headings and the first column.
"""

from collections.abc import Sequence
from typing import Any
from unicodedata import east_asian_width

#: Rows that are looked at to know how wide a column is.
LOOKED_AT = 200
_LEAST, _MOST, _ROOM = 6, 48, 2
#: A space as wide as a bracket behind each number, so that it does not touch the text of the next column.
_PERCENT, _COUNT = "0.0%_)", "#,##0_)"
#: Letters that can be read side by side on a page, and points of a line of text.
_PAGE, _LINE = 150, 15


def widths(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> list[int]:
    """Return the width of each column in letters, by its heading and these rows."""
    found = [max(_LEAST, _broad(name)) for name in columns]
    for row in rows:
        for place, value in enumerate(row[: len(found)]):
            found[place] = max(found[place], _broad(_shown(value)))
    return [min(_MOST, one + _ROOM) for one in found]


def _shown(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else "" if value is None else str(value)


def _broad(text: str) -> int:
    """Return how many letters the longest line is wide; Chinese ones count two."""
    return max((sum(2 if east_asian_width(one) in "WF" else 1 for one in line) for line in text.split("\n")), default=0)


def lay_out(sheet: Any, found: Sequence[int]) -> None:
    """Set a sheet up before its first row is written."""
    from openpyxl.utils import get_column_letter

    for place, width in enumerate(found, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    if sum(found) > _PAGE:
        sheet.print_title_cols = "A:A"
        sheet.page_setup.fitToWidth = -(-sum(found) // _PAGE)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def height(row: Sequence[object], found: Sequence[int]) -> int | None:
    """Return how many points high a row of broken texts is, None for a row of one line."""
    lines = max((_lines(one, width) for one, width in zip(row, found, strict=False) if isinstance(one, str)), default=1)
    return _LINE * lines if lines > 1 else None


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-_broad(line) // width)) for line in text.split("\n"))


def heading(cell: Any) -> Any:
    """Return a heading: bold, and broken where it is longer than its column."""
    from openpyxl.styles import Alignment, Font

    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def text_cell(cell: Any, width: int) -> Any:
    """Return a text, broken into lines where it is longer than its column."""
    from openpyxl.styles import Alignment

    if "\n" in cell.value or _broad(cell.value) > width:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def number_cell(cell: Any) -> Any:
    """Return a number of a document: a fraction as a percentage, a count with its thousands apart."""
    cell.number_format = _PERCENT if isinstance(cell.value, float) else _COUNT
    return cell
