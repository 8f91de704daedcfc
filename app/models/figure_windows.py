"""The worst stretch of so many hours: any start counts, not calendar days.

A window is ``[end − width, end)`` in whole seconds. What lies in it changes only where its start or its end passes
something counted, so that it is enough to look at the windows that begin or end there, and at the last one: two
pointers walk over them once.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

#: A moment in seconds since 1970, and what it adds above and below the line.
Event = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Ran:
    """One window: its first second (since 1970), and what was counted in it."""

    start: int
    above: int
    below: int

    @property
    def share(self) -> float:
        """Return above over below."""
        return self.above / self.below


def worst(events: Sequence[Event], width: int, ends: tuple[int, int], *, least: int, up: bool) -> Ran | None:
    """Return the worst window of ``width`` seconds that ends after ``ends[0]`` and by ``ends[1]``.

    ``events`` are in the order of time. Windows that count fewer than ``least`` below the line say nothing; None where
    all do. ``up``: more is better. Of equal ones that which counts most, then the earliest.
    """
    first, last = ends
    if last <= first or not events:
        return None
    times = [at for at, _, _ in events]
    stops = {at for at in times if first < at <= last}
    stops.update(at + width for at in times if first < at + width <= last)
    stops.add(last)
    found: tuple[tuple[float, int, int], Ran] | None = None
    low = high = bisect_left(times, first - width)
    above = below = 0
    for stop in sorted(stops):
        while high < len(events) and times[high] < stop:
            above, below, high = above + events[high][1], below + events[high][2], high + 1
        while low < high and times[low] < stop - width:
            above, below, low = above - events[low][1], below - events[low][2], low + 1
        if below >= least:
            rank = (above / below if up else -above / below, -below, stop)
            if found is None or rank < found[0]:
                found = rank, Ran(stop - width, above, below)
    return found[1] if found else None
