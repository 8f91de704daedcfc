"""An earlier key stays as long as a copy needs it, or while that cannot be told."""

import threading
from pathlib import Path

import pytest

from app.models.errors import DatabaseMissing
from app.models.key_errors import BackupKeysOther, KeyChanging, KeyMissing, KeySidecarMissing
from app.outside import key_change, key_locks, secrets
from app.outside.file_locks import one_at_a_time
from app.outside.former_keys import FormerKeys, key_of_backup
from app.outside.key_passphrase import KeyPassphrase
from app.outside.key_sidecar import read_sidecar, sidecar_path
from app.store import pairs
from app.store.store import Store
from tests.fakes import FakeClock, FakeKeyStore
from tests.outside.test_key_change import Made, made_in
from tests.outside.test_secrets import CHEAP


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return made_in(tmp_path, FakeKeyStore())


def _copied(made: Made, target: Path) -> Path:
    """A backup with the keys file of its time."""
    rows = Store.open(made.database, secrets.unlock(made.database, made.store).database, FakeClock().now)
    target.parent.mkdir(exist_ok=True)
    rows.copy_to(target)
    rows.close()
    sidecar_path(target).write_bytes(sidecar_path(made.database).read_bytes())
    return target


def _change(made: Made) -> None:
    key_change.carry_out(key_change.prepare(made.database, made.store), cost=CHEAP)


def _retire(made: Made, *backups: Path) -> bool:
    """Say whether the first key was forgotten."""
    FormerKeys(made.database, made.store).retire(*backups)
    try:
        made.store.read(made.fresh.keys.install_id, made.fresh.keys.key_id)
    except KeyMissing:
        assert read_sidecar(sidecar_path(made.database)).former == ()
        return True
    assert read_sidecar(sidecar_path(made.database)).former == (made.fresh.keys.key_id,)
    return False


def _key_of(made: Made, backup: Path) -> bytes:
    return key_of_backup(made.database, backup, secrets.unlock(made.database, made.store), made.store)


def test_a_backup_is_opened_by_its_own_key(made: Made, tmp_path: Path) -> None:
    old = _copied(made, tmp_path / "b.backup.1")
    _change(made)
    new = _copied(made, tmp_path / "b.backup")
    assert [_key_of(made, old), _key_of(made, new)] == [
        made.fresh.keys.database,
        secrets.unlock(made.database, made.store).database,
    ]
    sidecar_path(new).unlink()
    with pytest.raises(KeySidecarMissing):
        _key_of(made, new)
    with pytest.raises((DatabaseMissing, KeySidecarMissing)):
        _key_of(made, tmp_path / "c.backup")


def test_the_keys_file_of_another_copy_is_noticed(made: Made, tmp_path: Path) -> None:
    old = _copied(made, tmp_path / "b.backup.1")
    _change(made)
    new = _copied(made, tmp_path / "b.backup")
    for torn, other in ((old, sidecar_path(new).read_bytes()), (new, sidecar_path(old).read_bytes())):
        own = sidecar_path(torn).read_bytes()
        sidecar_path(torn).write_bytes(other)
        with pytest.raises(BackupKeysOther):
            _key_of(made, torn)
        sidecar_path(torn).write_bytes(own)


def test_a_copy_of_another_installation_under_the_same_key_is_noticed(made: Made, tmp_path: Path) -> None:
    copy = tmp_path / "b.backup"
    Store.create(copy, made.fresh.keys.database, FakeClock().now, install_id="another").close()
    sidecar_path(copy).write_bytes(sidecar_path(made.database).read_bytes())
    with pytest.raises(BackupKeysOther):
        _key_of(made, copy)


def test_a_key_goes_with_the_last_backup_that_needs_it(made: Made, tmp_path: Path) -> None:
    backup = tmp_path / "far" / "b.backup"
    old = _copied(made, backup.with_name("b.backup.1"))
    _change(made)
    _copied(made, backup)
    assert not _retire(made, backup)
    away = old.rename(old.with_name("away"))
    assert not _retire(made, backup)  # its keys file is there: it may be on its way
    pairs.remove(old)
    assert _retire(made, backup)
    with pytest.raises((KeyMissing, KeySidecarMissing)):
        _key_of(made, away)
    assert made.mark() == "here"


def test_a_key_stays_while_a_folder_is_not_there(made: Made, tmp_path: Path) -> None:
    _change(made)
    assert not _retire(made, tmp_path.parent / "unplugged" / "b.backup")
    (tmp_path / "disk").symlink_to(tmp_path.parent / "unplugged")
    assert not _retire(made, tmp_path / "disk" / "b.backup")
    assert _retire(made, tmp_path / "backups" / "b.backup")  # in the data folder, where no disk is missing


@pytest.mark.parametrize(
    "left", ["a truncated copy", "a copy without a keys file", "a damaged keys file", "an empty one"]
)
@pytest.mark.parametrize("name", ["far/b.backup.2", "onewindow.before-3.db"])
def test_a_key_stays_while_a_copy_cannot_tell_which_it_needs(made: Made, tmp_path: Path, left: str, name: str) -> None:
    copy = _copied(made, tmp_path / name)
    _change(made)
    if left == "a truncated copy":
        copy.write_bytes(copy.read_bytes()[:700])
        sidecar_path(copy).write_bytes(sidecar_path(made.database).read_bytes())
    elif left == "a copy without a keys file":
        sidecar_path(copy).unlink()
    else:
        sidecar_path(copy).write_bytes(b"" if left == "an empty one" else b"{")
    (tmp_path / "far").mkdir(exist_ok=True)
    assert not _retire(made, tmp_path / "far" / "b.backup")
    pairs.remove(copy)
    assert _retire(made, tmp_path / "far" / "b.backup")


def test_a_key_that_a_torn_copy_needs_stays_whatever_its_keys_file_says(made: Made, tmp_path: Path) -> None:
    copy = _copied(made, tmp_path / "b.backup")
    _change(made)
    sidecar_path(copy).write_bytes(sidecar_path(made.database).read_bytes())
    assert not _retire(made, copy)


@pytest.mark.parametrize("name", ["onewindow.db.keys.1", "onewindow-of-march.db.keys"])
def test_a_keys_file_that_was_set_aside_keeps_its_key(made: Made, tmp_path: Path, name: str) -> None:
    (aside := tmp_path / name).write_bytes(sidecar_path(made.database).read_bytes())
    _change(made)
    assert not _retire(made)
    aside.unlink()
    assert _retire(made)


def test_no_key_goes_while_the_one_in_use_does_not_open_the_database(made: Made) -> None:
    _change(made)
    now = secrets.unlock(made.database, made.store)
    made.store.write(now.install_id, now.key_id, key=bytes(32))
    assert not _retire(made)
    made.store.delete(now.install_id, now.key_id)
    assert not _retire(made)
    secrets.hand_over(made.store, now)
    assert _retire(made)


class Late(FakeKeyStore):
    """Something happens while a key is asked for."""

    at = ""
    act = staticmethod(lambda: None)

    def read(self, install_id: str, key_id: str) -> bytes:
        if key_id == self.at:
            self.at = ""
            self.act()
        return super().read(install_id, key_id)


def test_what_happens_between_looking_and_deleting_is_seen(tmp_path: Path) -> None:
    """A copy from another disk is put back just after everything was looked at."""
    store = Late()
    made, backup = made_in(tmp_path, store), tmp_path / "b.backup"
    old = _copied(made, tmp_path / "elsewhere" / "away")
    _change(made)
    now = read_sidecar(sidecar_path(made.database)).key_id

    def again() -> None:
        store.at, store.act = now, put_back  # the second look

    def put_back() -> None:
        pairs.move(old, backup)

    store.at, store.act = now, again
    assert not _retire(made, backup)
    assert not old.exists()


def test_a_key_that_came_back_into_use_is_not_deleted(tmp_path: Path) -> None:
    store = Late()
    made = made_in(tmp_path, store)
    stale = sidecar_path(made.database).read_bytes()
    content = made.database.read_bytes()
    _change(made)

    def restored() -> None:
        made.database.write_bytes(content)
        sidecar_path(made.database).write_bytes(stale)

    store.at, store.act = read_sidecar(sidecar_path(made.database)).key_id, restored
    FormerKeys(made.database, store).retire()
    assert store.read(made.fresh.keys.install_id, made.fresh.keys.key_id) == made.fresh.keys.database
    assert made.mark() == "here"


def test_while_keys_go_nobody_else_writes_the_keys_file_or_changes_the_key(made: Made) -> None:
    _change(made)
    seen: list[bool] = []

    class Watched(FakeKeyStore):
        def delete(self, install_id: str, key_id: str) -> None:
            thread = threading.Thread(target=lambda: seen.append(_is_free(made.database)))
            thread.start()
            thread.join()
            super().delete(install_id, key_id)

    assert isinstance(made.store, FakeKeyStore)
    watched = Watched()
    watched.keys = made.store.keys
    made.store = watched
    assert _retire(made)
    assert seen == [False]
    with key_locks.alone(made.database), pytest.raises(KeyChanging):
        _change(made)


def _is_free(database: Path) -> bool:
    from app.models.key_errors import KeysBusy, KeyWorkRunning

    try:
        with one_at_a_time(sidecar_path(database), patience_s=0):
            return True
    except KeysBusy:
        pass
    try:
        with key_locks.alone(database):
            return True
    except KeyWorkRunning:
        return False


def test_a_passphrase_forgets_what_it_wrapped(tmp_path: Path) -> None:
    """It stands in the keys file itself, which is locked already."""
    made = made_in(tmp_path, KeyPassphrase(tmp_path / "onewindow.db", lambda: "a long passphrase", cost=CHEAP))
    _change(made)
    assert _retire(made)
    assert {one.key_id for one in read_sidecar(sidecar_path(made.database)).entries} == {
        secrets.unlock(made.database, made.store).key_id
    }
