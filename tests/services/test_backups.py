"""A backup is proven before it replaces the last good one, and restores into an empty folder."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.models.errors import BackupNotSound, DatabaseExists, DiskFull, WrongKey
from app.models.file_errors import BackupOfOther, FileMissing, NoRoom
from app.models.key_errors import KeySidecarMissing
from app.services import backups
from app.services.office import Office
from app.store import backups as rows_of
from app.store.backups import Proof
from app.store.store import Store
from tests.desk import KEY
from tests.fakes import FakeClock
from tests.killed import kills


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
    with pytest.raises(FileMissing):
        backups.restore(tmp_path / "nothing", tmp_path / "other" / "onewindow.db")
    (tmp_path / "alone").write_bytes(b"x")
    with pytest.raises(KeySidecarMissing):
        backups.restore(tmp_path / "alone", tmp_path / "other" / "onewindow.db")


def test_a_restore_that_was_cut_is_done_again_and_one_without_room_leaves_nothing(
    keyed: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, empty = tmp_path / "day.backup", tmp_path / "new" / "onewindow.db"
    backups.make(keyed, target)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _no_room)
        with pytest.raises(NoRoom):
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


def test_a_backup_is_proven_where_nothing_can_be_written_and_left_as_it_was(keyed: Office, tmp_path: Path) -> None:
    """Whoever is root may write there all the same, so every byte is compared, too."""
    target = tmp_path / "medium" / "day.backup"
    target.parent.mkdir()
    keyed.store.copy_to(target)
    before = {one.name: one.read_bytes() for one in target.parent.iterdir()}
    for path in (*target.parent.iterdir(), target.parent):
        path.chmod(path.stat().st_mode & 0o555)
    try:
        assert backups.prove(target, KEY).sound
        assert {one.name: one.read_bytes() for one in target.parent.iterdir()} == before
    finally:
        target.parent.chmod(0o700)


def test_proving_a_database_that_is_open_takes_nothing_from_it(keyed: Office) -> None:
    """What was saved last stands in the log beside it only."""
    log = keyed.store.path.with_name(keyed.store.path.name + "-wal")
    keyed.store.set_meta(marked="here")
    assert log.stat().st_size
    proof = backups.prove(keyed.store.path, KEY)
    assert log.stat().st_size
    assert proof.records == keyed.store.rows.all("SELECT max(id) FROM journal")[0][0]


def _no_room(_file: int) -> None:
    raise OSError(errno.ENOSPC, "no room")


def _killed_at(place: Path, replace: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    def done(self: Path, to: Path) -> Path:
        if to == place:
            raise KeyboardInterrupt
        return replace(self, to)

    return done


def _copied_by_hand(office: Office, folder: Path) -> Path:
    """Copy a database as it stands while it is open: what was saved last is in the log beside it alone."""
    office.store.rows.all("PRAGMA wal_checkpoint(TRUNCATE)")
    with office.store.write("wang") as tx:
        tx.add("caller", {"name": "Zhao"})
    folder.mkdir()
    for suffix in ("", "-wal", ".keys"):
        shutil.copy(office.store.path.with_name("onewindow.db" + suffix), folder / ("onewindow.db" + suffix))
    return folder / "onewindow.db"


def _callers(path: Path, clock: FakeClock) -> list[str]:
    again = Store.open(path, KEY, clock.now)
    names = [row[0] for row in again.rows.all("SELECT name FROM caller /* whole: one */")]
    again.close()
    return names


def test_a_log_beside_a_database_that_was_copied_by_hand_comes_along(
    keyed: Office, tmp_path: Path, clock: FakeClock
) -> None:
    source = _copied_by_hand(keyed, tmp_path / "hand")
    empty = tmp_path / "new" / "onewindow.db"
    backups.restore(source, empty)
    assert _callers(empty, clock) == ["Zhao"]
    assert source.with_name("onewindow.db-wal").stat().st_size > 0


def test_a_restore_that_was_cut_before_its_database_leaves_no_log_to_another_backup(
    keyed: Office, tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier, empty = tmp_path / "day.backup", tmp_path / "new" / "onewindow.db"
    backups.make(keyed, earlier)
    source = _copied_by_hand(keyed, tmp_path / "hand")
    with monkeypatch.context() as killed:
        killed.setattr(Path, "replace", _killed_at(empty, Path.replace))
        with pytest.raises(KeyboardInterrupt):
            backups.restore(source, empty)
    assert empty.with_name("onewindow.db-wal").exists()
    backups.restore(earlier, empty)
    assert _callers(empty, clock) == []


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
    with pytest.raises(NoRoom) as found:
        backups.make(keyed, target)
    assert found.value.facts == {"path": str(target)}
    assert {one.name: one.read_bytes() for one in tmp_path.glob("day.backup*")} == before


def test_a_backup_never_takes_the_place_of_one_of_another_computer(keyed: Office, tmp_path: Path) -> None:
    shared, keys = tmp_path / "share" / "onewindow.backup", keyed.store.path.with_name("onewindow.db.keys")
    keys.write_text('{"install_id": "seat one"}')
    backups.make(keyed, shared)
    before = {one.name: one.read_bytes() for one in shared.parent.iterdir()}
    keys.write_text('{"install_id": "seat two"}')
    with pytest.raises(BackupOfOther) as found:
        backups.make(keyed, shared)
    assert found.value.facts == {"path": str(shared)}
    assert {one.name: one.read_bytes() for one in shared.parent.iterdir()} == before
    keys.write_text('{"install_id": "seat one"}')
    backups.make(keyed, shared)
    assert len(before) < len(list(shared.parent.iterdir()))


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


@pytest.mark.parametrize("keep", [1, 3])
def test_killed_at_any_step_a_backup_has_its_own_keys_file_and_an_earlier_one_stays(
    keyed: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: int
) -> None:
    """Copy and keys file say of what time they are, as after a change of the key."""
    sidecar, seen = keyed.store.path.with_name("onewindow.db.keys"), 0

    def copied(_store: Store, target: Path) -> None:
        target.write_text(sidecar.read_text())

    monkeypatch.setattr(Store, "copy_to", copied)
    monkeypatch.setattr(rows_of, "prove", lambda _path, _key: Proof(1, (), ()))

    def made(folder: Path, time: str) -> None:
        sidecar.write_text(time)
        backups.make(keyed, folder / "day.backup", keep=keep)

    def begin(folder: Path) -> Callable[[], object]:
        for time in ("first", "second"):
            made(folder, time)
        sidecar.write_text("third")
        return lambda: backups.make(keyed, folder / "day.backup", keep=keep)

    for folder in kills(tmp_path, begin):
        times = {_time_of(one) for one in folder.iterdir() if one.suffix not in (".keys", ".tmp", ".new")}
        assert times & {"second", "third"}, sorted(one.name for one in folder.iterdir())
        made(folder, "fourth")
        assert _time_of(folder / "day.backup") == "fourth"
        seen += 1
    assert seen > 12


def _time_of(copy: Path) -> str:
    """Say of what time a copy is, which its keys file says, too."""
    assert copy.with_name(copy.name + ".keys").read_text() == copy.read_text()
    return copy.read_text()
