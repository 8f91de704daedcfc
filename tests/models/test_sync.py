"""Records as they travel: under another address they are the same records."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from app.models.journal import chain_hash
from app.models.sync import Mark, Wire, ends_of, measured, payload_holds, readdressed, summary_of

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
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


@pytest.mark.parametrize(
    ("trip_ms", "ahead_ms", "known_ms", "skew", "corrected"),
    [
        (0, 0, 0, 0, 0),
        (100, 1_050, 0, 1_000, 0),  # too little to be corrected
        (100, 7_050, 0, 7_000, 7_000),
        (9_000, 9_000, 0, 0, 0),  # a slow line, whose hub read its clock at the end: both clocks may be right
        (9_000, 0, 0, 0, 0),
        (9_000, 64_500, 0, 60_000, 60_000),
        (9_000, 13_500, 7_000, 9_000, 7_000),  # what a quick trip found still fits
        (9_000, 4_500, 60_000, 0, 0),  # the clock was set right meanwhile
        (0, -7_200_000, 0, -7_200_000, -7_200_000),
    ],
)
def test_a_clock_is_called_wrong_only_by_what_the_length_of_the_trip_does_not_explain(
    trip_ms: int, ahead_ms: int, known_ms: int, skew: int, corrected: int
) -> None:
    after, theirs = (NOON + timedelta(milliseconds=one) for one in (trip_ms, ahead_ms))
    assert measured(NOON, theirs, after, known_ms) == (skew, corrected)


def test_the_ends_are_the_last_place_of_each_origin() -> None:
    rows = [_wire(1), _wire(2), _wire(1)._replace(origin=B)]
    assert ends_of(rows) == [Mark(A, 2, b""), Mark(B, 1, b"")]
