from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from app.models.frames import FrameField, FrameKind, FrameReason
from app.services import frame_rows, table_heads
from app.services.frame_columns import suggest_map
from app.services.frame_rows import FrameRefusal, FrameRules, read
from app.services.import_times import Reading
from app.services.table_heads import plain

NAMES = ("encounter", "name", "phone", "phone2", "id_number", "sex", "born_on", "age", "institution", "department")
COLUMNS = {name: name for name in (*NAMES, "admitted_on", "discharged_on", "visited_on", "left_as")}
GOOD = {
    "name": "张三", "phone": "13800138000", "sex": "男", "born_on": "1960-05-01", "institution": "第一医院",
    "admitted_on": "2026-01-02", "discharged_on": "2026-01-09",
}  # fmt: skip


def rules(country="CN", **more):
    reading = Reading(ZoneInfo("Asia/Shanghai"), True, country)
    given = {
        "institutions": {"第一医院": "H1", "h1": "H1", "010001": "010001", "077": "077", "0077": "0077"},
        "kind": FrameKind.INPATIENT,
        **more,
    }
    return FrameRules(COLUMNS, reading, date(2026, 3, 2), secret=b"secret", **given)


def row(given=None, *, under=None, **cells):
    return read(under or rules(), 5, {**GOOD, **(given or {}), **cells})


def test_a_row_becomes_an_encounter():
    found = row(department=" 内科 ", encounter="Z1")
    assert (found.encounter, found.name, found.phones, found.sex) == ("Z1", "张三", ("+8613800138000",), "m")
    assert (found.age, found.institution, found.department, found.discharged_on) == (65, "H1", "内科", "2026-01-09")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"phone": ""}, FrameReason.PHONE_MISSING),
        ({"phone": "无"}, FrameReason.PHONE_BAD),
        ({"phone": "1380013800"}, FrameReason.PHONE_BAD),
        ({"phone": "1.38001E+10"}, FrameReason.PHONE_ROUNDED),
        ({"phone": "13800138000.5"}, FrameReason.PHONE_BAD),
        ({"phone": "138001380001"}, FrameReason.PHONE_BAD),
        ({"id_number": "1.1010119600101e+17"}, FrameReason.NUMBER_ROUNDED),
        ({"id_number": "110101196001010000"}, FrameReason.NUMBER_ROUNDED),
        ({"encounter": "2.02601E+11"}, FrameReason.NUMBER_ROUNDED),
        ({"phone": "88887777"}, FrameReason.PHONE_NO_AREA),
        ({"phone": "phone"}, FrameReason.HEADING_AGAIN),
        ({"born_on": "2010-05-01"}, FrameReason.UNDER_AGE),
        ({"born_on": "", "age": "3个月"}, FrameReason.UNDER_AGE),
        ({"left_as": "死亡"}, FrameReason.DIED),
        ({"left_as": "Expired in hospital"}, FrameReason.DIED),
        ({"discharged_on": "2026-01-02"}, FrameReason.NO_NIGHT),
        ({"discharged_on": "2026-01-01"}, FrameReason.DATES_REVERSED),
        ({"discharged_on": "2026-03-03"}, FrameReason.IN_THE_FUTURE),
        ({"discharged_on": "soon"}, FrameReason.DATE_BAD),
        ({"discharged_on": "2026-02-30"}, FrameReason.DATE_BAD),
        ({"institution": ""}, FrameReason.INSTITUTION_MISSING),
        ({"institution": "第九医院"}, FrameReason.INSTITUTION_UNKNOWN),
        ({"institution": "10009"}, FrameReason.INSTITUTION_UNKNOWN),
        ({"institution": "10001"}, FrameReason.INSTITUTION_ZEROS),
        ({"institution": "77"}, FrameReason.INSTITUTION_UNKNOWN),  # of two codes nobody knows which
    ],
)
def test_a_row_that_cannot_be_called_says_why(cells, reason):
    found = row(cells)
    assert isinstance(found, FrameRefusal)
    assert (found.line, found.reason) == (5, reason)


@pytest.mark.parametrize(
    ("cells", "phones"),
    [
        ({"phone": "138 0013 8000"}, ("+8613800138000",)),
        ({"phone": "13800138000.0"}, ("+8613800138000",)),
        ({"phone": "+86 138-0013-8000"}, ("+8613800138000",)),
        ({"phone": "0571-88887777"}, ("+8657188887777",)),
        ({"phone": "57188887777"}, ("+8657188887777",)),
        ({"phone": "", "phone2": "13900139000"}, ("+8613900139000",)),
        ({"phone": "没有", "phone2": "13900139000"}, ("+8613900139000",)),
        ({"phone2": "13800138000"}, ("+8613800138000",)),
        ({"phone2": "13900139000"}, ("+8613800138000", "+8613900139000")),
    ],
)
def test_numbers_are_read_as_they_are_written(cells, phones):
    assert row(cells).phones == phones


def test_numbers_are_read_in_the_country_of_the_center():
    assert row(under=rules("US"), phone="(617) 555-0123").phones == ("+16175550123",)


@pytest.mark.parametrize("day", ["2026/1/9", "20260109", "2026年1月9日", "46031", "2026-01-09 10:30:00"])
def test_days_are_read_as_spreadsheets_write_them(day):
    assert row(discharged_on=day).discharged_on == "2026-01-09"


def test_the_age_is_that_at_the_admission():
    assert row(born_on="2008-01-03").reason is FrameReason.UNDER_AGE
    assert row(born_on="2008-01-02").age == 18
    assert row(born_on="", age="72岁").age == 72
    assert row(born_on="", age="").age is None


def test_outpatients_need_no_night():
    assert row(under=rules(kind=FrameKind.OUTPATIENT), discharged_on="2026-01-02").discharged_on == "2026-01-02"


def test_who_may_not_be_called_is_refused_whichever_number_it_is():
    plain = rules()
    never = rules(never={plain.key("+8613900139000")})
    assert row(under=never, phone2="13900139000").reason is FrameReason.DO_NOT_CALL
    assert row(under=never).phones
    assert row(under=rules(cooling={row().person})).reason is FrameReason.COOL_OFF


def test_a_person_is_known_by_the_identity_number_which_is_not_kept():
    first, again = row(id_number="33010119600501001x"), row(id_number="33010119600501001X", phone="13900139000")
    assert first.person == again.person != row().person
    assert "33010119600501001" not in repr(first)
    assert row(name="李四").person != row().person == row(encounter="other").person


def test_without_an_id_the_same_person_place_and_day_are_one_encounter():
    assert row().encounter == row().encounter != row(discharged_on="2026-01-10").encounter


def test_any_institution_is_taken_where_that_is_wished():
    assert row(under=rules(any_institution=True), institution=" 第九医院 ").institution == "第九医院"


def test_a_row_of_a_text_that_is_not_what_stands_there_is_refused_with_its_lines():
    text = rules(delimiter=",", headings=len(COLUMNS))
    swallowed = "王五,女\n" + "李四,13900139000,,,,,,,,\n" * 2
    found = row(under=text, department=swallowed)
    assert (found.field, found.reason, found.value) == (FrameField.ROW, FrameReason.QUOTE_OPEN, "5-7")
    assert row(under=text, department="内科\n二楼").department == "内科\n二楼"
    shifted = row({**dict.fromkeys(COLUMNS, ""), **GOOD}, under=text, **{"#15": "more"})
    assert (shifted.reason, shifted.value) == (FrameReason.TOO_MANY_CELLS, "more")
    damaged = row(under=text, name="\ufffd\ufffd")
    assert (damaged.field, damaged.reason) == (FrameField.NAME, FrameReason.BAD_BYTES)


def test_a_leading_zero_that_a_spreadsheet_took_away_is_put_back():
    assert row(phone="1088888888").phones == ("+861088888888",)
    assert row(phone="57188888888").phones == ("+8657188888888",)


@pytest.mark.parametrize("said", ["无", "不详", "N/A", "未留"])
def test_a_word_in_the_place_of_a_number_costs_one_comparison(monkeypatch, said):
    compared = []
    under = rules()
    row({"phone": said}, under=under)
    monkeypatch.setattr(frame_rows, "plain", lambda text: compared.append(text) or plain(text))
    monkeypatch.setattr(table_heads, "plain", frame_rows.plain)
    assert row({"phone": said}, under=under).reason is FrameReason.PHONE_BAD
    assert compared == [said, GOOD["institution"]]


@pytest.mark.parametrize("again", ["家属电话", "Phone Number", "PHONE", "紧急联系电话"])
def test_a_heading_of_telephones_in_any_words_is_a_heading_again(again):
    assert row({"phone": again}).reason is FrameReason.HEADING_AGAIN


@pytest.mark.parametrize(
    "born",
    ["1940/08/21", "1940年8月21日", "21.8.1940", "19400821", "14844", "1940-08-21T00:00:00", "40年8月21日", "21/8/40"],
)
def test_whoever_was_born_long_ago_is_taken_as_the_same_person_however_the_day_is_written(born):
    written, plain_day = row(born_on=born), row(born_on="1940-08-21")
    assert (written.age, written.person) == (85, plain_day.person)
    assert row(discharged_on="1940/08/21").reason is FrameReason.DATE_BAD


def test_a_birth_that_lies_ahead_or_that_nobody_lived_to_tell_is_to_be_mended():
    assert row(born_on="1812/05/01").reason is FrameReason.DATE_BAD
    assert row(born_on="2026/05/01").reason is FrameReason.IN_THE_FUTURE


@pytest.mark.parametrize(
    ("country", "admission", "area", "known"),
    [
        ("CN", "急诊", "城镇", ("emergency", "urban")),
        ("CN", "1", "农业户口", ("emergency", "rural")),
        ("CN", "2.门诊", "2 农村", ("planned", "rural")),
        ("CN", "3", "东城区", ("", "")),
        ("US", "3", "Urban", ("planned", "urban")),
        ("US", " Urgent ", "rural", ("emergency", "rural")),
        ("US", "2", "", ("emergency", "")),
    ],
)
def test_how_somebody_was_admitted_and_whether_in_town_is_read(country, admission, area, known):
    under = replace(rules(country), columns={**COLUMNS, "admission": "admission", "area": "area"})
    phone = "13800138000" if country == "CN" else "2025550123"
    found = row(under=under, admission=admission, area=area, phone=phone)
    assert (found.admission, found.area) == known
    about = found.about(FrameKind.INPATIENT)
    assert (about.get("admission", ""), about.get("area", "")) == known


def test_these_columns_are_known_by_their_headings():
    found = suggest_map(["联系电话", "入院途径", "城乡"])
    assert (found["admission"], found["area"]) == ("入院途径", "城乡")


@pytest.mark.parametrize("born", ["1960/5/1", "19600501", "1960年5月1日"])
def test_whoever_was_kept_under_the_birthday_as_it_is_written_is_known_by_that_too(born):
    was = rules().key("\x1f".join(("who", "张三", born, "m", "+8613800138000")))[:32]
    found = row(born_on=born)
    assert (found.person, found.former) == (row().person, was)
    assert found.keys == (found.person, was, "+8613800138000")
    assert row(born_on=born, under=rules(never={rules().key(was)})).reason is FrameReason.DO_NOT_CALL
    assert row(born_on=born, under=rules(cooling={was})).reason is FrameReason.COOL_OFF
    assert not row().former
    assert not row(born_on=born, id_number="33010119600501001X").former
