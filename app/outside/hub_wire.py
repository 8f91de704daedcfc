"""Records as PostgreSQL's binary COPY takes them in, and the statement that gives them out."""

import struct
from collections.abc import Iterable

from app.models.sync import COLUMNS, Wire

#: Signature, flags, length of the extension (PostgreSQL documentation, COPY, "Binary Format").
HEADER = b"PGCOPY\n\xff\r\n\0" + struct.pack(">ii", 0, 0)
TRAILER = struct.pack(">h", -1)
COPY_IN = f"COPY hub.journal ({', '.join(COLUMNS)}) FROM STDIN (FORMAT binary)"
#: What comes out of ``copy_out``, column by column: identifiers as bytes, which cost less than UUID objects.
TYPES = ["bytea", "int8", "bytea", "int8", "text", "text", "text", "text", "bytea", "int4", "text", "bytea", "bytea"]
_IDS = ("origin", "uid", "row_id")
_OUT = ", ".join(
    f"uuid_send({name})" if name in _IDS else f"{name}::text" if name == "payload" else name for name in COLUMNS
)
#: Nested loops give each origin's records in order: the limits of each depend on the row that it is joined to.
COPY_OUT = f"""COPY (SELECT j.* FROM unnest(%s::uuid[], %s::bigint[], %s::bigint[]) h (origin, first, last)
    CROSS JOIN LATERAL (SELECT {_OUT} FROM hub.feed f WHERE f.origin = h.origin AND f.seq > h.first
    AND f.seq <= h.last AND f.read_as = %s ORDER BY f.seq) j) TO STDOUT (FORMAT binary)"""
#: Every record of an account, in no order: a first sync asks for them before it reads anything else.
PEOPLE = f"SELECT {_OUT} FROM hub.feed WHERE read_as = %s AND entity = 'person'"

_NULL = struct.pack(">i", -1)
_START = struct.Struct(">hi16siqi16siq")
_LENGTH = struct.Struct(">i")


def _text(value: str | None) -> bytes:
    if value is None:
        return _NULL
    told = value.encode()
    return _LENGTH.pack(len(told)) + told


def _bytes(value: bytes) -> bytes:
    return _LENGTH.pack(len(value)) + value


def packed(rows: Iterable[Wire]) -> bytes:
    """Return records as rows of a binary COPY, without header and trailer."""
    parts: list[bytes] = []
    for row in rows:
        parts += (
            _START.pack(13, 16, row.origin, 8, row.seq, 16, row.uid, 8, row.hlc),
            _text(row.at),
            _text(row.actor),
            _text(row.scope),
            _text(row.entity),
            struct.pack(">i16sii", 16, row.row_id, 4, row.sv),
            _text(row.payload),
            _bytes(row.payload_hash),
            _bytes(row.hash),
        )
    return b"".join(parts)
