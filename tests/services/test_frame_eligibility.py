"""Who is listed and not to be asked is recognized by the words and codes that hospitals write."""

import pytest

from app.models.frames import FrameField, FrameReason
from app.services.frame_columns import suggest_map
from app.services.frame_eligibility import excluded
from app.services.frame_rows import FrameRefusal
from tests.services.test_frame_rows import row

R = FrameReason


def why(country="CN", headings=None, age=40, **said):
    columns = {name: name for name in said} | (headings or {})
    found = excluded(country, columns, said, age)
    return found and found[1]


@pytest.mark.parametrize(
    ("country", "text", "reason"),
    [
        ("CN", "5", R.DIED), ("CN", "5.死亡", R.DIED), ("CN", "死亡", R.DIED), ("CN", "1", None),
        ("CN", "医嘱离院", None),
        ("CN", "20", None), ("CN", "转护理院", R.NURSING_HOME), ("CN", "安宁疗护", R.HOSPICE),
        ("US", "20", R.DIED), ("US", "41 expired", R.DIED), ("US", "01", None), ("US", "5", None),
        ("US", "03", R.NURSING_HOME),
        ("US", "50 - Hospice home", R.HOSPICE), ("US", "51.0", R.HOSPICE), ("US", "21", R.PRISONER),
        ("US", "503", None),
        ("US", "Skilled nursing facility", R.NURSING_HOME), ("US", "Court/law enforcement", R.PRISONER),
    ],
)  # fmt: skip
def test_how_somebody_left_is_read_by_word_and_by_the_code_of_the_country(country, text, reason):
    assert why(country, left_as=text) == reason


@pytest.mark.parametrize(
    ("heading", "text", "reason"),
    [
        ("拒绝回访", "是", R.NO_PUBLICITY), ("拒绝回访", "否", None), ("拒绝回访", "", None),
        ("No publicity", "Y", R.NO_PUBLICITY),
        ("是否同意回访", "是", None), ("是否同意回访", "否", R.NO_PUBLICITY),
        ("是否同意回访", "不同意", R.NO_PUBLICITY),
        ("是否同意回访", "同意", None), ("Consents to calls", "no", R.NO_PUBLICITY), ("Consents to calls", "yes", None),
        ("不愿回访", "1", R.NO_PUBLICITY), ("保密", "保密", R.NO_PUBLICITY), ("拒绝回访", "待定", R.FLAG_UNCLEAR),
    ],
)  # fmt: skip
def test_a_column_of_consent_is_read_the_other_way(heading, text, reason):
    assert why(headings={"no_publicity": heading}, no_publicity=text) == reason


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"hospice": "是"}, R.HOSPICE), ({"prisoner": "x"}, R.PRISONER), ({"prisoner": "服刑"}, R.PRISONER),
        ({"diagnosis": "F20.9"}, R.PSYCHIATRIC), ({"diagnosis": "抑郁发作 (F32.900)"}, R.PSYCHIATRIC),
        ({"diagnosis": "I10.x00"}, None), ({"diagnosis": "AF201"}, None), ({"diagnosis": "肺炎"}, None),
        ({"home_country": "日本"}, R.FOREIGN_ADDRESS), ({"home_country": "中国"}, None),
        ({"home_country": "CHN"}, None),
    ],
)  # fmt: skip
def test_flags_the_main_diagnosis_and_the_home_exclude(said, reason):
    assert why(**said) == reason


@pytest.mark.parametrize("name", ["李四之子", "李四之女", "王芳之双婴", "Baby Girl Smith", "王芳的新生儿"])
def test_a_newborn_without_an_age_is_not_taken_for_an_adult(name):
    assert why(name=name, age=None) is R.NEWBORN
    assert why(name=name, age=30) is None
    assert why(name="张之洞", age=None) is None


def test_who_is_not_to_be_asked_has_a_code_and_what_is_to_be_mended_has_none():
    assert (R.DIED.code, R.HOSPICE.code, R.UNDER_AGE.code, R.DUPLICATE.code) == ("241", "402", "402", "403")
    assert R.PHONE_BAD.code == R.FLAG_UNCLEAR.code == ""


def test_a_row_of_a_table_is_refused_with_the_field_and_what_stands_there():
    found = row({"left_as": "5"})
    assert isinstance(found, FrameRefusal)
    assert (found.field, found.reason, found.value) == (FrameField.LEFT_AS, R.DIED, "5")


def test_the_headings_of_such_columns_are_understood():
    headings = ["联系电话", "拒绝回访", "安宁疗护", "主要诊断编码", "居住国家", "服刑人员"]
    found = suggest_map(headings)
    assert [found[one] for one in ("no_publicity", "hospice", "diagnosis", "home_country", "prisoner")] == [
        "拒绝回访", "安宁疗护", "主要诊断编码", "居住国家", "服刑人员",
    ]  # fmt: skip
