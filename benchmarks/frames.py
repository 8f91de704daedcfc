"""A frame of 330,000 people: reading, numbers and checks, grouping, packing and storing, each timed apart.

The yardstick of storing is a bare ``executemany`` of the same rows into a table of an encrypted database.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from app.models.frames import FrameKind, rows_of
from app.models.sampling import Encounter, contact_groups, draw
from app.outside.clock import SystemClock
from app.outside.sheets import read_sheet
from app.services import frame_columns, frames
from app.services.accounts import create, sign_in
from app.services.frames import ReadFrame, Wishes
from app.services.office import Office
from app.store.store import Store
from benchmarks.measuring import Figure, timed

PEOPLE, QUICK_PEOPLE = 330_000, 20_000
#: The whole import (seconds of 330,000 rows), and storing against a bare insert.
LIMIT_S, LIMIT_STORING = 90.0, 2.0
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


def figures(count: int = PEOPLE) -> list[Figure]:
    """Measure one import."""
    with tempfile.TemporaryDirectory() as folder:
        return _figures(Path(folder), count)


def _figures(folder: Path, count: int) -> list[Figure]:
    table = folder / "frame.csv"
    table.write_text(_HEADINGS + "".join(lines(count)), encoding="utf-8")
    office = _office(folder)
    sheet = read_sheet(table)
    reading = timed(lambda: sum(1 for _ in sheet))
    wishes = Wishes("bench", FrameKind.INPATIENT, "frame.csv", frame_columns.suggest_map(sheet.columns), True)
    start = time.perf_counter()
    found = office.ask(frames.read_frame, sheet, wishes)
    whole = (time.perf_counter() - start) * 1000
    rows = list(rows_of(found.parts))
    encounters = [Encounter(one.encounter, one.person, one.phones, one.institution) for one in rows]
    grouping = timed(lambda: contact_groups(encounters))
    storing = timed(lambda: office.do(frames.keep, found))
    bare = _bare(folder, found)
    drawing = timed(lambda: draw(encounters, {one.stratum: 300 for one in encounters}, b"seed"))
    office.store.close()
    note = f"{found.rows:,} of {count:,} taken"
    return [
        Figure("frame: the table is read", reading / 1000, "s"),
        Figure("frame: numbers, checks, keys, packing", (whole - reading - grouping) / 1000, "s"),
        Figure("frame: contact groups", grouping / 1000, "s"),
        Figure("frame: stored", storing, "ms", bare, LIMIT_STORING),
        Figure("frame: whole import", (whole + storing) / 1000, "s", None, LIMIT_S * count / PEOPLE, note=note),
        Figure("frame: a sample is drawn", drawing / 1000, "s"),
    ]


def _office(folder: Path) -> Office:
    from app.models.accounts import Role

    clock = SystemClock()
    store = Store.create(folder / "onewindow.db", bytes(32), clock.now, install_id="bench")
    office = Office(store, clock, {"center_secret": bytes(32)})
    office.do(create, "admin", "Admin", "correct horse battery", (Role.ADMINISTRATOR,))
    office.sign_in(office.ask(sign_in, "admin", "correct horse battery"))
    return office


def _bare(folder: Path, found: ReadFrame) -> float:
    """Return how long the same rows take in a plain table of an encrypted database (milliseconds)."""
    from app.store.sqlcipher import connect

    connection = connect(folder / "bare.db", bytes(32))
    values = [
        (one.encounter, one.person, one.name, ",".join(one.phones), one.sex, one.age, one.institution, one.department,
         one.admitted_on, one.discharged_on, one.visited_on, one.line)
        for one in rows_of(found.parts)
    ]  # fmt: skip
    names = ", ".join(f"c{place}" for place in range(12))
    connection.execute(f"CREATE TABLE bare({names})")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(f"INSERT INTO bare VALUES({', '.join('?' * 12)})", values)
        connection.execute("COMMIT")

    spent = timed(insert)
    connection.close()
    return spent
