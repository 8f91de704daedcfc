"""A table is read under the line that has its headings, wherever that stands."""

import pytest
from openpyxl import Workbook

from app.outside.sheets import read_sheet
from app.services.import_columns import suggest_map
from app.services.table_heads import with_its_headings

HEADINGS, ROW = ["编号", "来电号码", "内容"], ["A1", "13800000001", "候诊时间过长"]


@pytest.fixture
def table(tmp_path):
    def made(rows, merged):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        if merged:
            book.active.merge_cells(merged)
        book.save(tmp_path / "list.xlsx")
        return with_its_headings(read_sheet(tmp_path / "list.xlsx"), suggest_map)

    return made


@pytest.mark.parametrize("above", [[["县卫生热线工单", "", ""]], [["县卫生热线工单"], ["", "导出时间", "2026-03-01"]]])
def test_headings_below_a_merged_title_are_found(table, above):
    found = table([*above, HEADINGS, ROW], "A1:C1")
    assert tuple(found.columns) == tuple(HEADINGS)
    assert list(found) == [(len(above) + 2, dict(zip(HEADINGS, ROW, strict=True)))]


def test_a_heading_that_is_merged_with_the_one_above_keeps_its_name(table):
    found = table([["编号", "来电人", ""], ["", "来电号码", "内容"], ROW], "A1:A2")
    assert tuple(found.columns) == tuple(HEADINGS)


def test_a_table_with_its_headings_in_the_first_line_stays_as_it_is(table):
    found = table([HEADINGS, ROW, ["类别", "电话", "标题"]], "")
    assert [line for line, _ in found] == [2, 3]
