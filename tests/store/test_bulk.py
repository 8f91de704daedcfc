"""Many rows written together cannot be told from the same rows written one by one."""

import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.journal import Value
from app.store import rebuild
from app.store.bulk import Bulk
from app.store.inquiries import Wanted, page
from app.store.projections import PLACES
from app.store.store import Store
from tests.desk import KEY, NOON

EARLIER = NOON - timedelta(days=3)
WORDS = ("vaccine", "clinic", "想问", "九价疫苗", "refund", "the", "a", "报告", "😀")


@pytest.fixture
def two(template: Path, tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Two stations that begin with the same database."""
    stores: list[Store] = []
    for name in ("one.db", "other.db"):
        shutil.copy(template, tmp_path / name)
        stores.append(Store.open(tmp_path / name, KEY, _noon))
    yield stores[0], stores[1]
    for store in stores:
        store.close()


def _noon() -> datetime:
    return NOON


def _inquiry(number: int, second: int, words: list[str], closed: bool) -> tuple[str, dict[str, Value], bytes]:
    at = (EARLIER + timedelta(seconds=second)).isoformat()
    values: dict[str, Value] = {"number": f"N-{number}", "opened_at": at, "summary": " ".join(words), "state": "new"}
    values["closed_at"] = at if closed else None
    return "inquiry", values, number.to_bytes(16, "big")


def _event(number: int, second: int) -> tuple[str, dict[str, Value], bytes]:
    values: dict[str, Value] = {"inquiry": number.to_bytes(16, "big").hex(), "kind": "note", "note": str(second)}
    return "inquiry_event", values, (number + (1 << 64)).to_bytes(16, "big")


Row = tuple[str, dict[str, Value], bytes]
ROWS = st.lists(
    st.tuples(st.integers(0, 3), st.lists(st.sampled_from(WORDS), max_size=6), st.booleans(), st.booleans()),
    max_size=30,
)


def _written(given_rows: list[tuple[int, list[str], bool, bool]]) -> list[Row]:
    return [
        _event(number, second) if event else _inquiry(number, second, words, closed)
        for number, (second, words, closed, event) in enumerate(given_rows, 1)
    ]


def _told(store: Store) -> list[tuple[object, ...]]:
    """Everything of the journal but what is random."""
    with store.reading() as rows:
        sql = """SELECT seq, hlc, at, actor, scope, entity, row_id, sv, payload, payload_hash
            FROM journal /* whole: the test compares all of it */ ORDER BY id"""
        return rows.all(sql)


def _found(store: Store, text: str) -> list[str]:
    with store.reading() as rows:
        return [one.number for one in page(rows, Wanted(text)).rows]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(given_rows=ROWS, room=st.integers(1, 9))
def test_bulk_and_single_rows_are_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    template: Path,
    given_rows: list[tuple[int, list[str], bool, bool]],
    room: int,
) -> None:
    folder = tmp_path_factory.mktemp("pair")
    rows = _written(given_rows)
    stores: list[Store] = []
    for name in ("one.db", "other.db"):
        shutil.copy(template, folder / name)
        stores.append(Store.open(folder / name, KEY, _noon))
    one, many = stores
    with one.write("wang", now=NOON) as tx:
        for entity, values, row_id in rows:
            tx.add(entity, values, row_id)
    with many.write("wang", now=NOON) as tx, Bulk(tx, room=room) as bulk:
        for entity, values, row_id in rows:
            bulk.add(entity, values, row_id)
    assert _told(one) == _told(many)
    assert rebuild.digest(one.rows) == rebuild.digest(many.rows)
    assert rebuild.check_chain(many.rows).sound
    assert [_found(one, word) for word in WORDS] == [_found(many, word) for word in WORDS]
    for store in stores:
        store.close()


def test_a_full_second_spills_over_as_it_does_one_by_one(two: tuple[Store, Store]) -> None:
    one, many = two
    rows = [_inquiry(number, number % 2 * 3, ["x"], False) for number in range(1, 2 * PLACES + 60)]
    with one.write("wang", now=NOON) as tx:
        for entity, values, row_id in rows:
            tx.add(entity, values, row_id)
    with many.write("wang", now=NOON) as tx, Bulk(tx) as bulk:
        for entity, values, row_id in rows:
            bulk.add(entity, values, row_id)
    assert rebuild.digest(one.rows) == rebuild.digest(many.rows)


def test_a_rebuild_gives_what_bulk_wrote(two: tuple[Store, Store]) -> None:
    store, _ = two
    with store.write("wang", now=NOON) as tx, Bulk(tx) as bulk:
        for number in range(1, 40):
            bulk.add(*_inquiry(number, number % 7, ["vaccine", "报告"], number % 2 == 0))
            bulk.add(*_event(number + 1000, number))
    before = rebuild.digest(store.rows)
    with store.write("wang", now=NOON) as tx:
        rebuild.rebuild(tx)
    assert rebuild.digest(store.rows) == before


def test_records_may_be_written_in_the_name_of_another_at_another_time(two: tuple[Store, Store]) -> None:
    store, _ = two
    with store.write("admin", now=NOON) as tx, Bulk(tx) as bulk:
        tx.write_as("li", EARLIER)
        bulk.add("inquiry", {"number": "old", "opened_at": EARLIER.isoformat()})
    with store.write("admin", now=NOON) as tx:
        tx.add("inquiry", {"number": "new", "opened_at": NOON.isoformat()})
    last = store.rows.all(
        "SELECT actor, at, hlc, payload FROM journal /* whole: a test */ WHERE entity = 'inquiry' ORDER BY id"
    )
    assert [(row[0], datetime.fromisoformat(row[1])) for row in last] == [("li", EARLIER), ("admin", NOON)]
    assert [json.loads(row[3])["f"]["number"] for row in last] == ["old", "new"]
    assert last[0][2] == int(EARLIER.timestamp() * 1000) << 16
    assert rebuild.check_chain(store.rows).sound


def _fail_halfway(store: Store) -> None:
    with store.write("wang", now=NOON) as tx, Bulk(tx, room=1) as bulk:
        bulk.add(*_inquiry(1, 1, ["x"], False))
        bulk.add("no such entity", {"a": 1})


def test_nothing_is_written_when_a_row_cannot_be(two: tuple[Store, Store]) -> None:
    store, _ = two
    before = len(_told(store))
    with pytest.raises(KeyError):
        _fail_halfway(store)
    assert len(_told(store)) == before


def test_of_each_entity_one_row_is_told_to_the_panes(two: tuple[Store, Store]) -> None:
    store, _ = two
    with store.write("wang", now=NOON) as tx:
        with Bulk(tx) as bulk:
            for number in range(1, 9):
                bulk.add(*_inquiry(number, 0, [], False))
                bulk.add(*_event(number, 0))
        assert tx.changes.entities == {"inquiry", "inquiry_event"}
        assert len(tx.changes.touched) == len(tx.changes.entities)
