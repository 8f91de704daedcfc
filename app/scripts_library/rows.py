"""From rows of a table to scripts. A broken row is reported with its line and the reason; the rest goes in."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo

from app.scripts_library.body import read_sections
from app.scripts_library.cells import is_json, read_json, read_points_cell, read_sources_cell, split_list
from app.scripts_library.columns import ColumnReader
from app.scripts_library.fields import day, moment, truth
from app.scripts_library.findings import Finding, at_line, error, has_errors, located, warning
from app.scripts_library.front_matter import Value
from app.scripts_library.script import CALLER_KINDS, KEY_PATTERN, Audience, KeyPoint, Source, Variant
from app.scripts_library.texts import clean_line, clean_text, holds_chinese, language_code


@dataclass(frozen=True, slots=True)
class Row:
    """One row, read: the values of the columns that were there. What is None was not in the table."""

    line: int
    key: str
    language: str
    title: str = ""
    question: str = ""
    reader: Audience | None = None
    variant: Variant | None = None
    phrasings: tuple[str, ...] | None = None
    key_points: tuple[KeyPoint, ...] | None = None
    points_complete: bool = False
    whole: Mapping[str, object] = field(default_factory=dict[str, object])
    more: Mapping[str, Value] | None = None


class _Broken(Exception):
    """Carries the reason out of the reading of one row; never leaves this module."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_rows(
    rows: Iterable[tuple[int, Mapping[str, object] | None]],
    *,
    source: str = "",
    columns: Mapping[str, str] | None = None,
    zone: tzinfo = UTC,
) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """The good rows, and the reasons for the others together with the unknown columns.

    Rows come with their line; None stands for a line that holds no row.
    """
    reader = ColumnReader(columns)
    findings = [error("column-map-unknown", "columns", column=name) for name in reader.wrong_targets]
    good: list[Row] = []
    for line, cells in () if findings else rows:
        try:
            good.append(_row(_cells(cells, reader, line), line, zone))
        except _Broken as broken:
            findings.append(at_line(line, broken.finding))
    findings += [at_line(line, warning("column-unknown", name, column=name)) for name, line in reader.unknown.items()]
    return tuple(good), tuple(located(finding, {}, source) for finding in findings)


def _cells(cells: Mapping[str, object] | None, reader: ColumnReader, line: int) -> dict[str, str]:
    if cells is None:
        raise _Broken(error("line-unreadable"))
    return reader.read(cells, line)


def made_key(title: str) -> str:
    """A key for a row without one: the same for the same title, whatever its case and width."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return f"s-{hashlib.sha256(' '.join(folded.split()).encode()).hexdigest()[:12]}"


def _row(cells: Mapping[str, str], line: int, zone: tzinfo) -> Row:
    title, question = clean_line(cells.get("title", "")), clean_line(cells.get("question", ""))
    key = clean_line(cells.get("key", ""))
    if not key and not title and not question:
        raise _Broken(error("row-without-title", "title"))
    key = key or made_key(title or question)
    if not KEY_PATTERN.fullmatch(key):
        raise _Broken(error("key-unfit", "key", key=key))
    language = _language(cells.get("language", ""), title + question)
    audience, reader = _audience(cells.get("audience", ""))
    more = _more(cells.get("more"))
    place = (language, audience, _truth(cells, "plain"))
    return Row(
        line,
        key,
        language,
        title,
        question,
        reader,
        _variant(cells.get("answer", ""), place, is_needed=not more),
        split_list(cells["phrasings"]) if "phrasings" in cells else None,
        _points(cells, language),
        is_json(cells.get("key_points", "")),
        _whole(cells, zone),
        more,
    )


def _language(cell: str, title: str) -> str:
    if not cell.strip():
        return "zh" if holds_chinese(title) else "en"
    code = language_code(cell)
    if code is None:
        raise _Broken(error("not-a-language", "language", value=clean_line(cell)))
    return code


def _audience(cell: str) -> tuple[str, Audience | None]:
    """(caller kind, who may read): `operator` and `supervisor` can only mean the second."""
    word = clean_line(cell).lower()
    if word in ("", *CALLER_KINDS):
        return word, None
    if word in (Audience.OPERATOR, Audience.SUPERVISOR):
        return "", Audience(word)
    choices = ", ".join((*CALLER_KINDS, Audience.OPERATOR, Audience.SUPERVISOR))
    raise _Broken(error("not-one-of", "audience", value=word, choices=choices))


def _truth(cells: Mapping[str, str], name: str) -> bool:
    text = cells.get(name, "").strip()
    value = truth(text) if text else False
    if value is None:
        raise _Broken(error("not-a-truth-value", name, value=clean_line(text)))
    return value


def _variant(cell: str, place: tuple[str, str, bool], *, is_needed: bool) -> Variant | None:
    sections = read_sections(cell)
    if any(sections.values()):
        return Variant(*place, **sections)
    if is_needed:
        raise _Broken(error("row-without-answer", "answer"))
    return None


def _points(cells: Mapping[str, str], language: str) -> tuple[KeyPoint, ...] | None:
    if "key_points" not in cells:
        return None
    findings: list[Finding] = []
    try:
        points = read_points_cell(cells["key_points"], language, findings)
    except ValueError:
        raise _Broken(error("json-unreadable", "key_points")) from None
    _raise_first(findings)
    return points


def _sources(cell: str) -> tuple[Source, ...]:
    findings: list[Finding] = []
    try:
        sources = read_sources_cell(cell, findings)
    except ValueError:
        raise _Broken(error("json-unreadable", "source")) from None
    _raise_first(findings)
    return sources


def _more(cell: str | None) -> Mapping[str, Value] | None:
    if cell is None:
        return None
    try:
        value = read_json(cell) if cell.strip() else {}
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise _Broken(error("json-unreadable", "more"))
    return value


def _whole(cells: Mapping[str, str], zone: tzinfo) -> dict[str, object]:
    """The fields that belong to the whole script, of the columns that are there."""
    found: dict[str, object] = {}
    if "category" in cells:
        found["topic"] = clean_line(cells["category"])
    if "owner" in cells:
        found["owner"] = clean_line(cells["owner"])
    found |= {name: split_list(cells[name]) for name in ("tags", "units") if name in cells}
    if "source" in cells:
        found["sources"] = _sources(clean_text(cells["source"]))
    for column, name in (("effective_on", "effective_from"), ("expires_on", "effective_to")):
        if column in cells:
            found[name] = _moment(clean_line(cells[column]), column, zone)
    if "review_on" in cells:
        found["review_on"] = _day(clean_line(cells["review_on"]))
    if "urgent" in cells:
        found["urgent"] = _truth(cells, "urgent")
    return found


def _moment(text: str, column: str, zone: tzinfo) -> datetime | None:
    at = moment(text.replace("/", "-"), zone) if text else None
    # spreadsheets write a date as midnight without a zone: that is the same as the date
    at = at or (moment(text[:10], zone) if text[10:] in (" 00:00:00", "T00:00:00") else None)
    if text and at is None:
        raise _Broken(error("not-a-time", column, value=text))
    return at


def _day(text: str) -> date | None:
    on = day(text[:10].replace("/", "-")) if text else None
    if text and on is None:
        raise _Broken(error("not-a-date", "review_on", value=text))
    return on


def _raise_first(findings: list[Finding]) -> None:
    if has_errors(tuple(findings)):
        raise _Broken(findings[0])
