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
from app.models.lineages import latest
from app.models.published import PUBLISHED
from app.models.sync import OWN_CENTER
from app.models.upcasts import UPCASTS, record, upcast

_NULL = "\\N"
_MOST = 2**63
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\ufffd"})
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_loads = json.JSONDecoder().raw_decode


#: One record as the projector reads it: row, entity, uid, hlc, payload, scope, its place (origin and seq), and sv.
Told = tuple[bytes, str, bytes, int, str | None, str, bytes, int, int]
#: Of an origin without news everything has been published.
_PUBLISHED = (2**63, 2**63)


class Reach(NamedTuple):
    """The center of every origin; and of every origin with news, after which and up to which place a batch goes."""

    centers: Mapping[bytes, str]
    news: Mapping[bytes, tuple[int, int]]


class Made(NamedTuple):
    """Lines for each table, the rows that stand there already, and those that could not be made.

    ``known``: entity → rows; ``aside``: (row, entity, reason).
    """

    lines: dict[str, list[str]]
    known: dict[str, list[str]]
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
#: How each field's cell is made.
_WAYS = {entity: {one.name: _CELLS[one.kind] for one in columns} for entity, columns in PUBLISHED.items()}
_STR = frozenset({str})
_BAD = (ValueError, TypeError, KeyError, AttributeError, OverflowError)


#: How the rest of a stamp is written: formatting each number anew costs more than the whole line.
_SECONDS = tuple(f"{number:02}" for number in range(60))
_MS = tuple(f".{number:03}+00" for number in range(1000))


@lru_cache(maxsize=4096)
def _minute(number: int) -> str:
    """Return how a minute since 1970 is written, up to its seconds; records come by the hundred a minute."""
    return datetime.fromtimestamp(number * 60, UTC).strftime("%Y-%m-%d %H:%M:")


_center = lru_cache(maxsize=1024)(_text)


class _Shape(NamedTuple):
    """How rows of which the same fields are said become lines: their cells with places for what is said, what is taken
    for these in that order, and what makes a text of each field that is none.
    """

    cells: str
    taken: Callable[[Mapping[str, Value]], object]
    others: tuple[tuple[str, Callable[[Value], str]], ...]


@lru_cache(maxsize=4096)
def _shape(entity: str, given: tuple[str, ...]) -> _Shape:
    ways = _WAYS[entity]
    told = [one.name for one in PUBLISHED[entity] if one.name in given]
    cells = "\t".join("%s" if one.name in given else _NULL for one in PUBLISHED[entity])
    others = tuple((name, ways[name]) for name in told if ways[name] is not _text)
    return _Shape(cells, itemgetter(*told) if told else _nothing, others)


def _nothing(_values: Mapping[str, Value]) -> tuple[()]:
    return ()


def _line(entity: str, values: dict[str, Value], hlc: int, *, plain: bool) -> str:
    """Return the cells of a row from its stamp on. ``plain``: no text in it can hold what COPY wants escaped."""
    if not (plain and _STR.issuperset(map(type, values.values()))):
        ways = _WAYS[entity]
        given = {name: value for name, value in values.items() if value is not None}
        values = {name: _text(value) if ways.get(name, _text) is _text else value for name, value in given.items()}
    cells, taken, others = _shape(entity, tuple(values))
    for name, made in others:
        values[name] = made(values[name])
    second, ms = divmod(hlc >> 16, 1000)
    minute, second = divmod(second, 60)
    return f"{_minute(minute)}{_SECONDS[second]}{_MS[ms]}\t{cells % taken(values)}"


def _is_plain(payload: str | None) -> bool:
    """Say whether no text of a payload holds a control character, a backslash or half a character.

    JSON cannot write any of them but by a backslash; a payload that is gone has no text.
    """
    return not payload or "\\" not in payload


def _once(entity: str, one: Told) -> str:
    """Return the cells of a row that was written once: its record is its state."""
    payload = one[4]
    if not payload:
        return f"{_line(entity, {}, one[3], plain=True)}\t{_NULL}"
    if entity in UPCASTS:
        return f"{_line(entity, _body(one).get('f', {}), one[3], plain=False)}\t{_NULL}"
    return f"{_line(entity, _loads(payload)[0].get('f', {}), one[3], plain=_is_plain(payload))}\t{_NULL}"


def _often(entity: str, records: list[Told], newest: Told) -> str:
    """Return the cells of a row that was written several times, as the fold says."""
    plain = _is_plain("".join([one[4] or "" for one in records])) and entity not in UPCASTS
    records.sort(key=_stamp)
    if len({one[2] for one in records}) == len(records):
        values = latest(entity, [(one[2].hex(), _body(one)) for one in records])
        if values is not None:
            return f"{_line(entity, values, newest[3], plain=plain)}\t{_NULL}"
    folded = fold(ENTITIES[entity], [_record(one) for one in records])
    told = _NULL
    if folded.conflicts:
        rivals: dict[str, Value] = {
            name: [[uid.hex(), value] for uid, value in heads] for name, heads in sorted(folded.conflicts.items())
        }
        told = _json(rivals)
    return f"{_line(entity, folded.values, newest[3], plain=plain)}\t{told}"


_stamp = itemgetter(3, 2)


def _record(one: Told) -> Record:
    return record(one[2], one[3], _body(one) if one[4] else {})


def _body(one: Told) -> dict[str, Any]:
    """Return what a payload holds, in the fields of today."""
    body: dict[str, Any] = _loads(one[4] or "{}")[0]
    return upcast(one[1], one[8], body) if one[1] in UPCASTS else body


_ROW, _ENTITY = itemgetter(0), itemgetter(1)


def made_of(records: Iterable[Told], reach: Reach) -> Made:
    """Return the lines that these records make, given every record of each row, a row at a time.

    Entities of tomorrow make none. A row with a record that comes in a later batch makes none either: it is made then,
    and once.
    """
    found = Made({}, {}, [])
    for _, grouped in groupby(records, _ROW):
        told = list(grouped)
        if len(told) == 1 or len(set(map(_ENTITY, told))) == 1:
            _make(told, reach, found)
        else:  # nobody gives two rows one id, but a chain may say so
            for _, some in groupby(sorted(told, key=_ENTITY), _ENTITY):
                _make(list(some), reach, found)
    return found


def _make(told: list[Told], reach: Reach, found: Made) -> None:
    """Make the lines of one row, one for each center that has it."""
    row_id, entity, _, _, _, scope, origin, _, _ = told[0]
    if entity not in PUBLISHED:
        return
    known = several = False
    for one in told:
        first, last = reach.news.get(one[6], _PUBLISHED)
        if one[7] > last:
            return
        known |= one[7] <= first
        if one[6] != origin or one[5] != scope:
            several = True
    row = row_id.hex()
    if known:
        found.known.setdefault(entity, []).append(row)
    try:
        for center, some in _homes(told, reach.centers) if several else ((_home(told[0], reach.centers), told),):
            newest = some[0] if len(some) == 1 else max(some, key=_stamp)
            cells = _once(entity, newest) if len(some) == 1 else _often(entity, some, newest)
            found.lines.setdefault(entity, []).append(f"{row}\t{_center(center)}\t{cells}")
    except _BAD as error:
        found.aside.append((row, entity, f"{type(error).__name__}: {error}"[:200]))


def _home(one: Told, centers: Mapping[bytes, str]) -> str:
    return centers[one[6]] if one[5] == OWN_CENTER else one[5]


def _homes(told: list[Told], centers: Mapping[bytes, str]) -> Iterable[tuple[str, list[Told]]]:
    """Return the records of a row by the center or scope that they are of: what one says is nothing of another's.

    Rows whose ids follow from what they are about, such as a unit by its code, have the same one in every center.
    """
    found: dict[str, list[Told]] = {}
    for one in told:
        found.setdefault(_home(one, centers), []).append(one)
    return found.items()
