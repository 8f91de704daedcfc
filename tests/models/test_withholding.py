"""What is not shown cannot be told from what is: no total leaves fewer than 25 answers over."""

from itertools import product
from random import Random
from time import process_time

import pytest

from app.models.intervals import SUPPRESSED_BELOW
from app.models.withholding import (
    WHOLE,
    Told,
    days_told,
    may_stretch,
    months_told,
    quarters_of,
    runs,
    tells_more,
    total_is_shown,
    withheld,
)


def test_beside_one_small_part_the_smallest_other_is_withheld():
    assert withheld({("A", "Q1"): 60, ("B", "Q1"): 40, ("C", "Q1"): 10}) == {("B", "Q1"), ("B", WHOLE)}
    assert withheld({("A", "Q1"): 60, ("B", "Q1"): 15, ("C", "Q1"): 10}) == frozenset()  # together they are 25
    assert withheld({("A", "Q1"): 60, ("B", "Q1"): 40}) == frozenset()
    assert withheld({("A", "Q1"): 10}) == frozenset()


def test_a_quarter_cannot_be_told_from_the_others_and_the_year():
    quarters = {("A", "Q1"): 30, ("A", "Q2"): 40, ("A", "Q3"): 20}
    assert withheld(quarters) == {("A", "Q1")}


def test_what_is_withheld_of_a_place_cannot_be_added_up_from_its_quarters():
    found = withheld({("A", "Q1"): 30, ("A", "Q2"): 30, ("B", "Q1"): 24, ("C", "Q1"): 200})
    assert ("A", WHOLE) in found
    assert ("A", "Q1") in found or ("A", "Q2") in found


@pytest.mark.parametrize("seed", range(40))
def test_no_line_of_a_table_leaves_few_answers_over(seed):
    random = Random(seed)
    rows, columns = "ABCDEF"[: random.randint(1, 6)], [f"Q{place}" for place in range(random.randint(1, 4))]
    cells = {cell: random.choice((0, 5, 20, 24, 25, 30, 60, 200)) for cell in product(rows, columns)}
    shown = set(cells) - withheld(cells) - {cell for cell, count in cells.items() if count < SUPPRESSED_BELOW}
    for line in [[(row, one) for one in columns] for row in rows] + [[(row, one) for row in rows] for one in columns]:
        left = sum(cells[one] for one in line if one not in shown)
        whole = line[0][1] != line[-1][1] and (line[0][0], WHOLE) in withheld(cells)
        assert left == 0 or left >= SUPPRESSED_BELOW or not any(one in shown for one in line) or whole


def test_what_is_shown_adds_up_and_subtracts():
    told = Told("abcd", "ab", "d")
    assert told.tells("c")
    assert told.tells("cd")
    assert told.tells("abc")
    assert not told.tells("a")
    assert tells_more(told, "bc", ["a", "c"])  # a was not told before, c was
    assert not tells_more(told, "abd", ["a", "c"])


def test_runs_are_neighbors_with_too_few_answers_together():
    assert [list(one) for one in runs([10, 0, 14, 30, 24])] == [[0], [0, 1, 2], [2], [4]]


def test_a_stretch_of_quarters_is_shown_unless_it_leaves_a_small_one_over():
    counts = {"2025Q1": 40, "2025Q2": 10, "2025Q3": 15, "2025Q4": 30}
    shown = {"2025Q1", "2025Q4"}
    assert not may_stretch(counts, shown, whole=True, stretch=("2025Q1", "2025Q2"))
    assert may_stretch(counts, shown, whole=True, stretch=("2025Q1", "2025Q3"))
    assert may_stretch(counts, shown, whole=True, stretch=("2025Q2", "2025Q4"))  # the whole less the first says it
    apart = {"2025Q1": 10, "2025Q2": 30, "2025Q3": 10, "2025Q4": 30}
    assert not may_stretch(apart, {"2025Q2"}, whole=True, stretch=("2025Q1", "2025Q3"))  # less the second 20 are left
    assert may_stretch(counts, {*counts}, whole=True, stretch=("2025Q2", "2025Q4"))


@pytest.mark.parametrize("seed", range(25))
def test_no_chain_of_stretches_tells_a_small_quarter(seed):
    random = Random(seed)
    names = [f"2025Q{place}" for place in range(1, random.randint(3, 7))]
    counts = {name: random.choice((5, 10, 20, 25, 40)) for name in names}
    hidden = {name for (_, name) in withheld({("A", name): count for name, count in counts.items()})}
    shown = {name for name, count in counts.items() if count >= SUPPRESSED_BELOW and name not in hidden}
    whole = sum(counts.values()) >= SUPPRESSED_BELOW and WHOLE not in hidden
    told = Told(*([names] if whole else []), *([name] for name in shown))
    for first, last in product(range(len(names)), repeat=2):
        stretch = (names[first], names[last])
        if first < last and may_stretch(counts, shown, whole=whole, stretch=stretch):
            told.show(names[first : last + 1])
    assert not [name for name in names if counts[name] < SUPPRESSED_BELOW and told.tells([name])]


def test_months_are_told_where_no_sum_of_others_has_too_few():
    found = months_told({"2026-01": 10, "2026-02": 30, "2026-03": 10, "2026-04": 40})
    assert found.cut(["2026-02"])  # January and March together are 20
    assert not found.cut(["2026-01", "2026-02", "2026-03"])
    assert not found.cut(["2026-04"])


def _figures(cells, rows, columns):
    """Return every figure that is shown: of places, of all of them, in quarters, in several and in all."""
    hidden = withheld(cells)
    stretches = [columns[first:last] for first in range(len(columns)) for last in range(first + 2, len(columns) + 1)]
    for row in rows:
        own = {name: cells[row, name] for name in columns}
        shown = {name for name in columns if own[name] >= SUPPRESSED_BELOW and (row, name) not in hidden}
        whole = sum(own.values()) >= SUPPRESSED_BELOW and (row, WHOLE) not in hidden
        yield from ([(row, name)] for name in shown)
        if whole:
            yield [(row, name) for name in columns]
        for part in stretches:
            enough = sum(own[name] for name in part) >= SUPPRESSED_BELOW
            if enough and may_stretch(own, shown, whole=whole, stretch=(part[0], part[-1])):
                yield [(row, name) for name in part]
    for part in [*stretches, *([name] for name in columns)]:
        if total_is_shown(cells, {*part}):
            yield [(row, name) for row in rows for name in part]


def _sums(cells, few, known=()):
    """Yield every sum of cells that has too few answers."""
    for place, cell in enumerate(few):
        parts = (*known, cell)
        if sum(cells[one] for one in parts) < SUPPRESSED_BELOW:
            yield parts
            yield from _sums(cells, few[place + 1 :], parts)


@pytest.mark.parametrize("seed", range(60))
def test_nobody_who_solves_the_equations_of_all_that_is_shown_gets_a_sum_with_too_few(seed):
    random = Random(seed)
    rows, columns = "ABCD"[: random.randint(1, 4)], [f"2025Q{place}" for place in range(1, random.randint(2, 5))]
    cells = {cell: random.choice((0, 5, 10, 20, 24, 25, 30, 60, 200)) for cell in product(rows, columns)}
    told = Told(*([cell for cell in parts if cells[cell]] for parts in _figures(cells, rows, columns)))
    few = [cell for cell, count in cells.items() if 0 < count < SUPPRESSED_BELOW]
    assert not [parts for parts in _sums(cells, few) if told.tells(parts)]


def test_a_total_is_left_out_where_rows_and_columns_together_tell_a_cell():
    # Of B the year and the second quarter are shown, so its first quarter is known, and of the total A is left.
    cells = {("A", "Q1"): 10, ("B", "Q1"): 40, ("B", "Q2"): 60, ("C", "Q1"): 90, ("A", "Q2"): 45, ("C", "Q2"): 80}
    assert withheld(cells) == {("B", "Q1"), ("A", "Q2")}
    assert total_is_shown(cells, {"Q1", "Q2"})
    assert not total_is_shown(cells, {"Q1"})
    assert not total_is_shown(cells, {"Q2"})  # the whole less it would be the first
    every = {cell: max(count, 25) for cell, count in cells.items()}
    assert all(total_is_shown(every, one) for one in ({"Q1"}, {"Q2"}, {"Q1", "Q2"}))


@pytest.mark.parametrize("counts", [(5, 10, 20, 30, 60), (10,), (24, 25, 26), (100, 200)])
def test_a_large_table_is_looked_at_quickly(counts):
    random = Random(1)
    cells = {
        (f"H{row}", f"{2023 + at // 4}Q{at % 4 + 1}"): random.choice(counts) for row in range(23) for at in range(12)
    }
    started = process_time()
    total_is_shown(cells, {"2024Q3", "2024Q4"})  # the last one in the order
    assert process_time() - started < 0.1


def test_quarters_of_months_are_stretches_of_a_year():
    counts = {"2026-01": 30, "2026-02": 10, "2026-04": 60, "2026-05": 20}
    parts = [["2026-01", "2026-02"], ["2026-04", "2026-05"]]
    assert quarters_of(sorted(counts)) == parts
    cells = {("A", month): count for month, count in counts.items()} | {("B", month): 40 for month in counts}
    assert withheld(cells) == {("B", "2026-02"), ("B", "2026-05")}
    assert total_is_shown(cells, {"2026-01"}, quarters_of)
    assert total_is_shown(cells, {*counts}, quarters_of)
    own = dict.fromkeys(counts, 40)
    shown = {"2026-01", "2026-04"}
    ends = ("2026-01", "2026-03")
    # The quarter less January would be the February of B that is withheld, and of the total A's would be left.
    assert not may_stretch(own, shown, whole=True, stretch=ends, stretches=quarters_of)
    assert total_is_shown(cells, {"2026-02"}, quarters_of)


@pytest.mark.parametrize("seed", range(40))
def test_weeks_and_days_of_all_tell_no_place_of_a_few_on_any_day(seed):
    random = Random(seed)
    rows, columns = "ABC"[: random.randint(1, 3)], [f"2026-03-0{place}" for place in range(2, random.randint(4, 8))]
    cells = {cell: random.choice((0, 0, 5, 24, 26, 40)) for cell in product(rows, columns)}
    month = {(row, "2026-03"): sum(cells[row, day] for day in columns) for row in rows}
    whole, week = total_is_shown(month, {"2026-03"}, quarters_of), {*columns[:2]}
    groups = days_told(cells, [week], whole=whole)
    places = [
        row for row in rows if month[row, "2026-03"] >= SUPPRESSED_BELOW and (row, "2026-03") not in withheld(month)
    ]
    parts = [[(row, day) for day in columns] for row in places]
    parts += [list(cells)] if whole else []
    for days in [week, *({day} for day in columns)]:
        inside = [day for day in days if any(cells[row, day] for row in rows)]
        parts += [[(row, day) for row in rows for day in days]] if inside and not groups.cut(inside) else []
    told = Told(*([cell for cell in one if cells[cell]] for one in parts))
    few = [cell for cell, count in cells.items() if 0 < count < SUPPRESSED_BELOW]
    assert not [one for one in _sums(cells, few) if told.tells(one)]
