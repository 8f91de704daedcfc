"""Which figures are not shown because others would tell them: what a total leaves over is a figure, too.

Fewer than 25 answers are not shown (``intervals``). Where the whole and all other parts are, one subtraction gives the
missing one back; so another part is withheld, until what is left over is of 25 answers or more.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.models.intervals import SUPPRESSED_BELOW

#: A part of a table: a place (a row) and a stretch of time (a column).
Cell = tuple[str, str]
#: The column of a row's whole.
WHOLE = ""


def withheld(answers: Mapping[Cell, int]) -> frozenset[Cell]:
    """Return the cells with enough answers that are not shown, so that none with too few can be told from the rest.

    ``answers``: of each place in each stretch of time; the wholes of places and of stretches are shown where they have
    enough. What is withheld is the smallest there is, the same for the same answers.
    """
    cells = {cell: count for cell, count in answers.items() if count > 0}
    for row in {row for row, _ in cells}:
        cells[row, WHOLE] = sum(count for (other, _), count in cells.items() if other == row)
    small = {cell for cell, count in cells.items() if count < SUPPRESSED_BELOW}
    hidden = set(small)
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
