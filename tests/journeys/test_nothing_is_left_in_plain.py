"""Nothing that a caller said, is called or dialed from is in any file that the program leaves, nor is its key.

A day is worked in a process of its own, in a folder and a temporary folder of its own, and killed in the middle: the
database, its WAL, drafts, backups, the copy before an upgrade, bundles, the enrollment file, documents, the log and
what an export leaves beside itself are then read byte by byte, packed parts too. The search itself is tried on files
that hold the needles. Who stands on a list of people is looked for at the hub and on another station besides.
"""

import gzip
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psycopg

from app.outside import hub_project
from app.services import campaigns
from app.services.office import Office
from tests.journeys.stations import Center, center
from tests.servers import Server
from tests.services.drawing import frame, person, plan

__all__ = ["center"]

NUMBER, NAME, WORDS = "+8613812345678", "针尖儿王", "needle in the haystack 绣花针"
_NEEDLES = (NUMBER, NUMBER[1:], NUMBER[3:], NAME, WORDS, "needle in the haystack", "绣花针")
_DAY = """
import logging, os, signal, sys
from datetime import timedelta
from pathlib import Path
from app import bootstrap
from app.models.contacts import Channel, ContactDraft, Outcome
from app.models.errors import FieldInvalid
from app.outside import bundle_files, enrollment
from app.outside.key_choice import KeyChoice
from app.services import accounts, backups, bundles, contacts, drafts, exports, script_documents
from app.store import migrations
from app.ui.kit.faults import fault_of, log_fault

folder, (number, name, words) = Path(sys.argv[1]), sys.argv[2:5]
(folder / "data").mkdir()
logging.basicConfig(filename=folder / "data" / "onewindow.log", level=logging.DEBUG)
house = bootstrap.create(
    folder / "data", KeyChoice(key_file=folder / "key"), admin="root", display="Root", password="correct horse"
).house
office = house.office
office.sign_in(office.ask(accounts.sign_in, "root", "correct horse"))
def draft(number):
    return ContactDraft(
        id=os.urandom(16), opened_at=office.clock.now(), channel=Channel.PHONE_IN, number=number, caller_name=name,
        category="consult.immunization.hpv", summary=words, details=words,
    )
for _ in range(3):
    started = office.do(contacts.start, draft(number)).value
    office.do(contacts.finalize, started, Outcome.ANSWERED)
office.do(contacts.start, draft(number))
source = folder / "source.txt"
source.write_text(words + number)
office.outside["documents"].keep(source)
source.unlink()
backups.make(office, folder / "data" / "backups" / "day.backup")
told = office.ask(bundles.records, everything=True)
bundle_files.write(folder / "all.bundle", told, house.keys.center, "", whole=str)
login = {"user": "seat", "password": "the login's password"}
enrollment.write(folder / "seat.json", enrollment.EnrollmentFile("hub", "north", "seat", login, house.keys.center))
office.store._writer.execute(f"PRAGMA user_version = {len(migrations.STEPS) - 1}")
migrations.apply = lambda writer, *_: writer.execute(f"PRAGMA user_version = {len(migrations.STEPS)}") and 1
office.store.migrate()
rows = [list(row) for row in exports.export_inquiries(office.seat().ask(lambda view: view)).rows]
office.outside["write_table"](folder / "exported.xlsx", ["a"] * len(rows[0]), rows)
(folder / "exported.xlsx").unlink()
try:
    raise FieldInvalid(field="summary", value=words + number + name)
except FieldInvalid as error:
    fault = fault_of(error, "contacts.finalize", "1")
    log_fault(fault)
    (folder / "data" / "fault.txt").write_text(fault.report())
office.store.settle()
print(house.keys.database.hex(), house.keys.center.hex())
sys.stdout.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


def _found(folder: Path, needles: list[bytes]) -> list[tuple[str, bytes]]:
    """Return which file under a folder holds which needle, packed parts read, too."""
    return [
        (path.name, needle)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for content in _contents(path)
        for needle in needles
        if needle in content
    ]


def _contents(path: Path) -> list[bytes]:
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            return [content, *(packed.read(name) for name in packed.namelist())]
    return [content, gzip.decompress(content)] if content[:2] == b"\x1f\x8b" else [content]


def _spelled(*texts: str) -> list[bytes]:
    codes = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
    escaped = [text.encode("ascii", "backslashreplace") for text in texts]
    return sorted({text.encode(code) for text in texts for code in codes} | set(escaped))


def test_a_killed_day_leaves_nothing_in_plain(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    known = {**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary), "TMP": str(temporary)}
    day = [sys.executable, "-c", _DAY, str(tmp_path), NUMBER, NAME, WORDS]
    done = subprocess.run(day, capture_output=True, text=True, env=known, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr
    keys = [bytes.fromhex(one) for one in done.stdout.split()]
    (tmp_path / "key").unlink()  # the key provider that this desk was told to use, and nothing else, holds the key
    left = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert {"onewindow.db", "onewindow.db-wal", "day.backup", "onewindow.log", "fault.txt"} <= left
    assert {"all.bundle", "seat.json"} <= left
    assert any(".before-" in name and name.endswith(".db") for name in left)
    assert any(name.endswith(".sealed") for name in left)
    secret = [form for key in keys for form in (key, key.hex().encode(), key.hex().upper().encode())]
    assert _found(tmp_path, [*_spelled(*_NEEDLES, "the login's password"), *secret]) == []
    assert not any(needle in (done.stdout + done.stderr) for needle in _NEEDLES)


def test_the_search_finds_a_needle_however_it_is_spelled_or_packed(tmp_path: Path) -> None:
    (tmp_path / "plain.log").write_text(f"called {NUMBER}", encoding="utf-8")
    (tmp_path / "wide.bin").write_bytes(NAME.encode("utf-16-le"))
    (tmp_path / "escaped.json").write_bytes(NAME.encode("ascii", "backslashreplace"))
    (tmp_path / "packed.gz").write_bytes(gzip.compress(WORDS.encode()))
    with zipfile.ZipFile(tmp_path / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("sheet.xml", f"<v>{NUMBER}</v>")
    (tmp_path / "clean.txt").write_text("nothing here", encoding="utf-8")
    found = {name for name, _ in _found(tmp_path, _spelled(*_NEEDLES))}
    assert found == {"plain.log", "wide.bin", "escaped.json", "packed.gz", "book.xlsx"}


def _kept(office: Office) -> Iterator[str]:
    """Yield every value of every table of a desk, as text."""
    rows = office.store.rows
    for (table,) in rows.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"):
        yield from (repr(row) for row in rows.all(f'SELECT * FROM "{table}" /* whole: a test */'))


def _at_the_hub(server: Server) -> Iterator[str]:
    """Yield every row of every table of the hub and of what it publishes, as text."""
    found = "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('hub', 'pub')"
    with psycopg.connect(server.place("hub")) as connection:
        for (table,) in connection.execute(found).fetchall():
            yield from (row[0] for row in connection.execute(f"SELECT t::text FROM {table} t".encode()))


def test_who_stands_on_a_list_is_in_no_table_of_the_hub_nor_on_another_station(center: Center, server: Server) -> None:
    here = center.station("here")
    rows = [person(place, name=f"{NAME}{place:02}", phone=f"1381234{place:04}") for place in range(40)]
    frame(here, rows=[*rows, person(99, name=NAME, phone=f"{NUMBER}x")])
    there = center.station("there")
    drawn = here.ask(campaigns.planned, plan(size=1))
    here.do(campaigns.draw, drawn)
    assert center.sync(here).outcome.objects == 1
    center.sync(there)
    hub_project.project(server.place("hub"))
    known = {one.row.name for one in drawn.chosen}
    others = [place for place in range(40) if f"{NAME}{place:02}" not in known]
    for told in ("\n".join(_kept(there)), "\n".join(_at_the_hub(server))):
        assert next(iter(known)) in told  # who was drawn: they are to be called
        assert not any(f"{NAME}{place:02}" in told or f"1381234{place:04}" in told for place in others)
        assert f"{NUMBER}x" not in told
