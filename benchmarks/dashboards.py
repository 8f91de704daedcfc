"""Figures at a full desk: every KPI counted for the first time, and each dashboard asked for afterwards.

Counting for the first time stands beside reading every inquiry once, and its memory beside what the program had before
it. A dashboard stands beside counting one period of one figure from the inquiries themselves, and has 200 ms.
"""

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date

from app import bootstrap
from app.models.periods import Span, Stretch, holding
from app.services import accounts, dashboards, figure_rows, figures, kpis
from app.store import figures as rows_of
from benchmarks.desk import Desk
from benchmarks.measuring import Figure, alternated

#: Milliseconds in which a dashboard stands.
_WITHIN_MS = 200
#: Times of reading every inquiry once that counting all of them may take.
_READINGS = 60
#: Megabytes that counting may take beyond the pages that it is lent.
_ROOM_MB = 200
_READ = """SELECT count(*), sum(length(opened_at) + length(coalesce(closed_at, '')) + length(state)
    + length(coalesce(category, ''))) FROM inquiry"""
_PLAINLY = """SELECT sum(state = 'closed'), count(*) FROM inquiry WHERE opened_at >= ? AND opened_at < ?
    AND deleted_at IS NULL"""


def figures_of(desk: Desk, times: int) -> list[Figure]:
    """Count once for the first time, then ask each dashboard in turn."""
    return [*_first(desk), *_asked(desk, times)]


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _first(desk: Desk) -> Iterator[Figure]:
    start = time.perf_counter()
    with desk.store.reading() as rows:
        rows.one(_READ)
    read_s = time.perf_counter() - start
    with desk.store.write("bench") as tx:
        rows_of.forget(tx)
    before, start, worked = _peak_mb(), time.perf_counter(), time.process_time()
    count = desk.office.do(figures.catch_up).value
    took, worked = time.perf_counter() - start, time.process_time() - worked
    yield Figure("figures counted the first time", took, "s", read_s, _READINGS,
                 note=f"{count:,} things, {worked:.0f} s of the processor; beside reading all once")  # fmt: skip
    yield Figure("memory while counting", _peak_mb() - before, "MB", limit=_ROOM_MB)


def _asked(desk: Desk, times: int) -> Iterator[Figure]:
    month = holding(Span.MONTH, _last_day(desk))
    year = holding(Span.YEAR, month.start_on)
    plainly: Callable[[], object] = _Plainly(desk, year)
    for name, ask in _dashboards(desk, month, year).items():
        took, beside = (statistics.median(part) for part in alternated([ask, plainly], times))
        yield Figure(
            f"{name}", took, "ms", limit=_WITHIN_MS, note=f"counted plainly, one figure of a year: {beside:.0f} ms"
        )


class _Plainly:
    """One share of a year, counted from the inquiries."""

    def __init__(self, desk: Desk, year: Stretch) -> None:
        self._desk, self._days = desk, (year.start_on.isoformat(), year.end_on.isoformat())

    def __call__(self) -> object:
        with self._desk.store.reading() as rows:
            return rows.one(_PLAINLY, *self._days)


def _last_day(desk: Desk) -> date:
    with desk.store.reading() as rows:
        row = rows.one("SELECT opened_at FROM inquiry ORDER BY position DESC LIMIT 1")
    assert row is not None, "an empty desk"
    return date.fromisoformat(row[0][:10])


def _dashboards(desk: Desk, month: Stretch, year: Stretch) -> dict[str, Callable[[], object]]:
    office = desk.office
    office.sign_in(office.ask(accounts.sign_in, "li", bootstrap.DEMO_PASSWORD))
    mine = {"person": office.ask(_me)}
    direct = office.ask(kpis.named, "direct_answer")

    def cards() -> object:
        return office.ask(figures.cards, month)

    def own() -> object:
        return office.ask(figures.cards, month, groups=mine)

    def years() -> object:
        return office.ask(figures.cards, year)

    def units() -> object:
        return office.ask(figures.compare, "on_time", year, "unit")

    def topics() -> object:
        return office.ask(figures.compare, "direct_answer", year, "category")

    def rows() -> object:
        wanted = figure_rows.Wanted(direct.denominator, year)
        return office.ask(figure_rows.page, wanted, language="en")

    boards = {
        f"dashboard: {name}": _Board(desk, name, who, stretch)
        for name, who, stretch in (("operator", "wang", month), ("supervisor", "li", year), ("trainer", "chen", year))
    }
    return {**boards, "cards, 12 months": cards, "cards, mine": own, "cards, 12 years": years,
            "on time by unit, a year": units, "by topic, a year": topics, "rows behind a figure": rows}  # fmt: skip


class _Board:
    """A dashboard, asked for by who sees it first."""

    def __init__(self, desk: Desk, name: str, who: str, stretch: Stretch) -> None:
        office = desk.office
        self._office, self._name, self._stretch = office, name, stretch
        self._person, self._other = (office.ask(accounts.sign_in, one, bootstrap.DEMO_PASSWORD) for one in (who, "li"))

    def __call__(self) -> object:
        self._office.sign_in(self._person)
        found = self._office.ask(dashboards.shown, self._name, self._stretch, language="en")
        self._office.sign_in(self._other)
        return found


def _me(view: figures.View) -> str:
    return view.person.id.hex()
