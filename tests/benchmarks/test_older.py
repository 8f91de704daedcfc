"""A database of today turned into one of an older program is a real older database."""

import shutil
from pathlib import Path

from app.store import migrations, rebuild
from app.store.sqlcipher import connect
from app.store.store import Store
from benchmarks.older import make_older, schema_at, schema_of
from tests.desk import KEY
from tests.fakes import FakeClock


def test_an_older_database_has_the_schema_of_its_step_and_migrates_to_the_same_rows(
    template: Path, tmp_path: Path, clock: FakeClock
) -> None:
    step = 8
    path = Path(shutil.copy(template, tmp_path / "onewindow.db"))
    today = Store.open(path, KEY, clock.now)
    rows, schema = rebuild.digest(today.rows), schema_of(today.rows.connection)
    today.close()
    make_older(path, step)
    older = connect(path, KEY)
    assert migrations.version_of(older) == step
    assert schema_of(older) == schema_at(step)
    older.close()
    again = Store.open(path, KEY, clock.now)
    assert schema_of(again.rows.connection) == schema
    assert rebuild.digest(again.rows) == rows
    assert rebuild.check_chain(again.rows).sound
    again.close()
