"""Kill the program in the middle of a migration and of an import, and look for what is missing or half done.

A migration: the rows of a killed day in the schema of an older program. Whenever it is killed, the file stands at a
whole step, the next start takes the rest, and every row and record is as if nobody had killed it. An import: what was
saved stands under one batch that says it is not done; importing again brings every row once, taking the batch back
leaves nothing. ``python -m benchmarks.kills`` runs both after its day.
"""

import os
import shutil
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from app.outside.clock import SystemClock
from app.services import import_runs, imports
from app.services.import_runs import Rows
from app.services.office import Office, View
from app.store import migrations, rebuild
from app.store.sqlcipher import connect
from app.store.store import Store
from benchmarks.kills import KEY, NAME, Opened, Toll, make, prove
from benchmarks.older import make_older, schema_at, schema_of

#: The step at which an older program stopped.
OLDER = 12
#: Rows of the past, and how many of them are saved together: a tenth, so that a kill finds some saved.
ROWS, TOGETHER = 600, 60
SOURCE = "past.csv"
MAP = {name: name for name in ("number", "opened_at", "summary", "phone", "caller")}
_NEVER = threading.Event()


@dataclass
class Cut:
    """What was cut short; everything in ``faults`` should not have happened."""

    migrations: int = 0
    imports: int = 0
    finished_before: int = 0
    faults: list[str] = field(default_factory=list[str])


def kill_after(child: Callable[[], None], seconds: float) -> bool:
    """Run something in a process of its own and kill it; say whether it was still at work."""
    pid = os.fork()
    if pid == 0:
        try:
            child()
        finally:
            os._exit(0)
    _NEVER.wait(seconds)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)


def how_long(child: Callable[[], None]) -> float:
    """Return how many seconds something takes in a process of its own."""
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        try:
            child()
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    return time.monotonic() - start


class Migration:
    """The older file, and what a migration makes of it that nobody kills."""

    def __init__(self, day: Path, room: Path) -> None:
        self.room = room
        self.older = room / "older.db"
        room.mkdir(parents=True, exist_ok=True)
        source = connect(day / NAME, KEY)
        source.execute("VACUUM INTO ?", (str(self.older),))
        source.close()
        make_older(self.older, OLDER)
        self.lasts_s = how_long(self._fresh("measured"))
        self._fresh("whole")()
        self.wanted = self._state("whole")

    def _fresh(self, name: str) -> Callable[[], None]:
        """Lay a copy of the older file into a folder of its own; return what opens it."""
        folder = self.room / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copy(self.older, folder / NAME)
        return self._opening(folder)

    def _opening(self, folder: Path) -> Callable[[], None]:
        def open_it() -> None:
            Store.open(folder / NAME, KEY, SystemClock().now).close()

        return open_it

    def _state(self, name: str) -> tuple[int, bool, dict[str, str]]:
        desk = Opened(self.room / name)
        chain = rebuild.check_chain(desk.store.rows)
        found = (chain.records, chain.sound, rebuild.digest(desk.store.rows))
        desk.store.close()
        return found

    def kill(self, after_s: float, found: Cut) -> None:
        """Kill one migration, look at the file, go on, and compare with the one that nobody killed."""
        if not kill_after(self._fresh("killed"), after_s):
            found.finished_before += 1
        found.faults += [f"a migration that was killed after {after_s:.3f} s {fault}" for fault in self.faults()]
        found.migrations += 1

    def faults(self) -> list[str]:
        """Return what is wrong with the file of the last one that was killed, before and after it goes on."""
        wrong: list[str] = []
        connection = connect(self.room / "killed" / NAME, KEY)
        step = migrations.version_of(connection)
        if schema_of(connection) != schema_at(step):
            wrong.append(f"left step {step} half done")
        connection.close()
        self._opening(self.room / "killed")()
        if self._state("killed") != self.wanted:
            wrong.append(f"at step {step} lost something")
        return wrong


def past(count: int | None = None) -> Rows:
    """Yield made-up rows of another system, ``ROWS`` where no number is given."""
    for line in range(2, (ROWS if count is None else count) + 2):
        yield (
            line,
            {
                "number": f"P{line}",
                "opened_at": "2026-01-05 09:00",
                "summary": f"Asks about the clinic {line}",
                "phone": f"1390000{line % 997:04d}",
                "caller": f"张{line % 997}",
            },
        )


class Import:
    """A desk into which past inquiries are imported."""

    def __init__(self, room: Path) -> None:
        self.room = room
        make(room / "empty")
        self.lasts_s = how_long(self._fresh("measured"))

    def _fresh(self, name: str) -> Callable[[], None]:
        folder = self.room / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.room / "empty", folder)

        def run() -> None:
            import_runs.TOGETHER = TOGETHER
            Opened(folder).office.do(imports.import_inquiries, past(), MAP, source=SOURCE, day_first=False)

        return run

    def kill(self, after_s: float, found: Cut, *, undo: bool) -> None:
        """Kill one import, look at what stands, then go on with it or take it back."""
        if not kill_after(self._fresh("killed"), after_s):
            found.finished_before += 1
        folder = self.room / "killed"
        desk = Opened(folder)
        wrong, batch = _look_at(desk.office)
        if undo and batch:
            wrong += take_back(desk.office, batch)
        elif not undo:
            report = desk.office.do(imports.import_inquiries, past(), MAP, source=SOURCE, day_first=False).value
            wrong += gone_on(desk.office, report, batch)
        desk.store.close()
        toll = Toll(faults=wrong)
        prove(folder, toll)
        found.faults += [f"an import that was killed after {after_s:.3f} s: {fault}" for fault in toll.faults]
        found.imports += 1


def _look_at(office: Office) -> tuple[list[str], bytes | None]:
    """Return what is wrong with an import that was killed, and the batch under which it stands."""
    wrong: list[str] = []
    known, brought = office.ask(imports.list_batches), office.ask(_standing)
    if bool(known) != bool(brought) or len(known) > 1:
        wrong.append(f"{brought} inquiries stand under {len(known)} batches")
    if known and known[0].running != (brought < ROWS):
        wrong.append(f"it says that it {'is not' if known[0].running else 'is'} done")
    return wrong, known[0].id if known else None


def _standing(view: View) -> int:
    row = view.rows.one("SELECT count(*) FROM inquiry /* whole: of a small desk */ WHERE deleted_at IS NULL")
    return int(row[0]) if row else 0


def take_back(office: Office, batch: bytes) -> list[str]:
    """Take a batch back; return what is wrong afterward."""
    office.do(imports.undo_batch, batch)
    left = office.ask(_standing)
    if left or office.ask(imports.list_batches)[0].undone_at is None:
        return [f"taken back, and {left} inquiries stand"]
    return []


def gone_on(office: Office, report: imports.ImportReport, batch: bytes | None) -> list[str]:
    """Return what is wrong after an import that was killed, under this batch or before it had one, was run again."""
    wrong: list[str] = []
    stands, listed = office.ask(_standing), office.ask(imports.list_batches)
    if stands != ROWS or len(report.added) + len(report.unchanged) != ROWS:
        wrong.append(f"gone on with, and {stands} of {ROWS} rows are there")
    if len(listed) != 1 or listed[0].running or batch not in (None, listed[0].id):
        wrong.append("gone on with under another batch, or not reported as done")
    return wrong


def run(day: Path, room: Path, kills: int, *, seed: int = 1) -> Cut:
    """Kill so many migrations of the day's database, and as many imports."""
    rng = Random(seed)
    found = Cut()
    if not kills:
        return found
    migration = Migration(day, room)
    for _ in range(kills):
        migration.kill(rng.random() * migration.lasts_s, found)
    importing = Import(room)
    for number in range(kills):
        importing.kill(rng.random() * importing.lasts_s, found, undo=number % 2 == 1)
    return found
