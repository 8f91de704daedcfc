"""Who is listed and yet not asked: people who died, were not to be published, are in hospice care, or live elsewhere.

Source: CMS, HCAHPS Quality Assurance Guidelines, eligibility and exclusions; its codes of the status at discharge are
those of the claim (UB-04), those of a list in China are of the front page of the medical record (离院方式).
"""

import re
from collections.abc import Mapping

from app.models.frames import FrameField, FrameReason

#: What excludes a row: the field, the reason, and what stands there.
Exclusion = tuple[FrameField, FrameReason, str]

#: Columns that say yes or no.
_FLAGS = (
    (FrameField.NO_PUBLICITY, FrameReason.NO_PUBLICITY),
    (FrameField.PRISONER, FrameReason.PRISONER),
    (FrameField.HOSPICE, FrameReason.HOSPICE),
)
_YES = frozenset(("y", "yes", "true", "1", "1.0", "x", "√", "✓", "☑", "是", "有", "对"))
_NO = frozenset(("n", "no", "none", "false", "0", "0.0", "-", "–", "—", "/", "×", "否", "无", "不是", "没有"))
#: A column that asks for consent says yes of those who may be called.
_CONSENT = re.compile(r"consent|agree|may be called|(?<!不)(?:同意|愿意|接受)")
_SAID = {
    FrameField.NO_PUBLICITY: re.compile(
        r"no.?publicity|confidential|opt.?out|refuse|decline|不愿|不同意|不接受|拒|保密|不公开"
    ),
    FrameField.PRISONER: re.compile(r"prison|inmate|custody|服刑|在押|羁押|监[狱区]"),
    FrameField.HOSPICE: re.compile(r"hospice|安宁|临终"),
}
_ALLOWED = re.compile(r"^(?:同意|愿意|接受|consents?|agrees?|agreed)")
_LEFT = (
    (FrameReason.DIED, re.compile(r"死亡|died|deceased|expired|death")),
    (FrameReason.HOSPICE, re.compile(r"hospice|安宁疗护|临终关怀")),
    (FrameReason.PRISONER, re.compile(r"law enforcement|prison|court|custody|监狱|看守所")),
    (FrameReason.NURSING_HOME, re.compile(r"nursing (?:home|facility)|\bsnf\b|养老院|护理院|敬老院")),
)
_CODES = {
    "CN": {FrameReason.DIED: ("5",)},
    "US": {
        FrameReason.DIED: ("20", "40", "41", "42"),
        FrameReason.HOSPICE: ("50", "51"),
        FrameReason.PRISONER: ("21", "87"),
        FrameReason.NURSING_HOME: ("3", "61", "64", "83", "92"),
    },
}
_LEFT_AS = {country: {code: why for why, codes in told.items() for code in codes} for country, told in _CODES.items()}
_CODE = re.compile(r"0*(\d{1,2})(?:\.0)?(?=$|[\s.．、:：\-])")
#: ICD-10, chapter V: mental and behavioral disorders, dementia and addiction among them.
_PSYCHIATRIC = re.compile(r"(?<![A-Z0-9])F\d\d(?![0-9])", re.IGNORECASE)
_HOME = {
    "CN": frozenset(("", "cn", "chn", "china", "prc", "中国", "中国大陆", "中华人民共和国", "156", "86")),
    "US": frozenset(("", "us", "usa", "u.s.", "u.s.a.", "united states", "united states of america", "840", "美国")),
}  # fmt: skip
_BABY = re.compile(
    r"(?:之|的)(?:[长次大小双]?[子女婴儿]|婴儿|新生儿)[一二三甲乙AB12]?$|^(?:baby (?:boy|girl|of)|newborn)\b",
    re.IGNORECASE,
)


def excluded(country: str, columns: Mapping[str, str], said: Mapping[str, str], age: int | None) -> Exclusion | None:
    """Return why the person of a row is not asked, None where nothing speaks against it.

    ``columns``: field → heading, ``said``: field → what stands there, ``age`` None where it is not known.
    """
    if (left := said.get("left_as", "")) and (why := _left(country, left.casefold())):
        return FrameField.LEFT_AS, why, left
    found = _flagged(columns, said)
    if found is not None:
        return found
    if (text := said.get("diagnosis", "")) and _PSYCHIATRIC.search(text):
        return FrameField.DIAGNOSIS, FrameReason.PSYCHIATRIC, text
    home = _HOME.get(country)
    if (text := said.get("home_country", "")) and home and text.casefold() not in home:
        return FrameField.HOME_COUNTRY, FrameReason.FOREIGN_ADDRESS, text
    newborn = age is None and _BABY.search(said.get("name", ""))
    return (FrameField.NAME, FrameReason.NEWBORN, "") if newborn else None


def _flagged(columns: Mapping[str, str], said: Mapping[str, str]) -> Exclusion | None:
    for field, why in _FLAGS:
        if text := said.get(field.value, ""):
            found = _flag(field, columns[field.value].casefold(), text.casefold())
            if found is not False:
                return field, why if found else FrameReason.FLAG_UNCLEAR, text
    return None


def _left(country: str, text: str) -> FrameReason | None:
    for why, words in _LEFT:
        if words.search(text):
            return why
    code = _CODE.match(text)
    return _LEFT_AS.get(country, {}).get(code[1]) if code else None


def _flag(field: FrameField, heading: str, text: str) -> bool | None:
    """Say whether a cell means yes, None where it means neither; a column of consent is read the other way."""
    asks = field is FrameField.NO_PUBLICITY and bool(_CONSENT.search(heading)) and not _SAID[field].search(heading)
    if text in _YES:
        return not asks
    if text in _NO:
        return asks
    if _SAID[field].search(text):
        return True
    return False if asks and _ALLOWED.search(text) else None
