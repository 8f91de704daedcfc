"""What a disk, a kill or a second program can do to the file, and what must be left of it."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app import bootstrap
from app.models.contacts import Outcome
from app.models.errors import DatabaseDamaged
from app.outside.key_choice import KeyChoice
from app.services import accounts, contacts, imports
from app.services.office import Office
from app.store import pages, rebuild
from app.store.journal import Rows
from app.store.sqlcipher import connect, said
from app.store.store import Store
from tests.desk import KEY, PASSWORD, draft, sign_in
from tests.fakes import FakeClock

_CODES = ("utf-8", "utf-16-le")
_OPEN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.models.errors import WorldFailed
from app.store.store import Store

def now():
    return datetime.now(UTC)

store = Store.open(Path(sys.argv[1]), bytes(range(32)), now)

def save(what):
    with store.write("wang") as tx:
        tx.add("promise", {"what": what})
"""
_HAMMER = f"{_OPEN}\nfor turn in range(100):\n    save(sys.argv[2] + str(turn))\n"
_FULL = f"""{_OPEN}
import os, resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = os.path.getsize(sys.argv[1] + "-wal")
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 60_000, resource.RLIM_INFINITY))
for turn in range(1000):
    try:
        save("x" * 400)
    except WorldFailed as error:
        print(turn, type(error).__name__)
        break
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
save("after")
"""
_DIE = f"""{_OPEN}
import os, signal
def die(done=0, total=0, note=""):
    os.kill(os.getpid(), signal.SIGKILL)
"""
_KILLED_REBUILD = f"""{_DIE}
from app.store import rebuild
from app.store.journal import Rows
with store.write("wang") as tx:
    rebuild.rebuild(tx, die)
"""
_KILLED_IMPORT = f"""{_DIE}
from app.services import import_runs, imports
from app.services.office import Office
from app.store.accounts import by_name
import_runs.TOGETHER, imports._SAMPLE = 10, 1

class Now:
    now = staticmethod(now)

def rows():
    for line in range(2, 100):
        if line == 30:
            die()
        yield line, {{"number": str(line), "summary": "Asks about the clinic"}}

office = Office(store, Now())
office.sign_in(by_name(store.rows, "li")[0])
office.do(imports.import_inquiries, rows(), {{"number": "number", "summary": "summary"}}, source="old desk")
"""
posix = pytest.mark.skipif(os.name == "nt", reason="limits of a process are POSIX")


def _start(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _promises(store: Store) -> list[str]:
    return [row[0] for row in store.rows.all("SELECT what FROM promise ORDER BY id /* whole: test */")]


def test_two_programs_that_hammer_one_file_lose_nothing(office: Office) -> None:
    both = [_start(_HAMMER, office.store.path, name) for name in ("a", "b")]
    assert [one.communicate(timeout=120)[0] for one in both] == ["", ""]
    assert sorted(_promises(office.store)) == sorted(f"{name}{turn}" for name in "ab" for turn in range(100))
    assert rebuild.check_chain(office.store.rows).sound


@posix
def test_a_save_that_finds_no_room_is_refused_in_words_and_the_next_one_is_kept(office: Office) -> None:
    said, _ = (full := _start(_FULL, office.store.path)).communicate(timeout=120)
    assert full.returncode == 0
    turn, error = said.split()
    assert error in ("DiskFull", "DiskFailed")
    assert _promises(office.store) == ["x" * 400] * int(turn) + ["after"]
    assert rebuild.check_chain(office.store.rows).sound


def _snapshot(office: Office, folder: Path) -> Path:
    """Save forty promises and copy the files as a power cut leaves them: the WAL is not folded in."""
    for turn in range(40):
        with office.store.write("wang") as tx:
            tx.add("promise", {"what": f"{turn:02d}"})
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{office.store.path}{suffix}", folder)
    return folder / office.store.path.name


@pytest.mark.parametrize("share", [0.0, 0.3, 0.61, 0.999])
def test_a_cut_wal_leaves_whole_saves_from_the_first_on(
    office: Office, tmp_path: Path, clock: FakeClock, share: float
) -> None:
    path = _snapshot(office, tmp_path / "cut")
    wal = path.with_name(path.name + "-wal")
    os.truncate(wal, int(wal.stat().st_size * share))
    store = Store.open(path, KEY, clock.now)
    left = _promises(store)
    assert left == [f"{turn:02d}" for turn in range(len(left))]
    assert rebuild.check_chain(store.rows).sound
    with store.write("wang") as tx:
        tx.add("promise", {"what": "after"})
    store.close()


def test_a_missing_wal_takes_only_what_was_in_it(office: Office, tmp_path: Path, clock: FakeClock) -> None:
    path = _snapshot(office, tmp_path / "cut")
    path.with_name(path.name + "-wal").unlink()
    store = Store.open(path, KEY, clock.now)
    assert rebuild.check_chain(store.rows).sound
    assert pages.damaged_pages(store.rows) == ()
    store.close()


def test_one_flipped_bit_in_any_page_is_found(office: Office, tmp_path: Path) -> None:
    office.store.copy_to(copy := tmp_path / "copy.db")
    whole = copy.read_bytes()
    for page in range(1, len(whole) // 4096, 7):  # the first page would not even open
        flipped = bytearray(whole)
        flipped[page * 4096 + 1000] ^= 4
        (tmp_path / "flipped.db").write_bytes(flipped)
        assert _is_found(tmp_path / "flipped.db", page + 1), page


def _is_found(path: Path, page: int) -> bool:
    """Say whether the page is named, or the damage refuses the file in words before anything is read."""
    try:
        connection = connect(path, KEY, read_only=True)
    except DatabaseDamaged:
        return True
    try:
        with said(path):
            return any(f"page {page}" in one for one in pages.damaged_pages(Rows(connection)))
    except DatabaseDamaged:
        return True
    finally:
        connection.close()


@posix
def test_a_rebuild_that_was_killed_leaves_every_table_as_it_was(office: Office) -> None:
    with office.store.write("wang") as tx:
        tx.add("promise", {"what": "kept"})
    before = rebuild.digest(office.store.rows)
    killed = _start(_KILLED_REBUILD, office.store.path)
    killed.communicate(timeout=120)
    assert killed.returncode == -signal.SIGKILL
    assert rebuild.digest(office.store.rows) == before
    with office.store.write("wang") as tx:
        rebuild.rebuild(tx)
    assert rebuild.digest(office.store.rows) == before


@posix
def test_an_import_that_was_killed_goes_on_under_its_batch_and_is_taken_back_whole(office: Office) -> None:
    killed = _start(_KILLED_IMPORT, office.store.path)
    killed.communicate(timeout=120)
    assert killed.returncode == -signal.SIGKILL
    sign_in(office, "li")
    left = office.ask(imports.list_batches)[0]
    assert left.running
    rows = [(line, {"number": str(line), "summary": "Asks about the clinic"}) for line in range(2, 100)]
    report = office.do(imports.import_inquiries, rows, {one: one for one in rows[0][1]}, source="old desk").value
    assert (report.batch, len(report.unchanged), len(report.added)) == (left.id, 20, 78)
    assert rebuild.check_chain(office.store.rows).sound
    assert office.do(imports.undo_batch, left.id).value.deleted == 98


def test_nothing_that_was_said_in_a_day_lies_open_in_the_data_folder(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    choice = KeyChoice(key_file=tmp_path / "key")
    house = bootstrap.create(folder, choice, admin="root", display="Root", password=PASSWORD)
    desk = house.house.office
    desk.sign_in(desk.ask(accounts.sign_in, "root", PASSWORD))
    said = draft(summary="needle-one 绣花针", caller_name="needle-two", number="13812345678")
    desk.do(contacts.finalize, desk.do(contacts.start, said).value, Outcome.ANSWERED)
    desk.do(contacts.start, said)
    desk.store.copy_to(folder / "backup.db")
    needles = [one.encode(code) for one in ("needle-one", "绣花针", "needle-two", "13812345678") for code in _CODES]
    for round_ in ("open", "closed"):
        files = [file for file in folder.rglob("*") if file.is_file()]
        assert len(files) >= 3, round_
        assert not [(file, one) for file in files for one in needles if one in file.read_bytes()]
        house.house.close()
