"""A power cut at any moment: whatever the disk was told to force is there, and of the rest any part may be.

strace writes down everything that a saving program tells the disk. From that, disks are made as a power cut leaves
them: what was forced is whole; of what was written since, each write is there, gone, or there in some of its sectors.
"""

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.outside.clock import SystemClock
from app.store import pages, rebuild
from app.store.store import Store
from tests.desk import KEY
from tests.disks import traces

ROOT = Path(__file__).resolve().parent.parent.parent
_SAVES = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from app.store.store import Store

store = Store.open(Path(sys.argv[1]), bytes(range(32)), lambda: datetime.now(UTC))
store._writer.execute("PRAGMA wal_autocheckpoint = 40").fetchall()
store._writer.execute("PRAGMA synchronous = " + sys.argv[3]).fetchall() if sys.argv[3:] else None
said = os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT)
for turn in range(60):
    with store.write("wang") as tx:
        tx.add("promise", {"what": str(turn)})
    os.pwrite(said, b"%03d" % turn, 0)
"""
_HEX = r"((?:\\x[0-9a-f]{2})*)"
_CALL = re.compile(rf'(\w+)\(\d+<{_HEX}>(?:, "{_HEX}")?(?:, (\d+))?(?:, (\d+))?\)')
_SECTOR = 512
_SAID = "said"
#: How many power cuts are tried.
_CUTS = 50


@dataclass
class _Disk:
    """What a disk holds for sure, file by file, and what it was told since and may have done in part."""

    sure: dict[str, bytearray]
    told: list[tuple[str, int, bytes | None]] = field(default_factory=list[tuple[str, int, bytes | None]])

    def force(self, name: str) -> None:
        """Do what was told of a file."""
        for one in [one for one in self.told if one[0] == name]:
            _do(self.sure, one)
            self.told.remove(one)

    def after_a_cut(self, dice: random.Random) -> dict[str, bytearray]:
        """Return the files as a power cut leaves them."""
        files = {name: bytearray(content) for name, content in self.sure.items()}
        for name, at, data in self.told:
            fate = dice.random()
            if fate < 0.4:
                _do(files, (name, at, data))
            elif fate < 0.7 and data:
                for start in range(0, len(data), _SECTOR):
                    if dice.random() < 0.5:
                        _do(files, (name, at + start, data[start : start + _SECTOR]))
        return files


def _do(files: dict[str, bytearray], told: tuple[str, int, bytes | None]) -> None:
    """Write into a file, or cut it to a length where there is nothing to write."""
    name, at, data = told
    content = files.setdefault(name, bytearray())
    content.extend(bytes(max(0, at - len(content))))
    content[at : None if data is None else at + len(data)] = data or b""


def _told(database: Path, folder: Path, *words: str) -> list[str]:
    """Let a program save, and return the system calls with which it told the disk of it."""
    log, calls = folder / "calls", "pwrite64,fsync,fdatasync,ftruncate"
    files = (str(database), f"{database}-wal", str(folder / _SAID))
    watched = [word for one in files for word in ("-P", one)]
    strace = ["strace", "-f", "-qq", "-y", "-xx", "-s", "9000", "-o", str(log), "-e", f"trace={calls}", *watched]
    program = [sys.executable, "-c", _SAVES, str(database), str(folder / _SAID), *words]
    subprocess.run([*strace, *program], cwd=ROOT, check=True, timeout=120)
    return log.read_text("ascii").splitlines()


def _bytes(shown: str) -> bytes:
    return bytes.fromhex(shown.replace("\\x", ""))


def _moments(lines: list[str], disk: _Disk) -> Iterator[int]:
    """Follow the calls, and give after each how many saves had been called saved by then."""
    saved = 0
    for line in lines:
        found = _CALL.search(line)
        assert found, line[:200]
        call, path, data, *numbers = found.groups()
        name, content = Path(_bytes(path).decode()).name, _bytes(data or "")
        if name == _SAID:
            saved = int(content) + 1
        elif call == "pwrite64":
            assert len(content) == int(numbers[0])
            disk.told.append((name, int(numbers[1]), content))
        elif call == "ftruncate":
            disk.told.append((name, int(numbers[0]), None))
        else:
            disk.force(name)
        yield saved


def _lost(folder: Path, files: dict[str, bytearray], saved: int) -> int:
    """Open what a power cut left, and return how many saves are missing; nothing may be there in part."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    store = Store.open(folder / "onewindow.db", KEY, SystemClock().now)
    left = [int(row[0]) for row in store.rows.all("SELECT what FROM promise ORDER BY id /* whole: test */")]
    assert left == list(range(len(left)))
    assert rebuild.check_chain(store.rows).sound
    assert pages.damaged_pages(store.rows) == ()
    assert store.rows.one("SELECT count(*) FROM journal WHERE entity = 'promise' /* whole: test */") == (len(left),)
    with store.write("wang") as tx:
        tx.add("promise", {"what": "999"})
    store.close()
    shutil.rmtree(folder)
    return max(0, saved - len(left))


def _cut(template: Path, folder: Path, cuts: int, *words: str) -> list[int]:
    """Return how many saves each power cut lost."""
    if not traces():
        pytest.skip("strace is not here, or may not watch other programs")
    database = Path(shutil.copy(template, folder / "onewindow.db"))
    disk = _Disk({database.name: bytearray(database.read_bytes())})
    lines = _told(database, folder, *words)
    dice = random.Random(2)
    chosen = set(dice.sample(range(len(lines)), cuts))
    return [
        _lost(folder / f"cut {moment}", disk.after_a_cut(dice), saved)
        for moment, saved in enumerate(_moments(lines, disk))
        if moment in chosen
    ]


def test_a_power_cut_at_any_moment_loses_nothing_that_was_called_saved(template: Path, tmp_path: Path) -> None:
    assert _cut(template, tmp_path, _CUTS) == [0] * _CUTS


def test_a_disk_that_is_not_forced_at_each_save_would_lose_some(template: Path, tmp_path: Path) -> None:
    assert sum(_cut(template, tmp_path, _CUTS // 5, "NORMAL")) > 0
