"""The worst hours of KPIs that are told by a window: sought with the journal, asked by period and group."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.models.figure_windows import Event, Ran, worst
from app.models.figures import Figure, within
from app.models.kpis import Better, Kpi
from app.services import kpis
from app.services.office import View, Work
from app.store import figure_windows as rows_of
from app.store.figure_windows import Formula, Key
from app.store.figures import Days

#: Days that are looked at before others may save.
_PART = 31
_HOUR = 3_600


@dataclass(frozen=True)
class Worst:
    """The worst windows of KPIs by their id, group and bucket, and the time zone in which they are told."""

    found: Mapping[str, Mapping[Key, Ran]]
    zone: ZoneInfo


def formula_of(kpi: Kpi) -> Formula | None:
    """Return what is sought for a KPI; None where it is told of the whole period."""
    if kpi.window is None:
        return None
    up, window = kpi.better is Better.UP, kpi.window
    return Formula(kpi.subject, kpi.numerator, kpi.denominator, window.hours, window.least, up)


def refresh(work: Work) -> int:
    """Seek the worst windows of the days on which anything changed and return how many days were looked at."""
    versions = [one.kpi for found in kpis.defined(work) for one in found.history]
    wanted = list(dict.fromkeys(one for kpi in versions if (one := formula_of(kpi)) is not None))
    rows_of.keep_only(work.tx, wanted)
    return sum(_refresh(work, one) for one in wanted)


def _refresh(work: Work, one: Formula) -> int:
    zone = ZoneInfo(work.settings.time_zone)
    until, before = rows_of.known_until(work.tx, one), rows_of.stood(work.tx, one)
    if until != before:
        days = {datetime.fromtimestamp(second, zone).date().isoformat() for second in (until, before) if second}
        rows_of.stand(work.tx, one, until, days)
    done = 0
    while days := rows_of.due(work.tx, one, _PART):
        part = [day for day in days if day < days[0] + timedelta(days=_PART)]
        span = part[0] - timedelta(days=one.reach), part[-1] + timedelta(days=1)
        found = rows_of.events(work.tx, one, span)
        for day in part:
            rows_of.keep(work.tx, one, day, _of_day(one, found.items(), _ends(day, zone, until)))
        done += len(part)
        work.tx.breathe()
    return done


def _ends(day: date, zone: ZoneInfo, until: int) -> tuple[int, int]:
    first, last = (int(datetime.combine(one, time(), zone).timestamp()) for one in (day, day + timedelta(days=1)))
    return first, min(last, until)


def _of_day(one: Formula, found: Iterable[tuple[Key, list[Event]]], ends: tuple[int, int]) -> Iterable[tuple[Key, Ran]]:
    width = one.hours * _HOUR
    for key, events in found:
        low, high = (bisect_left(events, (second,)) for second in (ends[0] - width, ends[1]))
        ran = worst(events[low:high], width, ends, least=one.least, up=one.up)
        if ran is not None:
            yield key, ran


def worst_of(view: View, found: Iterable[Kpi], days: Days, *, dimension: str, key: str | None, bucket: str) -> Worst:
    """Return the worst window of each KPI that is told by one, by group and bucket; see ``store.figures.counted``.

    A window belongs to the period in which it ends, so that none escapes.
    """
    sought = {
        one.id: rows_of.worst(view.rows, formula, days, dimension=dimension, key=key, bucket=bucket)
        for one in found
        if (formula := formula_of(one)) is not None
    }
    return Worst(sought, ZoneInfo(view.settings.time_zone))


def narrowed(kpi: Kpi, whole: Figure, sought: Worst, key: Key) -> Figure:
    """Return the figure of a KPI as it is told: of its worst window where it has one."""
    if kpi.window is None:
        return whole
    return within(whole, sought.found[kpi.id].get(key), kpi.window.hours, sought.zone)


def told(figure: Figure) -> str:
    """Return from when until before when the parts of a figure were counted; "" for whole periods."""
    return " – ".join(f"{at:%Y-%m-%d %H:%M:%S}" for at in figure.window or ())


def seconds(window: tuple[datetime, datetime]) -> tuple[int, int]:
    """Return a window in seconds since 1970."""
    start, end = (int(at.astimezone(UTC).timestamp()) for at in window)
    return start, end
