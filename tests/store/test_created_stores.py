"""The stores that tests begin with, whose schema steps were taken once, are what the program creates."""

from pathlib import Path

import pytest

from app.store.store import Store
from tests import shortcuts
from tests.desk import KEY
from tests.fakes import FakeClock


def _told(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """The whole schema as it was written, and every row of every table that has names of its own."""
    rows = store.rows
    schema = rows.all("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid")
    tables = [name for kind, name, _table, sql in schema if kind == "table" and "VIRTUAL" not in sql]
    told = {"": schema, "version": [rows.one("PRAGMA user_version")]}
    told |= {name: rows.all(f'SELECT * FROM "{name}" /* whole: a new store */') for name in tables}
    return {name: [tuple(one) for one in found] for name, found in told.items()}


@pytest.mark.parametrize("key", [KEY, bytes(32)])
def test_a_store_for_tests_is_the_one_that_the_program_creates(tmp_path: Path, clock: FakeClock, key: bytes) -> None:
    ours = Store.create(tmp_path / "ours.db", key, clock.now, install_id="x")
    real = shortcuts.create(tmp_path / "real.db", key, clock.now, install_id="x")
    one, other = _told(ours), _told(real)
    for told in (one, other):
        assert [name for name, _value in told["meta"]].count("origin") == 1
        told["meta"] = [row for row in told["meta"] if row[0] != "origin"]
    assert one == other
    assert len(one) > 50
    assert Store.create is shortcuts.created
    ours.close()
    real.close()
    for path in (tmp_path / "ours.db", tmp_path / "real.db"):
        assert path.stat().st_mode & 0o777 == 0o600
        Store.open(path, key, clock.now).close()
