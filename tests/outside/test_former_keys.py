"""An earlier key stays as long as a backup that is kept needs it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.models.key_errors import KeyMissing
from app.outside import secrets
from app.outside.former_keys import FormerKeys, key_of_backup
from app.outside.key_sidecar import read_sidecar, sidecar_path, write_sidecar
from tests.fakes import EPOCH, FakeKeyStore
from tests.outside.test_secrets import CHEAP


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "onewindow.db"


@pytest.fixture
def store(database: Path) -> FakeKeyStore:
    """A key that follows an earlier one of the name "old", which one backup needs."""
    made, path = FakeKeyStore(), sidecar_path(database)
    keys = secrets.create_keys(database, made, now=EPOCH, cost=CHEAP).keys
    made.write(keys.install_id, "old", key=bytes(32))
    write_sidecar(database.with_name("b.backup.1.keys"), replace(read_sidecar(path), key_id="old"))
    shutil.copy2(path, database.with_name("b.backup.keys"))
    write_sidecar(path, replace(read_sidecar(path), former=("old",)))
    return made


def test_a_backup_is_opened_by_its_own_key(database: Path, store: FakeKeyStore) -> None:
    keys = secrets.unlock(database, store)
    found = [key_of_backup(database.with_name(name), keys, store) for name in ("b.backup", "b.backup.1", "c.backup")]
    assert found == [keys.database, bytes(32), keys.database]


def test_a_key_goes_with_the_last_backup_that_needs_it(database: Path, store: FakeKeyStore) -> None:
    keys, backup = secrets.unlock(database, store), database.with_name("b.backup")
    FormerKeys(database, store).retire(backup)
    assert store.read(keys.install_id, "old") == bytes(32)
    backup.with_name("b.backup.1.keys").rename(database.with_name("c.keys"))
    FormerKeys(database, store).retire(backup, database.parent / "unplugged" / "b.backup")
    assert store.read(keys.install_id, "old") == bytes(32)
    FormerKeys(database, store).retire(backup)
    assert read_sidecar(sidecar_path(database)).former == ()
    with pytest.raises(KeyMissing):
        key_of_backup(database.with_name("c"), keys, store)
    assert secrets.unlock(database, store) == keys
