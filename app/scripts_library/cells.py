"""How one cell of a table holds a list, sources, key points or a time. Reading what is written gives the same."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo
from typing import cast

from app.scripts_library.emitter import key_points_data, sources_data
from app.scripts_library.fields import Fields, moment
from app.scripts_library.findings import Finding
from app.scripts_library.front_matter import Value, plain_value
from app.scripts_library.head import read_key_points, read_sources
from app.scripts_library.script import KeyPoint, Source
from app.scripts_library.texts import clean_line

_PIECE = re.compile(r"(?:\\[\\|]|[^|])*")
_ESCAPE = re.compile(r"\\([\\|])")
_SOURCE = re.compile(r"(?P<doc>.*?)\s*<(?P<url>[^<>]*)>")
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)


def split_list(cell: str) -> tuple[str, ...]:
    """The pieces between `|`; `\\|` is a bar, `\\\\` a backslash. Empty pieces are dropped."""
    pieces = (clean_line(_ESCAPE.sub(r"\1", found)) for found in _PIECE.findall(cell))
    return tuple(piece for piece in pieces if piece)


def join_list(words: Iterable[str]) -> str:
    """A list as a cell."""
    return " | ".join(re.sub(r"[\\|]", r"\\\g<0>", word) for word in words)


def read_json(cell: str) -> Value:
    """Decoded JSON in the shape of a head. Raises ValueError if it is none."""
    try:
        return plain_value(json.loads(cell))
    except RecursionError:
        raise ValueError("nested too deeply") from None


def is_json(cell: str) -> bool:
    """Whether a cell means to be JSON rather than words."""
    return cell.lstrip().startswith(("[{", "{"))


def write_json(data: object) -> str:
    """Data as JSON on one line."""
    return json.dumps(data, ensure_ascii=False)


def read_sources_cell(cell: str, findings: list[Finding]) -> tuple[Source, ...]:
    """`document <address>` pieces, or JSON. Raises ValueError for broken JSON."""
    if is_json(cell):
        return read_sources(Fields({"sources": read_json(cell)}, (), findings))
    return tuple(_source(piece) for piece in split_list(cell))


def _source(piece: str) -> Source:
    if _ADDRESS.fullmatch(piece):
        return Source(url=piece)
    found = _SOURCE.fullmatch(piece)
    return Source(doc=found["doc"], url=found["url"].strip()) if found and found["url"].strip() else Source(doc=piece)


def write_sources_cell(sources: tuple[Source, ...]) -> str:
    """The short form where it says everything, else JSON."""
    cell = join_list(f"{one.doc} <{one.url}>" if one.doc and one.url else one.doc or one.url for one in sources)
    findings: list[Finding] = []
    if not is_json(cell) and read_sources_cell(cell, findings) == sources:
        return cell
    return write_json(sources_data(sources))


def read_points_cell(cell: str, language: str, findings: list[Finding]) -> tuple[KeyPoint, ...]:
    """Key points separated by `|`, `!` in front of critical ones; or JSON. Raises ValueError for broken JSON."""
    if is_json(cell):
        return read_key_points(Fields({"key_points": read_json(cell)}, (), findings))
    points: list[KeyPoint] = []
    for piece in split_list(cell):
        text = piece.removeprefix("!").removeprefix("！").strip()
        if text:
            points.append(KeyPoint(f"k{len(points) + 1}", {language: text}, critical=text != piece))
    return tuple(points)


def write_points_cell(points: tuple[KeyPoint, ...], language: str) -> str:
    """The short form where it says everything, else JSON (which then holds every language)."""
    cell = join_list(("!" if point.critical else "") + point.texts.get(language, "") for point in points)
    findings: list[Finding] = []
    if not is_json(cell) and read_points_cell(cell, language, findings) == points:
        return cell
    return write_json(key_points_data(points))


def merge_points(known: Iterable[KeyPoint], read: Iterable[KeyPoint]) -> tuple[KeyPoint, ...]:
    """The points read, each with the other languages and the slots that a point of the same id is known to have."""
    before: Mapping[str, KeyPoint] = {point.id: point for point in known}
    return tuple(_merged(before.get(point.id), point) for point in read)


def _merged(known: KeyPoint | None, read: KeyPoint) -> KeyPoint:
    if known is None:
        return read
    slots = known.slots if read.slots.is_empty() else read.slots
    return KeyPoint(read.id, {**known.texts, **read.texts}, read.critical, slots, read.any or known.any)


def merge_sources(known: Iterable[Source], read: Iterable[Source]) -> tuple[Source, ...]:
    """The sources read; a known one with the same name and address keeps its clause, date and sum."""
    details = {(one.doc, one.url): one for one in known}
    return tuple(details.get((one.doc, one.url), one) if _is_short(one) else one for one in read)


def _is_short(source: Source) -> bool:
    return not (source.clause or source.published or source.sha256)


def write_moment(at: datetime | None, zone: tzinfo) -> str:
    """A date where reading it gives the same moment, the midnight of the zone; else the whole time."""
    if at is None:
        return ""
    local = at.astimezone(zone)
    on = local.date().isoformat()
    return on if moment(on, zone) == at else local.isoformat()


def as_cell(value: object) -> str:
    """What a decoder of JSON Lines gives, as the text a CSV would hold: lists with bars, mappings as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return write_json(cast("object", value))
    if isinstance(value, list):
        items = cast("list[object]", value)
        return write_json(items) if any(isinstance(one, dict) for one in items) else join_list(map(str, items))
    return str(value)
