"""Routing rules as a file: a table in JSON that can be read, changed by hand, and read back unchanged.

The format is described in docs/formats/routing.md.
"""

import json
from datetime import date

from app.models.calendars import WEEK, Hours, minutes_of, written
from app.models.callers import CallerKind
from app.models.contacts import Channel
from app.models.inquiries import Urgency
from app.models.routing_rules import MAIN, Condition, Rule, Table
from app.models.shapes import DefinitionBroken, Shape, read_json

FORMAT = 1
_LISTS = ("channels", "categories", "any_words", "all_words", "areas", "callers", "days")


class RulesBroken(DefinitionBroken):
    """A file of routing rules cannot be used. Facts: ``file``, ``place``, ``found``, ``expected``."""


def to_json(table: Table) -> str:
    """Return the table as its file; ``from_json`` reads it back unchanged, but for the version."""
    whole = {"format": FORMAT, "name": table.name, "rules": [_rule(one) for one in table.rules]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, object]:
    parts: tuple[tuple[str, object], ...] = (
        ("name", rule.name),
        ("when", _condition(rule.when)),
        ("unit", rule.unit),
        ("table", rule.table),
        ("urgency", rule.urgency),
        ("due", rule.due),
        ("from", rule.from_on.isoformat() if rule.from_on else ""),
        ("until", rule.until_on.isoformat() if rule.until_on else ""),
    )
    return {name: value for name, value in parts if value or name == "name"}


def _condition(when: Condition) -> dict[str, object]:
    found: dict[str, object] = {name: list(getattr(when, name)) for name in _LISTS if getattr(when, name)}
    if when.hours:
        found["hours"] = [f"{written(start)}-{written(end)}" for start, end in when.hours]
    if when.calendar:
        found["calendar"] = {"name": when.calendar, "open": when.during}
    return found


def from_json(text: str, *, file: str) -> Table:
    """Return the table of a file. Raises ``RulesBroken`` with the place of what is wrong."""
    whole = read_json(text, file=file, error=RulesBroken)
    parts = whole.keys("format", "name", "rules")
    known = whole.required(parts, "format").whole(least=1)
    if known > FORMAT:
        raise parts["format"].broken(f"≤ {FORMAT}")
    name = parts["name"].name() if "name" in parts else MAIN
    table = Table(name, whole.required(parts, "rules").each(_read_rule))
    if whole.unknown:  # a condition that is misspelled would make its rule fit more than was meant
        raise RulesBroken(file=file, place=whole.unknown[0], found=whole.unknown[0].rpartition(".")[2], expected="—")
    return table


def _read_rule(shape: Shape) -> Rule:
    parts = shape.keys("name", "when", "unit", "table", "urgency", "due", "from", "until")
    texts = {name: parts[name].text().strip() if name in parts else "" for name in ("unit", "table", "due")}
    if bool(texts["unit"]) == bool(texts["table"]):
        raise shape.broken('"unit": "…" | "table": "…"')
    return Rule(
        name=shape.required(parts, "name").text().strip(),
        when=_read_condition(parts["when"]) if "when" in parts else Condition(),
        urgency=parts["urgency"].one_of(tuple(map(str, Urgency))) if "urgency" in parts else "",
        from_on=_read_date(parts.get("from")),
        until_on=_read_date(parts.get("until")),
        **texts,
    )


def _read_condition(shape: Shape) -> Condition:
    parts = shape.keys(*_LISTS, "hours", "calendar")
    codes = {"channels": tuple(map(str, Channel)), "callers": tuple(map(str, CallerKind)), "days": WEEK}
    lists = {name: parts[name].each(_Reader(codes.get(name, ()))) for name in _LISTS if name in parts}
    calendar, during = _read_calendar(parts["calendar"]) if "calendar" in parts else ("", True)
    hours = parts["hours"].each(_read_hours) if "hours" in parts else ()
    return Condition(**lists, hours=hours, calendar=calendar, during=during)


class _Reader:
    """Reads a text, or one of some codes."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        self._codes = codes

    def __call__(self, shape: Shape) -> str:
        return shape.one_of(self._codes) if self._codes else shape.text().strip()


def _read_calendar(shape: Shape) -> tuple[str, bool]:
    parts = shape.keys("name", "open")
    return shape.required(parts, "name").text(), parts["open"].yes() if "open" in parts else True


def _read_hours(shape: Shape) -> tuple[int, int]:
    found = parse_hours(shape.text())
    if found is None or len(found) != 1:
        raise shape.broken('"08:30-12:00"')
    return found[0]


def parse_hours(text: str) -> Hours | None:
    """Return the hours of a text such as ``08:30-12:00 13:00-17:00``; None for another text."""
    found: list[tuple[int, int]] = []
    for part in text.replace("，", " ").replace(",", " ").replace("–", "-").split():
        start, dash, end = part.partition("-")
        opens, closes = minutes_of(start), minutes_of(end)
        if not dash or opens is None or closes is None or opens == closes:
            return None
        found.append((opens, closes))
    return tuple(found)


def _read_date(shape: Shape | None) -> date | None:
    if shape is None:
        return None
    try:
        return date.fromisoformat(shape.text())
    except ValueError:
        raise shape.broken('"2026-05-01"') from None
