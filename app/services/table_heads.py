"""Which line of a table has its headings.

Lists of hospital systems and hotlines come with a title above the headings, or with headings in two lines; merged
cells leave all but the first of them empty.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

#: How many lines are looked at, and how many of them may hold the headings.
SHOWN, _HEADINGS = 12, 8

_REMARK = re.compile("[:：]")
#: Digits of the shortest date or telephone number, and understood words that make a line with one its headings.
_VALUE, _SURE = 5, 3

#: Returns field → heading for the headings that are understood.
Suggests = Callable[[Iterable[str]], Mapping[str, str]]
Lines = tuple[tuple[int, tuple[str, ...]], ...]


class Headed(Protocol):
    """A table whose first filled line is taken for its headings."""

    @property
    def columns(self) -> Sequence[str]:
        """Return the headings."""
        ...

    @property
    def first_line(self) -> int:
        """Return the line in which the headings stand."""
        ...

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield line number and cells by heading."""
        ...


def plain(heading: str) -> str:
    """Return a heading as it is compared: letters and digits of any script, in small letters."""
    return "".join(one for one in unicodedata.normalize("NFKC", heading).casefold() if one.isalnum())


class Vocabulary:
    """What columns are called: each field with its words, the surest first. The words are made comparable once."""

    def __init__(self, headings: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._offers: dict[str, list[tuple[int, int, str]]] = {}
        for order, (field, words) in enumerate(headings):
            for rank, word in enumerate(words):
                self._offers.setdefault(plain(word), []).append((rank, order, field))

    def suggest(self, headings: Iterable[str]) -> dict[str, str]:
        """Return field → heading for the headings that are understood; each heading serves one field.

        The surest headings are placed first, and a heading that two fields could take goes to the one for which it is
        the better word; of equal headings the first counts.
        """
        given = {word: one for one in reversed(list(headings)) if (word := plain(one)) in self._offers}
        found: dict[str, str] = {}
        taken: set[str] = set()
        for *_, field, word in sorted((*offer, one) for one in given for offer in self._offers[one]):
            if field not in found and word not in taken:
                found[field] = given[word]
                taken.add(word)
        return found


def with_its_headings(table: Headed, suggest: Suggests) -> Headed:
    """Return the table under the line with the most headings that are understood; it may be the first as well."""
    lines = first_lines(table)
    at = heading_of(lines, suggest)
    return Below(table, at, headings_at(lines, at, suggest)) if at != table.first_line else table


def first_lines(table: Headed) -> Lines:
    """Return the first lines of a table as they stand, with their numbers; its first filled line comes first."""
    width = len(table.columns)
    first = ((line, tuple(laid_out(cells, width))) for line, cells in islice(table, SHOWN))
    stand = ("" if one == f"#{place}" else one for place, one in enumerate(table.columns, 1))
    return ((table.first_line, tuple(stand)), *first)


def heading_of(lines: Lines, suggest: Suggests) -> int:
    """Return the line with the most headings that are understood; of equals the first.

    A row may hold such words too: a call came in by "telephone". Its date or number tells it from headings.
    """
    counts: list[tuple[int, int, int]] = []
    for place, (line, cells) in enumerate(lines[:_HEADINGS]):
        understood = len(suggest(headings_at(lines, line, suggest)))
        counts.append((understood if understood >= _SURE or not any(map(_is_value, cells)) else 0, -place, line))
    return max(counts)[2]


def _is_value(cell: str) -> bool:
    digits = sum(one.isdigit() for one in cell)
    return digits >= _VALUE and digits * 2 >= len(plain(cell))


def headings_at(lines: Lines, at: int, suggest: Suggests) -> tuple[str, ...]:
    """Return a line as headings, with what the line above it says of them.

    A heading that comes more than once has the name of its group before it (whose telephone it is), and so has one that
    means something else then: words that are cut over two lines. An empty cell takes the heading above it, with which
    it is merged. A line of which one cell is filled is a title; one with a colon in it of which nothing is understood
    ("Printed: 2026-03-02") says something of the whole list.
    """
    values, above = _two_lines(lines, at, suggest)
    if sum(map(bool, above)) < 2:
        return named(values)
    is_known = bool(suggest(named(above)))
    often = {one for one in values if one and values.count(one) > 1}
    found: list[str] = []
    group = ""
    for value, over in zip(values, above, strict=True):
        group = over or group
        both = f"{group} {value}" if group.isascii() else f"{group}{value}"
        if not value:
            found.append(over if is_known else "")
        else:
            means_else = suggest((both,)).keys() - suggest((value,)).keys()
            found.append(both if group and (value in often or means_else) else value)
    return named(found)


def has_two_lines(lines: Lines, at: int, suggest: Suggests) -> bool:
    """Say whether the line above a line of headings has a part of them, or headings of its own."""
    values, above = _two_lines(lines, at, suggest)
    if sum(map(bool, above)) < 2:
        return False
    return headings_at(lines, at, suggest) != named(values) or bool(suggest(named(above)))


def _two_lines(lines: Lines, at: int, suggest: Suggests) -> tuple[list[str], list[str]]:
    """Return the cells of a line and of the one above it, as many of both; ``#3`` is an empty one."""
    place = next(number for number, (line, _) in enumerate(lines) if line == at)
    both = [lines[place][1], lines[place - 1][1] if place else ()]
    width = max(map(len, both))
    tidy = (["" if one.startswith("#") else " ".join(one.split()) for one in cells] for cells in both)
    values, above = ([*cells, *[""] * (width - len(cells))] for cells in tidy)
    is_remark = _REMARK.search("".join(above)) and not suggest(named(above))
    return values, [] if is_remark else above


def laid_out(cells: Mapping[str, str], width: int) -> list[str]:
    """Return the cells of a row by their places; beyond the ``width`` headings they are called ``#`` and place."""
    found: list[str] = []
    for place, (name, value) in enumerate(cells.items()):
        if place >= width:
            found.extend([""] * (int(name[1:]) - 1 - len(found)))
        found.append(value)
    return found


def named(values: Iterable[str]) -> tuple[str, ...]:
    """Return cells as headings: an empty one is called by its place, one that comes again by its place too."""
    found: dict[str, None] = {}
    for place, value in enumerate(values, 1):
        plain = " ".join(value.split())
        name = plain if plain and not plain.startswith("#") else f"#{place}"
        found[name if name not in found else f"{name} #{place}"] = None
    return tuple(found)


class Below:
    """The rows below a line of headings, by these headings."""

    def __init__(self, table: Headed, heading: int, columns: Sequence[str]) -> None:
        self._table, self.first_line, self.columns = table, heading, columns

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield line number and cells by heading; what stands beyond the headings is called ``#`` and its place."""
        width, count = len(self._table.columns), len(self.columns)
        for line, cells in self._table:
            if line > self.first_line:
                values = laid_out(cells, width)
                row = dict(zip(self.columns, values, strict=False))
                row.update((f"#{place}", value) for place, value in enumerate(values[count:], count + 1))
                yield line, row
