"""The log of a sitting decides what was in time, whatever somebody does to the clock."""

import random
from dataclasses import replace
from datetime import timedelta

from app.models.sittings import SittingEvent, SittingState, SittingStep, fold
from tests.desk import NOON

LIMIT = timedelta(minutes=10)
OPENED, ANSWERED, LEFT, HANDED_IN = SittingStep.OPENED, SittingStep.ANSWERED, SittingStep.LEFT, SittingStep.HANDED_IN


def event(seq: int, step: SittingStep, minute: float, *, wall: float | None = None, item: bytes = b"") -> SittingEvent:
    at = NOON + timedelta(minutes=minute if wall is None else wall)
    return SittingEvent(seq, step, at, round(minute * 60_000), item, {"text": str(seq)} if item else {})


def read(*events: SittingEvent) -> SittingState:
    return fold(events, LIMIT)


def test_the_last_answer_in_time_stands_and_later_ones_are_told() -> None:
    events = [
        event(1, OPENED, 0),
        event(2, ANSWERED, 1, item=b"a"),
        event(3, ANSWERED, 9, item=b"a"),
        event(4, LEFT, 9.5),
        event(5, ANSWERED, 11, item=b"b"),
    ]
    found = read(*events)
    assert (found.answers, found.late, found.left) == ({b"a": {"text": "3"}}, (b"b",), 1)
    assert (found.used, found.ended, found.clock_moves) == (timedelta(minutes=11), True, ())
    mixed = events * 2
    random.Random(3).shuffle(mixed)
    assert read(*mixed) == found


def test_a_clock_that_was_set_back_gives_no_time_and_is_shown() -> None:
    found = read(
        event(1, OPENED, 0), event(2, ANSWERED, 4, item=b"a"), event(3, ANSWERED, 12, wall=5, item=b"b")
    )  # fmt: skip
    assert (found.late, found.used) == ((b"b",), timedelta(minutes=12))
    assert [one.by for one in found.clock_moves] == [timedelta(minutes=-7)]


def test_the_time_goes_on_while_the_program_is_closed() -> None:
    again = event(3, OPENED, 0, wall=8)
    found = read(event(1, OPENED, 0), event(2, ANSWERED, 3, item=b"a"), again, event(4, ANSWERED, 1, wall=9, item=b"b"))
    assert (found.used, found.ended) == (timedelta(minutes=9), False)
    back = read(event(1, OPENED, 0), event(2, ANSWERED, 3, item=b"a"), event(3, OPENED, 0, wall=1))
    assert (back.used, [one.by for one in back.clock_moves]) == (timedelta(minutes=3), [timedelta(minutes=-2)])


def test_what_was_handed_in_is_not_changed_any_more() -> None:
    found = read(event(1, OPENED, 0), event(2, HANDED_IN, 2), event(3, ANSWERED, 3, item=b"a"))
    assert (found.ended, found.handed_in_at, found.late) == (True, NOON + timedelta(minutes=2), (b"a",))


def at_station(name: bytes, seq: int, minute: float, item: bytes, *, begun: float = 0) -> SittingEvent:
    """An answer at a station where the paper was opened in this minute."""
    made = event(seq, ANSWERED, minute - begun, wall=minute, item=item)
    return replace(made, id=b"%s%d" % (name, seq), station=name, answer={"text": f"{name.decode()}{seq}"})


def test_lines_of_two_stations_with_the_same_number_are_both_read() -> None:
    opened = [
        replace(event(1, OPENED, 0), id=b"a1", station=b"a"),
        replace(event(2, OPENED, 0, wall=2), id=b"b2", station=b"b"),
    ]
    log = [
        *opened,
        at_station(b"a", 2, 1, b"x"),
        at_station(b"a", 3, 5, b"y"),
        at_station(b"b", 3, 3, b"z", begun=2),
        at_station(b"b", 4, 4, b"y", begun=2),
    ]
    found = read(*log)
    assert {item: given["text"] for item, given in found.answers.items()} == {b"x": "a2", b"y": "a3", b"z": "b3"}
    assert (found.clock_moves, found.late) == ((), ())
    for seed in range(50):
        random.Random(seed).shuffle(log)
        assert read(*log, *log) == found
