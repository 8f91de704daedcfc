"""The directory of units: found by a few letters, saved by hand, imported row by row with a report."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.errors import FieldInvalid, FieldMissing, FieldTooLong, NotAllowed, NotSignedIn, RecordGone
from app.services import units
from app.services.office import Office
from app.services.units import RowResult
from tests.desk import sign_in

MAP = {"code": "编号", "name": "名称", "phone": "电话"}


@pytest.fixture
def directory(office: Office) -> Office:
    """A desk of a supervisor with three units."""
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County People's Hospital", kind="医院")
    office.do(units.save_unit, "H02", name="中医院", name_en="Hospital of Traditional Medicine")
    office.do(units.save_unit, "C11", name="疾病预防控制中心", name_en="Center for Disease Control")
    return office


@pytest.mark.parametrize(
    ("typed", "first"),
    [("h02", "H02"), ("中医", "H02"), ("医院", "H01"), ("disease", "C11"), ("jbyf", "C11"), ("renmin", "H01")],
)
def test_a_unit_is_found_by_code_name_english_and_pinyin(directory: Office, typed: str, first: str) -> None:
    assert directory.ask(units.find, typed)[0].code == first


def test_nothing_typed_offers_the_first_units_and_nonsense_none(directory: Office) -> None:
    assert [unit.code for unit in directory.ask(units.find, "", limit=2)] == ["C11", "H01"]
    assert directory.ask(units.find, "zzzz") == []


def test_names_that_words_read_differently_are_looked_up_once_and_kept(directory: Office, monkeypatch) -> None:
    monkeypatch.setattr(units, "_spelled", {})
    directory.do(units.save_unit, "B01", name="长乐B1行政服务中心")
    spelled = directory.ask(units.spell)
    assert spelled["长乐B1行政服务中心"] == "chang le b1 xing zheng fu wu zhong xin"
    assert directory.ask(units.find, "cl")[0].code == "B01"
    directory.do(units.keep_spelling, spelled)
    units._spelled.clear()
    assert directory.ask(units.spell) == {}


@given(st.text(alphabet="县人民医院疾控中心 AB12()（）-", max_size=12))
def test_names_are_read_as_pypinyin_reads_them(name: str) -> None:
    from pypinyin import lazy_pinyin

    wanted = tuple("".join(one.lower().split()) for one in lazy_pinyin(name) if one.strip())
    assert units._syllables(name) == wanted


def test_an_inactive_unit_is_listed_last_and_never_offered(directory: Office) -> None:
    directory.do(units.deactivate, "h01")
    assert [unit.code for unit in directory.ask(units.list_units)] == ["C11", "H02", "H01"]
    assert [unit.code for unit in directory.ask(units.find, "医院")] == ["H02"]
    with pytest.raises(RecordGone):
        directory.do(units.deactivate, "H99")


def test_saving_a_known_code_in_other_letters_changes_the_same_unit(directory: Office) -> None:
    done = directory.do(units.save_unit, " h01 ", phone="0531-8888", active=False)
    found = {unit.code: unit for unit in directory.ask(units.list_units)}["H01"]
    assert (found.id, found.phone, found.name, found.active) == (done.value, "0531-8888", "县人民医院", False)
    assert done.undoable


def test_a_new_unit_needs_code_and_name_and_known_fields(directory: Office) -> None:
    for code, fields, error in (
        ("", {"name": "x"}, FieldMissing),
        ("N1", {}, FieldMissing),
        ("N1", {"name": "x", "color": "red"}, FieldInvalid),
        ("N" * 41, {"name": "x"}, FieldTooLong),
        ("N1", {"name": "x" * 2001}, FieldTooLong),
    ):
        with pytest.raises(error):
            directory.do(units.save_unit, code, **fields)
    assert len(directory.ask(units.list_units)) == 3


def test_only_who_may_manage_units_saves_them(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(units.save_unit, "H01", name="县人民医院")
    with pytest.raises(NotAllowed):
        office.do(units.import_units, [], MAP)
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        office.ask(units.list_units)


def test_an_import_reports_every_row(directory: Office) -> None:
    rows = [
        (2, {"编号": "H01", "名称": "县人民医院", "电话": ""}),
        (3, {"编号": "H02", "名称": "县中医院", "电话": "120"}),
        (4, {"编号": "N01", "名称": "妇幼保健院", "电话": ""}),
        (5, {"编号": "", "名称": "谁", "电话": ""}),
        (6, {"编号": "N02", "名称": "", "电话": ""}),
        (7, {"编号": "n01", "名称": "又一个", "电话": ""}),
        (8, {"编号": "N03", "名称": "长" * 2001, "电话": ""}),
    ]
    report = directory.do(units.import_units, rows, MAP).value
    assert [(row.line_no, row.result.value, row.reason, row.field, row.detail) for row in report.rows] == [
        (2, "unchanged", "", "", ""),
        (3, "updated", "", "", ""),
        (4, "added", "", "", ""),
        (5, "rejected", "missing", "code", ""),
        (6, "rejected", "missing", "name", ""),
        (7, "rejected", "twice", "code", "4"),
        (8, "rejected", "too_long", "name", "2000"),
    ]
    assert report.rows[1].fields == ("name", "phone")
    assert report.count(RowResult.REJECTED) == 4
    assert {unit.name for unit in directory.ask(units.list_units)} >= {"县中医院", "妇幼保健院"}


def test_the_same_file_imported_again_changes_nothing(directory: Office) -> None:
    rows = [(2, {"c": "N01", "n": "妇幼保健院", "a": "停用"})]
    columns = {"code": "c", "name": "n", "active": "a"}
    directory.do(units.import_units, rows, columns)
    again = directory.do(units.import_units, rows, columns)
    assert again.value.rows[0].result is RowResult.UNCHANGED
    assert again.changes.touched == ()
    bad = directory.do(units.import_units, [(2, {"c": "N01", "n": "", "a": "perhaps"})], columns).value
    assert (bad.rows[0].reason, bad.rows[0].detail) == ("invalid", "perhaps")


def test_an_import_without_a_column_of_codes_is_refused(directory: Office) -> None:
    with pytest.raises(FieldMissing):
        directory.do(units.import_units, [], {"name": "名称"})


def test_headings_are_understood_in_both_languages() -> None:
    assert units.guess_columns(("单位编码", "单位名称", "联系电话", "备注")) == {
        "code": "单位编码",
        "name": "单位名称",
        "phone": "联系电话",
    }
    assert units.guess_columns(("Unit_Code", "NAME", "English name"))["name_en"] == "English name"


class Rows:
    """A table as the world would read it."""

    columns = ("Code", "Name")

    def __iter__(self):
        yield 2, {"Code": "N1", "Name": "New"}


def read(path: Path) -> Rows:
    assert path.name == "units.csv"
    return Rows()


def test_a_file_is_read_whole_before_it_is_imported(directory: Office) -> None:
    table = directory.ask(units.read_table, Path("units.csv"), read)
    assert table.column_map == {"code": "Code", "name": "Name"}
    assert directory.do(units.import_units, table.rows, table.column_map).value.count(RowResult.ADDED) == 1


@given(st.text(max_size=20))
def test_any_text_may_be_typed(typed: str) -> None:
    unit = units.Unit(b"", "H01", "县人民医院A", "County Hospital")
    assert 0 <= units._score(unit, " ".join(typed.lower().split())) <= 100


def test_a_unit_keeps_how_it_is_reached_who_leads_it_and_its_calendar(directory: Office) -> None:
    known = {"email": "h02@example.org", "address": "东街 1 号", "wechat": "h02", "leader": "王局"}
    directory.do(units.save_unit, "H02", **known, calendar="county-center", on_system=True, area="城关镇；东桥镇")
    unit = next(one for one in directory.ask(units.list_units) if one.code == "H02")
    assert {name: getattr(unit, name) for name in known} == known
    assert (unit.calendar, unit.on_system, unit.areas) == ("county-center", True, ("城关镇", "东桥镇"))


@pytest.mark.parametrize("wrong", [{"calendar": "no-such"}, {"email": "nobody"}, {"email": "a@b, c@d.example"}])
def test_a_calendar_and_an_address_that_cannot_be_are_refused(directory: Office, wrong: dict[str, str]) -> None:
    with pytest.raises(FieldInvalid) as refused:
        directory.do(units.save_unit, "H02", **wrong)
    assert refused.value.facts == {"field": next(iter(wrong)), "value": next(iter(wrong.values()))}
    rows = [(2, {"编号": "H02", **wrong}), (3, {"编号": "C11", "是": "是"})]
    columns = {"code": "编号", "on_system": "是", **{name: name for name in wrong}}
    report = directory.do(units.import_units, rows, columns).value
    assert [row.result for row in report.rows] == [RowResult.REJECTED, RowResult.UPDATED]
