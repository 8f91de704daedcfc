"""Which figures are not shown because others would tell them: what a total leaves over is a figure, too.

Fewer than 25 answers are not shown (``intervals``). Where the whole and all other parts are, one subtraction gives the
missing one back; so another part is withheld, until what is left over is of 25 answers or more.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set

from app.models.intervals import SUPPRESSED_BELOW

#: A part of a table: a place (a row) and a stretch of time (a column).
Cell = tuple[str, str]
#: The column of a row's whole.
WHOLE = ""


def withheld(answers: Mapping[Cell, int], also: Set[Cell] = frozenset()) -> frozenset[Cell]:
    """Return the cells with enough answers that are not shown, so that none with too few can be told from the rest.

    ``answers``: of each place in each stretch of time; the wholes of places and of stretches are shown where they have
    enough. What is withheld is the smallest there is, the same for the same answers; ``also`` is withheld anyhow.
    """
    cells = {cell: count for cell, count in answers.items() if count > 0}
    for row in {row for row, _ in cells}:
        cells[row, WHOLE] = sum(count for (other, _), count in cells.items() if other == row)
    small = {cell for cell, count in cells.items() if count < SUPPRESSED_BELOW}
    hidden = small | (also & cells.keys())
    lines = [*_columns(cells), *_rows(cells)]
    while more := next((one for line in lines for one in _next(line, cells, hidden)), None):
        hidden.add(more)
    return frozenset(hidden - small)


def _columns(cells: Iterable[Cell]) -> list[Sequence[Cell]]:
    known = sorted(cells)
    return [[one for one in known if one[1] == column] for column in sorted({column for _, column in known})]


def _rows(cells: Iterable[Cell]) -> list[Sequence[Cell]]:
    known = sorted(one for one in cells if one[1] != WHOLE)
    return [[one for one in known if one[0] == row] for row in sorted({row for row, _ in known})]


def _next(line: Sequence[Cell], cells: Mapping[Cell, int], hidden: set[Cell]) -> Iterable[Cell]:
    """Return the cell of a line that has to be withheld next, none where nothing can be told from it."""
    left = [one for one in line if one in hidden]
    of_row = line[0][1] != WHOLE and (line[0][0], WHOLE) in hidden and all(one[0] == line[0][0] for one in line)
    if not (left or of_row) or sum(cells[one] for one in left) >= SUPPRESSED_BELOW:
        return ()
    shown = [one for one in line if one not in hidden]
    return [min(shown, key=lambda one: (cells[one], one))] if shown else ()


class Told:
    """What can be told from figures that are shown: every sum and difference of the parts that they count."""

    def __init__(self, *shown: Iterable[Hashable]) -> None:
        self._rows: list[tuple[Hashable, dict[Hashable, int]]] = []
        for one in shown:
            self.show(one)

    def show(self, parts: Iterable[Hashable]) -> None:
        """Show a figure that counts these parts."""
        row = self._left(parts)
        if row:
            pivot = next(iter(row))
            by = pow(row[pivot], -1, _PRIME)
            self._rows.append((pivot, {part: count * by % _PRIME for part, count in row.items()}))

    def tells(self, parts: Iterable[Hashable]) -> bool:
        """Say whether the figure of these parts can be told."""
        return not self._left(parts)

    def with_(self, parts: Iterable[Hashable]) -> "Told":
        """Return what can be told when these parts are shown, too."""
        more = Told()
        more._rows = list(self._rows)
        more.show(parts)
        return more

    def _left(self, parts: Iterable[Hashable]) -> dict[Hashable, int]:
        row = dict.fromkeys(parts, 1)
        for pivot, known in self._rows:
            times = row.get(pivot, 0)
            for part, count in known.items() if times else ():
                row[part] = (row.get(part, 0) - times * count) % _PRIME
        return {part: count for part, count in row.items() if count}


#: Sums are taken modulo a large prime: whole numbers as small as these are the same there as among fractions.
_PRIME = (1 << 61) - 1


def runs(counts: Sequence[int]) -> Iterator[range]:
    """Yield the neighboring parts that have answers, and together too few to be shown."""
    for first, count in enumerate(counts):
        whole = 0
        for last in range(first, len(counts)) if count else ():
            whole += counts[last]
            if whole >= SUPPRESSED_BELOW:
                break
            if counts[last]:
                yield range(first, last + 1)


def tells_more(shown: Told, parts: Iterable[Hashable], secrets: Iterable[Iterable[Hashable]]) -> bool:
    """Say whether a figure, shown beside others, tells a secret that could not be told before."""
    more = shown.with_(parts)
    return any(more.tells(one) and not shown.tells(one) for one in map(tuple, secrets))


def may_stretch(counts: Mapping[str, int], shown: Set[str], *, whole: bool, stretch: tuple[str, str]) -> bool:
    """Say whether the quarters from the first to the last of a stretch may be shown as one figure of a place.

    ``counts``: quarter → answers; ``shown``: the quarters that are; ``whole``: whether all together are. Quarters that
    are not shown may be part of one where it begins with the first of all.
    """
    names = [name for name in sorted(counts) if counts[name]]
    inside = [name for name in names if stretch[0] <= name <= stretch[1]]
    if all(name in shown for name in inside):
        return True
    if inside[0] != names[0]:
        return False
    secrets = [[names[place] for place in one] for one in runs([counts[name] for name in names])]
    told = Told(*([names] if whole else []), *([name] for name in names if name in shown))
    for count in range(2, len(inside) + 1):
        part = names[:count]
        fits = sum(counts[name] for name in part) >= SUPPRESSED_BELOW and not tells_more(told, part, secrets)
        if count == len(inside):
            return fits
        if fits:
            told.show(part)
    return False


def months_told(counts: Mapping[str, int]) -> Told:
    """Return what is told of months (2026-03 → answers) where the whole, quarters and months with enough are shown.

    A period of whole months may be shown where it can be told from these: then it tells nothing new.
    """
    months = sorted(name for name, count in counts.items() if count)
    secrets = [[months[place] for place in one] for one in runs([counts[name] for name in months])]
    quarters = sorted({_quarter(name) for name in months})
    figures = [[one for one in months if _quarter(one) == name] for name in quarters]
    figures = [[*months], *figures, *([one] for one in months)]
    told = Told()
    for parts in figures:
        if sum(counts[one] for one in parts) >= SUPPRESSED_BELOW and not tells_more(told, parts, secrets):
            told.show(parts)
    return told


def _quarter(month: str) -> str:
    return f"{month[:4]}Q{(int(month[5:7] or 1) + 2) // 3}"
