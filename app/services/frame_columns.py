"""Which column of a frame is which: headings as hospital systems write them, in Chinese and English."""

from collections.abc import Iterable, Mapping

from app.models.frames import COLUMNS, FrameField
from app.services.table_heads import Vocabulary, plain

_HEADINGS: Mapping[FrameField, tuple[str, ...]] = {
    FrameField.ENCOUNTER: (
        "encounter", "encounter id", "visit id", "admission no", "mrn visit", "住院号", "就诊号", "病案号",
        "住院流水号", "就诊流水号", "门诊号", "登记号",
    ),
    FrameField.NAME: ("name", "patient", "patient name", "full name", "姓名", "患者姓名", "病人姓名"),
    FrameField.PHONE: (
        "phone", "phone number", "telephone", "mobile", "cell", "tel", "联系电话", "手机号码", "手机号", "手机", "电话",
        "电话号码", "本人电话", "患者电话", "联系方式",
    ),
    FrameField.PHONE2: (
        "phone2", "phone 2", "second phone", "contact phone", "emergency phone", "联系人电话", "家属电话", "备用电话",
        "电话2", "紧急联系电话",
    ),
    FrameField.ID_NUMBER: ("id_number", "id no", "national id", "身份证号", "身份证号码", "身份证", "证件号码"),
    FrameField.SEX: ("sex", "gender", "性别"),
    FrameField.BORN_ON: ("born_on", "birth date", "date of birth", "dob", "birthday", "出生日期", "出生年月", "生日"),
    FrameField.AGE: ("age", "年龄"),
    FrameField.INSTITUTION: (
        "institution", "hospital", "facility", "clinic", "unit", "机构", "医院", "医疗机构", "医疗机构名称", "机构名称",
        "就诊医院", "单位",
    ),
    FrameField.DEPARTMENT: ("department", "ward", "service line", "科室", "出院科室", "就诊科室", "病区"),
    FrameField.ADMITTED_ON: ("admitted_on", "admitted", "admission date", "admit date", "入院日期", "入院时间"),
    FrameField.DISCHARGED_ON: ("discharged_on", "discharged", "discharge date", "出院日期", "出院时间"),
    FrameField.VISITED_ON: ("visited_on", "visit date", "visited", "date of visit", "就诊日期", "就诊时间"),
    FrameField.LEFT_AS: ("left_as", "discharge status", "disposition", "离院方式", "出院方式", "出院情况", "转归"),
    FrameField.NO_PUBLICITY: (
        "no_publicity", "no publicity", "do not contact", "opt out", "consent to follow-up", "consents to calls",
        "拒绝回访", "拒绝随访", "不愿回访", "不愿随访", "是否拒访", "保密", "是否同意回访", "同意回访", "是否同意随访",
        "同意随访", "是否接受回访", "接受回访",
    ),
    FrameField.HOSPICE: ("hospice", "hospice care", "安宁疗护", "临终关怀", "是否安宁疗护"),
    FrameField.PRISONER: ("prisoner", "inmate", "in custody", "服刑人员", "在押人员", "是否服刑人员"),
    FrameField.DIAGNOSIS: (
        "diagnosis", "principal diagnosis", "primary diagnosis", "icd10", "icd", "主要诊断编码", "主要诊断代码",
        "疾病编码", "主要诊断", "出院诊断", "诊断编码",
    ),
    FrameField.HOME_COUNTRY: (
        "home_country", "country", "home country", "country of residence", "address country", "居住国家", "现住址国家",
        "住址国家",
    ),
    FrameField.ADMISSION: ("admission", "admission type", "type of admission", "入院途径", "入院类型", "入院方式"),
    FrameField.AREA: (
        "area", "urban or rural", "urban/rural", "area type", "residence type", "城乡", "城乡类型", "城乡分类",
        "居住地类型", "户籍类型", "户口类型", "户口性质",
    ),
}  # fmt: skip


_VOCABULARY = Vocabulary(_HEADINGS.items())
#: What a column of telephones may be called, as it is compared.
PHONES = frozenset(plain(word) for field in (FrameField.PHONE, FrameField.PHONE2) for word in _HEADINGS[field])


def suggest_map(headings: Iterable[str]) -> dict[str, str]:
    """Return field → heading for the headings that are understood; each heading serves one field."""
    found = _VOCABULARY.suggest(headings)
    return {one.value: found[one.value] for one in COLUMNS if one.value in found}
