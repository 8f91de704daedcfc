"""One row of a handed-over table read as an encounter, or refused with the field and the reason.

Numbers are kept in E.164; ordinary mobile numbers are recognized by their form, all others by the numbering plans.
The identity number goes into the person's key and nowhere else.
"""

import hmac
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256

from app.models.frames import FrameField, FrameKind, FrameReason, FrameRow
from app.models.texts import clean
from app.services import phone_numbers
from app.services.frame_columns import PHONES
from app.services.frame_eligibility import excluded
from app.services.import_times import Reading
from app.services.table_heads import plain

_MOBILE = {"CN": (re.compile(r"1[3-9]\d{9}"), "+86"), "US": (re.compile(r"[2-9]\d{2}[2-9]\d{6}"), "+1")}
_ROUNDED = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_ROUNDED_ID = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
#: A spreadsheet keeps fifteen digits of a number: an identity number of China ends in three zeros then.
_CUT_ID = re.compile(r"[1-9]\d{14}000")
_UNREADABLE = "\ufffd"
#: More digits than a mobile number of China has, or a fraction: the library takes some of them for numbers.
_TOO_LONG = {"CN": re.compile(r"1[3-9]\d{10,}")}
_FRACTION = re.compile(r"\d{7,}\.\d+")
_WHOLE_AGE = re.compile(r"\s*(\d{1,3})\s*(?:岁|y|years?)?\s*", re.IGNORECASE)
_INFANT_AGE = re.compile(r"\d+\s*(?:个?月|天|日|小时|months?|days?)", re.IGNORECASE)
_SEXES = {
    **dict.fromkeys(("男", "男性", "m", "male", "1"), "m"),
    **dict.fromkeys(("女", "女性", "f", "female", "2"), "f"),
}
_URGENT, _PLANNED = ("急诊", "急诊入院", "急", "急症", "emergency", "urgent", "unplanned", "er"), (
    "门诊", "门诊入院", "平诊", "择期", "择期入院", "计划", "计划入院", "planned", "elective", "scheduled", "routine",
)  # fmt: skip
_SAID = {**dict.fromkeys(_URGENT, "emergency"), **dict.fromkeys(_PLANNED, "planned")}
#: Codes of the front page of a record in China (入院途径), and of the type of admission in the US (UB-04).
_ADMISSIONS = (
    {**_SAID, "1": "emergency", "2": "planned"},
    {**_SAID, "1": "emergency", "2": "emergency", "3": "planned", "5": "emergency"},
)
_AREAS = {
    **dict.fromkeys(("城镇", "城市", "市区", "城区", "城", "非农业", "非农", "非农业户口", "urban", "city"), "urban"),
    **dict.fromkeys(("农村", "乡村", "乡", "村", "农业", "农业户口", "rural", "village", "countryside"), "rural"),
}
_APART = re.compile(r"[\s\-()（）]+")
ADULT = 18
#: The first year in which anybody may be born.
_OLDEST = 1900
#: How many signs of a remark's places are shown; the report that is saved has all of them.
_SHOWN = 60


@dataclass(frozen=True)
class FrameRules:
    """How rows are read: which heading is which field, the center's day and country, and who may not be called.

    ``institutions`` is every spelling of an institution → its code; with ``any_institution`` a name that is none of
    them is taken as it is; ``institution`` stands for an empty one. ``never`` are keyed hashes of numbers and persons
    on the do-not-call list, ``cooling`` persons and numbers that were asked not long ago. Of a table that is text,
    ``headings`` is how many it has and ``delimiter`` what stands between its cells.
    """

    columns: Mapping[str, str]
    reading: Reading
    today: date
    kind: FrameKind
    secret: bytes
    institutions: Mapping[str, str]
    never: Collection[str] = frozenset()
    cooling: Collection[str] = frozenset()
    adult: int = ADULT
    nights: int = 1
    institution: str = ""
    any_institution: bool = False
    headings: int = 0
    delimiter: str = ""

    @cached_property
    def phone_headings(self) -> frozenset[str]:
        """Return what the column of telephones is called here and elsewhere, as headings are compared."""
        return PHONES | {plain(self.columns["phone"])}

    @cached_property
    def births(self) -> Reading:
        """Return how dates of birth are read: nobody alive is too old for them."""
        return replace(self.reading, years=range(_OLDEST, self.today.year + 1))

    def key(self, text: str) -> str:
        """Return the keyed hash of a text, as the do-not-call list has it."""
        return hmac.digest(self.secret, text.encode(), "sha256").hex()


@dataclass(frozen=True, slots=True)
class FrameRefusal:
    """Why a row was not taken: its line, the field, the reason, and what stands there."""

    line: int
    field: FrameField
    reason: FrameReason
    value: str = ""


@dataclass(frozen=True, slots=True)
class FrameRemark:
    """What is to be known of a table as a whole: the first row that shows it, what stands there, how many rows do.

    ``line`` is 0 where no row shows it more than others.
    """

    reason: FrameReason
    field: FrameField
    line: int = 0
    value: str = ""
    count: int = 0

    @property
    def shown(self) -> str:
        """Return what stands there, of many places the first ones."""
        if len(self.value) <= _SHOWN:
            return self.value
        return f"{self.value[:_SHOWN].rpartition(', ')[0] or self.value[:_SHOWN]} …"


class _Refused(Exception):
    """Leaves the reading of a row."""

    def __init__(self, field: FrameField, reason: FrameReason, value: str = "") -> None:
        super().__init__(field, reason, value)
        self.field, self.reason, self.value = field, reason, value


def read(rules: FrameRules, line: int, cells: Mapping[str, str]) -> FrameRow | FrameRefusal:
    """Return the encounter of a row, or why it is refused."""
    try:
        return _read(rules, line, cells)
    except _Refused as why:
        return FrameRefusal(line, why.field, why.reason, why.value[:60])


def _read(rules: FrameRules, line: int, cells: Mapping[str, str]) -> FrameRow:
    if rules.delimiter:
        _check_cells(rules, line, cells)
    said = {name: (cells.get(heading) or "").strip() for name, heading in rules.columns.items()}
    _check_numbers(said)
    if said.get("phone", "")[:1].isalpha() and _is_heading(rules, said["phone"]):
        raise _Refused(FrameField.PHONE, FrameReason.HEADING_AGAIN, said["phone"])
    institution = _institution(rules, said.get("institution", ""))
    days = {name: _day(rules, name, said.get(name, "")) for name in _DAYS}
    _check_days(rules, days)
    age = _age(rules, said, days)
    if age is not None and age < rules.adult:
        raise _Refused(FrameField.AGE, FrameReason.UNDER_AGE, str(age))
    why = excluded(rules.reading.country, rules.columns, said, age)
    if why is not None:
        raise _Refused(*why)
    phones = _phones(rules, said)
    sex = _SEXES.get(said.get("sex", "").casefold(), "")
    shown = {name: day.isoformat() if day else "" for name, day in days.items()}
    person = _person(rules, {**said, "born_on": shown["born_on"]}, sex, phones)
    former = _person(rules, said, sex, phones) if said.get("born_on", "") != shown["born_on"] else person
    found = FrameRow(
        said.get("encounter") or _made_id(person, institution, shown), person, _tidy(said, "name"), phones, sex,
        age, institution, _tidy(said, "department"), shown["admitted_on"], shown["discharged_on"],
        shown["visited_on"], line, _kind_of(said.get("admission", ""), _ADMISSIONS[rules.reading.country == "US"]),
        _kind_of(said.get("area", ""), _AREAS), former if former != person else "",
    )  # fmt: skip
    if rules.never and any(rules.key(one) in rules.never for one in {person, former}):
        raise _Refused(FrameField.NAME, FrameReason.DO_NOT_CALL)
    if any(one in rules.cooling for one in found.keys):
        raise _Refused(FrameField.NAME, FrameReason.COOL_OFF)
    return found


def _is_heading(rules: FrameRules, text: str) -> bool:
    """Say whether a cell of the telephones is their heading once more, or one in another language."""
    return plain(text) in rules.phone_headings


def _check_cells(rules: FrameRules, line: int, cells: Mapping[str, str]) -> None:
    """Refuse a row of a text whose cells are not what stands there: lines swallowed, cells shifted, signs lost."""
    for place, value in enumerate(cells.values(), 1):
        if "\n" in value and _swallows(rules, value):
            last = line + value.rstrip().count("\n")
            raise _Refused(FrameField.ROW, FrameReason.QUOTE_OPEN, f"{line}-{last}")
        if rules.headings and place > rules.headings and value.strip():
            raise _Refused(FrameField.ROW, FrameReason.TOO_MANY_CELLS, value.strip())
    for name, heading in rules.columns.items():
        if _UNREADABLE in cells.get(heading, ""):
            raise _Refused(FrameField(name), FrameReason.BAD_BYTES, cells[heading])


def _swallows(rules: FrameRules, value: str) -> bool:
    """Say whether a cell holds whole lines of the table: a quotation mark before them was never closed."""
    least = max(1, (rules.headings - 1) // 2)
    return any(one.count(rules.delimiter) >= least for one in value.split("\n")[1:])


def _check_numbers(said: Mapping[str, str]) -> None:
    """Refuse a number that a spreadsheet has rounded: two people would become one, two encounters the same."""
    for field in (FrameField.ENCOUNTER, FrameField.ID_NUMBER):
        text = said.get(field.value, "")
        if _ROUNDED_ID.fullmatch(text) or (field is FrameField.ID_NUMBER and _CUT_ID.fullmatch(text)):
            raise _Refused(field, FrameReason.NUMBER_ROUNDED, text)


def _tidy(said: Mapping[str, str], name: str) -> str:
    return clean(said.get(name)) or ""


def _kind_of(text: str, known: Mapping[str, str]) -> str:
    """Return what a cell says of the kinds that are known, with a code before it (``1.急诊``) or as a code alone."""
    told = text.strip().casefold().removesuffix(".0")
    return known.get(told) or known.get(_CODE.sub("", told), "")


#: A code before its words.
_CODE = re.compile(r"^\d+\s*[.、:：\-]?\s*(?=\D)")
_DAYS = ("admitted_on", "discharged_on", "visited_on", "born_on")


def _made_id(person: str, institution: str, days: Mapping[str, str]) -> str:
    """Return an id for an encounter without one: the same person, place and day make the same."""
    text = "\x1f".join((person, institution, days["discharged_on"], days["visited_on"]))
    return sha256(text.encode()).hexdigest()[:24]


def _institution(rules: FrameRules, text: str) -> str:
    text = text or rules.institution
    if not text:
        raise _Refused(FrameField.INSTITUTION, FrameReason.INSTITUTION_MISSING)
    code = rules.institutions.get(plain(text))
    if code is not None:
        return code
    if rules.any_institution:
        return clean(text) or text
    whole = _with_zeros(rules.institutions, plain(text))
    if whole:
        raise _Refused(FrameField.INSTITUTION, FrameReason.INSTITUTION_ZEROS, f"{text} → {whole}")
    raise _Refused(FrameField.INSTITUTION, FrameReason.INSTITUTION_UNKNOWN, text)


def _with_zeros(institutions: Mapping[str, str], number: str) -> str:
    """Return the only code of the directory that is a number with zeros before it, "" where none is."""
    if not number.isdecimal():
        return ""
    found = [one for one in institutions if one[:1] == "0" and one.isdecimal() and one.lstrip("0") == number]
    return institutions[found[0]] if len(found) == 1 else ""


def _day(rules: FrameRules, name: str, text: str) -> date | None:
    if not text:
        return None
    try:
        if len(text) == 10 and text[4] == "-":
            return date.fromisoformat(text)
        reading = rules.births if name == "born_on" else rules.reading
        return reading.at(text).astimezone(reading.zone).date()
    except ValueError:
        pass
    raise _Refused(FrameField(name), FrameReason.DATE_BAD, text)


def _check_days(rules: FrameRules, days: Mapping[str, date | None]) -> None:
    admitted, discharged = days["admitted_on"], days["discharged_on"]
    for name, day in days.items():
        if day is not None and day > rules.today:
            raise _Refused(FrameField(name), FrameReason.IN_THE_FUTURE, day.isoformat())
    if admitted is None or discharged is None:
        return
    if discharged < admitted:
        raise _Refused(FrameField.DISCHARGED_ON, FrameReason.DATES_REVERSED, discharged.isoformat())
    if rules.kind is FrameKind.INPATIENT and (discharged - admitted).days < rules.nights:
        raise _Refused(FrameField.DISCHARGED_ON, FrameReason.NO_NIGHT, discharged.isoformat())


def _age(rules: FrameRules, said: Mapping[str, str], days: Mapping[str, date | None]) -> int | None:
    """Return the age at the admission (the visit, today) by the date of birth, else as it was handed over."""
    born, day = days["born_on"], days["admitted_on"] or days["visited_on"] or rules.today
    if born is not None:
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    text = said.get("age", "")
    if text.isdecimal() and len(text) <= 3:
        return int(text)
    if _INFANT_AGE.search(text):
        return 0
    found = _WHOLE_AGE.fullmatch(text.removesuffix(".0"))
    return int(found[1]) if found else None


def _phones(rules: FrameRules, said: Mapping[str, str]) -> tuple[str, ...]:
    """Return the numbers of a row, the first one first; one that may not be called forbids the row."""
    found: dict[str, None] = {}
    wrong: _Refused | None = None
    for field in (FrameField.PHONE, FrameField.PHONE2):
        text = said.get(field.value, "")
        if not text:
            continue
        number = number_of(rules.reading.country, text)
        if isinstance(number, FrameReason):
            wrong = wrong or _Refused(field, number, text)
            continue
        found[number] = None
        if rules.never and rules.key(number) in rules.never:
            raise _Refused(field, FrameReason.DO_NOT_CALL)
    if not found:
        raise wrong or _Refused(FrameField.PHONE, FrameReason.PHONE_MISSING)
    return tuple(found)


def number_of(country: str, text: str) -> str | FrameReason:
    """Return a number as it stands in a table in E.164, or why it cannot be called."""
    form, prefix = _MOBILE.get(country, _MOBILE["CN"])
    digits = text if text.isdecimal() else _APART.sub("", text).removesuffix(".0")
    if country in _MOBILE and form.fullmatch(digits):
        return prefix + digits
    if _ROUNDED.fullmatch(digits):
        return FrameReason.PHONE_ROUNDED
    too_long = _TOO_LONG.get(country)
    if _FRACTION.fullmatch(digits) or (too_long and too_long.fullmatch(digits)):
        return FrameReason.PHONE_BAD
    understood = phone_numbers.understood(text, country)
    if understood.e164 is not None:
        return understood.e164
    local = digits.isdigit() and 7 <= len(digits) <= 8
    return FrameReason.PHONE_NO_AREA if local else FrameReason.PHONE_BAD


def _person(rules: FrameRules, said: Mapping[str, str], sex: str, phones: tuple[str, ...]) -> str:
    """Return the key of a person: of the identity number, else of name, birth, sex and number."""
    number = _APART.sub("", said.get("id_number", "")).upper()
    born = said.get("born_on", "")
    text = f"id:{number}" if number else "\x1f".join(("who", _tidy(said, "name"), born, sex, phones[0]))
    return rules.key(text)[:32]
