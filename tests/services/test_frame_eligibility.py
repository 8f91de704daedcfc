"""Who is listed and not to be asked is recognized by the words and codes that hospitals write."""

import pytest

from app.models.frames import FrameField, FrameReason
from app.services.frame_columns import suggest_map
from app.services.frame_eligibility import excluded, is_coded
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
        ("是否同意回访", "", R.FLAG_UNCLEAR), ("consent to follow-up", "", R.FLAG_UNCLEAR),
        *(("consent to follow-up", text, R.FLAG_UNCLEAR) for text in (
            "consent withdrawn", "Consent not given", "consent denied", "agrees: no", "Agreed to mail only", "x",
        )),
        ("是否同意回访", "同意书未签", R.FLAG_UNCLEAR), ("是否同意回访", "同意（已撤回）", R.FLAG_UNCLEAR),
        ("是否同意回访", "同意。", None), ("Consents to calls", "Agreed", None),
        ("未同意回访", "是", R.NO_PUBLICITY), ("Consent withdrawn", "yes", R.NO_PUBLICITY),
        ("Disagrees to calls", "Y", R.NO_PUBLICITY), ("保密", "不保密", R.FLAG_UNCLEAR),
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
        *(({"diagnosis": code}, R.PSYCHIATRIC) for code in (
            "F329", "F32.9", "F0390", "F03.90", "F32900", "F20.000x001", "F20000x001", "Ｆ３２．９", "F11.20/F1120",
        )),
        *(({"diagnosis": words}, R.PSYCHIATRIC) for words in (
            "精神分裂症", "Schizophrenia", "双相情感障碍", "血管性痴呆", "Major depression", "Vascular dementia",
            "酒精所致依赖综合征", "Generalized anxiety disorder",
        )),
        *(({"diagnosis": words}, None) for words in (
            "Bone marrow depression", "脑梗死", "Stress fracture", "酒精性肝病", "神经性耳聋", "I50.900 心力衰竭",
        )),
        ({"hospice": "非临终"}, R.FLAG_UNCLEAR), ({"prisoner": "Yes, county jail"}, R.FLAG_UNCLEAR),
        ({"home_country": "中国北京"}, None), ({"home_country": "People's Republic of China"}, None),
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


@pytest.mark.parametrize("text", ["United States (USA)", "USA", "The United States of America", ""])
def test_a_home_is_known_by_its_longer_names(text):
    assert why("US", home_country=text) is None


@pytest.mark.parametrize(("text", "coded"), [("I10.x00", True), ("I10", True), ("高血压 I10", True), ("高血压", False)])
def test_a_code_of_a_diagnosis_is_known_from_words(text, coded):
    assert is_coded(text) is coded
