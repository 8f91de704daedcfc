"""The worst window is the one that a plain walk over every start finds."""

from hypothesis import given
from hypothesis import strategies as st

from app.models.figure_windows import Event, Ran, worst

_HOUR, _STEP = 3_600, 600
_TIMES = st.integers(0, 90).map(lambda place: place * _STEP)
_EVENTS = st.lists(st.tuples(_TIMES, st.integers(0, 1)), max_size=40)


def _plainly(events: list[Event], width: int, ends: tuple[int, int], least: int, *, up: bool) -> float | None:
    """Try a start every half step: nothing changes between them, since calls come in whole steps."""
    found: list[float] = []
    for end in range(ends[0] + 1, ends[1] + 1):
        if end % (_STEP // 2) == 0 or end == ends[1]:
            inside = [one for one in events if end - width <= one[0] < end]
            below = sum(one[2] for one in inside)
            found += [sum(one[1] for one in inside) / below] if below >= least else []
    return (min if up else max)(found, default=None)


@given(_EVENTS, st.integers(1, 5), st.integers(1, 6), st.booleans(), st.tuples(_TIMES, _TIMES))
def test_it_is_what_a_plain_walk_finds(
    calls: list[tuple[int, int]], hours: int, least: int, up: bool, ends: tuple[int, int]
) -> None:
    events = [(at, met, 1) for at, met in sorted(calls)]
    found = worst(events, hours * _HOUR, ends, least=least, up=up)
    assert (found.share if found else None) == _plainly(events, hours * _HOUR, ends, least, up=up)


def test_it_may_begin_at_any_second() -> None:
    events = [(0, 1, 1), (59, 0, 1), (60, 0, 1), (119, 0, 1), (120, 1, 1)]
    assert worst(events, 61, (0, 200), least=3, up=True) == Ran(59, 0, 3)
    assert worst(events, 60, (0, 200), least=3, up=True) is None
    assert worst(events, 61, (0, 100), least=2, up=True) == Ran(39, 0, 2)
