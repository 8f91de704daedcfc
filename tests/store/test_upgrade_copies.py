"""A copy is left before an upgrade, whole, with its keys file, and never written over."""

import gc
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.services.office import Office
from app.store.migrations import version_of
from app.store.pairs import keys_of
from app.store.sqlcipher import connect_still
from app.store.store import Store
from benchmarks.older import make_older
from tests.desk import KEY
from tests.fakes import FakeClock
from tests.killed import Killed, kills


def test_the_copy_before_an_upgrade_has_the_keys_file_of_its_time(office: Office, clock: FakeClock) -> None:
    path = office.store.path
    office.store.close()
    make_older(path, 12)
    path.with_name(path.name + ".keys").write_bytes(b"of its time")
    Store.open(path, KEY, clock.now).close()
    (copy,) = path.parent.glob("*.before-*.db")
    assert copy.with_name(copy.name + ".keys").read_bytes() == b"of its time"


def _upgrade(path: Path, clock: FakeClock, keys: bytes) -> None:
    path.with_name(path.name + ".keys").write_bytes(keys)
    Store.open(path, KEY, clock.now).close()


def test_a_copy_before_an_upgrade_is_never_written_over_by_that_of_another_database(
    office: Office, clock: FakeClock
) -> None:
    path = office.store.path
    office.store.close()
    make_older(path, 12)
    _upgrade(path, clock, b"first")
    make_older(path, 12)
    Store(path, KEY, clock.now).set_meta(origin=bytes(16))
    _upgrade(path, clock, b"second")
    copies = sorted(path.parent.glob("*.before-*.db"))
    assert [one.with_name(one.name + ".keys").read_bytes() for one in copies] == [b"second", b"first"]
    assert all(one.stat().st_mode & 0o777 == 0o600 for copy in copies for one in (copy, keys_of(copy)))


def test_an_upgrade_that_fails_each_time_leaves_one_copy_that_is_from_before_its_first_step(
    office: Office, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.store.path
    office.store.close()
    make_older(path, 12)
    for _ in range(2):
        with monkeypatch.context() as failing:
            failing.setattr("app.store.migrations.m0020_call_queue.up", _raises)
            with pytest.raises(ZeroDivisionError):
                Store.open(path, KEY, clock.now)
    (copy,) = path.parent.glob("*.before-*.db")
    still = connect_still(copy, KEY)
    assert version_of(still) == 12
    still.close()
    Store.open(path, KEY, clock.now).close()
    assert list(path.parent.glob("*.before-*")) == [copy]


def _raises(_database: object) -> None:
    raise ZeroDivisionError


def test_killed_while_a_copy_is_set_aside_nothing_half_made_has_the_name_of_one(
    office: Office, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.store.path
    office.store.close()
    make_older(path, 12)
    path.with_name(path.name + ".keys").write_bytes(b"of its time")

    def half(_store: Store, target: Path) -> None:
        target.write_bytes(b"half")
        raise Killed

    with monkeypatch.context() as killed:
        killed.setattr(Store, "copy_to", half)
        with pytest.raises(Killed):
            Store.open(path, KEY, clock.now)
    assert list(path.parent.glob("*.before-*.db")) == []
    gc.collect()  # what the killed program had open
    Store.open(path, KEY, clock.now).close()
    (copy,) = path.parent.glob("*.before-*.db")
    connect_still(copy, KEY).close()
    assert keys_of(copy).read_bytes() == b"of its time"


def test_killed_at_any_file_operation_of_an_upgrade_each_copy_is_whole_and_has_its_own_keys_file(
    office: Office, clock: FakeClock, tmp_path: Path
) -> None:
    office.store.close()
    make_older(office.store.path, 12)

    def begin(folder: Path) -> Callable[[], object]:
        path = folder / "onewindow.db"
        shutil.copy2(office.store.path, path)
        path.with_name(path.name + ".keys").write_bytes(b"of its time")
        return lambda: Store.open(path, KEY, clock.now).close()

    (place := tmp_path / "kills").mkdir()
    for folder in kills(place, begin):
        for copy in folder.glob("onewindow.before-*.db"):
            assert keys_of(copy).read_bytes() == b"of its time"
            connect_still(copy, KEY).close()
        gc.collect()  # what a killed program had open
        Store.open(folder / "onewindow.db", KEY, clock.now).close()
        assert len(list(folder.glob("onewindow.before-*.db"))) == 1
