"""Who is listed and yet not asked: people who died, were not to be published, are in hospice care, or live elsewhere.

Source: CMS, HCAHPS Quality Assurance Guidelines, eligibility and exclusions; its codes of the status at discharge are
those of the claim (UB-04), those of a list in China are of the front page of the medical record (离院方式).
"""

import re
import unicodedata
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
#: A heading that asks for consent says yes of those who may be called, unless it says that they refuse.
_CONSENT = re.compile(r"consent|agree|may be called|同意|愿意|接受")
_REFUSES = re.compile(
    r"no.?publicity|confidential|opt.?out|refus|declin|withdr|revok|disagree|(?:no|not|non|without).?consent"
    r"|[不未](?:愿|同意|接受)|拒|保密|不公开|撤|反对"
)
#: Whole cells: what has more in it than one of these is neither yes nor no.
_ALLOWED = (_YES - {"x"}) | frozenset(
    ("consent", "consents", "consented", "consent given", "agree", "agrees", "agreed", "yes, agreed", "同意", "已同意",
     "愿意", "接受", "愿意接受", "同意回访", "同意随访", "接受回访", "接受随访", "愿意回访", "愿意随访")
)  # fmt: skip
_REFUSED = frozenset(
    ("no publicity", "confidential", "opt out", "opt-out", "opted out", "refuse", "refuses", "refused", "decline",
     "declines", "declined", "do not call", "do not contact", "no consent", "not agreed", "does not agree",
     "does not consent", "不愿", "不愿意", "不同意", "未同意", "不接受", "拒绝", "拒访", "拒绝回访", "拒绝随访",
     "不愿回访", "不愿随访", "不同意回访", "不同意随访", "不接受回访", "不接受随访", "保密", "不公开")
)  # fmt: skip
_SAID = {
    FrameField.NO_PUBLICITY: _REFUSED,
    FrameField.PRISONER: frozenset(
        ("prison", "prisoner", "inmate", "in custody", "custody", "服刑", "服刑人员", "服刑中", "在押", "在押人员",
         "羁押", "监狱", "监区")
    ),
    FrameField.HOSPICE: frozenset(("hospice", "hospice care", "安宁疗护", "安宁", "临终关怀", "临终")),
}  # fmt: skip
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
#: ICD-10, chapter V: mental and behavioral disorders, dementia and addiction among them; with the dot and without.
_PSYCHIATRIC = re.compile(r"(?<![A-Z0-9])F ?\d\d[.A-Z0-9]{0,9}(?![A-Z0-9])", re.IGNORECASE)
#: The same in words, where a list has no codes; of "depression" only what is not one of breathing, marrow or ECG.
_PSYCHIATRIC_WORDS = re.compile(
    r"schizo|psycho(?:sis|ses|tic)|bipolar|\bmani[ac]|depressive|(?<!respiratory )(?<!marrow )(?<!st )depression"
    r"|dementia|delirium|anxiety|obsessive|panic disorder|phobic|post.?traumatic stress|\bptsd\b|\badhd\b|autis"
    r"|(?:adjustment|stress|personality|eating|mental|behaviou?ral|conduct|mood|dissociative|somatoform) disorder"
    r"|nervosa|mental (?:illness|retardation)|intellectual disab|hallucinat|delusion|psychiatric|\baddict"
    r"|(?:alcohol|opioid|drug|substance|cocaine|cannabis)(?: use)? (?:depend|abuse|disorder|withdrawal|intoxication)"
    r"|精神(?:分裂|病|障碍|疾病|异常|发育|[和与、及]行为)|抑郁|躁狂|双相|(?:情感|心境)(?:性)?障碍|焦虑|痴呆|谵妄"
    r"|强迫(?:症|性|障碍)|恐[惧怖](?:症|性|障碍)|惊恐|(?:应激|适应|分离|转换|躯体形式|躯体化|人格|进食|行为)(?:性|相关)?障碍|癔症"
    r"|神经症|神经衰弱|神经性(?:厌食|贪食)|智[力能](?:发育)?(?:障碍|低下|迟滞)|孤独症|自闭症|多动(?:症|障碍)|妄想|幻觉"
    r"|(?:酒精|药物|阿片|毒品|海洛因|苯丙胺|镇静)[^，。；]{0,6}(?:依赖|成瘾|戒断|中毒|滥用)"
)
#: Any code of ICD-10.
_ICD = re.compile(r"(?<![A-Z0-9])[A-Z] ?\d[0-9A-Z][.A-Z0-9]{0,9}(?![A-Z0-9])", re.IGNORECASE)
_HOME = {
    "CN": re.compile(
        r"(?:cn|chn|prc|156|86|(?:mainland )?china(?: ?\(prc\))?|(?:the )?people.s republic of china|p\.? ?r\.? ?china"
        r"|(?:中国|中华人民共和国)(?!.*[台臺港澳]).*)?"
    ),
    "US": re.compile(r"(?:us|usa|u\.s\.|u\.s\.a\.|840|美国|(?:the )?united states(?: of america)?(?: ?\(usa?\))?)?"),
}
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
    if (text := said.get("diagnosis", "")) and is_psychiatric(text):
        return FrameField.DIAGNOSIS, FrameReason.PSYCHIATRIC, text
    home = _HOME.get(country)
    if (text := said.get("home_country", "")) and home and not home.fullmatch(text.casefold()):
        return FrameField.HOME_COUNTRY, FrameReason.FOREIGN_ADDRESS, text
    newborn = age is None and _BABY.search(said.get("name", ""))
    return (FrameField.NAME, FrameReason.NEWBORN, "") if newborn else None


def is_psychiatric(diagnosis: str) -> bool:
    """Say whether a diagnosis is one of chapter V of ICD-10, by its code or by its words."""
    text = unicodedata.normalize("NFKC", diagnosis)
    return bool(_PSYCHIATRIC.search(text) or _PSYCHIATRIC_WORDS.search(text.casefold()))


def is_coded(diagnosis: str) -> bool:
    """Say whether a code of ICD-10 stands in a diagnosis."""
    return bool(_ICD.search(unicodedata.normalize("NFKC", diagnosis)))


def _flagged(columns: Mapping[str, str], said: Mapping[str, str]) -> Exclusion | None:
    for field, why in _FLAGS:
        if field.value not in said:
            continue
        text = said[field.value]
        asks = field is FrameField.NO_PUBLICITY and _asks(columns[field.value].casefold())
        found = _flag(field, " ".join(text.casefold().split()).rstrip("。."), asks=asks)
        if found is not False:
            return field, why if found else FrameReason.FLAG_UNCLEAR, text
    return None


def _asks(heading: str) -> bool:
    return bool(_CONSENT.search(heading)) and not _REFUSES.search(heading)


def _left(country: str, text: str) -> FrameReason | None:
    for why, words in _LEFT:
        if words.search(text):
            return why
    code = _CODE.match(text)
    return _LEFT_AS.get(country, {}).get(code[1]) if code else None


def _flag(field: FrameField, text: str, *, asks: bool) -> bool | None:
    """Say whether a cell excludes, None where it means neither; one that ``asks`` for consent is read the other way.

    An empty cell excludes nobody, but who was never asked for consent has not given it.
    """
    if asks:
        return False if text in _ALLOWED else True if text in _NO or text in _REFUSED else None
    if not text or text in _NO:
        return False
    return True if text in _YES or text in _SAID[field] else None
