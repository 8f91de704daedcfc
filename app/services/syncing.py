"""One sync of a station with its hub: greet, push, verify, pull, check, repair. Resumable at any point.

Every step is one transaction on one side; one that was cut is simply done again. Nothing here believes its own memory
of what the hub has: the hub says at each greeting how far it knows us, and every mark is compared by its hash. A clone,
a restored disk, a restored hub: all show as a hash that differs, and the one reaction is to go on under a new origin.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import ParamSpec, Protocol, TypeVar

from app.models.changes import Touched
from app.models.ids import new_id
from app.models.sync import (
    BATCH_BYTES,
    BATCH_RECORDS,
    Chunk,
    Hello,
    Mark,
    Outcome,
    Summary,
    Wire,
    measured,
    summary_of,
)
from app.models.sync_errors import ChainRefused, HubRefusedLogin, OutOfStep
from app.services import newcomers
from app.services.comebacks import Attended, Comebacks
from app.services.giving_back import Following, give_back
from app.services.hub_refusals import refuse, refuse_older, refuse_other
from app.services.newcomers import Knowing
from app.store import newcomers as newcomer_rows
from app.store import succession, sync_apply
from app.store import sync as rows_of
from app.store.journal import Rows, Tx

#: Version of what stations and hubs say to each other; a hub may ask for one at least.
PROTOCOL = 1
#: How often a push greets again before it gives up.
_TRIES = 4
P = ParamSpec("P")
T = TypeVar("T")


class Hub(Attended, Knowing, Protocol):
    """What a station asks of the hub. Each method is one round trip, and one transaction there."""

    def hello(self, origin: bytes) -> Hello:
        """Greet: who are you, what time is it, how far do you know me?"""
        ...

    def hashes(self, origin: bytes, seqs: Sequence[int]) -> list[bytes]:
        """Return the hashes at these places of an origin's chain; empty where there is none."""
        ...

    def push(self, rows: Sequence[Wire]) -> None:
        """Append records of one chain, all or none. Raises ``OutOfStep``."""
        ...

    def verify(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return the marks that the hub does not have."""
        ...

    def pull(self, scope: str, have: Sequence[Mark]) -> Iterator[Chunk]:
        """Give every record of a scope beyond what we have, from one moment's view; a mark that it lacks counts not."""
        ...

    def summary(self, scope: str, have: Sequence[Mark]) -> Summary:
        """Return the summary of the different records of a scope up to what we have."""
        ...

    def missing(self, uids: Sequence[bytes]) -> set[bytes]:
        """Return which of these records the hub has nowhere."""
        ...

    def note(self, origin: bytes, skew_ms: int, begun: int) -> None:
        """Say that the sync has ended well, how far our clock is off, and at which count of comebacks it began."""
        ...


class Station(Protocol):
    """The station's database: the store, or a simulated disk."""

    def write(self, actor: str, *, scope: str = ..., now: datetime | None = ...) -> AbstractContextManager[Tx]:
        """Open one transaction."""
        ...

    def reading(self) -> AbstractContextManager[Rows]:
        """Give a reader."""
        ...


class Watch(Protocol):
    """Hears how far a sync has come. Raising anything from here stops it where it is, with nothing lost."""

    def at(self, phase: str, done: int) -> None:
        """Take the progress: a phase (greet, push, verify, pull, check, repair) and records done in it."""
        ...

    def taken(self, tx: Tx, touched: Sequence[Touched]) -> None:
        """Bring what follows from these rows up to date, inside the transaction that brought them."""
        ...


class Silent:
    """A watch that shows nothing and has nothing that follows."""

    def at(self, phase: str, done: int) -> None:
        """Take the progress."""

    def taken(self, tx: Tx, touched: Sequence[Touched]) -> None:
        """Nothing follows."""


class Exchange:
    """One sync. ``now`` is this computer's clock, uncorrected."""

    def __init__(self, station: Station, hub: Hub, now: Callable[[], datetime], watch: Watch | None = None) -> None:
        self.station = station
        self.hub = hub
        self._now = now
        self._watch: Watch = watch or Silent()
        self.outcome = Outcome()

    def push_only(self) -> Outcome:
        """Greet and push: what happens every few minutes while a network is there."""
        self._push(self._asked(self.greet()))
        return self.outcome

    def run(self, *, check: bool = False) -> Outcome:
        """Sync whole. ``check`` also compares every scope with the hub's, as the nightly run does."""
        hello = self._asked(self.greet())
        comebacks = self._arrive(hello)
        pushed = self._push(hello)
        refuse_older(hello, PROTOCOL)
        pushed = self._attend(comebacks, pushed)
        if self._verify() or self.outcome.rewound:
            comebacks.went_back(witness=True)
        for scope in hello.read:
            self._pull(scope, pushed)
        with self.station.reading() as rows:
            owed = check or rows_of.check_due(rows)
        if owed:
            self._check_all(hello, pushed)
        whole = not self.outcome.unequal
        self._trip(self.hub.note, pushed.origin, self.outcome.skew_ms, hello.count if whole else 0)
        if whole:
            with self.station.write("") as tx:
                comebacks.leave(tx)
        return self.outcome

    def _asked(self, hello: Hello) -> Hello:
        """After joining, and before anything is sent, settle whose accounts go on, and tell the center."""
        repaired = self.outcome.repaired
        newcomers.arrive(
            self.station, self.hub, hello=hello, protocol=PROTOCOL, trip=self._trip, taken=self._watch.taken
        )
        self._give(lambda rows, place: newcomers.untold(rows, place, hello.head.seq), first=True)
        self.outcome = replace(self.outcome, repaired=repaired)  # that was no repair
        return hello

    def _arrive(self, hello: Hello) -> Comebacks:
        """Look whether the hub went back; where this station was restored, write down whom it succeeds to."""
        comebacks = Comebacks(self.hub, hello, self._trip)
        with self.station.reading() as rows:
            claims = comebacks.arrive(rows)
        if claims:
            with self.station.write("") as tx:
                succession.claim(tx)
        return comebacks

    def _attend(self, comebacks: Comebacks, pushed: Mark) -> Mark:
        """Take our seat at the hub after everything of ours is there, and return how far it knows us then.

        Where somebody else has taken the fresh name that a restored station had told of, it takes yet another one.
        A copied disk that has written nothing yet leaves the chain to whoever sits there.
        """
        try:
            _sit_down(self.station, comebacks, pushed)
        except HubRefusedLogin:
            with self.station.write("") as tx:
                left = not pushed.seq and rows_of.move(tx, new_id(tx.writer.now_ms), pushed, ()) is not None
                if not left and not succession.rename(tx):
                    raise
            pushed = self._push(self.greet())
            _sit_down(self.station, comebacks, pushed)
        return pushed

    def greet(self) -> Hello:
        """Greet, refuse a hub that is not ours, correct the clock, and move to a fresh origin where the chains part."""
        self._watch.at("greet", 0)
        with self.station.reading() as rows:
            facts = rows_of.facts(rows)
        before = self._now()
        try:
            hello = self._trip(self.hub.hello, facts.origin)
        except HubRefusedLogin as error:
            refuse_other(str(error.facts.get("found", facts.hub_id)), facts.hub_id)
            raise
        refuse(hello, facts)
        skew, offset = measured(before, hello.now, self._now(), facts.offset_ms)
        self.outcome = replace(self.outcome, skew_ms=skew)
        if offset != facts.offset_ms:
            with self.station.write("") as tx:
                rows_of.set_offset(tx, offset)
        return self._same_chain(hello)

    def _same_chain(self, hello: Hello) -> Hello:
        """Return a greeting whose head is a place in our own chain; where it is none, go on under a fresh origin."""
        with self.station.reading() as rows:
            own = rows_of.own_end(rows)
            here = rows_of.hash_at(rows, own.origin, min(own.seq, hello.head.seq))
        head = hello.head
        if head.mine and head.seq <= own.seq and here == head.hash:
            return hello
        common = self._common(own, min(own.seq, head.seq))
        with self.station.write("") as tx:
            moved = rows_of.move(tx, new_id(tx.writer.now_ms), common, hello.read)
        if moved is None:
            return self.greet()  # another sync of this station moved it meanwhile: what we compared is no more
        self.outcome = replace(self.outcome, readdressed=True)
        with self.station.reading() as rows:
            origin = rows_of.own_end(rows).origin
        again = self._trip(self.hub.hello, origin)
        return replace(again, now=hello.now)

    def _common(self, own: Mark, most: int) -> Mark:
        """Return the end of the prefix that our chain and the hub's have in common, by bisection."""
        low, low_hash = 0, b""
        high = most + 1
        while high - low > 1:
            middle = (low + high) // 2
            there = self._trip(self.hub.hashes, own.origin, [middle])[0]
            with self.station.reading() as rows:
                here = rows_of.hash_at(rows, own.origin, middle)
            if here and here == there:
                low, low_hash = middle, here
            else:
                high = middle
        return Mark(own.origin, low, low_hash)

    def _push(self, hello: Hello) -> Mark:
        """Push from the hub's word on, and return how far it knows us then."""
        code = ""
        for _ in range(_TRIES):
            try:
                return self._push_from(hello)
            except OutOfStep as error:
                code = str(error.facts.get("code", ""))
                hello = self.greet()
        raise ChainRefused(code=code)

    def _push_from(self, hello: Hello) -> Mark:
        with self.station.reading() as rows:
            own = rows_of.own_end(rows)
            last = Mark(own.origin, hello.head.seq, hello.head.hash)
            place = rows_of.place_after(rows, last.origin, last.seq)
        while True:
            with self.station.reading() as rows:
                place, batch = rows_of.next_batch(rows, last.origin, place, BATCH_RECORDS, BATCH_BYTES)
            if not batch:
                return last
            self._trip(self.hub.push, batch)
            last = Mark(last.origin, batch[-1].seq, batch[-1].hash)
            self.outcome = replace(self.outcome, pushed=self.outcome.pushed + len(batch))
            self._acknowledge(last)
            self._watch.at("push", self.outcome.pushed)

    def _acknowledge(self, last: Mark) -> None:
        """Remember how far the hub took our records: for what the window shows, never for the protocol."""
        with self.station.write("") as tx:
            rows_of.set_acknowledged(tx, last)
            newcomer_rows.sent(tx)

    def _verify(self) -> bool:
        """Ask whether the hub still has what it once gave; forget the marks that it lacks, and owe a comparison.

        Return whether it lacked any: it went back.
        """
        self._watch.at("verify", 0)
        with self.station.reading() as rows:
            marks = rows_of.marks(rows)
        lost = self._trip(self.hub.verify, marks) if marks else []
        if lost:
            with self.station.write("") as tx:
                rows_of.forget_marks(tx, lost)
                rows_of.set_check_due(tx, due=True)
            self.outcome = replace(self.outcome, rewound=self.outcome.rewound + len(lost))
        return bool(lost)

    def _pull(self, scope: str, pushed: Mark) -> None:
        with self.station.reading() as rows:
            have = _have(rows, scope, pushed)
        self.outcome = replace(self.outcome, trips=self.outcome.trips + 1)
        for chunk in self.hub.pull(scope, have):
            self._take(scope, chunk, pushed.origin)
            self._watch.at("pull", self.outcome.pulled)

    def _take(self, scope: str, chunk: Chunk, own: bytes) -> None:
        """Take one chunk in: records, the rows that they make, and the marks, in one transaction.

        What a clone of ours has pushed under our own origin is left alone: the next greeting moves us away from it.
        """
        arrived = [row for row in chunk.rows if row.origin != own]
        reached = [mark for mark in chunk.marks if mark.origin != own]
        with self.station.write("") as tx:
            taken = sync_apply.take(tx, arrived)
            rows_of.set_marks(tx, scope, reached)
            self._watch.taken(tx, taken.touched)
        was = self.outcome
        self.outcome = replace(was, pulled=was.pulled + taken.new, quarantined=was.quarantined + taken.quarantined)

    def _check_all(self, hello: Hello, pushed: Mark) -> None:
        for scope in hello.read:
            self._check(scope, hello.center, pushed)
        self._bring(hello, pushed)
        self.outcome = replace(self.outcome, checked=True)
        if not self.outcome.unequal:
            with self.station.write("") as tx:
                rows_of.set_check_due(tx, due=False)

    def _check(self, scope: str, center: str, pushed: Mark) -> None:
        """Compare a scope with the hub's; where they differ, give the hub what it lacks and pull the scope again."""
        if self._is_equal(scope, center, pushed):
            return
        names = rows_of.names(scope, center)
        self._give(lambda rows, place: newcomers.accounts(rows, place, names, pushed), first=True)
        self._give(lambda rows, place: rows_of.next_of_scope(rows, names, place, BATCH_RECORDS, pushed))
        with self.station.write("") as tx:
            rows_of.forget_scope(tx, scope)
        self._pull(scope, pushed)
        if not self._is_equal(scope, center, pushed):
            self.outcome = replace(self.outcome, unequal=(*self.outcome.unequal, scope))

    def _is_equal(self, scope: str, center: str, pushed: Mark) -> bool:
        self._watch.at("check", 0)
        with self.station.reading() as rows:
            have = _have(rows, scope, pushed)
            here = summary_of(rows_of.uids(rows, rows_of.names(scope, center), pushed))
        return self._trip(self.hub.summary, scope, have) == here

    def _bring(self, hello: Hello, pushed: Mark) -> None:
        """Give the hub what came in bundles for whom we do not read: other centers, and those who read the read log."""
        read = [name for scope in hello.read for name in rows_of.names(scope, hello.center)]
        self._give(lambda rows, place: rows_of.next_carried(rows, read, place, BATCH_RECORDS, pushed))

    def _give(self, following: Following, *, first: bool = False) -> None:
        """Give the hub what it lacks of this; ``first``: in a chain that others read before all those of stations."""
        before = self.outcome.repaired

        def moved(given: int) -> None:
            self.outcome = replace(self.outcome, repaired=before + given)
            self._watch.at("repair", before + given)

        origin = new_id(0 if first else int(self._now().timestamp() * 1000))
        give_back(self.station, self.hub, trip=self._trip, origin=origin, following=following, moved=moved)

    def _trip(self, asked: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.outcome = replace(self.outcome, trips=self.outcome.trips + 1)
        return asked(*args, **kwargs)


def _sit_down(station: Station, comebacks: Comebacks, pushed: Mark) -> None:
    with station.reading() as rows:
        raised = comebacks.attend(rows, pushed.origin)
    if raised:
        with station.write("") as tx:
            succession.set_count(tx, raised)


def _have(rows: Rows, scope: str, pushed: Mark) -> list[Mark]:
    """Return the marks of a scope, and how far the hub has our own chain."""
    return [*(mark for mark in rows_of.marks_of(rows, scope) if mark.origin != pushed.origin), pushed]
