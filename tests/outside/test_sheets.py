"""A table that somebody hands us becomes rows by heading, with every oddity reported."""

import gzip
import re
import zipfile
from datetime import datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from app.models.file_errors import FileEmpty, FileMissing, FileNotText, FileOldExcel, FileUnreadable
from app.outside.sheets import MOST_ODDITIES, Oddity, headings, read_sheet


def _file(tmp_path, content: str | bytes, name: str = "list.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_chinese_list_in_gb18030_is_read_and_the_decision_told(tmp_path):
    text = "姓名;诉求;号码\n王芳;咨询新冠疫苗;13800138000\n"
    sheet = read_sheet(_file(tmp_path, text.encode("gb18030")))
    assert list(sheet) == [(2, {"姓名": "王芳", "诉求": "咨询新冠疫苗", "号码": "13800138000"})]
    assert (sheet.encoding, sheet.encoding_how, sheet.delimiter) == ("gb18030", "whole", ";")
    assert sheet.columns == ("姓名", "诉求", "号码")


def test_a_compressed_list_is_read_like_any_other(tmp_path):
    sheet = read_sheet(_file(tmp_path, gzip.compress(b"a\tb\n1\t2\n"), "list.tsv.gz"))
    assert list(sheet) == [(2, {"a": "1", "b": "2"})]


def test_a_workbook_gives_the_same_kind_of_rows(tmp_path):
    book = Workbook()
    book.active.append([])
    book.active.append(["opened_at", "summary", "unit"])
    book.active.append([datetime.fromisoformat("2024-01-02T09:30:00"), "fever"])
    book.save(tmp_path / "a.xlsx")
    sheet = read_sheet(tmp_path / "a.xlsx")
    assert list(sheet) == [(3, {"opened_at": "2024-01-02T09:30:00", "summary": "fever", "unit": ""})]
    assert sheet.oddities == []
    assert (sheet.encoding, sheet.sheet) == ("", "Sheet")


def test_rows_of_another_length_are_kept_and_reported(tmp_path):
    sheet = read_sheet(_file(tmp_path, "a,b\n1,2\n1,2,3,,5\n1\n1,2,,\n"))
    assert [row for _, row in sheet] == [
        {"a": "1", "b": "2"},
        {"a": "1", "b": "2", "#3": "3", "#5": "5"},
        {"a": "1", "b": ""},
        {"a": "1", "b": "2"},
    ]
    assert sheet.oddities == [Oddity(3, "longer", "5"), Oddity(4, "shorter", "1")]


def test_reading_twice_gives_the_same(tmp_path):
    sheet = read_sheet(_file(tmp_path, "a,b\n1\n2,3\n"))
    first = list(sheet)
    assert list(sheet) == first
    assert sheet.oddity_count == len(sheet.oddities) == 1


def test_blank_rows_are_passed_over_before_and_below_the_headings(tmp_path):
    sheet = read_sheet(_file(tmp_path, "\n,,\n a , b ,\n , ,\n1,2,\n"))
    assert sheet.columns == ("a", "b", "#3")
    assert list(sheet) == [(5, {"a": "1", "b": "2", "#3": ""})]


def test_oddities_do_not_fill_the_memory(tmp_path):
    sheet = read_sheet(_file(tmp_path, "a,b\n" + "1\n" * (MOST_ODDITIES + 5)))
    assert sum(1 for _ in sheet) == sheet.oddity_count == MOST_ODDITIES + 5
    assert len(sheet.oddities) == MOST_ODDITIES


def test_what_was_guarded_against_formulas_comes_back(tmp_path):
    sheet = read_sheet(_file(tmp_path, "a,b\n'=1+1,'quoted'\n"))
    assert list(sheet) == [(2, {"a": "=1+1", "b": "'quoted'"})]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", FileEmpty),
        (b"\n , \n", FileEmpty),
        (b"\xef\xbb\xbf", FileEmpty),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old excel", FileOldExcel),
        (b"PK\x03\x04 broken", FileUnreadable),
        (b"%PDF-1.7 form", FileNotText),
        (b"\x1f\x8b broken", FileUnreadable),
    ],
)
def test_what_is_no_table_is_refused_by_name(tmp_path, content, error):
    path = _file(tmp_path, content)
    with pytest.raises(error) as caught:
        read_sheet(path)
    assert caught.value.facts["path"] == str(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileMissing):
        read_sheet(tmp_path / "gone.csv")


@given(values=st.lists(st.sampled_from(["a", "A", " a ", "a (2)", "", "#1", "\n", "\ufeffa"]), min_size=1))
def test_headings_are_never_blank_and_never_twice(values):
    names = headings(values)
    assert len(set(names)) == len(names) == len(values)
    assert all(names)


def test_headings_say_which_column_they_stand_for():
    assert headings(["name", "", "name", " two\n words "]) == ("name", "#2", "name (2)", "two words")


def test_a_file_that_is_written_again_is_stamped_anew(tmp_path):
    path = _file(tmp_path, "a,b\n1,2\n")
    sheet = read_sheet(path)
    before = sheet.stamp()
    _file(tmp_path, "a,b\n1,2\n3,4\n")
    assert sheet.stamp() != before
    path.unlink()
    with pytest.raises(FileMissing):
        sheet.stamp()


@pytest.mark.parametrize("name", ["list.csv", "list.csv.gz"])
def test_the_share_of_a_text_file_that_was_read_grows_with_its_bytes(tmp_path, name):
    # What does not shrink: Python reads 128 KB of a packed file at once.
    rows = [f"{sha256(b'%d' % one).hexdigest()},138000{one:05d}\n" for one in range(18_000)]
    content = f"name,phone\n{''.join(rows)}".encode()
    sheet = read_sheet(_file(tmp_path, gzip.compress(content) if name.endswith("gz") else content, name))
    assert sheet.share() is None
    shares = [sheet.share() for _ in sheet]
    assert 0 < (shares[0] or 0) < 0.5
    assert shares == sorted(shares, key=lambda one: one or 0)
    assert shares[9000] == pytest.approx(0.5, abs=0.2)
    assert shares[-1] == 1


@pytest.mark.parametrize(("says", "last"), [("A1:B401", 1.0), ("A1:B802", 0.5), ("A1", None), ("", None)])
def test_the_share_of_a_sheet_is_that_of_the_rows_it_says_it_has(tmp_path, says, last):
    book = Workbook()
    for one in range(401):
        book.active.append([f"P{one}", one])
    book.save(tmp_path / "list.xlsx")
    _say_size(tmp_path / "list.xlsx", says)
    sheet = read_sheet(tmp_path / "list.xlsx")
    shares = [sheet.share() for _ in sheet]
    assert len(shares) == 400
    assert shares[-1] == last


def _say_size(path, says: str) -> None:
    """Let a sheet say that it has other rows and columns than it has; "" for nothing."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = "xl/worksheets/sheet1.xml"
    told = f'<dimension ref="{says}"/>'.encode() if says else b""
    parts[name] = re.sub(rb"<dimension [^>]*/>", told, parts[name])
    with zipfile.ZipFile(path, "w") as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
