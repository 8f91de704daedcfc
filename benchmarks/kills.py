"""Kill the program at random moments of a scripted day, a thousand times, and look for what is missing.

``python -m benchmarks.kills [--kills N] [--cuts N] [--seed S] [--keep FOLDER]``. A child process takes calls: it
opens a draft, types, keeps the draft, finalizes, and says on a pipe what is saved, once it is. The parent kills it
(SIGKILL: nothing is flushed, nothing closed) and opens the database again. Every contact that was called saved must
be there, every draft must hold what was last kept, the typing that is gone must be younger than a second, the
journal's chain must be whole, and a rebuild must give the same tables. Then migrations and imports are killed
(``cut_short``).
"""

import argparse
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from app.models.accounts import Person, Role
from app.models.contacts import Channel, ContactDraft, ContactResult, Outcome
from app.outside.clock import SystemClock
from app.outside.public_holidays import public_holidays
from app.services import accounts, contacts, drafts
from app.services.demo_texts import Texts
from app.services.office import Office
from app.store import contacts as contact_rows
from app.store import rebuild
from app.store.journal import Rows
from app.store.sqlcipher import connect
from app.store.store import Store

KEY = bytes(range(32))
PASSWORD = "onewindow"
NAME = "onewindow.db"
#: Most of what was typed that a kill may cost (seconds).
MOST_TYPING_S = 1.0
#: Rounds after which the whole journal is checked; it is checked after the last round in any case.
EVERY = 100
_LONGEST_LIFE_S = 0.35
_PATIENCE_S = 30.0


@dataclass
class Toll:
    """What a run found; everything in ``faults`` should not have happened."""

    kills: int = 0
    saved: int = 0
    kept: int = 0
    records: int = 0
    typing_lost_s: float = 0.0
    faults: list[str] = field(default_factory=list[str])


class Opened:
    """The desk, opened again in this process."""

    def __init__(self, folder: Path) -> None:
        clock = SystemClock()
        self.store = Store.open(folder / NAME, KEY, clock.now)
        self.office = Office(self.store, clock, {"center_secret": KEY, "holidays": public_holidays})
        with self.store.reading() as rows:
            self.office.sign_in(_wang(rows))


def _wang(rows: Rows) -> Person | None:
    from app.store.accounts import by_name

    found = by_name(rows, "wang")
    return found[0] if found else None


def make(folder: Path) -> None:
    """Make a desk with one operator."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = SystemClock()
    store = Store.create(folder / NAME, KEY, clock.now, install_id="kills")
    office = Office(store, clock, {"center_secret": KEY, "holidays": public_holidays})
    office.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR, Role.ADMINISTRATOR))
    store.close()


def live(folder: Path, seed: int, said: int) -> None:
    """Take calls until killed, and write to the pipe ``said`` what is saved. Never returns by itself."""
    desk = Opened(folder)
    rng = Random(seed)
    texts = Texts(rng)
    for left in desk.office.ask(drafts.mine)[:3]:
        _finish(desk.office, left, rng, said)
    while True:
        _take(desk.office, texts, rng, said)


def _say(said: int, *words: object) -> None:
    # One write of a short line to a pipe is whole or not there at all (POSIX, PIPE_BUF).
    os.write(said, (" ".join(str(word) for word in words) + "\n").encode())


def _take(office: Office, texts: Texts, rng: Random, said: int) -> None:
    topic = texts.topic("zh")
    number = f"+861390000{rng.randrange(10_000):04d}"
    fresh = ContactDraft(b"\0" * 16, office.clock.now(), Channel.PHONE_IN, number=number, caller_name="张三")
    draft = office.do(contacts.start, fresh).value
    _say(said, "kept", draft.id.hex(), 0)
    typed = ""
    for _ in range(rng.randrange(1, 5)):
        typed += texts.details("zh", 1)
        _say(said, "typed", draft.id.hex(), len(typed), time.monotonic())
        draft = replace(draft, details=typed)
        office.do(drafts.keep, draft)
        _say(said, "kept", draft.id.hex(), len(typed))
    due_at = office.clock.now()
    summary = texts.summary(topic, "zh")
    draft = replace(draft, category=topic.category, unit=topic.unit, summary=summary, due_at=due_at)
    draft = replace(draft, dispatch_reason=texts.line("due_times", "zh"))
    _finish(office, draft, rng, said)


def _finish(office: Office, draft: ContactDraft, rng: Random, said: int) -> None:
    outcome = rng.choice((Outcome.ANSWERED, Outcome.DISPATCH, Outcome.CALL_BACK, Outcome.NON_INQUIRY))
    if draft.summary is None or draft.category is None:
        outcome = Outcome.NON_INQUIRY  # a draft that an earlier kill left unfinished
    result = ContactResult.SILENT if outcome is Outcome.NON_INQUIRY else None
    done = office.do(contacts.finalize, draft, outcome, result=result).value
    _say(said, "saved", done.contact.hex(), done.inquiry.hex() if done.inquiry else "-")


@dataclass
class _Heard:
    """What one life said before it ended."""

    saved: list[tuple[bytes, bytes | None]] = field(default_factory=list[tuple[bytes, bytes | None]])
    kept: dict[bytes, int] = field(default_factory=dict[bytes, int])
    typed: dict[bytes, tuple[int, float]] = field(default_factory=dict[bytes, tuple[int, float]])

    def line(self, text: str) -> None:
        """Take one line."""
        verb, contact, *rest = text.split()
        row = bytes.fromhex(contact)
        if verb == "saved":
            self.saved.append((row, None if rest[0] == "-" else bytes.fromhex(rest[0])))
            self.kept.pop(row, None)
        elif verb == "kept":
            self.kept[row] = int(rest[0])
        else:
            self.typed[row] = (int(rest[0]), float(rest[1]))


def _start(folder: Path, seed: int) -> tuple[int, int]:
    """Start a life; return its process id and the pipe on which it speaks."""
    heard, said = os.pipe()
    if hasattr(os, "fork"):
        pid = os.fork()
        if pid == 0:
            os.close(heard)
            try:
                live(folder, seed, said)
            finally:
                os._exit(1)
        os.close(said)
        return pid, heard
    command = [sys.executable, "-m", "benchmarks.kills", "--live", str(folder), "--seed", str(seed)]
    child = subprocess.Popen(command, stdout=said)
    os.close(said)
    return child.pid, heard


def _one_life(folder: Path, seed: int, life_s: float) -> tuple[_Heard, float]:
    """Let one child live, kill it, and return what it said and when it was killed."""
    pid, pipe = _start(folder, seed)
    text = b""
    end = time.monotonic() + _PATIENCE_S
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([pipe], [], [], left)
        chunk = os.read(pipe, 65536) if ready else b""
        if not chunk:
            break
        if not text:
            end = time.monotonic() + life_s  # from the first word on
        text += chunk
    killed_at = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    while chunk := os.read(pipe, 65536):
        text += chunk
    os.close(pipe)
    _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"a life ended by itself: {text[-300:]!r}")
    heard = _Heard()
    for line in text.decode().splitlines():
        heard.line(line)
    return heard, killed_at


def _compare(folder: Path, heard: _Heard, killed_at: float, toll: Toll) -> None:
    """Open the desk again and look for everything that was said."""
    desk = Opened(folder)
    with desk.store.reading() as rows:
        for contact, inquiry in heard.saved:
            if not contact_rows.exists(rows, contact):
                toll.faults.append(f"contact {contact.hex()} was called saved and is gone")
            if inquiry and rows.one("SELECT 1 FROM inquiry WHERE id=?", inquiry) is None:
                toll.faults.append(f"inquiry {inquiry.hex()} was called saved and is gone")
        offered = {one.id: len(one.details or "") for one in desk.office.ask(drafts.mine)}
        for contact, length in heard.kept.items():
            if contact not in offered and not contact_rows.exists(rows, contact):
                toll.faults.append(f"draft {contact.hex()} is not offered back")
            elif contact in offered and offered[contact] < length:
                toll.faults.append(f"draft {contact.hex()} has {offered[contact]} of {length} characters")
        _count_typing(heard, offered, killed_at, toll)
    desk.store.close()
    toll.saved += len(heard.saved)
    toll.kept += len(heard.kept)


def _count_typing(heard: _Heard, offered: dict[bytes, int], killed_at: float, toll: Toll) -> None:
    for contact, (length, typed_at) in heard.typed.items():
        if contact in offered and offered[contact] < length:
            toll.typing_lost_s = max(toll.typing_lost_s, killed_at - typed_at)
            if killed_at - typed_at > MOST_TYPING_S:
                toll.faults.append(f"draft {contact.hex()} lost {killed_at - typed_at:.1f} s of typing")


class _RolledBack(Exception):
    """Ends the transaction without keeping it."""


def prove(folder: Path, toll: Toll) -> None:
    """Check the whole chain, every page, and that a rebuild gives the same tables."""
    connection = connect(folder / NAME, KEY)
    broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    connection.close()
    toll.faults += [f"page: {row[0]}" for row in broken]
    desk = Opened(folder)
    chain = rebuild.check_chain(desk.store.rows)
    toll.records = chain.records
    toll.faults += [f"the chain is broken at {place}" for place in chain.broken_at]
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    try:
        with desk.store.write("kills") as tx:
            before = rebuild.digest(tx)
            rebuild.rebuild(tx)
            after = rebuild.digest(tx)
            raise _RolledBack
    except _RolledBack:
        toll.faults += [f"rebuilt {name} differs" for name in before if before[name] != after[name]]
    desk.store.close()


def run(folder: Path, kills: int, *, seed: int = 1) -> Toll:
    """Kill a day in this folder so many times and return what was found."""
    if not (folder / NAME).exists():
        make(folder)
    rng = Random(seed)
    toll = Toll()
    for number in range(1, kills + 1):
        # A fifth of the kills come while the program has hardly begun to speak.
        life_s = rng.random() * (0.02 if rng.random() < 0.2 else _LONGEST_LIFE_S)
        heard, killed_at = _one_life(folder, seed * 1_000_003 + number, life_s)
        _compare(folder, heard, killed_at, toll)
        toll.kills = number
        if number % EVERY == 0 or number == kills:
            prove(folder, toll)
            print(f"  {number} kills, {toll.saved} contacts, {toll.records} records", file=sys.stderr, flush=True)
        if toll.faults:
            break
    return toll


def _cut(folder: Path, cuts: int, seed: int) -> list[str]:
    """Kill migrations of this day's database, and imports; say how many and return what was found."""
    if not cuts or not hasattr(os, "fork"):
        return []
    from benchmarks import cut_short

    found = cut_short.run(folder, folder / "cuts", cuts, seed=seed)
    print(f"{found.migrations} migrations and {found.imports} imports killed, {found.finished_before} had just ended")
    return found.faults


def main(arguments: list[str] | None = None) -> int:
    """Kill, compare, and say what was found; 1 where anything is missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills")
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--cuts", type=int, default=6, help="migrations and imports that are killed after the day")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it")
    parser.add_argument("--live", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.live:
        live(given.live, given.seed, sys.stdout.fileno())
    folder = given.keep or Path(tempfile.mkdtemp(prefix="onewindow-kills-"))
    start = time.monotonic()
    toll = run(folder, given.kills, seed=given.seed)
    print(
        f"{toll.kills} kills in {time.monotonic() - start:.0f} s: {toll.saved} contacts called saved, "
        f"{toll.records} records, at most {toll.typing_lost_s * 1000:.0f} ms of typing gone"
    )
    toll.faults += _cut(folder, given.cuts, given.seed)
    for fault in toll.faults:
        print(f"MISSING: {fault}")
    if not toll.faults:
        print("every saved contact is there, the chain is whole, a rebuild gives the same tables")
        if given.keep is None:
            shutil.rmtree(folder)
    return 1 if toll.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
