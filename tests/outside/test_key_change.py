"""The key of a database is changed whole or not at all, whatever ends the program in between."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.models.errors import AppError, DiskFull, WrongKey
from app.models.key_errors import (
    EscrowFailed,
    KeyChangedMeanwhile,
    KeyChanging,
    KeyCommandReadOnly,
    KeyMissing,
    KeyNotChanged,
    KeyWorkRunning,
    NoRoomForKeyChange,
    RecoveryOutdated,
)
from app.outside import center_recovery, key_change, key_locks, secrets
from app.outside.file_locks import lock
from app.outside.key_command import KeyCommand
from app.outside.key_file import KeyFile
from app.outside.key_passphrase import KeyPassphrase
from app.outside.key_sidecar import read_sidecar, sidecar_path
from app.services import database_key
from app.store.store import Store
from tests.disks import little_room
from tests.fakes import EPOCH, FakeClock, FakeKeyStore
from tests.outside.test_secrets import CHEAP

ROOT = Path(__file__).resolve().parents[2]
KILLED = """
import os, signal, sys
from pathlib import Path
from types import SimpleNamespace
from app.outside import key_change
from app.outside.key_file import KeyFile
from tests.outside.test_secrets import CHEAP
def told(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)
folder = Path(sys.argv[1])
key_change.carry_out(key_change.prepare(folder / "onewindow.db", KeyFile(folder / "key")), told, cost=CHEAP)
"""


@dataclass
class Made:
    """A closed database with one mark in it."""

    database: Path
    store: secrets.KeyStore
    fresh: secrets.FreshKeys

    def mark(self) -> object:
        """Open it as every start does and read the mark."""
        key_change.settle(self.database, self.store)
        rows = Store.open(self.database, secrets.unlock(self.database, self.store).database, FakeClock().now)
        try:
            return rows.meta("marked")
        finally:
            rows.close()

    @property
    def changed(self) -> bool:
        """Whether another key opens it than at first."""
        return secrets.unlock(self.database, self.store).database != self.fresh.keys.database


def made_in(folder: Path, store: secrets.KeyStore) -> Made:
    database = folder / "onewindow.db"
    fresh = secrets.create_keys(database, store, now=EPOCH, cost=CHEAP)
    rows = Store.create(database, fresh.keys.database, FakeClock().now, install_id=fresh.keys.install_id)
    rows.set_meta(marked="here")
    rows.close()
    return Made(database, store, fresh)


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return made_in(tmp_path, FakeKeyStore())


def test_every_step_is_told_and_the_new_key_and_sheet_open(made: Made) -> None:
    steps: list[str] = []
    change = key_change.prepare(made.database, made.store)
    key_change.carry_out(change, steps.append, cost=CHEAP)
    assert tuple(steps) == key_change.STEPS
    assert (made.mark(), made.changed) == ("here", True)
    with pytest.raises(RecoveryOutdated):
        center_recovery.by_sheet_or_key(made.database, made.fresh.recovery, made.store, None)
    assert center_recovery.by_sheet_or_key(made.database, change.recovery, FakeKeyStore(), None) == change.after


def test_the_center_secret_stays_and_documents_keep_the_key_they_were_sealed_with(made: Made) -> None:
    for _ in range(2):
        key_change.carry_out(key_change.prepare(made.database, made.store), cost=CHEAP)
    found = secrets.unlock(made.database, made.store)
    assert (found.center, found.documents) == (made.fresh.keys.center, made.fresh.keys.database)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("step", key_change.STEPS)
def test_a_program_that_is_killed_before_a_step_leaves_a_desk_that_opens(tmp_path: Path, step: str) -> None:
    made = made_in(tmp_path, KeyFile(tmp_path / "key"))
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), step], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert made.mark() == "here"
    assert made.changed == (step in ("proving", "finishing"))
    sidecar = read_sidecar(sidecar_path(made.database))
    assert sidecar.next_key_id == ""
    assert {entry.key_id for entry in sidecar.entries} == {sidecar.key_id, *sidecar.former}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_program_that_is_killed_while_pages_are_written_leaves_a_desk_that_opens(tmp_path: Path) -> None:
    made, ends = made_in(tmp_path, KeyFile(tmp_path / "key")), set[bool]()
    kept = shutil.copytree(tmp_path, tmp_path.with_name("kept"))
    for delay_ms in range(0, 36, 6):
        shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
        code = KILLED.replace("        os.kill(os.getpid(), signal.SIGKILL)", f"        {_late(delay_ms)}")
        command = [sys.executable, "-c", code, str(tmp_path), "rewriting"]
        subprocess.run(command, cwd=ROOT, check=False, timeout=60)
        assert made.mark() == "here"
        ends.add(made.changed)
    assert ends


def _late(delay_ms: int) -> str:
    return f"signal.setitimer(signal.ITIMER_REAL, {(delay_ms + 1) / 1000})"  # SIGALRM ends the process like a kill


class Unwilling(FakeKeyStore):
    """Loses what it is given from the second key on."""

    def write(self, install_id: str, key_id: str, *, key: bytes) -> None:
        if self.keys:
            raise DiskFull(path=self.name)
        super().write(install_id, key_id, key=key)


def test_a_keeper_that_takes_no_second_key_leaves_everything_as_it_was(tmp_path: Path) -> None:
    made = made_in(tmp_path, Unwilling())
    before = sidecar_path(made.database).read_bytes()
    with pytest.raises(DiskFull):
        key_change.carry_out(key_change.prepare(made.database, made.store), cost=CHEAP)
    assert sidecar_path(made.database).read_bytes() == before
    assert (made.mark(), made.changed) == ("here", False)


@pytest.mark.parametrize("percent", [10, 60, 99])
def test_a_disk_that_fills_up_halfway_leaves_the_old_key(made: Made, percent: int) -> None:
    change = key_change.prepare(made.database, made.store)
    with little_room(made.database.stat().st_size * percent // 100), pytest.raises(KeyNotChanged):
        key_change.carry_out(change, cost=CHEAP)
    assert (made.mark(), made.changed) == ("here", False)


def test_without_room_no_sheet_ismade_in(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=1))
    with pytest.raises(NoRoomForKeyChange):
        key_change.prepare(made.database, made.store)


@pytest.fixture
def busy(made: Made) -> Iterator[Made]:
    """While another program changes the key: as far as the new copy, and with its lock."""
    key_change._escrow(key_change.prepare(made.database, made.store), CHEAP)
    handle = lock(made.database.with_name("onewindow.db.changing"))
    assert handle is not None
    yield made
    os.close(handle)


def test_meanwhile_others_are_refused(busy: Made) -> None:
    with pytest.raises(KeyChanging):
        busy.mark()
    with pytest.raises(KeyChanging):
        key_change.carry_out(key_change.prepare(busy.database, busy.store), cost=CHEAP)


def test_a_key_file_made_by_hand_is_not_taken_for_the_new_key(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("ab" * 32)
    (tmp_path / "key").chmod(0o600)
    made = made_in(tmp_path, KeyFile(tmp_path / "key"))
    key_change._escrow(key_change.prepare(made.database, made.store), CHEAP)
    assert (made.mark(), made.changed) == ("here", False)
    key_change.carry_out(key_change.prepare(made.database, made.store), cost=CHEAP)
    assert (made.mark(), made.changed) == ("here", True)


def test_a_passphrase_opens_before_and_after(tmp_path: Path) -> None:
    database = tmp_path / "onewindow.db"
    made = made_in(tmp_path, KeyPassphrase(database, lambda: "a long passphrase", cost=CHEAP))
    key_change.carry_out(key_change.prepare(made.database, made.store), cost=CHEAP)
    again = KeyPassphrase(database, lambda: "a long passphrase", cost=CHEAP)
    assert secrets.unlock(database, again).key_id != made.fresh.keys.key_id


def test_a_key_that_a_command_gives_is_changed_there(tmp_path: Path) -> None:
    command = KeyCommand(f'"{sys.executable}" -c "print(\'cd\' * 32)"')
    made = made_in(tmp_path, command)
    with pytest.raises(KeyCommandReadOnly):
        key_change.prepare(made.database, command)


def test_a_change_that_no_kept_key_settles_is_told(made: Made) -> None:
    key_change._escrow(key_change.prepare(made.database, made.store), CHEAP)
    empty, other = FakeKeyStore(), FakeKeyStore()
    with pytest.raises(KeyMissing):
        key_change.settle(made.database, empty)
    other.write(made.fresh.keys.install_id, made.fresh.keys.key_id, key=bytes(32))
    with pytest.raises(WrongKey):
        key_change.settle(made.database, other)


def test_both_sheets_open_a_change_that_was_cut_short(made: Made) -> None:
    change = key_change.prepare(made.database, made.store)
    key_change._escrow(change, CHEAP)
    database_key.rewrite(made.database, change.before.database, change.after.database)
    store = FakeKeyStore()
    assert center_recovery.by_sheet_or_key(made.database, change.recovery, store, None) == change.after
    made.store = store
    assert (made.mark(), made.changed) == ("here", True)


def _at(step: str, act: Callable[[], object]) -> Callable[[str], None]:
    def told(now: str) -> None:
        if now == step:
            act()

    return told


def _raiser(error: BaseException) -> Callable[[], object]:
    def act() -> object:
        raise error

    return act


@pytest.mark.parametrize("step", key_change.STEPS)
@pytest.mark.parametrize("error", [OSError(5, "I/O error"), KeyboardInterrupt()])
def test_whatever_ends_a_step_the_desk_opens_and_the_sheet_that_counts_is_known(
    made: Made, step: str, error: BaseException
) -> None:
    change = key_change.prepare(made.database, made.store)
    with pytest.raises((AppError, OSError, KeyboardInterrupt)):
        key_change.carry_out(change, _at(step, _raiser(error)), cost=CHEAP)
    told = change.counting
    assert made.mark() == "here"
    assert made.changed == (step in ("proving", "finishing"))
    assert told == ("new" if made.changed else "old")
    sheet = change.recovery if made.changed else made.fresh.recovery
    assert center_recovery.by_sheet_or_key(made.database, sheet, FakeKeyStore(), None).key_id in (
        change.before.key_id,
        change.after.key_id,
    )


@pytest.mark.parametrize(("step", "ends"), [("rewriting", "old"), ("proving", "new")])
def test_a_stale_write_of_another_program_loses_no_key(made: Made, step: str, ends: str) -> None:
    """A program that knows no lock puts the keys file of before back, at the worst moments."""
    path = sidecar_path(made.database)
    stale, change = path.read_bytes(), key_change.prepare(made.database, made.store)

    def put_back() -> None:
        path.write_bytes(stale)

    with suppress(EscrowFailed):
        key_change.carry_out(change, _at(step, put_back), cost=CHEAP)
    assert (made.mark(), change.counting, made.changed) == ("here", ends, ends == "new")
    sheet = {"old": made.fresh.recovery, "new": change.recovery}[ends]
    center_recovery.by_sheet_or_key(made.database, sheet, FakeKeyStore(), None)


def test_a_stale_write_on_a_disk_that_takes_nothing_more_gives_the_pages_the_old_key_again(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sidecar_path(made.database)
    stale, change = path.read_bytes(), key_change.prepare(made.database, made.store)

    def full(path: Path, _sidecar: object) -> None:
        raise DiskFull(path=str(path))

    def put_back() -> None:
        path.write_bytes(stale)
        monkeypatch.setattr(key_change, "write_sidecar", full)

    with pytest.raises(DiskFull):
        key_change.carry_out(change, _at("proving", put_back), cost=CHEAP)
    assert (made.mark(), change.counting, made.changed) == ("here", "old", False)


def test_a_change_that_was_prepared_before_another_one_is_refused(made: Made) -> None:
    late, first = (key_change.prepare(made.database, made.store) for _ in range(2))
    key_change.carry_out(first, cost=CHEAP)
    with pytest.raises(KeyChangedMeanwhile):
        key_change.carry_out(late, cost=CHEAP)
    assert (made.mark(), secrets.unlock(made.database, made.store)) == ("here", first.after)


def test_a_change_begins_after_one_that_was_cut_short_was_taken_back(made: Made) -> None:
    change = key_change.prepare(made.database, made.store)
    key_change._escrow(key_change.prepare(made.database, made.store), CHEAP)
    key_change.carry_out(change, cost=CHEAP)
    assert (made.mark(), change.counting) == ("here", "new")


def test_work_on_the_file_and_a_change_of_its_key_refuse_each_other(made: Made) -> None:
    change, path = key_change.prepare(made.database, made.store), sidecar_path(made.database)
    before = path.read_bytes()
    with key_locks.staying(made.database):
        with pytest.raises(KeyWorkRunning):
            key_change.prepare(made.database, made.store)
        with pytest.raises(KeyWorkRunning):
            key_change.carry_out(change, cost=CHEAP)
    assert path.read_bytes() == before
    begun = list[type[Exception]]()

    def begin_work() -> None:
        with pytest.raises(KeyChanging) as caught, key_locks.staying(made.database):
            pytest.fail("work has begun")
        begun.append(caught.type)

    key_change.carry_out(change, _at("rewriting", begin_work), cost=CHEAP)
    assert begun == [KeyChanging]
