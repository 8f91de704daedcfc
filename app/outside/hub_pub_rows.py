"""Rows of the published tables as PostgreSQL's text COPY takes them: folded as everywhere, each value of its kind."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from app.models.entities import ENTITIES
from app.models.journal import Record, Value, fold
from app.models.published import PUBLISHED

_NULL = "\\N"
_MOST = 2**63
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\ufffd"})
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_loads = json.JSONDecoder().raw_decode


class Told(NamedTuple):
    """One record as the projector reads it; ``center`` is what its scope is read as."""

    row_id: bytes
    entity: str
    uid: bytes
    hlc: int
    payload: str | None
    center: str


class Made(NamedTuple):
    """Lines for each table, and the rows that could not be made: (row, entity, reason)."""

    lines: dict[str, list[str]]
    aside: list[tuple[str, str, str]]


def _text(value: Value) -> str:
    told = value if isinstance(value, str) else _dumps(value)
    if told.isprintable() and "\\" not in told:
        return told
    return _sound(told.translate(_ESCAPES))


def _sound(told: str) -> str:
    """Return a text without halves of characters, which no database takes."""
    return told.encode("utf-8", "replace").decode()


def _whole(value: Value) -> str:
    if not isinstance(value, int) or not -_MOST <= value < _MOST:
        raise ValueError("not a whole number")
    return str(int(value))


def _real(value: Value) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a number")
    return repr(float(value))


def _json(value: Value) -> str:
    return _sound(_dumps(value).replace("\\u0000", "\\ufffd").translate(_ESCAPES))


def _row(value: Value) -> str:
    if len(bytes.fromhex(str(value))) != 16:
        raise ValueError("not a row")
    return str(value)


def _time(value: Value) -> str:
    told = str(value)
    if datetime.fromisoformat(told).tzinfo is None:
        raise ValueError("a time without its offset")
    return told


_CELLS: Mapping[str, Callable[[Value], str]] = {
    "text": _text, "whole": _whole, "real": _real, "json": _json, "row": _row, "time": _time,
}  # fmt: skip
_FIRST = 3
#: Place and way of each field's cell; and the cells of a row without any value, its conflicts last.
_WAYS = {
    entity: {one.name: (place, _CELLS[one.kind]) for place, one in enumerate(columns, _FIRST)}
    for entity, columns in PUBLISHED.items()
}
_EMPTY = {entity: [_NULL] * (len(columns) + 1) for entity, columns in PUBLISHED.items()}
_BAD = (ValueError, TypeError, KeyError, AttributeError, OverflowError)


def _line(entity: str, row_id: str, records: list[Told]) -> str:
    newest = max(records, key=lambda one: (one.hlc, one.uid)) if len(records) > 1 else records[0]
    values, conflicts = _state(entity, records)
    changed = datetime.fromtimestamp((newest.hlc >> 16) / 1000, UTC).isoformat()
    cells = [row_id, _text(newest.center), changed, *_EMPTY[entity]]
    ways = _WAYS[entity]
    for name, value in values.items():
        if value is not None and (way := ways.get(name)) is not None:
            cells[way[0]] = way[1](value)
    if conflicts:
        cells[-1] = _json(conflicts)
    return "\t".join(cells)


def _state(entity: str, records: list[Told]) -> tuple[Mapping[str, Value], Any]:
    """Return values and conflicts; one record of a row is its state, several are folded."""
    if len(records) == 1:
        payload = records[0].payload
        return (_loads(payload)[0].get("f", {}) if payload else {}), None
    folded = fold(ENTITIES[entity], map(_record, records))
    conflicts = {name: [[uid.hex(), value] for uid, value in heads] for name, heads in folded.conflicts.items()}
    return folded.values, dict(sorted(conflicts.items()))


def _record(one: Told) -> Record:
    if not one.payload:
        return Record(one.uid, one.hlc, {}, {})
    body: dict[str, Any] = _loads(one.payload)[0]
    seen = body.get("b")
    base = {name: tuple(map(bytes.fromhex, uids)) for name, uids in seen.items()} if seen else {}
    return Record(one.uid, one.hlc, body.get("f", {}), base)


def made_of(records: Iterable[Told]) -> Made:
    """Return the lines that these records make, given every record of each row; entities of tomorrow make none."""
    rows: dict[tuple[bytes, str], list[Told]] = {}
    for one in records:
        if one.entity in PUBLISHED:
            rows.setdefault((one.row_id, one.entity), []).append(one)
    found = Made({}, [])
    for (row_id, entity), told in rows.items():
        row = row_id.hex()
        try:
            found.lines.setdefault(entity, []).append(_line(entity, row, told))
        except _BAD as error:
            found.aside.append((row, entity, f"{type(error).__name__}: {error}"[:200]))
    return found
