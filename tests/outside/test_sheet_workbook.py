"""Workbooks are read as their author sees them; damaged ones are refused."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from app.models.file_errors import FileMissing, FileTooLarge, FileUnreadable, SheetMissing
from app.outside import sheet_workbook
from app.outside.sheet_csv import Reached
from app.outside.sheet_workbook import as_text, workbook_table


def _saved(path, *rows, **sheets):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for title, more in sheets.items():
        page = book.create_sheet(title)
        for row in more:
            page.append(row)
    book.save(path)
    return path


def _read(path, sheet=None):
    notes = []
    records = list(workbook_table(path, sheet).records(lambda *note: notes.append(note), Reached()))
    return records, notes


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("=1+1", "=1+1"),
        (True, "TRUE"),
        (False, "FALSE"),
        (13800138000, "13800138000"),
        (13800138000.0, "13800138000"),
        (0.1 + 0.2, "0.3"),
        (1e300, "1e+300"),
        (datetime.fromisoformat("2015-01-01T00:00:00"), "2015-01-01"),
        (datetime.fromisoformat("2015-01-01T08:29:59.999600"), "2015-01-01T08:30:00"),
        (datetime.fromisoformat("9999-12-31T23:59:59.999999"), "9999-12-31T23:59:59.999999"),
        (date(2015, 1, 1), "2015-01-01"),
        (time(8, 30), "08:30:00"),
        (timedelta(hours=30, minutes=5), "30:05:00"),
        (timedelta(seconds=-61), "-00:01:01"),
        (b"odd", "b'odd'"),
    ],
)
def test_each_value_has_one_text(value, text):
    assert as_text(value) == text


def test_rows_keep_their_number_in_excel(tmp_path):
    path = _saved(
        tmp_path / "a.xlsx",
        ["日期", "号码", None],
        [],
        [datetime.fromisoformat("2024-02-29T09:05:00"), 13800138000, None],
    )
    records, notes = _read(path)
    assert records == [(1, ["日期", "号码"]), (3, ["2024-02-29T09:05:00", "13800138000"])]
    assert notes == []


def test_the_first_visible_sheet_is_taken_unless_one_is_named(tmp_path):
    book = Workbook()
    book.active.title = "hidden"
    book.active.sheet_state = "hidden"
    book.create_sheet("投诉").append(["a"])
    book.create_sheet("咨询").append(["b"])
    book.save(tmp_path / "a.xlsx")
    table = workbook_table(tmp_path / "a.xlsx")
    assert (table.sheet, table.sheets) == ("投诉", ("hidden", "投诉", "咨询"))
    assert _read(tmp_path / "a.xlsx", "咨询")[0] == [(1, ["b"])]
    with pytest.raises(SheetMissing) as caught:
        workbook_table(tmp_path / "a.xlsx", "表扬")
    assert caught.value.facts["sheets"] == "hidden, 投诉, 咨询"


def test_formulas_that_were_never_calculated_are_counted(tmp_path):
    path = _saved(tmp_path / "a.xlsx", ["a", "b"], [1, "=A2+1"], [2, "=A3+1"])
    records, notes = _read(path)
    assert records == [(1, ["a", "b"]), (2, ["1"]), (3, ["2"])]
    assert notes == [(0, "formula_empty", "2")]


def test_calculated_formulas_give_their_value(tmp_path):
    path = _saved(tmp_path / "a.xlsx", ["a", "b"], [1, "=A2+1"])
    _rewritten(path, "xl/worksheets/sheet1.xml", b"<f>A2+1</f><v />", b"<f>A2+1</f><v>2</v>")
    records, notes = _read(path)
    assert records[1] == (2, ["1", "2"])
    assert notes == []


def test_a_formula_whose_text_is_empty_was_calculated(tmp_path):
    path = _saved(tmp_path / "a.xlsx", ["a", "b"], [1, "=IF(A2,A3,1)"])
    old, new = b'<c r="B2"><f>', b'<c r="B2" t="str"><f>'
    _rewritten(path, "xl/worksheets/sheet1.xml", old, new)
    assert _read(path)[1] == []


def _rewritten(path, name: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = {part: packed.read(part) for part in packed.namelist()}
    changed = parts[name].replace(old, new)
    assert changed != parts[name]
    with zipfile.ZipFile(path, "w") as packed:
        for part, content in (parts | {name: changed}).items():
            packed.writestr(part, content)


def test_a_date_beyond_excels_calendar_is_read_without_a_warning(tmp_path):
    path = _saved(tmp_path / "a.xlsx", ["a"], [datetime.fromisoformat("2024-01-01T00:00:00")])
    _rewritten(path, "xl/worksheets/sheet1.xml", b"<v>45292</v>", b"<v>9999999999</v>")
    assert len(_read(path)[0]) == 2


def test_a_row_number_beyond_excel_is_damage_and_not_a_long_wait(tmp_path):
    path = _saved(tmp_path / "a.xlsx", ["a"], ["b"])
    _rewritten(path, "xl/worksheets/sheet1.xml", b'<row r="2">', b'<row r="2000000000">')
    with pytest.raises(FileUnreadable) as caught:
        _read(path)
    assert caught.value.facts["place"] == "Sheet:2"


def test_an_ordinary_zip_and_a_missing_file_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as packed:
        packed.writestr("readme.txt", "x")
    with pytest.raises(FileUnreadable):
        workbook_table(tmp_path / "a.xlsx")
    with pytest.raises(FileMissing):
        workbook_table(tmp_path / "gone.xlsx")


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet_workbook, "LIMIT_MB", 1)
    path = _saved(tmp_path / "a.xlsx", ["a"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/bomb.xml", bytes(2 << 20))
    with pytest.raises(FileTooLarge):
        workbook_table(path)


def _small_workbook() -> bytes:
    stream = io.BytesIO()
    _saved(stream, ["姓名", "日期"], ["王芳", datetime.fromisoformat("2024-01-01T00:00:00")], [3, "=A1"])
    return stream.getvalue()


WHOLE = _small_workbook()


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255), cut=st.booleans())
def test_no_damage_breaks_the_reader(place, byte, cut, tmp_path_factory):
    content = WHOLE[:place] if cut else WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :]
    path = tmp_path_factory.mktemp("fuzz") / "a.xlsx"
    path.write_bytes(content)
    try:
        records, _ = _read(path)
    except (FileUnreadable, FileTooLarge, SheetMissing):
        return
    assert all(isinstance(value, str) for _, values in records for value in values)


def test_a_cell_that_is_merged_over_rows_says_the_same_in_all_of_them(tmp_path):
    book = Workbook()
    page = book.active
    for row in (
        ("2025", "", ""), ("", "", ""), ("Category", "Number", "Title"), ("Vaccines", "A1", "x"), ("", "A2", "y"),
        ("", "", ""), ("", "A3", "z"), ("", "A4", "w"),
    ):  # fmt: skip
        page.append(row)
    for cells in ("A1:C2", "A4:A7", "B8:C8"):
        page.merge_cells(cells)
    book.save(tmp_path / "merged.xlsx")
    records, _ = _read(tmp_path / "merged.xlsx")
    assert records == [
        (1, ["2025"]),
        (3, ["Category", "Number", "Title"]),
        (4, ["Vaccines", "A1", "x"]),
        (5, ["Vaccines", "A2", "y"]),
        (7, ["Vaccines", "A3", "z"]),
        (8, ["", "A4"]),
    ]


def test_a_column_far_to_the_right_is_found_where_it_is_merged(tmp_path):
    book = Workbook()
    book.active.append(("Number", *("" for _ in range(26)), "Unit"))
    book.active.append(("A1", *("" for _ in range(26)), "Clinic"))
    book.active.append(("A2",))
    book.active.merge_cells("AB2:AB3")
    book.save(tmp_path / "wide.xlsx")
    records, _ = _read(tmp_path / "wide.xlsx")
    assert [values[-1] for _, values in records] == ["Unit", "Clinic", "Clinic"]


def test_cells_that_were_filled_from_merged_ones_are_noted_once_for_each_column(tmp_path):
    book = Workbook()
    for row in (("Clinic", "Phone"), ("H1", "1"), ("", "2"), ("", "3"), ("H2", "4"), ("", ""), ("H3", "5"), ("", "")):
        book.active.append(row)
    for cells in ("A2:A4", "A5:A6", "A7:A9", "B7:B8"):
        book.active.merge_cells(cells)
    for place in ("C8", "C9"):
        book.active[place] = "x"
    book.save(tmp_path / "merged.xlsx")
    assert _read(tmp_path / "merged.xlsx")[1] == [
        (2, "merged", "0 A2:A4 2, A7:A9 2"),
        (7, "merged", "1 B7:B8 1"),
    ]
