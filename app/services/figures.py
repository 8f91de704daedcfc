"""Figures of the KPIs: counted with the journal, asked by period and group, opened row by row.

One engine serves the screen, the documents and the command line. ``catch_up`` counts what has happened since; figures
are as of then.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import FieldInvalid
from app.models.figures import Counts, Figure, figure, observe
from app.models.kpi_questions import Question
from app.models.kpis import FigureMark, Kpi, RowSet
from app.models.periods import Span, Stretch, holding
from app.services import figure_facts, figure_windows, figure_withheld, kpis, policies, worklists
from app.services.office import View, Work
from app.services.worklists import Line
from app.store import figures as rows_of
from app.store import first_figures
from app.store import inquiries as inquiry_rows
from app.store.sqlcipher import roomy

#: Raised when the rules of ``models.figures`` change, so that everything is counted anew.
RULES = 4
#: Inquiries that are counted the first time, and those looked at again, before others may save; records likewise.
_PART, _FEW, _RECORDS = 10_000, 2_000, 4_000
#: How many periods a trend shows, the one asked for among them.
TREND = 12
GROUPS = rows_of.DIMENSIONS[1:]
#: Every inquiry that was opened.
TAKEN = RowSet(Question.TAKEN, FigureMark.MET)


class Progress(Protocol):
    """Hears how far counting has come."""

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """So many inquiries of so many."""
        ...


@dataclass(frozen=True)
class Told:
    """A KPI of a period: its figure, the same of the periods before (the oldest first, this one last)."""

    kpi: Kpi
    figure: Figure
    trend: tuple[tuple[Stretch, Figure], ...] = ()

    @property
    def reached(self) -> bool | None:
        """Say whether the target is reached; None without a target or without a figure."""
        share = self.figure.share
        return None if share is None else self.kpi.reached(share)


@dataclass(frozen=True)
class Compared:
    """A KPI of a period by the groups of a dimension, the largest first; small groups are hidden.

    What people said of a unit is hidden with fewer than 25 answers (``figure_withheld``).
    """

    kpi: Kpi
    whole: Figure
    cells: tuple[tuple[str, Figure], ...]


def catch_up(work: Work, progress: Progress | None = None) -> int:
    """Count what has happened since the last time and return how many inquiries were looked at.

    Anybody may: nothing is shown. The first time, and when the rules or the time zone have changed, every inquiry is
    counted, in parts between which others save.
    """
    by = f"{RULES} {work.settings.time_zone}"
    found = rows_of.standing(work.tx)
    if found.by != by:
        found = rows_of.begin(work.tx, by)
    done = 0 if found.whole else _count_all(work, found, progress)
    done += figure_facts.count_all(work)
    done += _follow(work) + _ripen(work) + figure_facts.ripen(work)
    figure_windows.refresh(work)
    return done


def _count_all(work: Work, found: rows_of.Standing, progress: Progress | None) -> int:
    """Count every inquiry once, in parts; cut short, the next time goes on."""
    with roomy(work.tx.connection):
        return _count_parts(work, found, progress)


def _count_parts(work: Work, found: rows_of.Standing, progress: Progress | None) -> int:
    came, total, zone = found.done, rows_of.how_many(work.tx), ZoneInfo(work.settings.time_zone)
    days, said = first_figures.Days(zone), dict[first_figures.Row, str]()
    while not found.whole:
        if progress:
            progress.at(found.done, total)
        part = first_figures.part(work.tx, found.built, _PART, days=days, now=work.now)
        for shape in part.plain.keys() - said.keys():
            observed = observe(first_figures.facts_of(part.plain[shape].first, zone), work.now)
            said[shape] = rows_of.letters_of(observed)
        first_figures.keep(work.tx, part.plain, said)
        _observe(work, part.others)
        found = rows_of.built(found, part.last, part.size)
        rows_of.stand(work.tx, found)
        if part.size:
            work.tx.breathe()
    return found.done - came


def _follow(work: Work) -> int:
    found = rows_of.standing(work.tx)
    last, done = rows_of.last_record(work.tx), 0
    for start in range(found.up_to, last, _RECORDS):
        until = min(start + _RECORDS, last)
        positions = rows_of.spoken_of(work.tx, start, until)
        earlier = rows_of.earlier_of_callers(work.tx, positions)
        _observe(work, sorted(earlier | set(positions)))
        done += len(positions) + figure_facts.follow(work, start, until)
        rows_of.stand(work.tx, rows_of.Standing(found.by, until, found.built, found.done))
    return done


def _ripen(work: Work) -> int:
    done = 0
    while part := rows_of.ripe(work.tx, work.now.isoformat(), _FEW):
        _observe(work, part)
        done += len(part)
    return done


def _observe(work: Work, positions: Sequence[int]) -> None:
    zone = ZoneInfo(work.settings.time_zone)
    kept = [rows_of.kept_of(one, observe(one.facts, work.now)) for one in rows_of.facts_of(work.tx, positions, zone)]
    rows_of.keep(work.tx, positions, kept)


def behind_the_times(view: View) -> bool:
    """Say whether anything has happened that is not counted yet."""
    found = rows_of.standing(view.rows)
    counted = found.whole and not figure_facts.behind_the_times(view)
    return not counted or found.up_to < rows_of.last_record(view.rows)


def current(view: View, span: Span) -> Stretch:
    """Return the period of a length that today lies in, by the center's calendar days."""
    return holding(span, policies.today(view))


def cards(
    view: View,
    stretch: Stretch,
    *,
    groups: Mapping[str, str] | None = None,
    trend: int = TREND,
    only: Collection[str] = (),
) -> tuple[Told, ...]:
    """Return every KPI of a period (or ``only`` these) with its trend, of everything or of one group (dimension → key).

    Raises ``NotAllowed``: one's own figures may be seen by everybody who takes calls.
    """
    dimension, key = check_group(view, groups or {})
    found = [one for one in kpis.listed(view, stretch.last_on) if not only or one.id in only]
    periods = [stretch.former(count) for count in reversed(range(trend))] or [stretch]
    questions = [question for one in found for question in one.questions]
    days, bucket = (periods[0].start_on, stretch.end_on), stretch.span.value
    counted = rows_of.counted(view.rows, questions, days, dimension=dimension, key=key, bucket=bucket)
    worst = figure_windows.worst_of(view, found, days, dimension=dimension, key=key, bucket=bucket)
    told = tuple(_told(one, key, periods, (counted, worst)) for one in found)
    if dimension == figure_withheld.UNIT:
        withheld = figure_withheld.of_unit(view, found, key, periods)
    else:
        withheld = figure_withheld.of_whole(view, found, periods)
    return tuple(_without(one, withheld) for one in told)


def _without(told: Told, withheld: Collection[tuple[str, date]]) -> Told:
    trend = tuple(
        (at, Figure(0, 0, hidden=True) if (told.kpi.id, at.start_on) in withheld else one) for at, one in told.trend
    )
    return Told(told.kpi, trend[-1][1], trend)


def _told(kpi: Kpi, key: str, periods: Sequence[Stretch], found: tuple[rows_of.Counted, figure_windows.Worst]) -> Told:
    counted, worst = found
    cells = [(one, (key, one.start_on.isoformat())) for one in periods]
    trend = tuple(
        (one, figure_windows.narrowed(kpi, figure(kpi, counted.get(cell, {})), worst, cell)) for one, cell in cells
    )
    return Told(kpi, trend[-1][1], trend)


def named(view: View, name: str, stretch: Stretch) -> Told:
    """Return one KPI of a period. Raises ``NotAllowed``, ``RecordGone``."""
    kpis.named(view, name, stretch.last_on)
    return cards(view, stretch, trend=1, only=[name])[0]


def compare(view: View, name: str, stretch: Stretch, dimension: str, *, hide: bool = True) -> Compared:
    """Return a KPI of a period by operator, unit, channel or category (of the first level).

    ``hide`` False tells small groups too. Raises ``NotAllowed``, ``RecordGone``, ``FieldInvalid``.
    """
    return compare_many(view, [name], stretch, dimension, hide=hide)[0]


def compare_many(
    view: View, names: Iterable[str], stretch: Stretch, dimension: str, *, hide: bool = True
) -> tuple[Compared, ...]:
    """Return several KPIs by the same dimension, asked for at once: see ``compare``."""
    view.require(Permission.SUPERVISE_INQUIRIES if dimension == "person" else Permission.SEE_INQUIRIES)
    if dimension not in GROUPS:
        raise FieldInvalid(field="group", value=dimension)
    found = [kpis.named(view, name, stretch.last_on) for name in names]
    days = stretch.start_on, stretch.end_on
    questions = [question for one in found for question in one.questions]
    counted = rows_of.counted(view.rows, questions, days, dimension=dimension, key=None)
    gathered: dict[str, dict[RowSet, int]] = {}
    for (key, _), counts in counted.items():
        _add(gathered.setdefault(key.partition(".")[0] if dimension == "category" else key, {}), counts)
    worst = figure_windows.worst_of(view, found, days, dimension=dimension, key=None, bucket="")
    made = tuple(_compared(one, gathered, worst) for one in found)
    if not hide:
        return made
    known = [figure_withheld.told_units(view, one, stretch) if dimension == "unit" else {} for one in found]
    untold = {kpi for kpi, _ in figure_withheld.of_whole(view, found, [stretch])}
    less = (_less(one, dimension, units) for one, units in zip(made, known, strict=True))
    return tuple(_without_whole(one, dimension) if one.kpi.id in untold else one for one in less)


def _less(found: Compared, dimension: str, told: Mapping[str, bool] | None) -> Compared:
    cells = figure_withheld.hidden(dict(found.cells), found.kpi, dimension, told)
    return Compared(found.kpi, found.whole, tuple(cells.items()))


def _without_whole(found: Compared, dimension: str) -> Compared:
    """Return a comparison without its whole, nor the groups that would add up to it."""
    hidden = Figure(0, 0, hidden=True)
    cells = found.cells if dimension == figure_withheld.UNIT else tuple((key, hidden) for key, _ in found.cells)
    return Compared(found.kpi, hidden, cells)


def _compared(kpi: Kpi, gathered: Mapping[str, Counts], worst: figure_windows.Worst) -> Compared:
    cells = {
        key: figure_windows.narrowed(kpi, figure(kpi, counts), worst, (key, "")) for key, counts in gathered.items()
    }
    whole: dict[RowSet, int] = {}
    for counts in gathered.values():
        _add(whole, counts)
    order = sorted(cells, key=lambda one: (-cells[one].denominator, one))
    return Compared(kpi, figure(kpi, whole), tuple((key, cells[key]) for key in order if cells[key].denominator))


def _add(to: dict[RowSet, int], counts: Counts) -> None:
    for one, count in counts.items():
        to[one] = to.get(one, 0) + count


def taken_by_day(view: View, days: tuple[date, date]) -> dict[date, int]:
    """Return how many inquiries were opened on each day from a day to before a day."""
    view.require(Permission.SEE_INQUIRIES)
    counted = rows_of.counted(view.rows, [Question.TAKEN], days, bucket="day")
    return {date.fromisoformat(day): counts.get(TAKEN, 0) for (_, day), counts in counted.items()}


def taken_by(view: View, stretch: Stretch, dimension: str) -> dict[str, int]:
    """Return how many inquiries of a period were taken by the groups of a dimension (categories: first level)."""
    view.require(Permission.SUPERVISE_INQUIRIES if dimension == "person" else Permission.SEE_INQUIRIES)
    days = stretch.start_on, stretch.end_on
    found: dict[str, int] = {}
    counted = rows_of.counted(view.rows, [Question.TAKEN], days, dimension=dimension, key=None)
    for (key, _), counts in counted.items():
        group = key.partition(".")[0] if dimension == "category" else key
        found[group] = found.get(group, 0) + counts.get(TAKEN, 0)
    return {key: count for key, count in found.items() if count}


def rows_behind(
    view: View, sets: Iterable[RowSet], stretch: Stretch, *, groups: Mapping[str, str] | None = None,
    after: int | None = None, limit: int = 100,
) -> tuple[Line, ...]:  # fmt: skip
    """Return a page of the inquiries behind a figure, the newest first. ``after`` is the last position before.

    Raises ``NotAllowed``.
    """
    view.require(Permission.SEE_INQUIRIES)
    check_group(view, groups or {})
    between = moments(view, stretch)
    found = rows_of.behind(view.rows, sets, between, groups=groups or {}, after=after, limit=limit)
    return tuple(worklists.named(view, inquiry_rows.at(view.rows, found)))


def moments(view: View, stretch: Stretch) -> tuple[datetime, datetime]:
    """Return the first moment of a period and the first one after it."""
    zone = ZoneInfo(view.settings.time_zone)
    start, end = (datetime.combine(day, time(), zone) for day in (stretch.start_on, stretch.end_on))
    return start, end


def check_group(view: View, groups: Mapping[str, str]) -> tuple[str, str]:
    """Return the one group that is asked for. Raises ``NotAllowed`` where it is somebody else's."""
    unknown = [name for name in groups if name not in GROUPS]
    if unknown:
        raise FieldInvalid(field="group", value=unknown[0])
    if groups.get("person") == view.person.id.hex():
        view.require(Permission.TAKE_CONTACTS)
    else:
        view.require(Permission.SUPERVISE_INQUIRIES if "person" in groups else Permission.SEE_INQUIRIES)
    return next(iter(groups.items()), ("all", ""))
