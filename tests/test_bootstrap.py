"""The house is put together, found again, and never half made."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app import bootstrap
from app.models.errors import (
    AppError,
    DatabaseExists,
    DatabaseMissing,
    DataFolderInUse,
    DiskFull,
    FieldInvalid,
    NoDemoFolder,
    WrongKey,
)
from app.models.file_errors import DatabaseSynced, DataFolderSynced
from app.models.key_errors import KeyChanging
from app.outside import instance, key_locks
from app.outside.key_choice import KeyChoice
from app.services import accounts, demo
from app.services.office import Office
from app.store import migrations
from app.store.sqlcipher import Connection
from app.ui.shell.doors import PASSPHRASE
from tests.desk import PASSWORD


def _make(folder: Path, key: Path) -> bootstrap.Made:
    return bootstrap.create(folder, KeyChoice(key_file=key), admin="root", display="Root", password=PASSWORD)


def test_an_installation_is_made_once_and_opened_again(tmp_path: Path) -> None:
    key = tmp_path / "key"
    made = _make(tmp_path / "desk", key)
    made.house.close()
    with pytest.raises(DatabaseExists):
        _make(tmp_path / "desk", key)
    house = bootstrap.open_house(tmp_path / "desk", KeyChoice(key_file=key))
    assert house.office.ask(accounts.sign_in, "root", PASSWORD).display == "Root"
    house.close()


def test_no_installation_is_made_in_a_cloud_folder(tmp_path: Path) -> None:
    with pytest.raises(DataFolderSynced):
        _make(tmp_path / "Dropbox" / "desk", tmp_path / "key")
    assert list(tmp_path.iterdir()) == []


def test_the_window_opens_no_desk_that_was_moved_into_a_cloud_folder(tmp_path: Path) -> None:
    _make(tmp_path / "desk", tmp_path / "key").house.close()
    there = tmp_path / "Nextcloud" / "desk"
    there.parent.mkdir()
    (tmp_path / "desk").rename(there)
    before = sorted(there.iterdir())
    door = bootstrap.doors(there, KeyChoice(key_file=tmp_path / "key"), tmp_path / "demo")
    assert door.key_place == (str(tmp_path / "key"), "")
    with pytest.raises(DatabaseSynced):
        door.open_house("")
    assert sorted(there.iterdir()) == before
    there.rename(tmp_path / "desk")
    bootstrap.open_house(tmp_path / "desk", KeyChoice(key_file=tmp_path / "key")).close()


def _left_in(folder: Path) -> list[str]:
    """Name what is there besides locks, in which nothing stands."""
    return [one.name for one in folder.iterdir() if one.suffix not in (".changing", ".lock") or one.stat().st_size]


def test_a_password_that_is_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(FieldInvalid):
        bootstrap.create(
            tmp_path / "desk", KeyChoice(key_file=tmp_path / "key"), admin="root", display="Root", password="short"
        )
    assert _left_in(tmp_path / "desk") == []
    _make(tmp_path / "desk", tmp_path / "key").house.close()


def test_a_refused_password_is_what_is_told_when_a_passphrase_keeps_the_key(tmp_path: Path) -> None:
    def typed() -> str:
        return "a long passphrase of mine"

    choice = KeyChoice(passphrase=typed, wants_passphrase=True)
    with pytest.raises(FieldInvalid):
        bootstrap.create(tmp_path / "desk", choice, admin="root", display="Root", password="short")
    assert _left_in(tmp_path / "desk") == []


def test_an_empty_folder_and_a_wrong_key_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        bootstrap.open_house(tmp_path, KeyChoice(key_file=tmp_path / "key"))
    _make(tmp_path / "desk", tmp_path / "key").house.close()
    _make(tmp_path / "other", tmp_path / "other-key").house.close()
    with pytest.raises(AppError) as refused:
        bootstrap.open_house(tmp_path / "desk", KeyChoice(key_file=tmp_path / "other-key"))
    assert isinstance(refused.value, WrongKey) or type(refused.value).__name__.startswith("Key")


def test_the_doors_tell_how_far_an_upgrade_and_the_filling_of_the_demo_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(tmp_path / "desk", tmp_path / "key").house.close()
    doors = bootstrap.doors(tmp_path / "desk", KeyChoice(key_file=tmp_path / "key"), tmp_path / "demo")
    heard: list[tuple[int, int]] = []
    doors.follow(lambda done, total: heard.append((done, total)))
    real = migrations.apply

    def apply(connection: Connection, path: str, told: Callable[[int, int], None] | None = None) -> int:
        if told is not None:
            told(1, 3)
        return real(connection, path, told)

    monkeypatch.setattr(migrations, "apply", apply)
    doors.open_house("").close()
    assert heard == [(1, 3)]
    monkeypatch.setattr(demo, "fill", lambda _office, progress: progress.at(4, 5))
    doors.demo().close()
    assert heard == [(1, 3), (4, 5)]


def test_the_demo_folder_is_filled_once(tmp_path: Path) -> None:
    filled: list[Office] = []
    for _ in range(2):
        house = bootstrap.demo(tmp_path / "demo", filled.append)
        assert house.demo
        assert house.office.by is None
        house.close()
    assert len(filled) == 1


def test_a_demo_folder_that_is_named_opens_in_the_window_as_the_demo_that_it_is(tmp_path: Path) -> None:
    bootstrap.demo(tmp_path, lambda _office: None).close()
    house = bootstrap.doors(tmp_path, KeyChoice(), tmp_path / "other").open_house("")
    assert house.demo
    house.close()


def test_a_desk_is_never_taken_for_a_demo(tmp_path: Path) -> None:
    _make(tmp_path, tmp_path / "key").house.close()
    with pytest.raises(NoDemoFolder):
        bootstrap.demo(tmp_path, lambda _office: None)
    bootstrap.open_house(tmp_path, KeyChoice(key_file=tmp_path / "key")).close()


def test_a_desk_in_the_folder_of_a_former_demo_is_opened_with_its_own_key(tmp_path: Path) -> None:
    bootstrap.demo(tmp_path / "desk", lambda _office: None).close()
    for left in (tmp_path / "desk").glob("onewindow.db*"):
        left.unlink()
    _make(tmp_path / "desk", tmp_path / "key").house.close()
    assert (tmp_path / "desk" / "demo.key").exists()
    with pytest.raises(NoDemoFolder):
        bootstrap.demo(tmp_path / "desk", lambda _office: None)
    house = bootstrap.doors(tmp_path / "desk", KeyChoice(key_file=tmp_path / "key"), tmp_path / "demo").open_house("")
    assert not house.demo
    house.close()


def test_a_demo_that_was_moved_is_a_demo_still(tmp_path: Path) -> None:
    bootstrap.demo(tmp_path / "demo", lambda _office: None).close()
    (tmp_path / "demo").rename(tmp_path / "moved")
    house = bootstrap.demo(tmp_path / "moved", lambda _office: None)
    assert house.demo
    house.close()


def test_the_door_of_a_desk_in_the_folder_of_a_former_demo_asks_for_its_passphrase(tmp_path: Path) -> None:
    bootstrap.demo(tmp_path, lambda _office: None).close()
    for left in tmp_path.glob("onewindow.db*"):
        left.unlink()
    choice = KeyChoice(passphrase="a long passphrase of mine".strip, wants_passphrase=True)
    bootstrap.create(tmp_path, choice, admin="root", display="Root", password=PASSWORD).house.close()
    doors = bootstrap.doors(tmp_path, KeyChoice(), tmp_path / "demo")
    assert doors.standing() == PASSPHRASE
    house = doors.open_house("a long passphrase of mine")
    assert not house.demo
    house.close()


def test_a_folder_on_which_another_window_is_open_is_told_as_that(tmp_path: Path) -> None:
    other = instance.claim(tmp_path)
    assert other is not None
    doors = bootstrap.doors(tmp_path, KeyChoice(), tmp_path, instance.Hold(tmp_path))
    for opens in (doors.standing, doors.demo):
        with pytest.raises(DataFolderInUse) as told:
            opens()
        assert told.value.facts == {"path": str(tmp_path)}
    other.close()


def test_a_demo_that_another_window_is_filling_is_left_alone(tmp_path: Path) -> None:
    other = instance.claim(tmp_path)
    assert other is not None
    holds = instance.Hold(tmp_path / "desk"), instance.Hold(tmp_path)
    doors = bootstrap.doors(tmp_path / "desk", KeyChoice(), tmp_path, *holds)
    doors.standing()
    with pytest.raises(DataFolderInUse) as told:
        doors.demo()
    assert told.value.facts == {"path": str(tmp_path)}
    assert not (tmp_path / "onewindow.db").exists()
    other.close()
    for hold in holds:
        hold.close()


_HALFWAY = """
import os, signal, sys
from pathlib import Path
from app import bootstrap
from app.outside.key_choice import KeyChoice
from app.services import accounts, demo

def killed(*_arguments, **_options):
    os.kill(os.getpid(), signal.SIGKILL)

accounts.create = killed
folder = Path(sys.argv[1])
bootstrap.create(folder, KeyChoice(key_file=folder / "key"), admin="root", display="Root", password="long enough")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_a_creation_that_was_killed_is_begun_again_as_if_it_had_never_been(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    done = subprocess.run([sys.executable, "-c", _HALFWAY, str(folder)], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert bootstrap.cut_short(folder)
    with pytest.raises(DatabaseMissing):
        bootstrap.open_house(folder, KeyChoice(key_file=folder / "key"))
    made = _make(folder, folder / "key")
    assert made.house.office.ask(accounts.has_anyone)
    made.house.close()
    assert not bootstrap.cut_short(folder)
    bootstrap.open_house(folder, KeyChoice(key_file=folder / "key")).close()


def test_a_demo_folder_whose_filling_was_cut_short_is_made_again(tmp_path: Path) -> None:
    def cut(_office: Office) -> None:
        raise DiskFull(path="")

    with pytest.raises(DiskFull):
        bootstrap.demo(tmp_path / "demo", cut)
    filled: list[Office] = []
    for _ in range(2):
        bootstrap.demo(tmp_path / "demo", filled.append).close()
    assert len(filled) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has the rights of the account's folder")
def test_a_new_data_folder_is_its_owners_alone(tmp_path: Path) -> None:
    _make(tmp_path / "desk", tmp_path / "key").house.close()
    assert (tmp_path / "desk").stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "desk").iterdir()} == {0o600}


def test_the_window_hears_of_a_creation_that_was_cut_short(tmp_path: Path) -> None:
    made = bootstrap.doors(tmp_path, KeyChoice(key_file=tmp_path / "key"), tmp_path / "demo")
    assert not made.cut_short()
    (tmp_path / bootstrap._MAKING).touch()
    assert made.cut_short()


def _secret_of(folder: Path, key: Path) -> bytes:
    house = bootstrap.open_house(folder, KeyChoice(key_file=key))
    secret: bytes = house.office.outside["center_secret"]
    house.close()
    return secret


def test_the_center_secret_is_kept_behind_the_database_key_and_another_seal_is_opened_anew(tmp_path: Path) -> None:
    desk, key = tmp_path / "desk", tmp_path / "key"
    made = _make(desk, key)
    right = made.house.office.outside["center_secret"]
    made.house.close()
    assert [_secret_of(desk, key), _secret_of(desk, key)] == [right, right]
    house = bootstrap.open_house(desk, KeyChoice(key_file=key))
    house.office.store.set_meta(center_secret=b"another", center_secret_seal=b"of an older sidecar")
    house.close()
    assert _secret_of(desk, key) == right


def test_a_later_start_loads_no_library_for_the_center_secret(tmp_path: Path) -> None:
    desk, key = tmp_path / "desk", tmp_path / "key"
    _make(desk, key).house.close()
    _secret_of(desk, key)
    code = """
import sys
from collections.abc import Callable
from pathlib import Path
from app import bootstrap
from app.outside.key_choice import KeyChoice
bootstrap.open_house(Path(sys.argv[1]), KeyChoice(key_file=Path(sys.argv[2]))).close()
print("cryptography" in sys.modules)
"""
    command = [sys.executable, "-c", code, str(desk), str(key)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "False\n"


def test_two_programs_that_make_one_folder_do_not_mix(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    with key_locks.alone(bootstrap.database_in(tmp_path / "desk")), pytest.raises(KeyChanging):
        _make(tmp_path / "desk", tmp_path / "key")
    assert _left_in(tmp_path / "desk") == []
