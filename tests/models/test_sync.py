"""Records as they travel: under another address they are the same records."""

import hashlib

from app.models.journal import chain_hash
from app.models.sync import Mark, Wire, ends_of, payload_holds, readdressed, summary_of

A, B = b"a" * 16, b"b" * 16


def _wire(seq: int, payload: str = '{"f":{}}') -> Wire:
    row = Wire(A, seq, bytes((seq,)) * 16, seq, "2026", "li", "center", "caller", b"r" * 16, 1, payload, b"", b"")
    return row._replace(payload_hash=hashlib.sha256(payload.encode()).digest())


def test_a_record_under_another_address_keeps_its_uid_and_its_contents() -> None:
    moved = readdressed([_wire(4), _wire(7)], B, Mark(B, 2, b"before"))
    assert [(row.origin, row.seq, row.uid[0]) for row in moved] == [(B, 3, 4), (B, 4, 7)]
    assert moved[1].hash == chain_hash(chain_hash(b"before", moved[0].sealed), moved[1].sealed)
    assert moved[0].payload == _wire(4).payload


def test_a_changed_payload_does_not_hold_and_a_redacted_one_does() -> None:
    assert payload_holds(_wire(1))
    assert not payload_holds(_wire(1)._replace(payload='{"f":{"name":"x"}}'))
    assert payload_holds(_wire(1)._replace(payload=None))


def test_a_summary_knows_neither_order_nor_first_halves() -> None:
    uids = [bytes((one,)) * 16 for one in (3, 9, 200)]
    assert summary_of(uids) == summary_of(reversed(uids))
    assert summary_of(uids) != summary_of(uids[:2])


def test_the_ends_are_the_last_place_of_each_origin() -> None:
    rows = [_wire(1), _wire(2), _wire(1)._replace(origin=B)]
    assert ends_of(rows) == [Mark(A, 2, b""), Mark(B, 1, b"")]
