"""Written tables come back as they were, run nothing, and lose no row."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.models.file_errors import FileNotWritten
from app.outside import sheet_writing
from app.outside.sheet_writing import FORMULA_SIGNS, guarded, unguarded, write_csv, write_json_lines, write_xlsx
from app.outside.sheets import read_sheet
from app.services.report_sheets import Sheet
from tests.disks import little_room

EVIL = ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "=", "-"]
PLAIN = ["", "王芳", "-5", "+8613800138000", "3.5", "'quoted'", "a=b", "it's", '"', "two\nlines"]


@given(text=st.text(st.sampled_from("=+-@\t\r\n'＝x1. "), max_size=8))
def test_what_is_guarded_begins_no_formula_and_comes_back(text):
    shown = guarded(text)
    assert shown == text or shown == "'" + text
    assert unguarded(shown) == text
    assert not shown or shown[0] not in FORMULA_SIGNS or shown.lstrip("+-").replace(".", "", 1).isdigit()


@pytest.mark.parametrize("text", EVIL)
def test_every_formula_is_disarmed(text):
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", PLAIN)
def test_everything_else_stays_as_it_is(text):
    assert guarded(text) == text


@pytest.mark.parametrize(("write", "name"), [(write_csv, "a.csv"), (write_xlsx, "a.xlsx")])
def test_a_table_comes_back_as_it_was_written(tmp_path, write, name):
    rows = [[text, f"row {number}"] for number, text in enumerate([*EVIL[:4], *EVIL[6:], *PLAIN])]
    report = write(tmp_path / name, ["=text", "row"], rows=rows)
    sheet = read_sheet(tmp_path / name)
    assert sheet.columns == ("=text", "row")
    assert [list(row.values()) for _, row in sheet] == rows
    assert report.rows == len(rows)


def test_no_cell_of_a_workbook_is_a_formula(tmp_path):
    write_xlsx(tmp_path / "a.xlsx", ["=a"], rows=[[text] for text in EVIL])
    cells = [row[0] for row in load_workbook(tmp_path / "a.xlsx").active.iter_rows()]
    assert [cell.data_type for cell in cells] == ["s"] * (len(EVIL) + 1)
    assert all(cell.quotePrefix for cell in cells if str(cell.value)[:1] in FORMULA_SIGNS)


def test_excel_finds_the_encoding_by_its_mark(tmp_path):
    write_csv(tmp_path / "a.csv", ["姓名"], rows=[["王芳"]])
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_values_have_one_form_in_every_file(tmp_path):
    at = datetime(2025, 3, 3, 8, tzinfo=UTC)
    row = [at, date(2025, 3, 3), timedelta(minutes=2), b"\x01\xff", None, True, 7, 1.5]
    columns = [*"abcdefgh"]
    write_csv(tmp_path / "a.csv", columns, rows=[row])
    texts = ["2025-03-03T08:00:00+00:00", "2025-03-03", "120.0", "01ff", "", "TRUE", "7", "1.5"]
    assert [list(values.values()) for _, values in read_sheet(tmp_path / "a.csv")] == [texts]
    write_xlsx(tmp_path / "a.xlsx", columns, rows=[row])
    cells = next(load_workbook(tmp_path / "a.xlsx").active.iter_rows(min_row=2, values_only=True))
    assert cells == (
        "2025-03-03T08:00:00+00:00",
        datetime.fromisoformat("2025-03-03T00:00:00"),
        120,
        "01ff",
        None,
        True,
        7,
        1.5,
    )


def test_json_lines_keep_texts_and_kinds_as_they_are(tmp_path):
    rows = [["=1+1\ud800", 3, None, ["x"]], ["王芳", 1.5, True, {"k": 1}]]
    assert write_json_lines(tmp_path / "a.jsonl", [*"abcd"], rows=rows).rows == 2
    lines = (tmp_path / "a.jsonl").read_text("utf-8").splitlines()
    assert json.loads(lines[0]) == {"a": "=1+1?", "b": 3, "c": None, "d": ["x"]}
    assert json.loads(lines[1]) == {"a": "王芳", "b": 1.5, "c": True, "d": {"k": 1}}


def test_what_excel_cannot_hold_is_cut_and_counted(tmp_path):
    report = write_xlsx(tmp_path / "a.xlsx", ["a"], rows=[["x" * 40_000], ["\x01bell\ud800"], ["=" * 40_000]])
    assert report.cut == 2
    values = [row["a"] for _, row in read_sheet(tmp_path / "a.xlsx")]
    assert [len(value) for value in values] == [32_767, 4, 32_767]


def test_more_rows_than_a_sheet_holds_go_on_on_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet_writing, "MOST_ROWS", 4)
    report = write_xlsx(tmp_path / "a.xlsx", ["n"], rows=[[number] for number in range(7)], title="a/b")
    assert report.rows == 7
    assert read_sheet(tmp_path / "a.xlsx").sheets == ("a b", "a b 2", "a b 3")
    last = read_sheet(tmp_path / "a.xlsx", sheet="a b 3")
    assert list(last) == [(2, {"n": "6"})]


def test_an_export_without_rows_still_has_its_headings(tmp_path):
    write_xlsx(tmp_path / "a.xlsx", ["n"], rows=[])
    assert read_sheet(tmp_path / "a.xlsx").columns == ("n",)


@pytest.mark.parametrize("write", [write_csv, write_xlsx, write_json_lines])
def test_a_source_that_fails_leaves_the_earlier_export(tmp_path, write):
    path = tmp_path / "a"
    path.write_text("earlier")

    def rows():
        yield ["1"]
        raise LookupError

    with pytest.raises(LookupError):
        write(path, ["a"], rows=rows())
    assert [one.read_text() for one in tmp_path.iterdir()] == ["earlier"]


@pytest.mark.parametrize("write", [write_csv, write_xlsx, write_json_lines])
def test_a_folder_that_is_not_there_is_told(tmp_path, write):
    with pytest.raises(FileNotWritten):
        write(tmp_path / "gone" / "a", ["a"], rows=[["1"]])


@pytest.mark.parametrize("name", ["units.csv", "units.XLSX", "units"])
def test_a_table_is_written_by_the_ending_of_its_file(tmp_path, name):
    path = tmp_path / name
    assert sheet_writing.write_table(path, ("code", "name"), [("H01", "县人民医院")]) == 1
    assert path.read_bytes()[:2] == (b"PK" if name.endswith("XLSX") else b"\xef\xbb")


def test_a_disk_that_takes_no_more_is_told_once_and_the_earlier_workbook_stays(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"earlier")
    sheets = [Sheet("x", ("a",), tuple((f"row {one}",) for one in range(4000)))]
    with little_room(), pytest.raises(FileNotWritten):
        sheet_writing.write_book(path, sheets)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"earlier"]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.jsonl"])
def test_what_whoever_hears_of_a_table_refuses_leaves_the_file_as_it_was(tmp_path, name):
    heard = list[tuple[int, bool]]()

    def refuse(rows: int) -> None:
        heard.append((rows, (tmp_path / name).exists()))
        raise FileNotWritten(path=name, reason="nobody answers for it")

    with pytest.raises(FileNotWritten, match="nobody answers"):
        sheet_writing.write_table(tmp_path / name, ("code",), [("H01",), ("H02",)], whole=refuse)
    assert (heard, list(tmp_path.iterdir())) == ([(2, False)], [])


def test_nobody_hears_of_a_table_that_cannot_be_written(tmp_path):
    heard = list[int]()
    for name in ("a.csv", "a.xlsx", "a.jsonl"):
        with pytest.raises(FileNotWritten):
            sheet_writing.write_table(tmp_path / "nowhere" / name, ("code",), [("H01",)], whole=heard.append)
    assert heard == []


def test_what_whoever_hears_of_a_book_refuses_leaves_none(tmp_path):
    def refuse() -> None:
        raise FileNotWritten(path="a.xlsx", reason="nobody answers for it")

    with pytest.raises(FileNotWritten, match="nobody answers"):
        sheet_writing.write_book(tmp_path / "a.xlsx", [Sheet("a", ("code",), (("H01",),))], whole=refuse)
    assert list(tmp_path.iterdir()) == []
