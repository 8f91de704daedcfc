"""Runs commands and questions off the UI thread and brings their results back to it.

The one place of the program that catches everything: an `AppError` is a situation and goes to the person, any other
exception is a fault of ours; either way the next job runs.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.errors import AppError
from app.ui.kit.bound_methods import Callback, alive, call, owner_of
from app.ui.kit.executors import Executor, ThreadExecutor
from app.ui.kit.faults import Fault, fault_of, log_fault


class DoneLike(Protocol):
    """What a command gives back: its value and the changes that it made."""

    @property
    def value(self) -> Any:
        """The command's own result."""
        ...

    @property
    def changes(self) -> Any:
        """What the transaction touched."""
        ...


class OfficeLike(Protocol):
    """The door to the services, as far as jobs know it."""

    @property
    def is_closed(self) -> bool:
        """Whether the account of who sits here was closed meanwhile."""
        ...

    def let_between(self, called: Callable[[], None]) -> None:
        """Call this on the writer thread between two parts of a long command."""
        ...

    def do(self, command: Callable[..., Any], /, **arguments: Any) -> DoneLike:
        """Run one command in one transaction."""
        ...

    def ask(self, question: Callable[..., Any], /, **arguments: Any) -> Any:
        """Answer one question from a snapshot."""
        ...

    def seat(self) -> "SeatLike":
        """Return the door as whoever sits at the desk now: what they ask for stays theirs, however long it waits."""
        ...


class SeatLike(Protocol):
    """An office as one person: see ``OfficeLike``."""

    def do(self, command: Callable[..., Any], /, **arguments: Any) -> DoneLike:
        """Run one command in that person's name."""
        ...

    def ask(self, question: Callable[..., Any], /, **arguments: Any) -> Any:
        """Answer one question to that person."""
        ...


@dataclass(eq=False)
class _Job:
    """One command or question on its way."""

    name: str
    work: Callable[[], Any]
    writes: bool
    done: Callback
    failed: Callback
    ended: Callback
    initiator: object
    ticket: tuple[object, int] | None = None
    answer: Any = None
    error: AppError | None = None
    fault: Fault | None = None
    cause: Exception | None = None


class Jobs(QObject):
    """The only way from the window to the writer thread; lives on the UI thread.

    `changed(changes, initiator)` after each commit, `failed(AppError)` for errors that no pane took, `faulted(Fault)`,
    `ticked(now)` each second when a clock is given.
    """

    changed = Signal(object, object)
    failed = Signal(object)
    faulted = Signal(object)
    ticked = Signal(object)
    _finished = Signal(object)

    def __init__(
        self,
        office: OfficeLike,
        clock: Callable[[], datetime] | None = None,
        *,
        executor: Executor | None = None,
        version: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.office = office
        self._clock = clock
        self._executor = executor or ThreadExecutor()
        office.let_between(self._executor.let_through)
        self._version = version
        self._newest: dict[object, int] = {}
        self._serial = 0
        self._pending = 0
        self._closed = False
        self._ticker = QTimer(self)
        self._ticker.setInterval(1000)
        self._ticker.timeout.connect(self._tick)
        self._finished.connect(self._deliver)
        if clock:
            self._ticker.start()

    def beside(self, office: OfficeLike) -> "Jobs":
        """Make jobs for another office, with threads of its own; whoever made them closes them."""
        return Jobs(office, self._clock, executor=type(self._executor)(), version=self._version, parent=self)

    @property
    def pending(self) -> int:
        """How many jobs have been accepted and not yet delivered."""
        return self._pending

    def do(
        self,
        command: Callable[..., Any],
        *,
        done: Callback = None,
        failed: Callback = None,
        ended: Callback = None,
        initiator: object = None,
        **arguments: Any,
    ) -> None:
        """Run `command` on the writer thread, then on the UI thread `changed`, `done(value)` and `ended()`.

        `failed(error)` takes an AppError instead of the app-wide signal. `ended` comes in every case, for a button
        to be freed. It is done in the name of who sits at the desk now, whoever sits there when its turn comes.
        Callbacks are bound methods. An argument of the command with the name of one of these parameters is bound with
        functools.partial. Raises RuntimeError after `close`.
        """
        owner = owner_of(done, failed, ended)
        work = partial(self.office.seat().do, command, **arguments)
        self._start(_Job(name_of(command), work, True, done, failed, ended, owner if initiator is None else initiator))

    def ask(
        self,
        question: Callable[..., Any],
        *,
        key: str | None = None,
        done: Callback = None,
        failed: Callback = None,
        ended: Callback = None,
        **arguments: Any,
    ) -> None:
        """Answer `question` on a reader thread and call `done(answer)` on the UI thread.

        Of several questions with one `key` from one pane only the newest is answered; older ones end in silence,
        without `ended`.
        """
        owner = owner_of(done, failed, ended)
        work = partial(self.office.seat().ask, question, **arguments)
        job = _Job(name_of(question), work, False, done, failed, ended, owner)
        if key is not None:
            self._serial += 1
            job.ticket = ((id(owner), key), self._serial)
            self._newest[job.ticket[0]] = self._serial
        self._start(job)

    def close(self) -> None:
        """Take no more jobs and wait until every accepted command is committed; stops the tick."""
        if not self._closed:
            self.stop()
            self._executor.close()

    def stop(self) -> None:
        """Take no more jobs; stops the tick. What was accepted goes on: see `wait`."""
        self._closed = True
        self._ticker.stop()

    def wait(self) -> bool:
        """After `stop`, on any thread: wait for every command; say whether every question is answered, too."""
        self._executor.close()
        return self._executor.ended()

    def on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None = None) -> None:
        """Serve as ``sys.excepthook``: an exception that left a slot is a fault too."""
        if issubclass(kind, AppError) and isinstance(error, AppError):
            self.failed.emit(error)
        elif issubclass(kind, Exception):
            self._report(fault_of(error, "window", self._version))
        else:
            sys.__excepthook__(kind, error, trace)

    def _start(self, job: _Job) -> None:
        if self._closed:
            raise RuntimeError(f"{job.name} came after the window was closed")
        self._pending += 1
        place = self._executor.write if job.writes else self._executor.read
        place(partial(self._work, job))

    def _work(self, job: _Job) -> None:
        if not self._stale(job):
            job.answer = self._attempt(job, job.work)
        if self._executor.inline:
            self._deliver(job)
        elif alive(self):
            self._finished.emit(job)

    def _attempt(self, job: _Job, action: Callable[[], Any]) -> Any:
        try:
            return action()
        except AppError as error:
            job.error = error
        except Exception as error:  # noqa: BLE001 - the one place, see above
            job.cause = error
            job.fault = fault_of(error, job.name, self._version)
        return None

    def _deliver(self, job: _Job) -> None:
        self._pending -= 1
        if self._stale(job):
            return
        if job.ticket:
            del self._newest[job.ticket[0]]
        if job.fault is None and job.error is None:
            value = self._announce(job)
            self._attempt(job, partial(call, job.done, value))
        elif job.error is not None and job.failed is not None:
            error, job.error = job.error, None
            self._attempt(job, partial(call, job.failed, error))
        self._attempt(job, partial(call, job.ended))
        self._settle(job)

    def _announce(self, job: _Job) -> Any:
        if not job.writes:
            return job.answer
        self.changed.emit(job.answer.changes, job.initiator)
        return job.answer.value

    def _settle(self, job: _Job) -> None:
        if job.error is not None:
            self.failed.emit(job.error)
        if job.fault is not None:
            self._report(job.fault)
        if job.cause is not None and self._executor.raise_faults:
            raise job.cause

    def _report(self, fault: Fault) -> None:
        self.faulted.emit(fault)
        with suppress(Exception):  # a log that cannot be written keeps nobody from reading of the fault
            log_fault(fault)

    def _stale(self, job: _Job) -> bool:
        return job.ticket is not None and self._newest.get(job.ticket[0]) != job.ticket[1]

    def _tick(self) -> None:
        if self._clock:
            self.ticked.emit(self._clock())


def name_of(command: Callable[..., Any]) -> str:
    """Return ``module.function`` of a command, looking through functools.partial."""
    while isinstance(command, partial):
        command = command.func  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    module = str(getattr(command, "__module__", "")).removeprefix("app.")
    return f"{module}.{getattr(command, '__qualname__', type(command).__name__)}"
