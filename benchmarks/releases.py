"""``python -m benchmarks releases [--former REVISION]``: a station of a former program beside one of today, at one hub.

Each program runs from its own code in a process of its own, against a real PostgreSQL: first a hub of today, then one
that the former program made and today's brings up. Both write inquiries, change each other's, and today's also writes
what the former does not know; after each whole sync both have to hold and to show the same, and the former database
has to show it under the program of today, too. The former code comes from this repository's history (``git archive``).
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.postgres import Server, cloned, initialize

ROOT = Path(__file__).resolve().parents[1]
#: The earliest program whose stations are still to be understood.
FORMER = "cfa768d5"
_HUB = """
import inspect, json, sys
from app.outside import hub_setup
place, *labels = sys.argv[1:]
hub_setup.init(place)
# a former program is told that its stations read what is for all centers; today's do so of themselves
more = {"scopes": ("program",)} if "scopes" in inspect.signature(hub_setup.enroll).parameters else {}
made = [hub_setup.enroll(place, label, "north", **more) for label in labels]
print(json.dumps([[one.hub_id, one.who, one.password] for one in made]))
"""
_UPGRADE = """
import sys
from app.outside import hub_project, hub_setup
hub_setup.upgrade(sys.argv[1])
hub_project.project(sys.argv[1])
"""
#: What tells of reading goes to the hub alone.
_HELD = "SELECT DISTINCT replace(uid::text, '-', '') || ' ' || entity FROM hub.journal WHERE scope <> 'access'"
_STATION = """
import json, sys
from pathlib import Path
from app.models.accounts import Role
from app.models.contacts import Channel, ContactDraft, Outcome
from app.outside.clock import SystemClock
from app.outside.hub import connected
from app.outside.public_holidays import public_holidays
from app.services import accounts, contacts, hub_sync, inquiries
from app.services.hub_sync import Enrollment, Syncer
from app.services.inquiries import Wanted
from app.services.office import Office
from app.store import rebuild
from app.store.accounts import everyone
from app.store.store import Store

database, orders = Path(sys.argv[1]), json.loads(sys.argv[2])
key, clock, name = bytes(range(32)), SystemClock(), database.stem
fresh = not database.exists()
store = Store.create(database, key, clock.now, install_id=name) if fresh else Store.open(database, key, clock.now)
office = Office(store, clock, {"center_secret": key, "holidays": public_holidays})
office.outside["sync"] = Syncer(office, connected)
if fresh:
    roles = (Role.ADMINISTRATOR, Role.SUPERVISOR, Role.OPERATOR)
    office.do(accounts.create, name, name, "correct horse battery", roles)

def sit():
    with store.reading() as rows:
        found = [one for one in everyone(rows) if one.disabled_at is None]
    office.sign_in(next((one for one in found if one.name == name), found[0]))

def join(hub, who, password, **line):
    office.do(hub_sync.join, Enrollment(hub, "north", name, {**line, "user": who, "password": password}))

def write(said):
    draft = ContactDraft(
        b"", clock.now(), Channel.PHONE_IN, number="13812345678", category="consult.immunization.hpv", summary=said,
        unit="u1", due_at=clock.now(), dispatch_reason="agreed",
    )
    office.do(contacts.finalize, office.do(contacts.start, draft).value, Outcome.DISPATCH)

def change(said):
    for one in office.ask(inquiries.list_page, Wanted()).rows:
        office.do(inquiries.describe, one.id, summary=f"{one.summary} {said}")

def tomorrow(row, **values):
    with store.write(name) as tx:
        _, columns = tx.chain.seal("of_tomorrow", bytes.fromhex(row), {"word": "x"}, {}, 1)
        from app.store.journal import NEW_RECORD
        tx.connection.execute(NEW_RECORD, columns)
        tx.add("dnc", values)

def sync():
    outcome = office.ask(hub_sync.run, told=lambda phase, done: None, check=True).outcome
    assert not outcome.unequal and not outcome.quarantined and not outcome.readdressed, outcome
    sit()  # with the first sync the accounts of the center took the place of this computer's

def state():
    with store.reading() as rows:
        before, sound = rebuild.digest(rows), rebuild.check_chain(rows).sound
        found = rows.all("SELECT uid, entity FROM journal WHERE scope <> 'access' /* whole: a look */")
        known = rows.all("SELECT reason FROM dnc ORDER BY id /* whole: a look */")
    with store.write("") as tx:
        rebuild.rebuild(tx)
    with store.reading() as rows:
        assert sound and rebuild.digest(rows) == before
    shown = sorted(f"{one.number} {one.summary} {one.state}" for one in office.ask(inquiries.list_page, Wanted()).rows)
    uids = sorted(f"{uid.hex()} {entity}" for uid, entity in found)
    print(json.dumps({"uids": uids, "shown": shown, "never": known, "tables": before}))

sit()
for order, told in orders:
    globals()[order](**told)
store.close()
"""


#: What a station is told to do, and with what.
Order = tuple[str, dict[str, Any]]


class NotTheSame(Exception):
    """Two programs, or a program and its hub, hold or show different things."""


@dataclass(frozen=True)
class Program:
    """A program: the folder of its code."""

    code: Path

    def run(self, script: str, *arguments: str) -> str:
        """Run a script under this program and return what it prints."""
        environment = {**os.environ, "PYTHONPATH": str(self.code), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", script, *arguments]
        done = subprocess.run(
            command, cwd=self.code, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        if done.returncode:
            raise NotTheSame(f"{self.code.name}: {done.stderr[-2000:]}")
        return done.stdout

    def at(self, database: Path, *orders: str | Order) -> dict[str, Any]:
        """Let a station do what it is told, and return its state where it is asked for that."""
        told: list[Order] = [(one, {}) if isinstance(one, str) else one for one in orders]
        said = self.run(_STATION, str(database), json.dumps(told))
        return json.loads(said) if said else {}


@contextmanager
def former(revision: str) -> Generator[Program]:
    """Give the program of a revision of this repository."""
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(["git", "archive", revision], cwd=ROOT, capture_output=True, check=True).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=packed, check=True)
        yield Program(Path(folder))


def meet(place: str, maker: Program, stations: Sequence[Program], folder: Path, line: dict[str, str]) -> int:
    """Let the stations of two programs work at the hub that one of them makes; return how many records there are."""
    one, other = stations
    files = folder / "one.db", folder / "other.db"
    made = json.loads(maker.run(_HUB, place, "one", "other"))
    for program, file, (hub, who, password) in zip(stations, files, made, strict=True):
        joined = ("join", {"hub": hub, "who": who, "password": password, **line})
        program.at(file, joined, ("write", {"said": f"of {file.stem}"}), ("write", {"said": f"again of {file.stem}"}))
    one.at(files[0], "sync")
    other.at(files[1], ("tomorrow", {"row": "ab" * 16, "number_key": "k", "reason": "wish", "said": "cd" * 16}), "sync")
    one.at(files[0], "sync", ("change", {"said": "seen by one"}), "sync")
    other.at(files[1], "sync", ("change", {"said": "seen by other"}), "sync")
    one.at(files[0], "sync")
    return _same(place, stations, files)


def _same(place: str, stations: Sequence[Program], files: Sequence[Path]) -> int:
    here, there = (program.at(file, "state") for program, file in zip(stations, files, strict=True))
    for what in ("uids", "shown", "never"):
        if here[what] != there[what]:
            raise NotTheSame(f"{what}: {_apart(here[what], there[what])}")
    if len(here["shown"]) != 4 or not all("seen by one seen by other" in one for one in here["shown"]):
        raise NotTheSame(f"shown: {here['shown']}")
    with psycopg.connect(place) as connection:
        held = connection.execute(_HELD).fetchall()
    if sorted(row[0] for row in held) != here["uids"]:
        raise NotTheSame(f"the hub has {len(held)} records, the stations {len(here['uids'])}")
    return len(held)


def _apart(one: list[Any], other: list[Any]) -> str:
    """Say what only one of two has."""
    return f"only the former {[each for each in one if each not in other]}, " + (
        f"only that of today {[each for each in other if each not in one]}"
    )


def brought_up(place: str, today: Program, stations: Sequence[Program], folder: Path) -> None:
    """Bring the hub up, publish, sync both once more, and open the former database with the program of today."""
    files = folder / "one.db", folder / "other.db"
    today.run(_UPGRADE, place)
    for program, file in zip(stations, files, strict=True):
        program.at(file, "sync")
    _same(place, stations, files)
    with psycopg.connect(place) as connection:
        shown = connection.execute("SELECT count(*) FROM pub.inquiry").fetchone()
    if shown != (4,):
        raise NotTheSame(f"published: {shown}")
    here, there = (today.at(file, "state") for file in files)
    odd = [name for name, digest in here["tables"].items() if there["tables"][name] != digest]
    if odd:
        raise NotTheSame(f"after the upgrade these tables differ: {', '.join(odd)}")


def play(server: Server, old: Program, today: Program) -> Iterator[str]:
    """Let a former program and that of today meet at a hub of each, and say how it went."""
    for number, (maker, said) in enumerate(((today, "a hub of today"), (old, "a hub of the former program"))):
        with tempfile.TemporaryDirectory() as folder, psycopg.connect(server.place(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE hub_{number}".encode())
            place, line = server.place(f"hub_{number}"), {"host": "127.0.0.1", "port": str(server.port)}
            line["dbname"] = f"hub_{number}"
            records = meet(place, maker, (old, today), Path(folder), line)
            brought_up(place, today, (old, today), Path(folder))
            yield f"{said}: {records} records, the same at both stations and the hub, before and after the upgrade"


def main(arguments: list[str] | None = None) -> int:
    """Let the programs meet; 1 where anything differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks releases", description=__doc__)
    parser.add_argument("--former", default=FORMER, help="revision of the former program")
    given = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    server = cloned(initialize(folder / "made"), folder / "run")
    try:
        with former(given.former) as old:
            for said in play(server, old, Program(ROOT)):
                print(said, flush=True)
    except NotTheSame as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        server.stop()
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
