"""Many deletions together cannot be told from the same deletions one by one."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.models.journal import Value
from app.store import rebuild
from app.store.deleting import delete_many
from app.store.inquiries import Wanted, page
from app.store.journal import Tx
from app.store.store import Store
from tests.desk import KEY, NOON

LATER = NOON + timedelta(hours=1)


def _noon() -> datetime:
    return NOON


def _store(template: Path, path: Path) -> tuple[Store, list[bytes], list[bytes]]:
    """A store with inquiries and callers: new ones, changed ones, one that was deleted and is back."""
    shutil.copy(template, path)
    store = Store.open(path, KEY, _noon)
    ids, callers = ([bytes([kind, *number.to_bytes(15, "big")]) for number in range(9)] for kind in (1, 2))
    with store.write("wang", now=NOON) as tx:
        for number, row_id in enumerate(ids):
            said: dict[str, Value] = {"number": str(number), "opened_at": NOON.isoformat(), "summary": "clinic"}
            tx.add("inquiry", said, row_id)
            tx.add("caller", {"name": None if number % 3 else f"N{number}"}, callers[number])
        tx.put("inquiry", ids[2], {"summary": "the clinic again"})
        tx.put("inquiry", ids[3], {"deleted_at": NOON.isoformat()})
        tx.put("inquiry", ids[3], {"deleted_at": None})
    with store.write("wang", now=LATER + timedelta(days=1)) as tx:
        tx.put("inquiry", ids[4], {"area": "east"})
        tx.add("caller", {"name": "late"}, bytes([3] * 16))
    return store, ids, [*callers, bytes([3] * 16)]


def _one_by_one(tx: Tx, entity: str, row_ids: list[bytes], at: str) -> None:
    for row_id in row_ids:
        tx.put(entity, row_id, {"deleted_at": at})


def _told(store: Store) -> list[tuple[object, ...]]:
    """What the journal says of each row, without what is random or depends on the order."""
    sql = """SELECT row_id, hlc, at, actor, scope, entity, sv, json_extract(payload, '$.f'),
        json_array_length(json_extract(payload, '$.b."*"'))
        FROM journal /* whole: the test compares all of it */ ORDER BY row_id, hlc"""
    return store.rows.all(sql)


def test_deletions_together_and_one_by_one_are_the_same(template: Path, tmp_path: Path) -> None:
    stores: list[Store] = []
    for name, way in (("one.db", _one_by_one), ("many.db", delete_many)):
        store, inquiries, callers = _store(template, tmp_path / name)
        with store.write("li", now=LATER) as tx:
            way(tx, "inquiry", inquiries[1:], LATER.isoformat())
            way(tx, "caller", callers, LATER.isoformat())
        stores.append(store)
    one, many = stores
    assert _told(one) == _told(many)
    assert rebuild.digest(one.rows) == rebuild.digest(many.rows)
    assert rebuild.check_chain(many.rows).sound
    assert [row.number for row in page(many.rows, Wanted("clinic")).rows if not row.deleted] == ["0"]
    with many.write("li", now=LATER) as tx:
        before = rebuild.digest(tx)
        rebuild.rebuild(tx)
        assert rebuild.digest(tx) == before
    for store in stores:
        store.close()


@pytest.mark.parametrize("count", [1, 8])
def test_some_rows_stand_for_all_of_them(template: Path, tmp_path: Path, count: int) -> None:
    store, inquiries, _ = _store(template, tmp_path / "one.db")
    plain = [inquiries[0], *inquiries[5:]][:count]
    with store.write("li", now=LATER) as tx:
        delete_many(tx, "inquiry", plain, LATER.isoformat())
        assert [(one.row_id, one.before) for one in tx.changes.touched] == [(plain[0], {"deleted_at": None})]
        assert not tx.changes.whole
    store.close()
