"""``python -m benchmarks borders [--seeds N] [--first S]``: desks of several centers hand inquiries to each other.

A seed draws who takes, transfers, starts, answers and decides what and when, who asks never to be called, and what
requests and answers of a sync are lost. Ids come from the operating system, and what depends on their order is not the
seed's: a second run of one may go another way. At the end everybody syncs until nobody has news, which must come to an
end; then: desks of one center show the same; each inquiry is worked on by one center at most and lost by none, or a
conflict is shown; and whoever asked one center never to be called is called by none that has to do with the same
inquiries.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from shutil import copy
from typing import Any, NamedTuple

from app.models.accounts import Person, Role
from app.models.contacts import Channel, ContactDraft, Outcome
from app.models.entities import ENTITIES
from app.models.errors import AppError, DoNotCall, RecordGone
from app.models.ids import new_id
from app.models.inquiries import DONE, InquiryRow, State
from app.models.transfers import Passed, row_there
from app.outside.public_holidays import public_holidays
from app.services import accounts, callers, conflicts, contacts, hub_sync, inquiry_steps, transfers
from app.services.hub_sync import Enrollment, Syncer
from app.services.office import Office
from app.store import accounts as account_rows
from app.store import callers as caller_rows
from app.store import elsewhere
from app.store import inquiries as rows_of
from app.store import sync as sync_rows
from app.store.store import Store
from benchmarks.memory_hub import MemoryHub
from benchmarks.simulated_disks import Line

_KEY = bytes(range(32))
_NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
#: Where the desks are; two of one center see less of each other than they would like.
CENTERS = ("North", "North", "South", "South", "West")
_EVENTS = {"take": 1, "transfer": 8, "part": 4, "work": 3, "decide": 8, "wish": 3, "sync": 14}
#: Rounds in which everything must have come everywhere.
_ROUNDS = 20


class Broken(AssertionError):
    """An invariant does not hold."""


class Clock:
    """A clock that goes on by a second with each thing that happens."""

    def __init__(self) -> None:
        self.at = _NOON

    def now(self) -> datetime:
        """Return the time."""
        return self.at

    def monotonic_s(self) -> float:
        """Return seconds since some moment."""
        return self.at.timestamp()


class Desk(NamedTuple):
    """A desk, its login at the hub, and its center."""

    office: Office
    name: str
    center: str


class _Sync(Line):
    def close(self) -> None:
        """Nothing is open."""


def template(folder: Path) -> Path:
    """Make a database with one supervisor, of which each desk gets a copy."""
    path, clock = folder / "template.db", Clock()
    office = Office(Store.create(path, _KEY, clock.now, install_id="borders"), clock, {"center_secret": _KEY})
    office.do(accounts.create, "li", "Li", "correct horse battery", (Role.ADMINISTRATOR, Role.SUPERVISOR))
    office.store.close()
    return path


class World:
    """Desks, what happens at them as a seed draws it, and what has to hold at the end."""

    def __init__(self, seed: int, desks: Sequence[Desk], hub: MemoryHub, clock: Clock) -> None:
        self.seed, self.random = seed, Random(seed)
        self.desks, self.hub, self.clock = desks, hub, clock
        self.loss = self.random.choice((0.0, 0.05, 0.2))
        self.sound = True
        self.count: Counter[str] = Counter()
        #: Who asked never to be called: center, card, and whether a number was named.
        self.wishes: list[tuple[str, bytes, bool]] = []

    def connect(self, login: Mapping[str, str]) -> Any:
        """Return the hub over a line that may lose what goes over it."""
        return _Sync(self.hub.login(login["user"]), self.random, 0.0 if self.sound else self.loss, _nothing)

    def begin(self) -> None:
        """Let every desk belong to the hub and hear of the others."""
        for desk in self.desks:
            self.hub.enroll(desk.name, desk.center, ("program",))
            desk.office.outside["sync"] = Syncer(desk.office, self.connect, "1.0")
            desk.office.do(hub_sync.join, Enrollment("hub", desk.center, desk.name, {"user": desk.name}))
        self.settle()
        for desk in self.desks:  # whoever sat there when the center's accounts came has got up
            desk.office.sign_in(_somebody(desk.office))
        self.random.seed(f"after joining {self.seed}")  # how often that asks the hub moves nothing that follows

    def run(self, steps: int) -> Counter[str]:
        """Let so many things happen, settle, and look."""
        names, weights = list(_EVENTS), list(_EVENTS.values())
        for _ in range(2):
            self.clock.at += timedelta(seconds=9)
            self.take(self.random.choice(self.desks))
            self.count["take"] += 1
        self.settle()
        self.sound = False
        for _ in range(steps):
            event = self.random.choices(names, weights)[0]
            self.clock.at += timedelta(seconds=self.random.randint(1, 600))
            happens: Callable[[Desk], None] = getattr(self, event)
            try:
                happens(self.random.choice(self.desks))
                self.count[event] += 1
            except AppError as error:
                self.count[type(error).__name__] += 1
        self.sound = True
        self.settle()
        self.look()
        return self.count

    # ---- what happens

    def take(self, desk: Desk) -> None:
        """Somebody calls: a person with a number of their own."""
        number = f"139 0000 {1000 + self.count['take']}"
        given = ContactDraft(
            id=b"\0" * 16, opened_at=self.clock.at, channel=Channel.PHONE_IN, number=number, caller_name=number,
            category="consult.immunization.hpv", summary="Asks", dispatch_reason="Agreed", unit="H01",
            due_at=self.clock.at + timedelta(days=2),
        )  # fmt: skip
        started = desk.office.do(contacts.start, given).value
        desk.office.do(contacts.finalize, replace(given, id=started.id), Outcome.DISPATCH)

    def transfer(self, desk: Desk) -> None:
        """An inquiry goes to another center."""
        row = self._any(desk, State.CLOSED, State.CANCELLED)
        self._send(desk, row.id, self.random.choice(self._others(desk)))

    def part(self, desk: Desk) -> None:
        """Desks of one center send one inquiry to several others, unseen by each other."""
        row = self._any(desk, State.CLOSED, State.CANCELLED)
        centers = self._others(desk)
        self.random.shuffle(centers)
        for one, center in zip(self._with(desk), centers, strict=False):
            self._send(one, row.id, center)
        self.count["parted"] += 1

    def _others(self, desk: Desk) -> list[str]:
        return [one for one in sorted({each.center for each in self.desks}) if one != desk.center]

    def _with(self, desk: Desk) -> list[Desk]:
        """Return the desks of a desk's center."""
        return [one for one in self.desks if one.center == desk.center]

    def _send(self, desk: Desk, inquiry: bytes, center: str) -> None:
        passed = self.random.choice((Passed.MATTER, Passed.CALLER, Passed.CALLER))
        desk.office.do(transfers.transfer, inquiry, center, "Lives there", passed)

    def work(self, desk: Desk) -> None:
        """Somebody begins with it, or ends it."""
        row = self._any(desk, State.CLOSED, State.CANCELLED)
        desk.office.do(inquiry_steps.take, row.id, self.random.choice(("start", "start", "close")), note="done")

    def decide(self, desk: Desk) -> None:
        """Supervisors of one center say where an inquiry stays, perhaps unseen by each other."""
        for each in self._with(desk):
            waiting = [one for one in each.office.ask(conflicts.waiting) if one.field == "moved_to"]
            if waiting and self.random.random() < 0.7:
                one = self.random.choice(waiting)
                chosen = self.random.choice(one.choices).uid
                each.office.do(conflicts.decide, one.entity, one.row_id, one.field, chosen)
                self.count["decided"] += 1

    def wish(self, desk: Desk) -> None:
        """A caller asks never to be called."""
        row = self._any(desk)
        card = caller_rows.by_id(desk.office.store.rows, row.caller) if row.caller else None
        if card is not None:
            number = self.random.choice((*card.numbers, ""))
            desk.office.do(callers.do_not_call, number, caller=card.id)
            self.wishes.append((desk.center, card.id, bool(number)))

    def sync(self, desk: Desk) -> None:
        """A sync, whole or of what is here only, over the line as it is."""
        desk.office.ask(hub_sync.run, told=_heard, whole=self.random.random() < 0.8)

    def _any(self, desk: Desk, *but: State) -> InquiryRow:
        rows = [one for one in _rows(desk) if one.state not in but]
        if not rows:
            raise RecordGone(entity="inquiry", id="")
        return self.random.choice(rows)

    # ---- what has to hold

    def settle(self) -> None:
        """Sync until nobody has news for anybody."""
        for _ in range(_ROUNDS):
            news = 0
            for desk in self.desks:
                self.clock.at += timedelta(seconds=1)
                done = desk.office.ask(hub_sync.run, told=_heard, check=True).outcome
                news += done.pushed + done.pulled
                if done.unequal:
                    raise Broken(f"{desk.name} has not what the hub has of {done.unequal}")
            if not news:
                return
        raise Broken("centers go on telling each other")

    def look(self) -> None:
        """Look whether everything holds."""
        first = {desk.center: desk for desk in reversed(self.desks)}
        for desk in self.desks:
            if _shown(desk) != _shown(first[desk.center]):
                raise Broken(f"{desk.name} shows something else than {first[desk.center].name}")
        for desk in first.values():
            for row in _rows(desk):
                if not row.came_from:
                    self._look_at(row, _everywhere(first, desk, row))
        for center, card, named in self.wishes:
            self._look_for(first, center, card, named)

    def _look_at(self, root: InquiryRow, found: list[tuple[Desk, InquiryRow]]) -> None:
        if any(_is_rival(desk, row) for desk, row in found):
            self.count["conflicts"] += 1
            return
        working = [desk.center for desk, row in found if row.state not in DONE and not row.moved_to]
        answered = [desk.center for desk, row in found if row.state is State.CLOSED]
        if len(working) > 1 or not (working or answered):
            told = [(desk.center, row.state.value, row.moved_to) for desk, row in found]
            raise Broken(f"{root.number} is worked on in {working}, answered in {answered}: {told}")
        self.count["matters"] += 1

    def _look_for(self, first: Mapping[str, Desk], center: str, card: bytes, named: bool) -> None:
        """Look at every card that shares an inquiry with the one on which the wish stands, and so on."""
        left, seen = [(center, card)], set[tuple[str, bytes]]()
        while left:
            here = left.pop()
            if here in seen:
                continue
            seen.add(here)
            desk = first[here[0]]
            known = caller_rows.by_id(desk.office.store.rows, here[1])
            for number in known.numbers if known else ():
                if _is_dialed(desk, number, here[1]) or (named and _is_dialed(desk, number, None)):
                    raise Broken(f"{number} asked {center} never to be called, and {here[0]} may")
            for row in _rows(desk):
                if row.caller == here[1]:
                    around = _everywhere(first, *_root(first, desk, row))
                    left += [(each.center, one.caller) for each, one in around if one.caller]
        self.count["cards"] += len(seen)


def _rows(desk: Desk) -> list[InquiryRow]:
    ids = desk.office.store.rows.all("SELECT id FROM inquiry /* whole: a few */ ORDER BY id")
    found = (rows_of.by_id(desk.office.store.rows, row[0]) for row in ids)
    return [one for one in found if one is not None]


def _root(first: Mapping[str, Desk], desk: Desk, row: InquiryRow) -> tuple[Desk, InquiryRow]:
    """Return where an inquiry was taken."""
    while row.came_from and row.came_as:
        desk = first[row.came_from]
        before = rows_of.by_id(desk.office.store.rows, row.came_as)
        if before is None:
            raise Broken(f"{row.number} came from nowhere")
        row = before
    return desk, row


def _everywhere(first: Mapping[str, Desk], desk: Desk, row: InquiryRow) -> list[tuple[Desk, InquiryRow]]:
    """Return what became of an inquiry at every center."""
    found = [(desk, row)]
    for center in elsewhere.ever_sent_to(desk.office.store.rows, row.id):
        there = rows_of.by_id(first[center].office.store.rows, row_there(row.id, center))
        if there is None:
            raise Broken(f"{row.number} did not come to {center}")
        found += _everywhere(first, first[center], there)
    return found


def _is_rival(desk: Desk, row: InquiryRow) -> bool:
    sql = "SELECT conflicts FROM inquiry WHERE id=?"
    found = desk.office.store.rows.one(sql, row.id)
    return found is not None and found[0] is not None


def _is_dialed(desk: Desk, number: str, card: bytes | None) -> bool:
    try:
        desk.office.ask(callers.may_dial, number, caller=card)
    except DoNotCall:
        return False
    return True


def _shown(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Return what a desk shows of what crosses borders, but for the place of a row among those of one second."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for name in ("inquiry", "inquiry_event", "caller", "caller_phone", "dnc"):
        fields = ", ".join(f'"{one.name}"' for one in ENTITIES[name].fields)
        sql = f"SELECT id, {fields}, conflicts FROM {name} /* whole: a few */ ORDER BY id"
        found[name] = desk.office.store.rows.all(sql)
    return found


def _heard(_phase: str, _done: int) -> None:
    """Nobody looks."""


def _nothing() -> None:
    """Nothing comes between."""


@contextmanager
def world(seed: int, kept: Path, folder: Path, centers: Sequence[str] = CENTERS) -> Generator[World]:
    """Give a world whose desks belong to these centers. ``kept``: the template, ``folder``: where their files lie."""
    clock = Clock()
    with ExitStack() as stack:
        desks: list[Desk] = []
        for number, center in enumerate(centers):
            path = folder / f"{number}.db"
            copy(kept, path)
            store = Store.open(path, _KEY, clock.now)
            stack.callback(store.close)
            with store.write("") as tx:  # the template's records under an origin of its own: it is no twin of another
                sync_rows.move(tx, new_id(tx.writer.now_ms), sync_rows.own_end(tx)._replace(seq=0, hash=b""), ())
            office = Office(store, clock, {"center_secret": _KEY, "holidays": public_holidays})
            office.sign_in(_somebody(office))
            desks.append(Desk(office, f"pc{number}", center))
        made = World(seed, desks, MemoryHub(clock.now), clock)
        made.begin()
        yield made


def _somebody(office: Office) -> Person:
    with office.store.reading() as rows:
        return next(one for one in account_rows.everyone(rows) if one.name == "li")


def main(arguments: list[str] | None = None) -> int:
    """Run worlds; 1 where one of them breaks."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks borders", description=__doc__)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--steps", type=int, default=80)
    given = parser.parse_args(arguments)
    total: Counter[str] = Counter()
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        kept = template(Path(folder))
        for seed in range(given.first, given.first + given.seeds):
            with tempfile.TemporaryDirectory() as place, world(seed, kept, Path(place)) as made:
                try:
                    total += made.run(given.steps)
                except Broken as error:
                    broken += 1
                    print(f"seed {seed}: {error}", file=sys.stderr)
    print(f"{given.seeds} seeds, {broken} broken: " + ", ".join(f"{name} {n}" for name, n in sorted(total.items())))
    return 1 if broken else 0
