"""A workbook opens as a person wants to read it, and prints as wide as its page."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from app.outside import sheet_layout, sheet_writing
from app.services.report_sheets import Sheet


def _opened(path: Path, sheet: Sheet) -> Any:
    sheet_writing.write_book(path, [sheet])
    return load_workbook(path).worksheets[0]


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    assert sheet_layout.widths(("a", "指标名称好长"), [("x" * 20, None), ("y\n" * 90, 1)]) == [22, 14]
    assert sheet_layout.widths(("a",), [("长" * 100,)]) == [48]


def test_headings_stay_and_stand_on_every_page_of_a_width(tmp_path: Path) -> None:
    page = _opened(tmp_path / "a.xlsx", Sheet("x", ("KPI", "Figure"), (("on time", 0.5),)))
    assert (page.freeze_panes, page.print_title_rows, page["A1"].font.bold) == ("A2", "$1:$1", True)
    assert (page.page_setup.orientation, page.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)


def test_shares_are_percentages_and_counts_have_their_thousands_apart_in_documents_only(tmp_path: Path) -> None:
    rows = (("on time", 0.5, 12_000),)
    page = _opened(tmp_path / "a.xlsx", Sheet("x", ("KPI", "Figure", "Of"), rows))
    assert [page[f"{one}2"].number_format for one in "ABC"] == ["General", "0.0%_)", "#,##0_)"]
    assert (page["B2"].value, page["C2"].value) == (0.5, 12_000)
    plain = _opened(tmp_path / "b.xlsx", Sheet("x", ("KPI", "Figure", "Of"), rows, is_document=False))
    assert [plain[f"{one}2"].number_format for one in "BC"] == ["General", "General"]


def test_long_texts_are_broken_into_lines(tmp_path: Path) -> None:
    page = _opened(tmp_path / "a.xlsx", Sheet("x", ("a",), (("word " * 30,), ("short",))))
    assert [page[f"A{one}"].alignment.wrap_text for one in (2, 3)] == [True, None]


def test_a_row_of_broken_texts_is_as_high_as_its_lines(tmp_path: Path) -> None:
    page = _opened(tmp_path / "a.xlsx", Sheet("x", ("a", "b"), (("one\ntwo", 1), ("one", 2), ("word " * 20, 3))))
    assert [page.row_dimensions[one].height for one in (2, 3, 4)] == [30, None, 45]


def test_a_wide_table_takes_pages_side_by_side_with_its_first_column(tmp_path: Path) -> None:
    names = tuple("abcdefgh")
    page = _opened(tmp_path / "a.xlsx", Sheet("x", names, (("w" * 40,) * len(names),)))
    assert (page.page_setup.fitToWidth, page.print_title_cols) == (3, "$A:$A")
