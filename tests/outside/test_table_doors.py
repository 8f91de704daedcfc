"""What is written by one door is read by the other."""

from types import SimpleNamespace

from app.outside import table_doors


def test_a_table_comes_back_as_it_was_written(tmp_path):
    assert table_doors.write_table(tmp_path / "a.csv", ("name", "count"), [("甲", 2)]) == 1
    assert [row for _, row in table_doors.read_sheet(tmp_path / "a.csv")] == [{"name": "甲", "count": "2"}]


def test_a_book_has_each_table_on_a_sheet_of_its_own(tmp_path):
    pages = [SimpleNamespace(title=name, columns=("x",), rows=[(name,)], is_document=False) for name in ("one", "two")]
    table_doors.write_book(tmp_path / "b.xlsx", pages)
    found = table_doors.read_sheet(tmp_path / "b.xlsx", sheet="two")
    assert [row for _, row in found] == [{"x": "two"}]
