"""Rows of the published tables as PostgreSQL's text COPY takes them: folded as everywhere, each value of its kind."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
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
    """One record as the projector reads it; ``center`` is what its scope is read as.

    ``later``: it is not due yet, a batch to come brings it.
    """

    row_id: bytes
    entity: str
    uid: bytes
    hlc: int
    payload: str | None
    center: str
    later: bool = False


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


@lru_cache(maxsize=4096)
def _minute(number: int) -> str:
    """Return how a minute since 1970 is written, up to its seconds; records come by the hundred a minute."""
    return datetime.fromtimestamp(number * 60, UTC).strftime("%Y-%m-%d %H:%M:")


def _line(entity: str, row_id: str, values: Mapping[str, Value], newest: Told, *, plain: bool) -> list[str]:
    """Return the cells of a row. ``plain``: no text in it can hold what COPY wants escaped."""
    minute, ms = divmod(newest.hlc >> 16, 60_000)
    cells = [row_id, _text(newest.center), f"{_minute(minute)}{ms / 1000:06.3f}+00", *_EMPTY[entity]]
    ways = _WAYS[entity]
    for name, value in values.items():
        if value is None or (way := ways.get(name)) is None:
            continue
        place, made = way
        cells[place] = value if plain and made is _text and type(value) is str else made(value)
    return cells


def _is_plain(payload: str | None) -> bool:
    """Say whether no text of a payload holds a control character, a backslash or half a character.

    JSON cannot write any of them but by a backslash; a payload that is gone has no text.
    """
    return not payload or "\\" not in payload


def _once(entity: str, row_id: str, one: Told) -> str:
    """Return the line of a row that was written once: its record is its state."""
    payload = one.payload
    values: dict[str, Value] = _loads(payload)[0].get("f", {}) if payload else {}
    return "\t".join(_line(entity, row_id, values, one, plain=_is_plain(payload)))


def _often(entity: str, row_id: str, records: list[Told]) -> str:
    """Return the line of a row that was written several times, as the fold says."""
    newest = max(records, key=_stamp)
    folded = fold(ENTITIES[entity], map(_record, records))
    plain = all(_is_plain(one.payload) for one in records)
    cells = _line(entity, row_id, folded.values, newest, plain=plain)
    if folded.conflicts:
        rivals: dict[str, Value] = {
            name: [[uid.hex(), value] for uid, value in heads] for name, heads in folded.conflicts.items()
        }
        cells[-1] = _json(dict(sorted(rivals.items())))
    return "\t".join(cells)


def _stamp(one: Told) -> tuple[int, bytes]:
    return one.hlc, one.uid


def _record(one: Told) -> Record:
    if not one.payload:
        return Record(one.uid, one.hlc, {}, {})
    body: dict[str, Any] = _loads(one.payload)[0]
    seen = body.get("b")
    base = {name: tuple(map(bytes.fromhex, uids)) for name, uids in seen.items()} if seen else {}
    return Record(one.uid, one.hlc, body.get("f", {}), base)


_ROW, _LATER = itemgetter(0, 1), itemgetter(6)


def made_of(records: Iterable[Told]) -> Made:
    """Return the lines that these records make, given every record of each row, a row at a time.

    Entities of tomorrow make none. A row with a record that comes in a later batch makes none either: it is made then,
    and once.
    """
    found = Made({}, [])
    for (row_id, entity), grouped in groupby(records, _ROW):
        told = list(grouped)
        if entity not in PUBLISHED or any(map(_LATER, told)):
            continue
        row = row_id.hex()
        try:
            line = _often(entity, row, told) if len(told) > 1 else _once(entity, row, told[0])
            found.lines.setdefault(entity, []).append(line)
        except _BAD as error:
            found.aside.append((row, entity, f"{type(error).__name__}: {error}"[:200]))
    return found
