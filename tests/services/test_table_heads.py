"""A table is read under the line that has its headings, wherever that stands."""

import pytest
from openpyxl import Workbook

from app.outside.sheets import read_sheet
from app.services import frame_columns, import_columns, table_heads
from app.services.import_columns import suggest_map
from app.services.table_heads import Vocabulary, has_two_lines, heading_of, headings_at, plain, with_its_headings

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


def test_a_row_in_which_a_word_of_headings_stands_is_no_line_of_headings(table):
    headings = ["编号乙", "何时来的", "怎么来的"]
    found = table([headings, ["M1", "2026/3/1 9:05", "电话"], ["M2", "2026/3/2 9:05", "微信"]], "")
    assert tuple(found.columns) == tuple(headings)
    assert [cells["怎么来的"] for _, cells in found] == ["电话", "微信"]


def test_headings_of_which_one_has_a_date_in_it_stay_headings(table):
    headings = [*HEADINGS, "2026-03-01"]
    found = table([["县卫生热线工单", "", "", ""], headings, [*ROW, "是"]], "")
    assert tuple(found.columns) == tuple(headings)


@pytest.mark.parametrize(
    ("above", "below", "understood"),
    [
        (
            ("医院", "患者", "", "出院日期", "回访（是：1 否：2）"),
            ("", "姓名", "电话", "", ""),
            {"name": "姓名", "phone": "电话", "institution": "医院", "discharged_on": "出院日期"},
        ),
        (
            ("Hospital", "Patient", "", "Discharge date", "Follow-up: y/n"),
            ("", "Name", "Phone", "", ""),
            {"name": "Name", "phone": "Phone", "institution": "Hospital", "discharged_on": "Discharge date"},
        ),
    ],
)
def test_a_colon_in_one_heading_leaves_the_merged_headings_beside_it(above, below, understood):
    lines = ((1, above), (2, below))
    assert heading_of(lines, frame_columns.suggest_map) == 2
    assert frame_columns.suggest_map(headings_at(lines, 2, frame_columns.suggest_map)) == understood
    assert has_two_lines(lines, 2, frame_columns.suggest_map)


def test_a_colon_in_one_heading_leaves_the_merged_headings_of_past_inquiries(table):
    found = table([["编号", "来电", "", "Closed: yes/no"], ["", "来电号码", "内容", ""], [*ROW, "yes"]], "A1:A2")
    assert tuple(found.columns) == (*HEADINGS, "Closed: yes/no")


def test_the_words_of_a_vocabulary_are_made_comparable_once_however_wide_a_list_is(monkeypatch):
    lines = tuple((line, tuple(f"列{line}-{place}" for place in range(60))) for line in range(1, 9))
    made = []
    monkeypatch.setattr(table_heads, "plain", lambda heading: made.append(heading) or plain(heading))
    heading_of(lines, frame_columns.suggest_map)
    heading_of(lines, import_columns.suggest_map)
    # of each line its cells, those of the line above, and each cell twice: alone and below its group
    assert len(made) < 2 * 8 * 60 * 5
    assert plain(" 手机-号码 ") == "手机号码"


def test_a_heading_goes_to_the_field_for_which_it_is_the_better_word():
    words = Vocabulary({"unit": ("unit", "科室"), "area": ("科室", "area"), "date": ("date",)}.items())
    assert words.suggest(["科室", "Unit", "else"]) == {"unit": "Unit", "area": "科室"}
    assert words.suggest(["DATE", "date"]) == {"date": "DATE"}
