"""A sitting of an exam, folded from its log: what was answered in time, how long it took, where a clock was moved.

Each event carries the wall clock and the milliseconds since the sitting was opened on this PC, by a clock that nobody
can set. The time used is counted by the second; the first only bridges the time between two openings.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

#: Wall clock and steady clock may drift so far apart without anybody having moved one.
DRIFT = timedelta(seconds=5)


class SittingStep(StrEnum):
    """What happened in a sitting."""

    OPENED = "opened"  # begun, or begun again after a restart
    ANSWERED = "answered"
    LEFT = "left"  # the window lost the focus
    CAME_BACK = "came_back"
    HANDED_IN = "handed_in"


@dataclass(frozen=True, slots=True)
class SittingEvent:
    """One line of the log. ``ms`` counts from the last opening; ``answer`` belongs to ``ANSWERED``."""

    seq: int
    step: SittingStep
    at: datetime
    ms: int
    item: bytes = b""
    answer: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class ClockMoved:
    """The wall clock was set by so much between two events (negative: back)."""

    at: datetime
    by: timedelta


@dataclass(frozen=True)
class SittingState:
    """What a log says: the last answer of each question given in time, those too late, time used, the clock's moves."""

    answers: Mapping[bytes, Mapping[str, Any]]
    late: tuple[bytes, ...]
    used: timedelta
    ended: bool
    handed_in_at: datetime | None
    left: int
    clock_moves: tuple[ClockMoved, ...]


@dataclass
class _Reading:
    """Where the reading of a log is."""

    answers: dict[bytes, Mapping[str, Any]] = field(default_factory=dict[bytes, Mapping[str, Any]])
    late: list[bytes] = field(default_factory=list[bytes])
    moves: list[ClockMoved] = field(default_factory=list[ClockMoved])
    before: timedelta = timedelta()
    used: timedelta = timedelta()
    left: int = 0
    handed_in_at: datetime | None = None
    last: SittingEvent | None = None


def fold(events: Iterable[SittingEvent], limit: timedelta) -> SittingState:
    """Return what a sitting is from its log, in whatever order and however often each line is given."""
    reading = _Reading()
    for event in sorted({one.seq: one for one in events}.values(), key=_seq):
        _clock(reading, event)
        _take(reading, event, limit)
        reading.last = event
    over = reading.used >= limit or reading.handed_in_at is not None
    return SittingState(
        reading.answers, tuple(reading.late), reading.used, over, reading.handed_in_at, reading.left,
        tuple(reading.moves),
    )  # fmt: skip


def _seq(event: SittingEvent) -> int:
    return event.seq


def _clock(reading: _Reading, event: SittingEvent) -> None:
    """Count the time used, and note where the wall clock moved apart from the steady one."""
    last = reading.last
    if event.step is SittingStep.OPENED:
        apart = event.at - last.at if last is not None else timedelta()
        if apart < -DRIFT:
            reading.moves.append(ClockMoved(event.at, apart))
        reading.before = reading.used + max(timedelta(), apart)
        reading.used = reading.before
        return
    steady = timedelta(milliseconds=event.ms - (last.ms if last and last.step is not SittingStep.OPENED else 0))
    wall = event.at - last.at if last is not None else steady
    if abs(wall - steady) > DRIFT:
        reading.moves.append(ClockMoved(event.at, wall - steady))
    reading.used = max(reading.used, reading.before + timedelta(milliseconds=event.ms))


def _take(reading: _Reading, event: SittingEvent, limit: timedelta) -> None:
    if event.step is SittingStep.ANSWERED:
        if reading.handed_in_at is None and reading.used <= limit:
            reading.answers[event.item] = event.answer
        elif event.item not in reading.late:
            reading.late.append(event.item)
    elif event.step is SittingStep.LEFT:
        reading.left += 1
    elif event.step is SittingStep.HANDED_IN and reading.handed_in_at is None:
        reading.handed_in_at = event.at
