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
    """One line of the log. ``ms`` counts from the last opening on its station; ``answer`` belongs to ``ANSWERED``.

    ``id`` tells lines apart that two stations wrote without knowing each other; ``station`` says which of them did.
    """

    seq: int
    step: SittingStep
    at: datetime
    ms: int
    item: bytes = b""
    answer: Mapping[str, Any] = field(default_factory=dict[str, Any])
    id: bytes = b""
    station: bytes = b""


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
class _Station:
    """Where the reading of what one station wrote is: the time used before it was opened there, and with it."""

    before: timedelta = timedelta()
    used: timedelta = timedelta()
    last: SittingEvent | None = None


@dataclass
class _Reading:
    """Where the reading of a log is."""

    answers: dict[bytes, SittingEvent] = field(default_factory=dict[bytes, SittingEvent])
    late: list[bytes] = field(default_factory=list[bytes])
    moves: list[ClockMoved] = field(default_factory=list[ClockMoved])
    stations: dict[bytes, _Station] = field(default_factory=dict[bytes, _Station])
    used: timedelta = timedelta()
    left: int = 0
    handed_in_at: datetime | None = None
    last: SittingEvent | None = None


def fold(events: Iterable[SittingEvent], limit: timedelta) -> SittingState:
    """Return what a sitting is from its log, in whatever order and however often each line is given.

    Two stations that sit it at the same time count their time each by its own clock; of two answers to a question the
    later one stands.
    """
    reading = _Reading()
    unique = {one.id or one.seq: one for one in events}
    for event in sorted(unique.values(), key=_order):
        station = reading.stations.setdefault(event.station, _Station())
        _clock(reading, station, event)
        _take(reading, station, event, limit)
        reading.last = station.last = event
    over = reading.used >= limit or reading.handed_in_at is not None
    answers = {item: event.answer for item, event in reading.answers.items()}
    return SittingState(
        answers, tuple(reading.late), reading.used, over, reading.handed_in_at, reading.left, tuple(reading.moves)
    )


def _order(event: SittingEvent) -> tuple[int, datetime, bytes]:
    return event.seq, event.at, event.id


def _clock(reading: _Reading, station: _Station, event: SittingEvent) -> None:
    """Count the time used, and note where the wall clock moved apart from the steady one."""
    last = station.last
    if event.step is SittingStep.OPENED:
        apart = event.at - reading.last.at if reading.last is not None else timedelta()
        if apart < -DRIFT:
            reading.moves.append(ClockMoved(event.at, apart))
        station.before = station.used = reading.used = reading.used + max(timedelta(), apart)
        return
    steady = timedelta(milliseconds=event.ms - (last.ms if last and last.step is not SittingStep.OPENED else 0))
    wall = event.at - last.at if last is not None else steady
    if abs(wall - steady) > DRIFT:
        reading.moves.append(ClockMoved(event.at, wall - steady))
    station.used = max(station.used, station.before + timedelta(milliseconds=event.ms))
    reading.used = max(reading.used, station.used)


def _take(reading: _Reading, station: _Station, event: SittingEvent, limit: timedelta) -> None:
    if event.step is SittingStep.ANSWERED:
        if reading.handed_in_at is None and station.used <= limit:
            _answer(reading, event)
        elif event.item not in reading.late:
            reading.late.append(event.item)
    elif event.step is SittingStep.LEFT:
        reading.left += 1
    elif event.step is SittingStep.HANDED_IN and reading.handed_in_at is None:
        reading.handed_in_at = event.at


def _answer(reading: _Reading, event: SittingEvent) -> None:
    """Let an answer stand, unless another station has a later one."""
    former = reading.answers.get(event.item)
    if former is None or former.station == event.station or former.at <= event.at:
        reading.answers[event.item] = event
