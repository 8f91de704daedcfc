"""Units: the directory of those who can be asked to handle an inquiry, kept by hand or imported from a table.

A unit is known by its code, in whatever case it is written; inquiries name it by that code. A unit is never deleted:
one that is no longer asked is inactive, and old inquiries go on showing its name.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from app.models.accounts import Permission
from app.models.categories import reads_as
from app.models.errors import FieldInvalid, FieldMissing, FieldTooLong, FieldWrong, RecordGone
from app.models.ids import derived_id
from app.models.journal import Value
from app.models.texts import Order, clean, in_order
from app.models.units import Unit
from app.scripts_library.reading_aloud import read_aloud
from app.scripts_library.readings import is_read_by_words, quick_syllables
from app.services import calendars, script_spelling
from app.services.office import View, Work
from app.store import units as rows_of

#: Fields of a unit that are texts, in the order in which a form asks for them.
TEXTS = (
    *("name", "name_en", "kind", "area", "leader", "contact_person", "phone", "email", "wechat", "calendar"),
    *("address", "handles"),
)
#: Fields of a unit that are yes or no.
SWITCHES = ("active", "on_system")
#: Every field that an import can fill.
IMPORTED = ("code", *TEXTS, *SWITCHES)
LONGEST_CODE = 40
LONGEST = 2_000
_EMAIL = re.compile(r"[^@\s;,]+@[^@\s;,]+\.[^@\s;,.]+")
_NO = frozenset({"0", "no", "n", "false", "inactive", "off", "否", "停用", "无效", "不启用"})
_YES = frozenset({"1", "yes", "y", "true", "active", "on", "是", "启用", "有效"})
_HEADINGS = {
    "code": ("code", "unit code", "id", "no", "no.", "编号", "编码", "代码", "单位编码", "单位编号", "机构代码"),
    "name": ("name", "unit", "unit name", "name zh", "名称", "单位", "单位名称", "机构名称", "承办单位"),
    "name_en": ("name_en", "name en", "english name", "name (english)", "英文名", "英文名称"),
    "kind": ("kind", "type", "level", "category", "类别", "类型", "性质", "级别"),
    "area": ("area", "district", "region", "town", "county", "city", "区域", "辖区", "地区", "乡镇", "街道"),
    "phone": ("phone", "telephone", "tel", "phone number", "电话", "联系电话", "号码"),
    "contact_person": ("contact", "contact person", "person", "联系人", "负责人"),
    "email": ("email", "e-mail", "mail", "邮箱", "电子邮箱", "电子邮件"),
    "address": ("address", "street address", "地址", "办公地址", "通讯地址"),
    "wechat": ("wechat", "wechat id", "微信", "微信号"),
    "leader": ("leader", "responsible leader", "supervising leader", "片区包保", "包保领导", "分管领导", "责任领导"),
    "calendar": ("calendar", "working calendar", "工作日历", "日历"),
    "handles": ("handles", "duties", "scope", "services", "受理范围", "职责", "业务范围"),
    "active": ("active", "enabled", "status", "启用", "状态", "是否启用"),
    "on_system": ("on_system", "on system", "on the system", "online", "接入系统", "已接入", "是否接入"),
}  # fmt: skip


class RowResult(StrEnum):
    """What an import did with one row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


class Sheet(Protocol):
    """A table with headings in a file of any kind, as the world reads it."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings."""
        ...

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row below the headings with its line number."""
        ...


@dataclass(frozen=True)
class Table:
    """A file that was read for import: its rows, and the columns that are understood without asking."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]
    column_map: Mapping[str, str]


@dataclass(frozen=True)
class RowReport:
    """One row of the file and what became of it. ``fields`` are those that it changed.

    A rejected row has a ``reason`` (missing, too_long, invalid, twice), the ``field`` that is wrong, and as ``detail``
    its value, the longest length, or the earlier line with the same code.
    """

    line_no: int
    code: str
    result: RowResult
    fields: tuple[str, ...] = ()
    reason: str = ""
    field: str = ""
    detail: str = ""


@dataclass(frozen=True)
class ImportReport:
    """What an import did, row by row, none left out."""

    rows: tuple[RowReport, ...]

    def count(self, result: RowResult) -> int:
        """Return how many rows ended this way."""
        return sum(1 for row in self.rows if row.result is result)


def list_units(view: View, *, active_only: bool = False) -> list[Unit]:
    """Return the units by code, inactive ones last. Needs no more than being signed in."""
    view.person  # noqa: B018 - asks who it is, and refuses nobody
    known = [unit for unit in rows_of.all_units(view.rows) if unit.active or not active_only]
    return sorted(known, key=_place)


def _place(unit: Unit) -> tuple[bool, Order]:
    return not unit.active, in_order(unit.code)


def find(view: View, text: str, *, limit: int = 12) -> list[Unit]:
    """Return active units whose code, Chinese or English name or its pinyin fits what was typed, best first."""
    typed = " ".join(text.lower().split())
    scored = [(_score(unit, typed), unit) for unit in list_units(view, active_only=True)]
    found = [one for one in scored if one[0] > 0]
    found.sort(key=_best_first)
    return [unit for _, unit in found[:limit]]


def spell(view: View) -> dict[str, str]:
    """Work out the pinyin of every name ahead of the first key typed; return what was not kept yet.

    Looking up names takes 0.3 s in a process of its own: the window asks this on a reader thread, and gives what comes
    back to ``keep_spelling``.
    """
    names = [unit.name for unit in list_units(view) if is_read_by_words(unit.name)]
    _spelled.update((name, kept) for name, kept in script_spelling.known(view).items() if name in names)
    return _look_up(names)


def keep_spelling(work: Work, spelled: Mapping[str, str]) -> None:
    """Keep what ``spell`` looked up for the next start."""
    script_spelling.keep(work, spelled)


def save_unit(work: Work, code: str, **fields: str | bool | None) -> bytes:
    """Add a unit or set fields of a known one, and return its id. ``fields`` are ``TEXTS`` and ``SWITCHES``.

    Raises ``FieldMissing`` (a new unit needs code and name), ``FieldInvalid`` (unknown calendar, no e-mail address),
    ``FieldTooLong``.
    """
    work.require(Permission.MANAGE_UNITS)
    wanted = _code(code)
    unknown = set(fields) - {*TEXTS, *SWITCHES}
    if unknown:
        raise FieldInvalid(field=min(unknown), value="")
    unit_id = unit_id_of(wanted)
    values: dict[str, Value] = {name: _text(name, fields[name]) for name in TEXTS if name in fields}
    values.update((name, int(bool(fields[name]))) for name in SWITCHES if name in fields)
    _check_reach(work, values)
    known = {unit.id: unit for unit in rows_of.all_units(work.tx)}
    return _write(work, wanted, values, known.get(unit_id))


def _check_reach(work: Work, values: Mapping[str, Value]) -> None:
    """Raise ``FieldInvalid`` for a calendar that nobody keeps and for an e-mail address that cannot be one."""
    calendar, email = values.get("calendar"), values.get("email")
    if calendar and all(one.name != calendar for one in calendars.listed(work)):
        raise FieldInvalid(field="calendar", value=str(calendar))
    if email and not _EMAIL.fullmatch(str(email)):
        raise FieldInvalid(field="email", value=str(email))


def _write(work: Work, code: str, values: dict[str, Value], known: Unit | None) -> bytes:
    if not values.get("name", known.name if known else None):
        raise FieldMissing(field="name")
    # The code is said once: a later spelling in other letters would be a conflict about nothing.
    return work.tx.put("unit", unit_id_of(code), values if known else {"code": code, **values})


def deactivate(work: Work, code: str) -> None:
    """Ask this unit no longer. Raises ``RecordGone`` for an unknown code."""
    work.require(Permission.MANAGE_UNITS)
    unit_id = unit_id_of(_code(code))
    if all(unit.id != unit_id for unit in rows_of.all_units(work.tx)):
        raise RecordGone(entity="unit", id=code)
    work.tx.put("unit", unit_id, {"active": 0})


def unit_id_of(code: str) -> bytes:
    """Return the row id of a code: the same on every station and in whatever case the code is written."""
    return derived_id("unit", code.strip().casefold())


def guess_columns(columns: Iterable[str]) -> dict[str, str]:
    """Return field → heading for the headings that are understood; each heading serves one field."""
    found: dict[str, str] = {}
    plain = {" ".join(heading.lower().replace("_", " ").split()): heading for heading in columns}
    for field, words in _HEADINGS.items():
        match = next((plain[word.replace("_", " ")] for word in words if word.replace("_", " ") in plain), None)
        if match is not None and match not in found.values():
            found[field] = match
    return found


def read_table(view: View, path: Path, read_sheet: Callable[[Path], Sheet]) -> Table:
    """Read a file for import, whole: before the transaction begins. Raises what ``read_sheet`` raises."""
    view.require(Permission.MANAGE_UNITS)
    sheet = read_sheet(path)
    return Table(path, sheet.columns, tuple(sheet), guess_columns(sheet.columns))


def import_units(
    work: Work, rows: Iterable[tuple[int, Mapping[str, str]]], column_map: Mapping[str, str]
) -> ImportReport:
    """Add and update units from a table, and report every row. A rejected row stops nothing.

    ``column_map`` is field → heading and must name the code's column. An empty cell leaves what is known as it is.
    """
    work.require(Permission.MANAGE_UNITS)
    if "code" not in column_map:
        raise FieldMissing(field="code")
    known = {unit.id: unit for unit in rows_of.all_units(work.tx)}
    lines: dict[bytes, int] = {}
    return ImportReport(
        tuple(
            _import_row(work, line_no, {field: row.get(name, "") for field, name in column_map.items()}, known, lines)
            for line_no, row in rows
        )
    )


def _import_row(
    work: Work, line_no: int, cells: Mapping[str, str], known: Mapping[bytes, Unit], lines: dict[bytes, int]
) -> RowReport:
    code = clean(cells.get("code")) or ""
    unit_id = unit_id_of(code)
    if unit_id in lines:
        return RowReport(line_no, code, RowResult.REJECTED, reason="twice", field="code", detail=str(lines[unit_id]))
    try:
        values = _cell_values(cells)
        _check_reach(work, values)
        changed = _changed(known.get(unit_id), values)
        if changed or unit_id not in known:
            _write(work, _code(code), values, known.get(unit_id))
    except FieldWrong as wrong:
        facts = wrong.facts
        reason = {"FieldMissing": "missing", "FieldTooLong": "too_long"}.get(type(wrong).__name__, "invalid")
        detail = str(facts.get("value", facts.get("limit", "")))
        return RowReport(line_no, code, RowResult.REJECTED, reason=reason, field=str(facts["field"]), detail=detail)
    lines[unit_id] = line_no
    if unit_id not in known:
        return RowReport(line_no, code, RowResult.ADDED, tuple(values))
    return RowReport(line_no, code, RowResult.UPDATED if changed else RowResult.UNCHANGED, changed)


def _cell_values(cells: Mapping[str, str]) -> dict[str, Value]:
    values: dict[str, Value] = {name: text for name in TEXTS if (text := _text(name, cells.get(name)))}
    for name in SWITCHES:
        said = (clean(cells.get(name)) or "").lower()
        if said and said not in _YES | _NO:
            raise FieldInvalid(field=name, value=said)
        if said:
            values[name] = int(said in _YES)
    return values


def _changed(unit: Unit | None, values: Mapping[str, Value]) -> tuple[str, ...]:
    return tuple(name for name, value in values.items() if unit is None or getattr(unit, name) != value)


def _code(code: str) -> str:
    wanted = clean(code)
    if not wanted:
        raise FieldMissing(field="code")
    if len(wanted) > LONGEST_CODE:
        raise FieldTooLong(field="code", limit=LONGEST_CODE)
    return wanted


def _text(name: str, value: str | bool | None) -> str | None:
    text = clean(value) if isinstance(value, str) else None
    if text and len(text) > LONGEST:
        raise FieldTooLong(field=name, limit=LONGEST)
    return text


def _best_first(one: tuple[int, Unit]) -> tuple[int, str]:
    return -one[0], one[1].code


def _score(unit: Unit, typed: str) -> int:
    """Return how well a unit fits, 0 for not at all; with nothing typed every unit fits."""
    code, name, english = unit.code.lower(), unit.name.lower(), (unit.name_en or "").lower()
    if not typed or typed in (code, name, english):
        return 100
    if code.startswith(typed) or name.startswith(typed) or english.startswith(typed):
        return 90
    if f" {typed}" in f" {english}" or f" {typed}" in f" {name}":
        return 80
    if typed in name or all(word in english for word in typed.split()):
        return 70
    return _score_of_pinyin(unit.name, typed.replace(" ", ""))


def _score_of_pinyin(name: str, typed: str) -> int:
    if not typed.isascii() or not typed.isalnum() or name.isascii():
        return 0
    syllables = _syllables(name)
    starts = (place for place, syllable in enumerate(syllables) if syllable[0] == typed[0])
    place = next((place for place in starts if reads_as(syllables[place:], typed)), None)
    return 0 if place is None else 60 if place == 0 else 50


#: How names are read that hold a character with several readings: name → its syllables.
_spelled: dict[str, str] = {}
_ONE_SYLLABLE = re.compile("[\u3400-\u9fff]|[^\u3400-\u9fff]+")


@lru_cache(maxsize=8192)
def _syllables(name: str) -> tuple[str, ...]:
    """Return the toneless syllables of a Chinese name; Latin letters and digits in it count as one syllable."""
    if is_read_by_words(name):
        _look_up([name])
        return tuple(_spelled[name].split(" "))
    return _said(quick_syllables(part)[0] if len(part) == 1 else part for part in _ONE_SYLLABLE.findall(name))


def _look_up(names: Iterable[str]) -> dict[str, str]:
    wanted = [name for name in names if name not in _spelled]
    found = {name: " ".join(_said(read)) for name, read in zip(wanted, read_aloud(wanted), strict=True)}
    _spelled.update(found)
    return found


def _said(syllables: Iterable[str]) -> tuple[str, ...]:
    """Return what is said, without blanks: a syllable is one word."""
    return tuple("".join(syllable.lower().split()) for syllable in syllables if syllable.strip())
