"""The headings are found below a title, beside merged groups, and where somebody says they are."""

from dataclasses import replace

import pytest
from openpyxl import Workbook

from app.models.frames import FrameField, FrameKind, FrameReason
from app.outside import sheets
from app.outside.sheet_writing import write_csv
from app.outside.sheets import read_sheet
from app.services import frame_sheets
from app.services.frame_sheets import FrameChanged, FrameNotCalculated, FrameWithoutRows
from app.services.frames import Wishes
from app.services.table_heads import laid_out, named
from tests.desk import sign_in

TWO_HEADINGS = [
    ("2026年第一季度出院患者", "", "", "", ""),
    ("患者", "", "联系方式", "", "住院"),
    ("姓名", "身份证号", "手机号", "联系人电话", "出院日期"),
    ("张三", "ID1", "13800000001", "", "2026-02-20"),
    ("李四", "ID2", "13800000002", "13900000002", "2026-02-21"),
]


@pytest.fixture
def desk(office):
    sign_in(office, "li")
    return office


@pytest.fixture
def table(tmp_path):
    def made(rows):
        path = tmp_path / "list.csv"
        write_csv(path, [one for one in rows[0] if one], rows=rows[1:])
        return path

    return made


def test_headings_below_a_title_and_a_line_of_groups_are_found(desk, table):
    found = desk.ask(frame_sheets.look, table(TWO_HEADINGS))
    assert found.heading == 3
    assert found.chosen["phone2"] == "联系人电话"
    assert found.lines[0] == (1, ("2026年第一季度出院患者",))
    assert found.kind is FrameKind.INPATIENT
    wishes = Wishes("Q1", found.kind, "list.csv", found.chosen, institution="H1", any_institution=True)
    told = desk.ask(frame_sheets.read, found, wishes)
    assert (told.rows, told.refusals) == (2, ())


def test_another_line_may_be_taken_for_the_headings(desk, table):
    found = desk.ask(frame_sheets.look, table(TWO_HEADINGS), heading=2)
    assert found.heading == 2
    assert found.columns == ("患者", "#2", "联系方式", "#4", "住院")
    assert found.chosen == {"phone": "联系方式"}


def test_the_report_of_refused_rows_is_written_for_the_institution(desk, table, tmp_path):
    rows = [*TWO_HEADINGS, ("王五", "ID3", "12", "", "2026-02-21")]
    found = desk.ask(frame_sheets.look, table(rows))
    wishes = Wishes("Q1", found.kind, "list.csv", found.chosen, institution="H1", any_institution=True)
    told = desk.ask(frame_sheets.read, found, wishes)
    assert desk.ask(frame_sheets.save_report, told, tmp_path / "report.csv", language="en") == 3
    (_, remark), (_, ages), (_, row) = read_sheet(tmp_path / "report.csv")
    assert (remark["line"], remark["value"]) == ("2", "2-3")
    assert (ages["line"], ages["field"], ages["value"]) == ("4", "Age", "(× 2)")
    assert (row["line"], row["field"], row["value"]) == ("6", "Telephone", "12")


def test_a_column_of_diagnoses_without_codes_is_remarked_upon(desk, table, tmp_path):
    def told(*diagnoses):
        rows = [("张三", f"1380000000{place}", "2026-02-20", one) for place, one in enumerate(diagnoses)]
        found = desk.ask(frame_sheets.look, table([("姓名", "电话", "出院日期", "主要诊断"), *rows]))
        return desk.ask(frame_sheets.read, found, _wishes(found))

    assert _but_ages(told("I10", "J18.9", "肺炎")) == []
    words = told("高血压", "精神分裂症", "J18.9")
    assert [one.reason for one in words.refusals] == [FrameReason.PSYCHIATRIC]
    assert _but_ages(words) == [FrameReason.DIAGNOSES_UNCODED]
    desk.ask(frame_sheets.save_report, words, tmp_path / "report.csv", language="en")
    (_, remark), _, (_, row) = read_sheet(tmp_path / "report.csv")
    assert (remark["line"], row["line"]) == ("", "3")
    assert "no ICD-10 code" in remark["reason"]


def test_plain_headings_stay_in_the_first_line(desk, table):
    found = desk.ask(frame_sheets.look, table([("姓名", "电话", "就诊日期"), ("张三", "13800000001", "2026-02-20")]))
    assert found.heading == 1
    assert found.kind is FrameKind.OUTPATIENT


def test_cells_beyond_the_headings_stand_at_their_places():
    assert laid_out({"a": "1", "#3": "3", "#5": "5"}, 1) == ["1", "", "3", "", "5"]
    assert named(["Phone", "", "Phone"]) == ("Phone", "#2", "Phone #3")


def _wishes(found):
    return Wishes("Q1", found.kind, "list.csv", found.chosen, institution="H1", any_institution=True)


def test_headings_merged_with_the_line_above_are_taken_from_there(desk, table):
    rows = [
        ("姓名", "联系方式", "", "出院日期"),
        ("", "本人电话", "联系人电话", ""),
        ("张三", "13800000001", "", "2026-02-20"),
    ]
    found = desk.ask(frame_sheets.look, table([("2026年第一季度", "", "", ""), *rows]))
    assert found.columns == ("姓名", "本人电话", "联系人电话", "出院日期")
    assert desk.ask(frame_sheets.read, found, _wishes(found)).rows == 1


@pytest.mark.parametrize(
    "remark", [("Printed: 2024-03-02", "", "By: Li", ""), ("打印时间：2024-03-02", "", "制表人：李", "")]
)
def test_a_line_of_remarks_above_the_headings_names_no_groups(desk, table, remark):
    rows = [("姓名", "电话", "姓名", "电话"), ("张三", "13800000001", "李四", "13900000002")]
    found = desk.ask(frame_sheets.look, table([("2024年第一季度", "", "", ""), remark, *rows]), heading=3)
    assert found.columns == ("姓名", "电话", "姓名 #3", "电话 #4")
    assert found.heading_lines == ""


def test_headings_below_empty_rows_are_told_by_the_rows_in_which_they_stand(desk, tmp_path):
    book = Workbook()
    for at, values in enumerate(TWO_HEADINGS[1:], 4):
        for place, value in enumerate(values, 1):
            book.active.cell(at, place, value or None)
    book.save(tmp_path / "list.xlsx")
    found = desk.ask(frame_sheets.look, tmp_path / "list.xlsx")
    assert [line for line, _ in found.lines] == [4, 5, 6, 7]
    assert found.heading_lines == "4-5"
    told = desk.ask(frame_sheets.read, found, _wishes(found))
    assert [(one.line, one.value) for one in told.remarks if one.value] == [(4, "4-5")]
    assert told.rows == 2


def test_a_list_of_headings_only_below_empty_rows_names_their_row(desk, tmp_path):
    (tmp_path / "list.csv").write_text("\n,\n姓名,手机号\n", encoding="utf-8")
    found = desk.ask(frame_sheets.look, tmp_path / "list.csv")
    with pytest.raises(FrameWithoutRows) as told:
        desk.ask(frame_sheets.read, found, _wishes(found))
    assert told.value.facts["line"] == 3


def test_a_file_that_changed_after_it_was_looked_at_is_not_read(desk, table):
    path = table(TWO_HEADINGS)
    found = desk.ask(frame_sheets.look, path)
    path.write_text(path.read_text(encoding="utf-8") + "王五,ID3,13800000003,,2026-02-21\n", encoding="utf-8")
    with pytest.raises(FrameChanged) as told:
        desk.ask(frame_sheets.read, found, _wishes(found))
    assert told.value.facts["source"] == "list.csv"
    again = desk.ask(frame_sheets.look, path)
    assert desk.ask(frame_sheets.read, again, _wishes(again)).rows == 3


def test_a_list_of_headings_only_says_so(desk, table):
    found = desk.ask(frame_sheets.look, table([("姓名", "手机号")]))
    with pytest.raises(FrameWithoutRows) as told:
        desk.ask(frame_sheets.read, found, _wishes(found))
    assert told.value.facts["line"] == 1


def test_formulas_that_were_never_calculated_are_not_read_as_empty(desk, tmp_path):
    book = Workbook()
    for values in (("姓名", "手机号"), ("张三", "13800000001"), ("=A2", "13800000002")):
        book.active.append(values)
    book.save(tmp_path / "list.xlsx")
    found = desk.ask(frame_sheets.look, tmp_path / "list.xlsx")
    with pytest.raises(FrameNotCalculated) as told:
        desk.ask(frame_sheets.read, found, _wishes(found))
    assert told.value.facts["count"] == 1


def test_lines_that_an_open_quotation_mark_swallows_are_reported(desk, tmp_path):
    lines = ["姓名,手机号,出院日期", '"张三,13800000001,2026-02-20', *["李四,13800000002,2026-02-21"] * 2]
    (tmp_path / "list.csv").write_text("\n".join(lines), encoding="utf-8")
    found = desk.ask(frame_sheets.look, tmp_path / "list.csv")
    (told,) = desk.ask(frame_sheets.read, found, _wishes(found)).refusals
    assert (told.line, told.reason, told.value) == (2, FrameReason.QUOTE_OPEN, "2-4")


def _but_ages(found):
    return [one.reason for one in found.remarks if one.reason is not FrameReason.AGE_UNKNOWN]


def _remarks(found, reason):
    return [(one.field, one.line, one.value, one.count) for one in found.remarks if one.reason is reason]


def test_the_groups_over_unmerged_headings_say_whose_number_a_number_is(desk, table):
    rows = [
        ("联系人", "", "患者", "", "出院日期"),
        ("姓名", "电话", "姓名", "电话", ""),
        ("王五", "13800000009", "张三", "13800000001", "2026-02-20"),
    ]
    path = table([("2026年第一季度", "", "", "", ""), *rows])
    found = desk.ask(frame_sheets.look, path)
    assert found.columns == ("联系人姓名", "联系人电话", "患者姓名", "患者电话", "出院日期")
    assert {name: found.chosen[name] for name in ("name", "phone", "phone2")} == {
        "name": "患者姓名", "phone": "患者电话", "phone2": "联系人电话",
    }  # fmt: skip
    assert (found.heading_lines, found.heads) == ("2-3", (1, 2))
    told = desk.ask(frame_sheets.read, found, _wishes(found))
    assert _remarks(told, FrameReason.TWO_HEADINGS) == [(FrameField.ROW, 2, "2-3", 0)]


def test_headings_that_are_cut_over_two_lines_are_put_together(desk, table):
    rows = [
        ("姓名", "联系", "出院", "医疗机构"),
        ("", "电话", "日期", "名称"),
        ("张三", "13800000001", "2026-02-20", "甲"),
    ]
    found = desk.ask(frame_sheets.look, table(rows))
    assert found.columns == ("姓名", "电话", "出院日期", "医疗机构名称")
    told = desk.ask(frame_sheets.read, found, _wishes(found))
    assert (told.rows, told.refusals) == (1, ())
    assert _remarks(told, FrameReason.TWO_HEADINGS) == [(FrameField.ROW, 1, "1-2", 0)]


def test_empty_cells_of_the_first_line_stand_empty(desk, tmp_path):
    write_csv(tmp_path / "list.csv", ["联系人", "", "患者"], rows=[("姓名", "电话", "姓名")])
    found = desk.ask(frame_sheets.look, tmp_path / "list.csv")
    assert found.lines[0][1] == ("联系人", "", "患者")


def test_headings_that_come_again_in_another_language_are_no_bad_number(desk, table):
    rows = [("姓名", "手机号", "出院日期"), ("name", "mobile", "discharge date"), ("张三", "13800000001", "2026-02-20")]
    found = desk.ask(frame_sheets.look, table(rows))
    told = desk.ask(frame_sheets.read, found, _wishes(found))
    assert [(one.line, one.reason) for one in told.refusals] == [(2, FrameReason.HEADING_AGAIN)]
    assert (told.rows, _but_ages(told)) == (1, [])


def test_what_merged_cells_filled_is_told_with_its_range(desk, tmp_path):
    book = Workbook()
    rows = (
        ("医院", "姓名", "手机号"),
        ("甲", "张三", "13800000001"),
        ("", "李四", "13800000002"),
        ("", "王五", "13800000003"),
    )
    for row in (*rows, ("乙", "赵六", "13800000004"), ("", "钱七", "")):
        book.active.append(row)
    for cells in ("A2:A4", "A5:A6", "C5:C6"):
        book.active.merge_cells(cells)
    book.save(tmp_path / "list.xlsx")
    found = desk.ask(frame_sheets.look, tmp_path / "list.xlsx")
    told = desk.ask(frame_sheets.read, found, _wishes(found))
    assert _remarks(told, FrameReason.FILLED_DOWN) == [
        (FrameField.PHONE, 5, "C5:C6", 1),
        (FrameField.INSTITUTION, 2, "A2:A4, A5:A6", 3),
    ]
    desk.ask(frame_sheets.save_report, told, tmp_path / "report.csv", language="en")
    values = [row["value"] for _, row in read_sheet(tmp_path / "report.csv")]
    assert values == ["C5:C6 (× 1)", "A2:A4, A5:A6 (× 3)", "乙 (2), 甲 (3) (× 5)", "(× 5)"]


def test_merged_cells_are_counted_whole_however_many_there_are(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ODDITIES", 3)
    book = Workbook()
    book.active.append(("医院", "姓名", "手机号"))
    for place in range(8):
        book.active.append(("" if place % 2 else "甲", f"P{place}", f"1380000000{place}"))
    for first in (2, 4, 6, 8):
        book.active.merge_cells(f"A{first}:A{first + 1}")
    book.save(tmp_path / "list.xlsx")
    found = desk.ask(frame_sheets.look, tmp_path / "list.xlsx")
    told = desk.ask(frame_sheets.read, found, _wishes(found))
    filled = [(FrameField.INSTITUTION, 2, "A2:A3, A4:A5, A6:A7, A8:A9", 4)]
    assert _remarks(told, FrameReason.FILLED_DOWN) == filled


def test_cells_that_are_merged_among_the_headings_are_no_filled_rows(desk, tmp_path):
    book = Workbook()
    rows = (("医院", "患者", ""), ("", "姓名", "手机号"), ("甲", "张三", "13800000001"), ("", "李四", "13800000002"))
    for row in rows:
        book.active.append(row)
    for cells in ("A1:A2", "A3:A4"):
        book.active.merge_cells(cells)
    book.save(tmp_path / "list.xlsx")
    found = desk.ask(frame_sheets.look, tmp_path / "list.xlsx")
    told = desk.ask(frame_sheets.read, found, _wishes(found))
    assert _remarks(told, FrameReason.FILLED_DOWN) == [(FrameField.INSTITUTION, 3, "A3:A4", 1)]


def test_what_empty_cells_took_from_above_is_counted(desk, table):
    rows = [("医院", "姓名", "手机号"), ("甲", "张三", "13800000001"), ("", "李四", "13800000002")]
    found = desk.ask(frame_sheets.look, table(rows))
    told = desk.ask(frame_sheets.read, found, replace(_wishes(found), fill_down=True))
    assert _remarks(told, FrameReason.FILLED_DOWN) == [(FrameField.INSTITUTION, 3, "甲", 1)]


def test_how_far_a_list_was_read_is_told_by_the_rows_that_its_size_lets_expect(desk, tmp_path):
    rows = [("2026-02-20", f"1380000{place:04}", f"P{place}", "H1") for place in range(6000)]
    write_csv(tmp_path / "list.csv", ["出院日期", "手机号", "姓名", "机构"], rows=rows)
    seen = desk.ask(frame_sheets.look, tmp_path / "list.csv")
    heard = Heard()
    wishes = Wishes("Q1", seen.kind, "list.csv", seen.chosen, any_institution=True)
    desk.ask(frame_sheets.read, seen, wishes, progress=heard)
    assert heard.told[-1] == (6000, 6000)
    assert [done for done, _ in heard.told[:3]] == [0, 500, 1000]
    assert all(5400 < total < 6600 for done, total in heard.told if done > 1000)


class Heard:
    """Hears how far a reading has come."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Take so many of so many."""
        self.told.append((done, total))
