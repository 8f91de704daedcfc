"""A disk whose writes and syncs fail now and then, or in which the program dies (strace does it): what was
called saved is there.

What was refused is named as a failure of the disk, nothing is half there, and the next save goes on.
"""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.outside.clock import SystemClock
from app.services.office import Office
from app.store import rebuild
from app.store.store import Store
from tests.desk import KEY
from tests.disks import traces

ROOT = Path(__file__).resolve().parent.parent.parent
_SAVES = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.models.errors import WorldFailed
from app.store.store import Store

def now():
    return datetime.now(UTC)

store = Store.open(Path(sys.argv[1]), bytes(range(32)), now)
for turn in range(120):
    try:
        with store.write("wang") as tx:
            tx.add("promise", {"what": str(turn)})
        print("saved", turn, flush=True)
    except WorldFailed as error:
        print(type(error).__name__, turn, flush=True)
"""
#: System call, error, and the first and every further call that fails; together they come to all places of a save.
_FAILING = (
    ("pwrite64", "EIO", "9+31"),
    ("pwrite64", "ENOSPC", "11+37"),
    ("fsync,fdatasync", "EIO", "2+3"),
    ("fsync,fdatasync", "ENOSPC", "3+4"),
)


def _run(program: str, database: Path, injected: str, calls: str) -> subprocess.CompletedProcess[str]:
    if not traces():
        pytest.skip("strace is not here, or may not watch other programs")
    watched = [word for suffix in ("", "-wal", "-journal") for word in ("-P", f"{database}{suffix}")]
    put_in = ["-e", f"trace={calls}", "-e", f"inject={calls}:{injected}"]
    command = ["strace", "-f", "-qq", "-o", os.devnull, *watched, *put_in, sys.executable, "-c", program, str(database)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def _promises(store: Store) -> list[str]:
    return [row[0] for row in store.rows.all("SELECT what FROM promise ORDER BY id /* whole: test */")]


@pytest.mark.parametrize(("calls", "error", "when"), _FAILING)
def test_what_was_saved_between_errors_of_the_disk_is_there_and_what_was_refused_is_whole_or_not_at_all(
    office: Office, calls: str, error: str, when: str
) -> None:
    done = _run(_SAVES, office.store.path, f"error={error}:when={when}", calls)
    assert done.returncode == 0, done.stderr
    said = [line.split() for line in done.stdout.splitlines()]
    saved = [turn for word, turn in said if word == "saved"]
    refused = Counter(word for word, _ in said if word != "saved")
    assert set(refused) <= {"DiskFailed", "DiskFull"}
    assert saved
    assert refused
    found = _promises(office.store)
    assert set(saved) <= set(found)
    assert len(found) == len(set(found))
    assert rebuild.check_chain(office.store.rows).sound


def _killed_at(database: Path, calls: str, number: int) -> bool:
    """Kill the program at a system call on the database, look at what is left, and say whether it came to that call."""
    done = _run(_SAVES.replace("range(120)", "range(12)"), database, f"signal=SIGKILL:when={number}", calls)
    store = Store.open(database, KEY, SystemClock().now)
    left = _promises(store)
    assert {line.split()[1] for line in done.stdout.splitlines()} <= set(left)
    assert store.rows.one("SELECT count(*) FROM journal WHERE entity = 'promise' /* whole: test */") == (len(left),)
    assert rebuild.check_chain(store.rows).sound
    with store.write("wang") as tx:
        tx.add("promise", {"what": "after"})
    store.close()
    return done.returncode != 0


def _copy(template: Path, folder: Path) -> Path:
    folder.mkdir()
    return Path(shutil.copy(template, folder / "onewindow.db"))


@pytest.mark.parametrize(("calls", "number"), [("pwrite64", 8), ("pwrite64", 23), ("fsync,fdatasync", 4)])
def test_a_program_that_dies_in_a_system_call_has_everything_that_it_called_saved(
    template: Path, tmp_path: Path, calls: str, number: int
) -> None:
    assert _killed_at(_copy(template, tmp_path / "one"), calls, number)


@pytest.mark.long
@pytest.mark.parametrize("calls", ["pwrite64", "fsync,fdatasync"])
def test_a_program_that_dies_at_any_write_has_everything_that_it_called_saved(
    template: Path, tmp_path: Path, calls: str
) -> None:
    number = 1
    while _killed_at(_copy(template, tmp_path / str(number)), calls, number):
        number += 1
    assert number > 12
