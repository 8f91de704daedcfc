"""Records are packed as PostgreSQL's binary COPY says."""

from app.models.sync import COLUMNS, Wire
from app.outside.hub_wire import COPY_IN, HEADER, TYPES, packed


def _row(payload: str | None) -> Wire:
    ids = b"o" * 16, b"u" * 16, b"r" * 16
    return Wire(ids[0], 7, ids[1], 9, "2026", "li", "center", "caller", ids[2], 1, payload, b"p" * 32, b"h" * 32)


def test_a_record_has_every_column_with_its_length() -> None:
    told = packed([_row("张")])
    assert told[:2] == (13).to_bytes(2, "big")
    assert told[2:6] + told[6:22] == (16).to_bytes(4, "big") + b"o" * 16
    assert (3).to_bytes(4, "big") + "张".encode() in told
    assert told.endswith((32).to_bytes(4, "big") + b"h" * 32)


def test_a_missing_payload_is_null_and_not_empty() -> None:
    assert b"\xff\xff\xff\xff" + (32).to_bytes(4, "big") + b"p" * 32 in packed([_row(None)])


def test_every_column_has_its_place_both_ways() -> None:
    assert len(TYPES) == len(COLUMNS) == 13
    assert ", ".join(COLUMNS) in COPY_IN
    assert HEADER.startswith(b"PGCOPY\n\xff\r\n\0")
