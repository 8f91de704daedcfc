"""Where jobs run: on one writer and a few reader threads, or at once for tests."""

import sys
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Protocol

Work = Callable[[], None]


class Executor(Protocol):
    """A place that runs work; `inline` says that the work is over when `write` or `read` returns."""

    inline: bool
    raise_faults: bool

    def write(self, work: Work) -> None:
        """Run `work` after all earlier writes."""
        ...

    def read(self, work: Work) -> None:
        """Run `work` beside other reads."""
        ...

    def let_through(self) -> None:
        """On the writer thread, between two parts of a long write: run the writes that wait."""
        ...

    def close(self) -> None:
        """Take no more work; return when every accepted write is over."""
        ...

    def ended(self) -> bool:
        """Say after `close` whether every read is over, too."""
        ...


class ThreadExecutor:
    """One writer thread, because the database has one writer, and `readers` reader threads.

    The readers are daemons: a report that counts for a minute must not keep a closed window alive.
    """

    inline = False
    raise_faults = False
    _READERS_GRACE_S = 2.0
    #: How long a thread that computes may keep the window's thread waiting. Python's own 5 ms, several times for one
    #: picture, are felt while typing.
    _TURN_S = 0.0005

    def __init__(self, readers: int = 2) -> None:
        sys.setswitchinterval(self._TURN_S)
        self._writes: SimpleQueue[Work | None] = SimpleQueue()
        self._reads: SimpleQueue[Work | None] = SimpleQueue()
        self._writer = Thread(target=_drain, args=(self._writes,), name="jobs-writer")
        self._readers = [
            Thread(target=_drain, args=(self._reads,), name=f"jobs-reader-{number}", daemon=True)
            for number in range(readers)
        ]
        for thread in (self._writer, *self._readers):
            thread.start()

    def write(self, work: Work) -> None:
        """Put `work` behind all earlier writes."""
        self._writes.put(work)

    def read(self, work: Work) -> None:
        """Give `work` to the next free reader."""
        self._reads.put(work)

    def let_through(self) -> None:
        """Run the writes that wait now; the end, if it waits too, goes on waiting."""
        for _ in range(self._writes.qsize()):
            work = self._writes.get()
            if work is None:
                self._writes.put(None)
                return
            work()

    def close(self) -> None:
        """Wait for every accepted write without limit, for the readers two seconds."""
        self._writes.put(None)
        for _ in self._readers:
            self._reads.put(None)
        self._writer.join()
        for thread in self._readers:
            thread.join(self._READERS_GRACE_S)

    def ended(self) -> bool:
        """Say whether the readers have ended, too."""
        return not any(thread.is_alive() for thread in self._readers)


class InlineExecutor:
    """Runs everything at once on the calling thread; a fault is raised, so that it fails the test that caused it."""

    inline = True

    def __init__(self, *, raise_faults: bool = True) -> None:
        self.raise_faults = raise_faults

    def write(self, work: Work) -> None:
        """Run `work` now."""
        work()

    def read(self, work: Work) -> None:
        """Run `work` now."""
        work()

    def let_through(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """Nothing waits here."""

    def ended(self) -> bool:
        """Nothing goes on here."""
        return True


def _drain(queue: "SimpleQueue[Work | None]") -> None:
    while (work := queue.get()) is not None:
        work()
