"""A backup is proven before it replaces the last good one, and restores into an empty folder."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.models.errors import BackupNotSound, DatabaseExists, DatabaseMissing, DiskFull, WrongKey
from app.services import backups
from app.services.office import Office
from app.store.store import Store
from tests.desk import KEY
from tests.fakes import FakeClock


@pytest.fixture
def keyed(office: Office) -> Office:
    office.store.path.with_name("onewindow.db.keys").write_text("{}")
    return office


def test_a_backup_restores_into_an_empty_folder_with_its_keys(keyed: Office, tmp_path: Path, clock: FakeClock) -> None:
    target, empty = tmp_path / "far" / "day.backup", tmp_path / "new" / "onewindow.db"
    proof = backups.make(keyed, target)
    assert proof.records == keyed.store.rows.all("SELECT max(id) FROM journal")[0][0]
    backups.restore(target, empty)
    assert empty.with_name("onewindow.db.keys").exists()
    again = Store.open(empty, KEY, clock.now)
    assert again.rows.all("SELECT name FROM person ORDER BY name") == keyed.store.rows.all(
        "SELECT name FROM person ORDER BY name"
    )
    again.close()
    with pytest.raises(DatabaseExists):
        backups.restore(target, empty)
    with pytest.raises(DatabaseMissing):
        backups.restore(tmp_path / "nothing", tmp_path / "other" / "onewindow.db")


def test_a_restore_that_was_cut_is_done_again_and_one_without_room_leaves_nothing(
    keyed: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, empty = tmp_path / "day.backup", tmp_path / "new" / "onewindow.db"
    backups.make(keyed, target)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _no_room)
        with pytest.raises(DiskFull):
            backups.restore(target, empty)
    assert list(empty.parent.iterdir()) == []
    with monkeypatch.context() as killed:
        killed.setattr(Path, "replace", _killed_at(empty, Path.replace))
        with pytest.raises(KeyboardInterrupt):
            backups.restore(target, empty)
    assert {"onewindow.db.keys", "onewindow.db.restored", "onewindow.db.restoring"} == {
        one.name for one in empty.parent.iterdir()
    }
    backups.restore(target, empty)
    assert backups.prove(empty, KEY).sound


def _no_room(_file: int) -> None:
    raise OSError(errno.ENOSPC, "no room")


def _killed_at(place: Path, replace: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    def done(self: Path, to: Path) -> Path:
        if to == place:
            raise KeyboardInterrupt
        return replace(self, to)

    return done


@pytest.mark.parametrize("left", ["onewindow.db-wal", "onewindow.db.keys"])
def test_what_is_left_of_another_database_is_never_mixed_with_a_backup(
    keyed: Office, tmp_path: Path, left: str
) -> None:
    target, empty = tmp_path / "day.backup", tmp_path / "new" / "onewindow.db"
    backups.make(keyed, target)
    empty.parent.mkdir()
    empty.with_name(left).touch()
    with pytest.raises(DatabaseExists):
        backups.restore(target, empty)


def test_a_backup_that_finds_no_room_leaves_the_good_one_and_nothing_beside_it(
    keyed: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "day.backup"
    backups.make(keyed, target)
    before = {one.name: one.read_bytes() for one in tmp_path.glob("day.backup*")}

    def full(_store: Store, to: Path) -> None:
        to.write_bytes(b"half")
        raise DiskFull(path=str(to))

    monkeypatch.setattr(Store, "copy_to", full)
    with pytest.raises(DiskFull):
        backups.make(keyed, target)
    assert {one.name: one.read_bytes() for one in tmp_path.glob("day.backup*")} == before


def test_earlier_backups_move_one_place_back(keyed: Office, tmp_path: Path) -> None:
    target = tmp_path / "day.backup"
    for _ in range(3):
        backups.make(keyed, target, keep=2)
    assert sorted(path.name for path in tmp_path.glob("day.backup*")) == [
        "day.backup",
        "day.backup.1",
        "day.backup.1.keys",
        "day.backup.keys",
    ]


def test_a_damaged_database_never_replaces_a_good_backup(keyed: Office, tmp_path: Path) -> None:
    target = tmp_path / "day.backup"
    backups.make(keyed, target)
    good = target.read_bytes()
    with keyed.store.write("") as tx:
        tx.connection.execute("UPDATE journal SET hash = x'00' WHERE id = 1")
    with pytest.raises(BackupNotSound):
        backups.make(keyed, target)
    assert target.read_bytes() == good
    assert not target.with_name("day.backup.new").exists()


def test_a_flipped_byte_and_a_wrong_key_are_found(keyed: Office, tmp_path: Path) -> None:
    target = tmp_path / "day.backup"
    backups.make(keyed, target)
    with pytest.raises(WrongKey):
        backups.prove(target, bytes(32))
    content = bytearray(target.read_bytes())
    content[-2000] ^= 1
    target.write_bytes(bytes(content))
    assert not backups.prove(target, KEY).sound


def test_a_copy_stands_nowhere_without_its_keys_file(
    keyed: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, replace, seen = tmp_path / "day.backup", Path.replace, list[bool]()

    def watch(self: Path, to: Path) -> Path:
        if to == target:
            seen.append(to.with_name(to.name + ".keys").exists())
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", watch)
    for _ in range(2):
        backups.make(keyed, target)
    assert seen == [True, True]
    assert sorted(path.suffix for path in tmp_path.glob("day.backup*.new*")) == []
