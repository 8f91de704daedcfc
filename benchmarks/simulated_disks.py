"""Disks, lines and crashes of the simulation: the store's transactions on SQLite in memory, failing where told to.

The journal, the fold, the projections and the protocol are the program's own; only the file, the network and the time
are made up. A crash loses the open transaction, as a killed process does.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from random import Random
from typing import Any

from sqlcipher3 import dbapi2

from app.models.ids import new_id
from app.models.succession import Seat
from app.models.sync import Chunk, Mark, Summary, Wire
from app.models.sync_errors import HubUnreachable
from app.store import migrations
from app.store.journal import Rows, Tx, Writer
from benchmarks.memory_hub import MemoryLogin

#: Tables that the simulation writes; the others would only cost time at each copy.
_TABLES = (
    "journal",
    "redacted",
    "elsewhere",
    "vec",
    "meta",
    "quarantine",
    "caller",
    "caller_flag",
    "inquiry",
    "roster",
    "sync_log",
    "lease",
    "person",
    "station",
)


class Crash(Exception):
    """The process was killed."""


def blank() -> Any:
    """Return a migrated database in memory, without the tables that nothing here writes."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrations.apply(connection, "")
    for name, kind in connection.execute(
        "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')"
    ).fetchall():
        if name not in _TABLES and not name.startswith("sqlite_"):
            connection.execute(f"DROP {kind} IF EXISTS {name}")
    connection.execute("VACUUM")
    return connection


def copied(connection: Any) -> Any:
    """Return a copy of a disk, for whatever thread works on it."""
    target = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.backup(target)
    return target


class Disk:
    """One machine's database. ``failing`` is asked at each commit: "" goes on, "before" and "after" crash there."""

    kind: type[Tx] = Tx

    def __init__(self, connection: Any, now_ms: Callable[[], int], failing: Callable[[], str]) -> None:
        self.now_ms = now_ms
        self.failing = failing
        self.insert(connection)

    def insert(self, connection: Any) -> None:
        """Put another disk's contents in."""
        self.connection = connection
        self.connection.create_function("journal_applying", 0, _applying)

    def now(self) -> datetime:
        """Return this machine's clock."""
        return datetime.fromtimestamp(self.now_ms() / 1000, UTC)

    @contextmanager
    def write(self, actor: str, *, scope: str = "center", now: datetime | None = None) -> Generator[Tx]:
        """Open one transaction as the store does."""
        here = dict(
            self.connection.execute("SELECT k, v FROM meta WHERE k IN ('origin', 'clock_offset_ms')").fetchall()
        )
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            at = now or self.now()
            yield self.kind(self.connection, Writer(here["origin"], actor, scope, at, here.get("clock_offset_ms", 0)))
            fate = self.failing()
            if fate == "before":
                raise Crash
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        if fate == "after":
            raise Crash

    @contextmanager
    def reading(self) -> Generator[Rows]:
        """Give a reader."""
        yield Rows(self.connection)

    def install(self, hub_id: str) -> None:
        """Make a fresh installation, enrolled at a hub."""
        sql = "INSERT OR REPLACE INTO meta(k, v) VALUES('origin', ?), ('hub_id', ?)"
        self.connection.execute(sql, (new_id(self.now_ms()), hub_id))


def _applying() -> int:
    return 1


class Line:
    """A network that loses requests and answers, and lets others come between."""

    def __init__(self, login: MemoryLogin, random: Random, loss: float, between: Callable[[], None]) -> None:
        self.login = login
        self.random = random
        self.loss = loss
        self.between = between
        self.lost = 0

    def _carry(self, asked: Callable[..., Any], *arguments: object) -> Any:
        self.between()
        self._lose("request")
        answer = asked(*arguments)
        self._lose("answer")
        return answer

    def _lose(self, what: str) -> None:
        if self.random.random() < self.loss:
            self.lost += 1
            raise HubUnreachable(reason=what)

    def hello(self, origin: bytes) -> Any:
        return self._carry(self.login.hello, origin)

    def hashes(self, origin: bytes, seqs: Sequence[int]) -> list[bytes]:
        return self._carry(self.login.hashes, origin, seqs)

    def push(self, rows: Sequence[Wire]) -> None:
        self._carry(self.login.push, rows)

    def verify(self, marks: Sequence[Mark]) -> list[Mark]:
        return self._carry(self.login.verify, marks)

    def pull(self, scope: str, have: Sequence[Mark]) -> Iterator[Chunk]:
        for chunk in self._carry(self.login.pull, scope, have):
            yield chunk
            self._lose("request")

    def summary(self, scope: str, have: Sequence[Mark]) -> Summary:
        return self._carry(self.login.summary, scope, have)

    def missing(self, uids: Sequence[bytes]) -> set[bytes]:
        return self._carry(self.login.missing, uids)

    def people(self, center: str) -> list[Wire]:
        return self._carry(self.login.people, center)

    def attend(self, origin: bytes, name: str, returned: bool) -> int:
        return self._carry(self.login.attend, origin, name, returned)

    def seats(self) -> list[Seat]:
        return self._carry(self.login.seats)

    def went_back(self, known: int) -> int:
        return self._carry(self.login.went_back, known)

    def note(self, origin: bytes, skew_ms: int, begun: int) -> None:
        self._carry(self.login.note, origin, skew_ms, begun)
