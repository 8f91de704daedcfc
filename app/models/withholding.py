"""Which figures are not shown because others would tell them: what a total leaves over is a figure, too.

Fewer than 25 answers are not shown (``intervals``). Where the whole and all other parts are, one subtraction gives the
missing one back; so another part is withheld, until what is left over is of 25 answers or more.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set

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


class Groups:
    """Parts of which only sums are told: what each group adds up to, and of the others (``UNTOLD``) nothing.

    Of what is told by groups nothing can be worked out but sums of whole groups, so none may have fewer than 25
    answers. Whatever would cut across two groups is not shown: a bound, so that the rule stays quick.
    """

    def __init__(self, parts: Iterable[str]) -> None:
        self._of = dict.fromkeys(parts, UNTOLD)
        self._sizes = [len(self._of)]

    def __getitem__(self, part: str) -> int:
        return self._of[part]

    def cut(self, parts: Iterable[str]) -> list[int]:
        """Return the groups that a sum of parts would cut in two: none where it can be told already."""
        inside = Counter(self._of[part] for part in parts if part in self._of)
        return [group for group, count in inside.items() if group == UNTOLD or count < self._sizes[group]]

    def tell(self, parts: Iterable[str], group: int) -> None:
        """Tell what those of the parts that are of one group add up to: they are a group from now on."""
        told = [part for part in parts if self._of.get(part) == group]
        self._of.update(dict.fromkeys(told, len(self._sizes)))
        self._sizes[group] -= len(told)
        self._sizes.append(len(told))

    def show(self, parts: Collection[str], counts: Mapping[str, int], *, together: int = 1) -> bool:
        """Say whether a sum of parts may be shown, and from now on hold it for told. ``counts``: answers of each.

        ``together``: so many parts at least a group has to have.
        """
        groups = self.cut(parts)
        if len(groups) != 1:
            return not groups
        (group,) = groups
        own = [part for part, one in self._of.items() if one == group]
        inside = [part for part in own if part in parts]
        outside = [part for part in own if part not in parts]
        for side in [inside] if group == UNTOLD else [inside, outside]:
            if len(side) < together or sum(counts[part] for part in side) < SUPPRESSED_BELOW:
                return False
        self.tell(parts, group)
        return True


#: The group of parts of which nothing is told.
UNTOLD = 0


#: Which parts of a line, besides each and all, are shown as one figure: of the names of all parts, in their order.
Stretches = Callable[[Sequence[str]], Sequence[Sequence[str]]]


def from_the_first(names: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return the parts from the first on, the shorter ones first: so quarters of a campaign are put together."""
    return [names[:last] for last in range(2, len(names))]


def quarters_of(months: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return the months (2026-03) of each quarter, the earlier ones first."""
    return [[one for one in months if _quarter(one) == name] for name in sorted({_quarter(one) for one in months})]


def _line(counts: Mapping[str, int], shown: Set[str], *, whole: bool, stretches: Stretches) -> Groups:
    """Return what is told of the parts of a row that are not shown themselves: by the whole and by stretches."""
    names = [name for name in sorted(counts) if counts[name]]
    hidden = [name for name in names if name not in shown]
    found = Groups(hidden)
    if whole:
        found.tell(names, UNTOLD)
    for parts in stretches(names) if hidden else ():
        if sum(counts[name] for name in parts) >= SUPPRESSED_BELOW:
            found.show(parts, counts, together=2)  # a single one that is withheld is not to be told either
    return found


def may_stretch(
    counts: Mapping[str, int],
    shown: Set[str],
    *,
    whole: bool,
    stretch: tuple[str, str],
    stretches: Stretches = from_the_first,
) -> bool:
    """Say whether the parts from the first to the last of a stretch may be shown as one figure of a place.

    ``counts``: quarter or month → answers; ``shown``: those that are; ``whole``: whether all together are. Those of
    ``stretches`` are looked at in their order; any other one is shown where these tell it.
    """
    inside = [name for name in counts if counts[name] and stretch[0] <= name <= stretch[1]]
    return not _line(counts, shown, whole=whole, stretches=stretches).cut(inside)


class Table:
    """Which totals over all places may be shown beside what is shown of each place.

    What is not shown of a place in a quarter is an arc between two knots: what is told of the place, and the total
    that it counts in; what is not told is one knot for all. What can be worked out is then just what a cut of this
    net goes through (a row of a table less a column, and so on), so a total may be shown where no new cut has fewer
    than 25 answers: two flows tell that (Ford and Fulkerson; Gusfield 1988 for tables with cells left out).
    """

    def __init__(self, answers: Mapping[Cell, int], stretches: Stretches) -> None:
        rows: dict[str, dict[str, int]] = {}
        for (row, column), count in answers.items():
            if count:
                rows.setdefault(row, {})[column] = count
        hidden = withheld(answers)
        self._hidden: list[tuple[_Knot, str, int]] = []
        for row, counts in rows.items():
            whole = (row, WHOLE) not in hidden and sum(counts.values()) >= SUPPRESSED_BELOW
            enough = {name for name, count in counts.items() if count >= SUPPRESSED_BELOW}
            shown = {name for name in enough if (row, name) not in hidden}
            line = _line(counts, shown, whole=whole, stretches=stretches)
            for name in counts.keys() - shown:
                self._hidden.append(((row, line[name]) if line[name] else _UNTOLD, name, counts[name]))
        self._columns = Groups(sorted({name for _, name, _ in self._hidden}))

    def show(self, columns: Iterable[str]) -> bool:
        """Say whether the total of some quarters may be shown, and from now on hold it for told."""
        columns = frozenset(columns)
        groups = self._columns.cut(columns)
        if len(groups) != 1:
            return not groups
        (group,) = groups
        if self._least_by_place(columns, group) < SUPPRESSED_BELOW:
            arcs = self._arcs(columns, group)
            ends = (_TOTAL, _knot(group))
            flows = [_flow(arcs, *way) for way in (ends, ends[::-1])]
            if any(flows) and min(flows) < SUPPRESSED_BELOW:
                return False
        self._columns.tell(columns, group)
        return True

    def _least_by_place(self, columns: Set[str], group: int) -> int:
        """Return how many answers every new cut has at least, from the places that lie on both sides of it."""
        sides: tuple[Counter[_Knot], Counter[_Knot]] = Counter(), Counter()
        for row, name, count in self._hidden:
            if self._columns[name] == group:
                sides[name in columns][row] += count
        rest, total = sides
        if group == UNTOLD and total[_UNTOLD]:
            rest[_UNTOLD] += _ENDLESS
        return min(sum(total[row] for row in rest), sum(rest[row] for row in total))

    def _arcs(self, columns: Set[str], group: int) -> "dict[_Knot, dict[_Knot, int]]":
        arcs: dict[_Knot, dict[_Knot, int]] = {_TOTAL: {}, _knot(group): {}}
        for row, name, count in self._hidden:
            of = self._columns[name]
            column = _TOTAL if of == group and name in columns else _knot(of)
            if row != column:
                there, back = arcs.setdefault(row, {}), arcs.setdefault(column, {})
                there[column] = there.get(column, 0) + count
                back[row] = back.get(row, 0) + _ENDLESS
        return arcs


#: A knot of the net: a place and what is told of it, or a total. Names of places are never empty.
_Knot = tuple[str, int]
_UNTOLD: _Knot = ("", UNTOLD)
_TOTAL: _Knot = ("", -1)
_ENDLESS = 1 << 40


def _knot(group: int) -> _Knot:
    return ("", group)


def _flow(arcs: "Mapping[_Knot, Mapping[_Knot, int]]", source: _Knot, sink: _Knot) -> int:
    """Return how many answers the smallest cut between two knots has; not more than just enough is counted."""
    left = {knot: dict(ways) for knot, ways in arcs.items()}
    total = 0
    while total < SUPPRESSED_BELOW and (steps := _way(left, source, sink)):
        most = min(left[one][to] for one, to in steps)
        for one, to in steps:
            left[one][to] -= most
            left[to][one] = left[to].get(one, 0) + most
        total += most
    return total


def _way(left: "Mapping[_Knot, Mapping[_Knot, int]]", source: _Knot, sink: _Knot) -> "list[tuple[_Knot, _Knot]]":
    """Return the arcs of a shortest way that has room, the last one first; none where there is no way."""
    came = {source: source}
    reached = [source]
    for knot in reached:
        for to, room in left[knot].items():
            if room and to not in came:
                came[to] = knot
                reached.append(to)
    steps: list[tuple[_Knot, _Knot]] = []
    at = sink
    while at in came and at != source:
        steps.append((came[at], at))
        at = came[at]
    return steps


def total_is_shown(answers: Mapping[Cell, int], columns: Set[str], stretches: Stretches = from_the_first) -> bool:
    """Say whether the total of all places may be shown in some neighboring quarters (or months), so that with all else
    nobody can work out fewer than 25 answers.

    Totals are looked at in one order, whatever is asked for: of all, of each, of the ``stretches`` that are shown of
    places, too; any others are shown where these tell them.
    """
    counts: Counter[str] = Counter()
    for (_, column), count in answers.items():
        counts[column] += count
    names = [name for name in sorted(counts) if counts[name]]
    wanted = [name for name in names if name in columns]
    if sum(counts[name] for name in wanted) < SUPPRESSED_BELOW:
        return False
    table = Table(answers, stretches)
    for parts in (names, *([name] for name in names), *stretches(names)):
        may = sum(counts[name] for name in parts) >= SUPPRESSED_BELOW and table.show(parts)
        if parts == wanted:
            return may
    return table.show(wanted)


def months_told(counts: Mapping[str, int]) -> Groups:
    """Return what is told of months (2026-03 → answers) where the whole, quarters and months with enough are shown.

    A period of whole months may be shown where it cuts none of these groups: then it tells nothing new.
    """
    months = sorted(name for name, count in counts.items() if count)
    told = Groups(months)
    for parts in [months, *quarters_of(months), *([one] for one in months)]:
        if sum(counts[one] for one in parts) >= SUPPRESSED_BELOW:
            told.show(parts, counts)
    return told


def days_told(answers: Mapping[Cell, int], weeks: Iterable[Set[str]], *, whole: bool) -> Groups:
    """Return what is told of the days of a month (place and day → answers), where totals of its weeks and days are
    shown beside the months of places, but no place has figures of days. ``whole``: whether the month's total is shown.

    A total is shown where the places that answered on both sides of it have 25 answers or more on either: no cut can
    have fewer. That is a bound, too: weeks over the end of a month are not looked at.
    """
    days = sorted({day for (_, day), count in answers.items() if count})
    told = Groups(days)
    if whole:
        told.tell(days, UNTOLD)
    for parts in (*weeks, *({day} for day in days)):
        groups = told.cut(parts)
        if len(groups) == 1 and _on_both_sides(answers, parts, told, groups[0]) >= SUPPRESSED_BELOW:
            told.tell(parts, groups[0])
    return told


def _on_both_sides(answers: Mapping[Cell, int], parts: Set[str], told: Groups, group: int) -> int:
    sides: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for (place, day), count in answers.items():
        if count and told[day] == group:
            sides[day in parts][place] += count
    rest, inside = sides
    return min(sum(inside[place] for place in rest), sum(rest[place] for place in inside))


def _quarter(month: str) -> str:
    return f"{month[:4]}Q{(int(month[5:7] or 1) + 2) // 3}"
