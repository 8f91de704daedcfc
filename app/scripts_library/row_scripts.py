"""Rows of one key become one script: variants are put in or replaced, everything the table has no column for stays."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from typing import Any, cast

from app.scripts_library.cells import merge_points, merge_sources
from app.scripts_library.fields import Fields
from app.scripts_library.findings import Finding, at_line, error, has_errors, located
from app.scripts_library.front_matter import Value
from app.scripts_library.head import read_audience, read_decided, read_rules, read_words
from app.scripts_library.rows import Row, read_rows
from app.scripts_library.script import KeyPoint, Script, Source, Variant

Existing = Callable[[str], Script | None]


@dataclass(frozen=True, slots=True)
class FromRows:
    """A script made of rows and the lines it was made of."""

    script: Script
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read: the scripts, why other rows were refused, and which columns nobody knows."""

    scripts: tuple[FromRows, ...]
    findings: tuple[Finding, ...]


def read_table(
    rows: Iterable[tuple[int, Mapping[str, object] | None]],
    *,
    source: str = "",
    columns: Mapping[str, str] | None = None,
    zone: tzinfo = UTC,
    existing: Existing | None = None,
) -> Table:
    """The scripts of a table. `existing` gives the current version of a key; fields without a column stay so."""
    good, noted = read_rows(rows, source=source, columns=columns, zone=zone)
    groups: dict[str, list[Row]] = {}
    for row in good:
        groups.setdefault(row.key, []).append(row)
    findings = list(noted)
    scripts: list[FromRows] = []
    for key, group in groups.items():
        base = (existing(key) if existing else None) or Script(key, {})
        taken, refused = _taken(group, base)
        findings += [located(finding, {}, source) for finding in refused]
        if taken:
            scripts.append(FromRows(_assembled(taken, base), tuple(row.line for row in taken)))
    return Table(tuple(scripts), tuple(sorted(findings, key=lambda finding: finding.line or 0)))


def _taken(group: Iterable[Row], base: Script) -> tuple[list[Row], list[Finding]]:
    """The rows that go together, and why the others do not."""
    taken: list[Row] = []
    refused: list[Finding] = []
    for row in group:
        reason = _refusal(row, taken, base)
        if reason is None:
            taken.append(row)
        else:
            refused.append(at_line(row.line, reason))
    return taken, refused


def _refusal(row: Row, taken: list[Row], base: Script) -> Finding | None:
    if row.variant and row.variant.place in {one.variant.place for one in taken if one.variant}:
        return error("variant-twice", "answer", variant=" · ".join(filter(None, row.variant.place[:2])))
    said = _said(row)
    for one in taken:
        for name, value in _said(one).items():
            if value and said.get(name) and said[name] != value:
                return error("row-contradicts", name, field=name, first=one.line)
    titled = {row.language for row in (*taken, row) if row.title or row.question}
    if row.more is None and row.language not in (*titled, *base.title):
        return error("row-without-title", "title")
    findings: list[Finding] = []
    _more_fields(row.more or {}, findings)
    return findings[0] if has_errors(tuple(findings)) else None


def _said(row: Row) -> dict[str, object]:
    """What two rows of one script must not say differently."""
    named = {f"title ({row.language})": row.title, f"question ({row.language})": row.question, "audience": row.reader}
    return {**row.whole, **named}


def _assembled(rows: list[Row], base: Script) -> Script:
    more: dict[str, Value] = {name: value for row in rows for name, value in (row.more or {}).items()}
    changes = _more_fields(more, []) if any(row.more is not None for row in rows) else {}
    words = {name: cast("dict[str, Any]", changes.pop(name, {})) for name in ("title", "question", "phrasings")}
    changes |= _whole(rows, base)
    changes["title"] = _titles(rows, {**base.title, **words["title"]})
    changes["question"] = {**base.question, **words["question"], **_questions(rows, changes["title"])}
    changes["phrasings"] = {**base.phrasings, **words["phrasings"], **_phrasings(rows)}
    changes["variants"] = _variants(rows, base)
    changes["key_points"] = _points(rows, base)
    readers = [row.reader for row in rows if row.reader]
    changes["audience"] = readers[0] if readers else changes.get("audience", base.audience)
    for name in ("question", "phrasings"):
        changes[name] = {code: value for code, value in changes[name].items() if value}
    return replace(base, **changes)


def _more_fields(more: Mapping[str, Value], findings: list[Finding]) -> dict[str, Any]:
    """What `more` says; a field that it leaves out has its default, but for what the store decides."""
    fields = Fields(dict(more), ("more",), findings)
    decided = {name: value for name, value in read_decided(fields).items() if name in more}
    found = {**decided, **read_words(fields), **read_rules(fields), "audience": read_audience(fields)}
    found |= {"last_reviewed_on": fields.date("last_reviewed_on"), "review_in_days": fields.days("review_in")}
    fields.close()
    return found


def _whole(rows: list[Row], base: Script) -> dict[str, Any]:
    """The fields of the whole script: the first row that fills one counts; a column empty in all rows empties it."""
    names = dict.fromkeys(name for row in rows for name in row.whole)
    found: dict[str, Any] = {
        name: next((row.whole[name] for row in rows if row.whole.get(name)), rows[0].whole.get(name)) for name in names
    }
    if "sources" in found:
        found["sources"] = merge_sources(base.sources, cast("tuple[Source, ...]", found["sources"] or ()))
    return found


def _titles(rows: list[Row], known: dict[str, str]) -> dict[str, str]:
    said = {row.language: row.title for row in reversed(rows) if row.title}
    asked = {row.language: row.question for row in reversed(rows) if row.question}
    return {**asked, **known, **said}


def _questions(rows: list[Row], titles: Mapping[str, str]) -> dict[str, str]:
    """A question that is the title itself is not kept twice. An empty one is left out by the caller."""
    asked = {row.language: row.question for row in reversed(rows) if row.question}
    return {language: text if text != titles.get(language) else "" for language, text in asked.items()}


def _phrasings(rows: list[Row]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        if row.phrasings is not None:
            found[row.language] = (*found.get(row.language, ()), *row.phrasings)
    return found


def _variants(rows: list[Row], base: Script) -> tuple[Variant, ...]:
    read = {row.variant.place: row.variant for row in rows if row.variant}
    kept = [read.pop(one.place, one) for one in base.variants]
    return (*kept, *read.values())


def _points(rows: list[Row], base: Script) -> tuple[KeyPoint, ...]:
    cells = [row for row in rows if row.key_points]
    if not cells:
        is_column = any(row.key_points is not None for row in rows)
        return () if is_column else base.key_points
    if cells[0].points_complete:
        return cells[0].key_points or ()
    points: dict[str, KeyPoint] = {}
    for row in cells:
        before = (*points.values(), *(point for point in base.key_points if point.id not in points))
        points |= {point.id: point for point in merge_points(before, row.key_points or ())}
    return tuple(points.values())
