"""The store: one writer, a read-only reader for each thread, over one encrypted file.

``write`` opens the only kind of transaction there is. What it raises is already in the house's words.
"""

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from app.models.errors import AppError, DiskFull, NoRoomToOpen
from app.models.ids import new_id
from app.store import fresh, migrations, pairs, practice, search, shapes, upgrade_copies
from app.store.journal import Rows, Tx, Writer
from app.store.sqlcipher import Connection, Error, connect, keep_private, translated

#: How long a long command lets go of the file between two parts (seconds): SQLite looks again each tenth of a second.
_GAP_S = 0.11
_NEVER = threading.Event()
#: Beside a database that was put back from a backup, until it is opened.
RESTORED = ".restored"
_HERE = "SELECT k, v FROM meta WHERE k IN ('origin', 'clock_offset_ms')"


def _nothing() -> None:
    """Nobody waits."""


class Store:
    """One station's database. Make it with ``create`` or ``open``; ``close`` when the program ends."""

    def __init__(self, path: Path, key: bytes, now: Callable[[], datetime]) -> None:
        self.path = path
        self._key = key
        self._now = now
        self._lock = threading.RLock()
        self._applying = False
        self._has_origin = False
        #: Called between two parts of a long command, so that what waits in a queue of this program is done first.
        self.between: Callable[[], None] = _nothing
        self._waiting = 0
        self._local = threading.local()
        self._readers: list[Connection] = []
        self._asked: list[Rows] = []
        keep_private(path)
        self._writer = connect(path, key)
        self._writer.create_function("journal_applying", 0, self._is_applying)

    @classmethod
    def create(cls, path: Path, key: bytes, now: Callable[[], datetime], *, install_id: str) -> "Store":
        """Make a new database with its first origin. The caller has made sure that there is none."""
        store = cls(path, key, now)
        store.migrate()
        store.set_meta(install_id=install_id, origin=new_id(int(now().timestamp() * 1000)))
        with store.write("") as tx:
            shapes.remember(tx)
        return store

    @classmethod
    def like(cls, other: Rows, path: Path, key: bytes, now: Callable[[], datetime]) -> "Store":
        """Make a new, empty database in the shape of another that is up to date. It must not be there yet."""
        store = cls(path, key, now)
        with store._said():
            practice.shape(store._writer, other)
        store.set_meta(install_id="practice", origin=new_id(int(now().timestamp() * 1000)))
        with store.write("") as tx:
            shapes.remember(tx)
        return store

    @classmethod
    def open(
        cls, path: Path, key: bytes, now: Callable[[], datetime], told: Callable[[int, int], None] | None = None
    ) -> "Store":
        """Open an existing database and bring it up to date; ``told`` hears how many of how many steps are done.

        Raises ``WrongKey``, ``DatabaseTooNew`` …
        """
        try:
            store = cls(path, key, now)
            try:
                store.migrate(told)
                store._show_what_was_unknown(told)
                store._note_restore()
            except AppError:
                store.close()
                raise
        except DiskFull as error:
            raise NoRoomToOpen(path=str(path)) from error
        return store

    def _show_what_was_unknown(self, told: Callable[[int, int], None] | None) -> None:
        """Show what a former program kept without knowing it."""
        if self.meta(shapes.STATE) != shapes.state():
            if told is not None:
                told(0, 1)
            with self.write("") as tx:
                shapes.follow(tx)

    def _note_restore(self) -> None:
        """Take up a fresh name where this file was put back from a backup."""
        mark = self.path.with_name(self.path.name + RESTORED)
        if mark.exists():
            from app.store import succession

            with self.write("") as tx:
                succession.begin(tx, self._now())
            mark.unlink()

    def migrate(self, told: Callable[[int, int], None] | None = None) -> int:
        """Take missing schema steps (with a backup beside the file first) and return how many."""
        with self._said():
            found = migrations.version_of(self._writer)
            if 0 < found < len(migrations.STEPS):
                if told is not None:
                    told(0, len(migrations.STEPS) - found)
                upgrade_copies.leave(self, found, len(migrations.STEPS))
            taken = migrations.apply(self._writer, str(self.path), told)
            self._waiting = fresh.last_record(self._writer) - fresh.indexed_up_to(self._writer)
        return taken

    def copy_to(self, target: Path) -> None:
        """Write a consistent, encrypted copy (``VACUUM INTO``: never a copied WAL file). Replaces the target."""
        pairs.clear(target)
        keep_private(target)
        connection = connect(self.path, self._key)  # of its own: others go on saving, and none of them is cut off
        try:
            with self._said():
                connection.execute("VACUUM INTO ?", (str(target),))
        finally:
            connection.close()

    @property
    def key(self) -> bytes:
        """Return the key of this file, for a copy of it."""
        return self._key

    def _is_applying(self) -> int:
        return int(self._applying)

    @contextmanager
    def _said(self) -> Generator[None]:
        try:
            yield
        except Error as error:
            raise translated(error, self.path) from error

    @contextmanager
    def write(self, actor: str, *, scope: str = "center", now: datetime | None = None) -> Generator[Tx]:
        """Open one IMMEDIATE transaction: committed at the end, rolled back on any error."""
        with self._lock, self._said():
            if not self._has_origin:
                self._has_origin = bool(self.origin)
            self._writer.execute("BEGIN IMMEDIATE")
            self._applying = True
            try:
                # Asked inside: a sync, perhaps of another process, may have moved this database to another origin.
                here = dict(self._writer.execute(_HERE).fetchall())
                offset = here.get("clock_offset_ms", 0)
                writer = Writer(here["origin"], actor, scope, now or self._now(), offset)
                tx = Tx(self._writer, writer, self._let_others)
                yield tx
                self._writer.execute("COMMIT")
            except BaseException:
                search.forget()
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise
            finally:
                self._applying = False
            self._settle_if_many(tx.written)

    def _let_others(self) -> None:
        """Commit, let whoever waits write, and begin again: what ``Tx.breathe`` does to the file."""
        self._writer.execute("COMMIT")
        self._applying = False
        self._lock.release()
        try:
            self.between()
            _NEVER.wait(_GAP_S)
        finally:
            self._lock.acquire()
        self._writer.execute("BEGIN IMMEDIATE")
        self._applying = True

    def _settle_if_many(self, written: int) -> None:
        self._waiting += written
        if self._waiting < fresh.FEW:
            return
        # What was written is saved already. Whatever keeps the index from following now is not the saver's business.
        with suppress(Error):
            self.settle()

    def settle(self) -> None:
        """Put what waits for the search index into it; it happens by itself when enough waits."""
        with self._lock:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                fresh.settle(self._writer)
                self._writer.execute("COMMIT")
            except BaseException:
                search.forget()
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise
            self._waiting = 0

    @property
    def rows(self) -> Rows:
        """Return this thread's read-only connection."""
        found: Rows | None = getattr(self._local, "rows", None)
        if found is None:
            connection = connect(self.path, self._key, read_only=True)
            self._readers.append(connection)
            found = self._local.rows = Rows(connection)
        return found

    @contextmanager
    def reading(self) -> Generator[Rows]:
        """Give this thread's reader, with errors in the house's words."""
        with self._said():
            rows = self.rows
            self._asked.append(rows)
            try:
                yield rows
            finally:
                self._asked.remove(rows)

    @property
    def origin(self) -> bytes:
        """Return the incarnation of this database file, under which its records are chained."""
        found = self.meta("origin")
        if not isinstance(found, bytes):  # a creation that was cut short right after the tables
            self.set_meta(origin=(found := new_id(int(self._now().timestamp() * 1000))))
        return found

    def meta(self, name: str) -> str | int | bytes | None:
        """Return one small local fact (``install_id``, ``origin`` …), or None."""
        with self._lock, self._said():
            found = self._writer.execute("SELECT v FROM meta WHERE k=?", (name,)).fetchone()
        return found[0] if found else None

    def set_meta(self, **facts: str | int | bytes) -> None:
        """Set small local facts; they are never synced."""
        places = ", ".join(["(?, ?)"] * len(facts))
        with self._lock, self._said():  # one statement: all of them or, after a power cut, none
            values = [one for fact in facts.items() for one in fact]
            self._writer.execute(f"INSERT OR REPLACE INTO meta(k, v) VALUES {places}", values)

    def let_go(self) -> None:
        """Give back the pages that connections have read and do not use now. What is asked next is read again.

        Connections with which other threads read just now keep theirs.
        """
        with self._lock, self._said():
            own = self.rows.connection
            held = [one.connection for one in self._asked if one.connection is not own]
            for connection in (*self._readers, self._writer):
                if connection not in held:
                    connection.execute("PRAGMA shrink_memory").fetchall()

    def close(self) -> None:
        """Close every connection; the WAL file is folded in.

        One that is being read through is told to stop, and closes once its thread lets go of it: SQLite must not lose
        a connection in the middle of a statement.
        """
        with self._lock:
            held = [one.connection for one in self._asked]
            for connection in (*self._readers, self._writer):
                if connection in held:
                    connection.interrupt()
                else:
                    connection.close()
            self._readers.clear()
