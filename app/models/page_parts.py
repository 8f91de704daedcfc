"""Parting a document into pages: what belongs together is not cut, a list that goes on has its headings again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """What must not be cut, from ``top`` to ``bottom`` of the strip.

    ``head`` is where the headings of its list stand; ``clings``: it must not be the last on its page.
    """

    top: float
    bottom: float
    head: tuple[float, float] | None = None
    clings: bool = False


#: Pieces of the strip that stand on one page beneath each other.
Page = list[tuple[float, float]]


def pages_of(parts: Sequence[Part], height: float) -> list[Page]:
    """Return the pages of a strip. What is taller than a page is cut, there is no other way."""
    pages: list[Page] = []
    first = 0
    while first < len(parts):
        start = parts[first]
        again = [start.head] if start.head and start.top > start.head[1] else []
        left = height - sum(bottom - top for top, bottom in again)
        after = _fits(parts, first, left)
        top, bottom = start.top, parts[after].top if after < len(parts) else parts[-1].bottom
        if start.bottom - top > left:
            pages += [[(one, min(start.bottom, one + left))] for one in _steps(top, start.bottom, left)]
        else:
            pages.append([*again, (top, min(bottom, top + left))])
        first = after
    return pages


def _fits(parts: Sequence[Part], first: int, height: float) -> int:
    """Return the first part that has no place on the page that begins with ``first``."""
    after = first
    while after < len(parts) and parts[after].bottom - parts[first].top <= height:
        after += 1
    if after == len(parts):
        return after
    last = after
    while last > first and parts[last - 1].clings:
        last -= 1
    return last if last > first else max(after, first + 1)


def _steps(top: float, bottom: float, height: float) -> Iterator[float]:
    while top < bottom:
        yield top
        top += height
