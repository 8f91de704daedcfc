"""What a backup does to an empty data folder, whatever opens it there."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from app.models.errors import AppError, DatabaseBusy, DatabaseDamaged, WrongKey
from app.models.file_errors import BackupDamaged
from app.outside import restoring
from app.services import backups
from app.store.backups import Proof


class FakeDoor:
    """A door that opens to what it is told."""

    def __init__(self, found: object = None, *, standing: str = "ready") -> None:
        self.found, self.stands, self.closed = found, standing, False

    def standing(self) -> str:
        return self.stands

    def open_house(self, passphrase: str) -> object:
        if isinstance(self.found, AppError):
            raise self.found
        return SimpleNamespace(keys=SimpleNamespace(database=b"key"), close=self.close)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def put(backup: Path, database: Path) -> None:
        database.parent.mkdir(exist_ok=True)
        database.write_bytes(backup.read_bytes())

    monkeypatch.setattr(backups, "restore", put)
    (tmp_path / "copy.db").write_bytes(b"copy")
    return tmp_path / "desk" / "onewindow.db"


def brought(door: FakeDoor, database: Path) -> object:
    return restoring.bring_back(door, database, database.parent.parent / "copy.db")


def test_what_nothing_here_opens_waits_for_its_key(database: Path) -> None:
    assert brought(FakeDoor(WrongKey(path="x")), database) is None
    assert database.exists()
    assert brought(FakeDoor(DatabaseBusy(path="x"), standing="passphrase"), database) is None


def test_what_is_busy_is_no_lack_of_a_key(database: Path) -> None:
    with pytest.raises(DatabaseBusy):
        brought(FakeDoor(DatabaseBusy(path="x")), database)
    assert database.exists()


def test_what_does_not_open_for_damage_is_taken_out(database: Path) -> None:
    with pytest.raises(BackupDamaged):
        brought(FakeDoor(DatabaseDamaged(path="x")), database)
    assert not database.exists()


@pytest.mark.parametrize("sound", [True, False])
def test_it_is_read_whole_before_it_is_called_back(
    database: Path, monkeypatch: pytest.MonkeyPatch, *, sound: bool
) -> None:
    monkeypatch.setattr(backups, "prove", lambda path, key: SimpleNamespace(sound=sound, path=path, key=key))
    door = FakeDoor()
    if sound:
        assert brought(door, database)
    else:
        with pytest.raises(BackupDamaged):
            brought(door, database)
    assert (door.closed, database.exists()) == (not sound, sound)
    assert hasattr(Proof, "sound")
