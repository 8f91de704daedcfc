"""A frame of 330,000 people imported: reading, phone normalizing, checking, grouping and storing, each timed apart.

Storing is everything from the checked rows to the commit: writing and packing them, their hash, the journal, the
encrypted file. Its yardstick is a bare ``executemany`` of Python's own ``sqlite3``: the same rows, a plain file, one
transaction, in the same run and in turn with ours. The whole import runs with its progress, as in the window, and
is stopped once half way.
"""

import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import astuple, replace
from itertools import count as count_up
from pathlib import Path
from random import Random
from statistics import median

from app.models.frames import FrameKind, FrameRow, rows_of
from app.models.sampling import Encounter, Pool, contact_groups
from app.outside.clock import SystemClock
from app.outside.sheets import Sheet, read_sheet
from app.services import frame_columns, frames
from app.services.accounts import create, sign_in
from app.services.frame_rows import number_of, read
from app.services.frames import ReadFrame, Wishes
from app.services.office import Office
from app.services.phone_numbers import understood
from app.store.store import Store
from benchmarks.measuring import Figure, alternated, timed

PEOPLE, QUICK_PEOPLE = 330_000, 20_000
#: The whole import (seconds of 330,000 rows), and storing against a bare insert.
LIMIT_S, LIMIT_STORING = 90.0, 2.0
#: How often the rows are stored, ours and bare in turn; the medians are compared.
STORED = 5
_HEADINGS = "住院号,姓名,性别,年龄,身份证号,联系电话,联系人电话,医疗机构名称,科室,入院日期,出院日期\n"


def lines(count: int, seed: int = 5) -> Iterator[str]:
    """Yield the rows of a table as hospitals hand them over; one in fifty lacks something."""
    rng = Random(seed)
    for number in range(count):
        phone = f"1{rng.choice('3578')}{rng.randrange(10**9):09}" if rng.random() > 0.02 else "无"
        second = f"0571-8{rng.randrange(10**7):07}" if rng.random() < 0.05 else ""
        age, day, stay = rng.randint(10, 95), rng.randint(10, 28), rng.randint(0, 9)
        identity = f"3301{rng.randrange(10**14):014}"
        place = f"第{rng.randint(1, 23)}医院"
        yield (
            f"Z{number:07},患者{number},{rng.choice('男女')},{age},{identity},{phone},{second},{place}"
            f",内科,2026-01-{day - stay:02},2026-01-{day:02}\n"
        )


class Stopped(Exception):
    """Somebody stopped the import."""


class _Watch:
    """Hears how far an import has come: the longest time between two reports, and a stop at a row that is asked for."""

    def __init__(self, stop: int = 0) -> None:
        self.stop = stop
        self.longest = 0.0
        self.reports = 0
        self.last = time.perf_counter()

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Take note; stop where that was asked for."""
        now = time.perf_counter()
        self.longest, self.last, self.reports = max(self.longest, now - self.last), now, self.reports + 1
        if self.stop and done >= self.stop:
            raise Stopped


def figures(count: int = PEOPLE) -> list[Figure]:
    """Measure one import."""
    with tempfile.TemporaryDirectory() as folder:
        return list(_figures(Path(folder), count))


def _figures(folder: Path, count: int) -> Iterator[Figure]:
    table = folder / "frame.csv"
    table.write_text(_HEADINGS + "".join(lines(count)), encoding="utf-8")
    office = _office(folder)
    sheet = read_sheet(table)
    wishes = Wishes("bench", FrameKind.INPATIENT, "frame.csv", frame_columns.suggest_map(sheet.columns), True)
    watch = _Watch()
    start, began = time.perf_counter(), time.process_time()
    found = office.ask(frames.read_frame, sheet, wishes, progress=watch)
    office.do(frames.keep, found)
    whole, spent = time.perf_counter() - start, time.process_time() - began
    yield from _apart(folder, office, found, wishes)
    note = f"{found.rows:,} of {count:,} taken, {watch.reports} reports of progress, {spent:.0f} s of processor"
    yield Figure("frame: whole import", whole, "s", None, LIMIT_S * count / PEOPLE, note=note)
    yield Figure("frame: longest between two reports", watch.longest, "s")
    yield Figure("frame: left behind by a stop half way", _stopped(office, sheet, wishes, count // 2), "rows", None, 0)
    office.store.close()


def _apart(folder: Path, office: Office, found: ReadFrame, wishes: Wishes) -> Iterator[Figure]:
    """Time each part of an import by itself, on the same table."""
    yield from _read_apart(office, read_sheet(folder / "frame.csv"), wishes)
    rows = list(rows_of(found.parts))
    encounters = [Encounter(one.encounter, one.person, one.phones, one.institution) for one in rows]
    yield Figure("frame: contact groups", timed(lambda: contact_groups(encounters)) / 1000, "s")
    yield _stored(folder, office, found, rows)
    drawing = timed(lambda: Pool(encounters, b"seed").draw({one.stratum: 300 for one in encounters}))
    yield Figure("frame: a sample is drawn", drawing / 1000, "s")


def _read_apart(office: Office, sheet: Sheet, wishes: Wishes) -> Iterator[Figure]:
    """Time reading, normalizing and checking. What is checked is normalized too: its time is taken off."""
    cells: list[tuple[int, dict[str, str]]] = []
    yield Figure("frame: the table is read", timed(lambda: cells.extend(sheet)) / 1000, "s")
    phones = [row[wishes.columns[name]] for _, row in cells for name in ("phone", "phone2")]
    rules = office.ask(frames.rules_of, wishes, cells[:1000])
    understood.cache_clear()
    numbers = timed(lambda: [number_of("CN", one) for one in phones if one])
    understood.cache_clear()
    checking = timed(lambda: [read(rules, line, row) for line, row in cells])
    yield Figure("frame: phones are normalized", numbers / 1000, "s", note=f"{sum(map(bool, phones)):,} numbers")
    yield Figure("frame: rows are checked, persons keyed", (checking - numbers) / 1000, "s")


def _stored(folder: Path, office: Office, found: ReadFrame, rows: list[FrameRow]) -> Figure:
    names = (f"bench {turn}" for turn in count_up())

    def ours() -> None:
        hashed, parts = frames.together(rows)
        office.do(frames.keep, replace(found, name=next(names), sha256=hashed, parts=parts))

    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    values = [(*astuple(one)[:3], ",".join(one.phones), *astuple(one)[4:]) for one in rows]
    connection.execute(f"CREATE TABLE bare({', '.join(f'c{place}' for place in range(len(values[0])))})")

    def bare() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO bare VALUES({', '.join('?' * len(values[0]))})", values)
        connection.execute("COMMIT")

    stored, plain = (median(times) for times in alternated((ours, bare), STORED))
    connection.close()
    return Figure("frame: stored, against bare executemany", stored / 1000, "s", plain / 1000, LIMIT_STORING)


def _stopped(office: Office, sheet: Iterable[tuple[int, dict[str, str]]], wishes: Wishes, at: int) -> int:
    """Stop an import at a row and return how many rows it left behind."""
    wanted = replace(wishes, name="stopped")
    with suppress(Stopped):
        office.do(frames.keep, office.ask(frames.read_frame, sheet, wanted, progress=_Watch(at)))
    return sum(one.rows for one in office.ask(frames.frames) if one.name == wanted.name)


def _office(folder: Path) -> Office:
    from app.models.accounts import Role

    clock = SystemClock()
    store = Store.create(folder / "onewindow.db", bytes(32), clock.now, install_id="bench")
    office = Office(store, clock, {"center_secret": bytes(32)})
    office.do(create, "admin", "Admin", "correct horse battery", (Role.ADMINISTRATOR,))
    office.sign_in(office.ask(sign_in, "admin", "correct horse battery"))
    return office
