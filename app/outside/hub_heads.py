"""Chain heads leave the hub: a dated sheet of how far each chain goes and its hash there, and what differs today.

Whoever rules the database could change records and every hash after them; the sheet lies where they cannot reach it.
Each sheet names the hash of the one before, so that none can be taken out or put in another's place.
"""

import hashlib
import json
import os
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.models.sync_errors import HeadsBroken, HeadsOfOther, HubOld
from app.outside.files import read_error, write_error
from app.outside.hub_setup import HUB_SCHEMA, administered, hub_id_of, version_of

if TYPE_CHECKING:
    from psycopg import Connection

_TITLE = "OneWindow chain heads"
_NAME = "heads-%Y%m%dT%H%M%SZ.txt"
_NONE = "-"
#: Most changed records of one chain that are named.
_MOST = 20
_HEADS = """SELECT r.origin::text, r.last_seq, encode(r.last_hash, 'hex'), r.center, coalesce(s.label, '')
    FROM hub.replica r LEFT JOIN hub.station s ON s.who = r.owner WHERE r.last_seq > 0 ORDER BY r.origin"""
#: The same sum as the hub's guard: docs/hub.md, resources/hub/schema.sql.
_SUM = r"""sha256(
        c.previous || uuid_send(c.origin) || int8send(c.seq) || uuid_send(c.uid) || int8send(c.hlc)
        || convert_to(c.at, 'UTF8') || '\x00'::bytea || convert_to(c.actor, 'UTF8') || '\x00'::bytea
        || convert_to(c.scope, 'UTF8') || '\x00'::bytea || convert_to(c.entity, 'UTF8') || '\x00'::bytea
        || uuid_send(c.row_id) || int4send(c.sv) || c.payload_hash)"""
_PAYLOAD_SUM = "sha256(convert_to(c.payload::text, 'UTF8'))"
_BROKEN = f"""SELECT c.seq, c.at, c.actor, c.entity, c.row_id::text FROM (
        SELECT j.*, lag(j.hash, 1, '') OVER (ORDER BY j.seq) AS previous, row_number() OVER (ORDER BY j.seq) AS place
        FROM hub.journal j WHERE j.origin = %s::uuid AND j.seq <= %s
    ) c
    WHERE c.seq <> c.place OR c.hash <> {_SUM} OR (c.payload IS NOT NULL AND c.payload_hash <> {_PAYLOAD_SUM})
    ORDER BY c.seq LIMIT %s"""
#: Only what stands in a chain as it was written takes anything out: the center that it says so for, and the words.
_REDACTIONS = f"""SELECT c.center, c.payload::text, c.origin::text, c.seq, c.at, c.actor FROM (
        SELECT j.*, r.center, coalesce(p.hash, '') AS previous FROM hub.journal j
        JOIN hub.replica r ON r.origin = j.origin
        LEFT JOIN hub.journal p ON p.origin = j.origin AND p.seq = j.seq - 1
        WHERE j.entity = 'redaction' AND j.payload IS NOT NULL
    ) c
    WHERE c.hash = {_SUM} AND c.payload_hash = {_PAYLOAD_SUM}"""
_EMPTY = """SELECT j.origin::text, j.uid, hub.center_of(j.scope, r.center), j.seq, j.at, j.actor, j.entity,
        j.row_id::text
    FROM hub.journal j JOIN hub.replica r ON r.origin = j.origin WHERE j.payload IS NULL ORDER BY j.origin, j.seq"""


@dataclass(frozen=True)
class Head:
    """How far one chain goes; ``hash`` is hexadecimal."""

    origin: str
    seq: int
    hash: str
    center: str
    station: str


@dataclass(frozen=True)
class Sheet:
    """The heads of all chains at one moment. ``before`` is the SHA-256 of the sheet before, "-" for the first."""

    hub_id: str
    taken_at: str
    before: str
    heads: tuple[Head, ...]
    digest: str = ""


@dataclass(frozen=True)
class Changed:
    """One record that does not hold any more."""

    seq: int
    at: str
    actor: str
    entity: str
    row_id: str


@dataclass(frozen=True)
class Difference:
    """What differs in one chain. ``kind``: gone (no record is left), cut (it ends at ``last``), records (some do not
    hold: the first of them), emptied (payloads are gone, and no redaction says so), rewritten (from ``first`` to
    ``last`` every hash was made anew).
    """

    sheet: str
    head: Head
    kind: str
    first: int
    last: int
    records: tuple[Changed, ...] = field(default=())


@dataclass(frozen=True)
class Redaction:
    """A redaction by its place in a chain, when it says that it was written, and by whom."""

    origin: str
    seq: int
    at: str
    actor: str


@dataclass(frozen=True)
class Late:
    """A record of a sheet whose content was taken out by a redaction that came after the last sheet."""

    origin: str
    record: Changed
    by: Redaction


@dataclass(frozen=True)
class Compared:
    """What the sheets say of the journal. ``loose`` are sheets that do not follow the one before them.

    ``late`` is no change, but what only a later sheet will prove; whoever knows the redactions looks at it.
    """

    chains: int
    records: int
    differences: tuple[Difference, ...]
    loose: tuple[str, ...]
    late: tuple[Late, ...] = field(default=())

    @property
    def sound(self) -> bool:
        """Say whether nothing was changed."""
        return not self.differences and not self.loose


def write(place: str, folder: Path, now: datetime) -> tuple[Path, Sheet]:
    """Write a sheet into a folder, read-only and never over another. Raises what hub and disk raise."""
    earlier = sorted(folder.glob("heads-*.txt"))
    before = hashlib.sha256(_content(earlier[-1])).hexdigest() if earlier else _NONE
    with administered(place) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        heads = tuple(Head(*row) for row in connection.execute(_HEADS).fetchall())
        sheet = Sheet(hub_id_of(connection), now.isoformat(timespec="seconds"), before, heads)
    path = folder / now.astimezone(UTC).strftime(_NAME)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o444)
        with os.fdopen(handle, "wb") as stream:
            stream.write(as_text(sheet).encode())
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise write_error(path, error) from error
    return path, sheet


def as_text(sheet: Sheet) -> str:
    """The sheet as it is written and printed, with a sum over its lines at the end."""
    lines = [_TITLE, f"hub\t{sheet.hub_id}", f"taken\t{sheet.taken_at}", f"before\t{sheet.before}"]
    for one in sheet.heads:
        lines.append("\t".join((one.origin, str(one.seq), one.hash, _plain(one.center), _plain(one.station))))
    return "\n".join((*lines, f"sum\t{_sum(lines)}")) + "\n"


def _plain(label: str) -> str:
    """Return a label that takes neither a cell nor a line of its own, whatever somebody has called a station."""
    return "".join(one if one.isprintable() else " " for one in label)


def read(path: Path) -> Sheet:
    """Read a sheet. Raises HeadsBroken where it is none or was changed, or what the file raises."""
    content = _content(path)
    try:
        *lines, last = content.decode().removesuffix("\n").split("\n")
        if lines[0] != _TITLE or last != f"sum\t{_sum(lines)}":
            raise ValueError("sum")
        (hub_id, taken_at, before), rows = (line.split("\t")[1] for line in lines[1:4]), lines[4:]
        cells = (row.split("\t") for row in rows)
        heads = tuple(Head(one[0], int(one[1]), one[2], one[3], one[4]) for one in cells)
    except (ValueError, IndexError) as error:
        raise HeadsBroken(path=str(path)) from error
    return Sheet(hub_id, taken_at, before, heads, hashlib.sha256(content).hexdigest())


def compare(place: str, paths: Sequence[Path]) -> Compared:
    """Hold sheets against today's journal, reading every record up to their heads.

    With earlier sheets beside it, a chain that was rewritten is told from the last head that still holds. Raises
    HeadsBroken, HeadsOfOther for sheets of another hub, HubOld, and what hub and files raise.
    """
    sheets = sorted(((path.name, read(path)) for path in paths), key=lambda one: one[1].taken_at)
    loose = [name for (_, was), (name, one) in pairwise(sheets) if one.before != was.digest]
    good: dict[str, int] = {}
    found: dict[str, Difference] = {}
    with administered(place) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        hub_id = hub_id_of(connection)
        if (version := version_of(connection) or 0) < HUB_SCHEMA:
            raise HubOld(found=version, wanted=HUB_SCHEMA)
        emptied, late = _emptied(connection, _ends(sheets))
        for name, sheet in sheets:
            if sheet.hub_id != hub_id:
                raise HeadsOfOther(path=name, hub_id=sheet.hub_id)
            for head in sheet.heads:
                told = _difference(connection, name, head, good.get(head.origin, 0))
                told = told or _without_word(name, head, emptied.get(head.origin, []))
                if told is None:
                    good[head.origin] = head.seq
                else:
                    found.setdefault(head.origin, told)
    chains = {head.origin for _, sheet in sheets for head in sheet.heads}
    return Compared(len(chains), sum(good.values()), tuple(found.values()), tuple(loose), tuple(late))


def _ends(sheets: Sequence[tuple[str, Sheet]]) -> dict[str, int]:
    """Return how far any sheet goes in each chain."""
    ends: dict[str, int] = {}
    for _, sheet in sheets:
        for head in sheet.heads:
            ends[head.origin] = max(head.seq, ends.get(head.origin, 0))
    return ends


def _emptied(connection: "Connection[Any]", ends: Mapping[str, int]) -> tuple[dict[str, list[Changed]], list[Late]]:
    """Return the first records of each chain whose payload is gone though no redaction of their center names them.

    Beside them those within the sheets that only a redaction beyond every sheet names.
    """
    found: dict[str, list[Changed]] = {}
    late: list[Late] = []
    told: dict[tuple[bytes, str], Redaction] | None = None
    with connection.cursor("emptied") as cursor:
        for origin, uid, center, *rest in cursor.execute(_EMPTY):
            told = _redacted(connection, ends) if told is None else told
            record, by = Changed(*rest), told.get((uid.bytes, center))
            if by is None:
                if len(some := found.setdefault(origin, [])) < _MOST:
                    some.append(record)
            elif by.seq > ends.get(by.origin, 0) and record.seq <= ends.get(origin, 0):
                late.append(Late(origin, record, by))
    return found, late


def _redacted(connection: "Connection[Any]", ends: Mapping[str, int]) -> dict[tuple[bytes, str], Redaction]:
    """Return the records that redactions name, each with the center that said so; words that say nothing name none.

    Of several redactions of one record, one that a sheet holds counts.
    """
    found: dict[tuple[bytes, str], Redaction] = {}
    with connection.cursor("redacted") as cursor:
        for center, payload, *place in cursor.execute(_REDACTIONS.encode()):
            by, named = Redaction(*place), list[tuple[bytes, str]]()
            with suppress(ValueError, AttributeError, KeyError, TypeError):
                named += ((uuid.UUID(one).bytes, center) for one in dict(json.loads(payload)["f"]["skeletons"]))
            held = by.seq <= ends.get(by.origin, 0)
            found.update((one, by) for one in named if held or one not in found)
    return found


def _without_word(name: str, head: Head, emptied: Sequence[Changed]) -> Difference | None:
    some = tuple(one for one in emptied if one.seq <= head.seq)
    return Difference(name, head, "emptied", some[0].seq, head.seq, some) if some else None


def _difference(connection: "Connection[Any]", name: str, head: Head, good: int) -> Difference | None:
    sql = """SELECT max(seq), (array_agg(encode(hash, 'hex')) FILTER (WHERE seq = %s))[1]
        FROM hub.journal WHERE origin = %s::uuid AND seq <= %s"""
    row = connection.execute(sql, (head.seq, head.origin, head.seq)).fetchone()
    last, is_now = row or (None, None)
    if last is None:
        return Difference(name, head, "gone", 1, head.seq)
    broken = connection.execute(_BROKEN.encode(), (head.origin, head.seq, _MOST)).fetchall()
    if broken:
        return Difference(name, head, "records", broken[0][0], head.seq, tuple(Changed(*one) for one in broken))
    if last < head.seq:
        return Difference(name, head, "cut", last + 1, last)
    return None if is_now == head.hash else Difference(name, head, "rewritten", good + 1, head.seq)


def _sum(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise read_error(path, error) from error
