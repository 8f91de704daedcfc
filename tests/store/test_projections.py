"""Values reach their columns in the right shape, and inquiries their place in time."""

from datetime import timedelta

import pytest

from app.models.journal import Value
from app.services.office import Office
from app.store import projections
from tests.desk import NOON


@pytest.mark.parametrize(
    ("sql", "value", "kept"),
    [
        ("REF", "0a0b", b"\x0a\x0b"), ("REF", None, None), ("JSON", ["一"], '["一"]'), ("TEXT", "a", "a"),
        ("INTEGER", True, 1), ("INTEGER", 7, 7), ("TEXT", {"a": 1}, '{"a":1}'),
    ],
)  # fmt: skip
def test_a_value_is_kept_as_its_column_holds_it(sql: str, value: Value, kept: object) -> None:
    assert projections.stored(sql, value) == kept


def test_a_second_with_more_inquiries_than_places_spills_over_in_order(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projections, "PLACES", 4)
    with office.store.write("wang") as tx:
        made = [tx.add("inquiry", {"opened_at": NOON.isoformat(), "state": "new"}) for _ in range(23)]
    rows = office.store.rows.all("SELECT id, position FROM inquiry ORDER BY position LIMIT 50")
    assert [bytes(row[0]) for row in rows] == made
    assert len({row[1] for row in rows}) == 23


def test_positions_follow_time_across_offsets() -> None:
    later = (NOON + timedelta(seconds=1)).isoformat()
    assert projections.first_position(later) > projections.first_position("2026-03-02T12:00:00+08:00")
    assert projections.first_position("2026-03-02T12:00:00+08:00") == projections.first_position(NOON.isoformat())
    assert projections.first_position("") == 0
    assert projections.first_position("1970-01-01T00:00:00+00:00") == 0


def test_a_new_row_binds_what_is_given_and_leaves_out_what_is_no_column() -> None:
    statement, row = projections.new_row("caller", (b"r" * 16,), {"name": "张三", "of_a_later_version": 1})
    assert statement.startswith('INSERT INTO caller(id, "name") VALUES(?, ?) ON CONFLICT(id) DO UPDATE SET "name"=')
    assert row == [b"r" * 16, "张三"]
    step: dict[str, Value] = {"inquiry": "ab" * 16, "clocks": {"due": 1}}
    assert projections.new_row("inquiry_event", (b"s" * 16,), step)[1] == [b"s" * 16, b"\xab" * 16, '{"due":1}']
