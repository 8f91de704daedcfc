"""Dashboards: what a role looks at first. One's own figures beside those of all, the team and its units, the topics.

Everything comes from the counts of days: a dashboard asks once for its trends and once for each dimension.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.models.accounts import Permission
from app.models.dashboards import Dashboard, Wish, read_many
from app.models.errors import RecordGone
from app.models.figures import Figure
from app.models.kpis import Kpi
from app.models.periods import Stretch
from app.services import figures, report_fillings, wording
from app.services.figure_exports import TableWriter
from app.services.office import View
from resources import FOLDER

#: So many groups stand in a chart, the largest first, without those too small to be told while there are others; the
#: page of the figure has all of them.
MOST = 12
#: So many periods stand in a chart at least, whatever was counted in them.
FEWEST = 3
#: What a person must be allowed for each dashboard.
_NEEDS = {
    "operator": Permission.TAKE_CONTACTS,
    "supervisor": Permission.SUPERVISE_INQUIRIES,
    "trainer": Permission.WRITE_SCRIPTS,
}


@dataclass(frozen=True)
class Point:
    """A period or a group: its key, its name, its figure, and that of all beside one's own."""

    key: str
    name: str
    figure: Figure
    beside: Figure | None = None


@dataclass(frozen=True)
class Chart:
    """A KPI over time (``by`` "") or by the groups of a dimension. ``groups``: whose figures these are."""

    kpi: Kpi
    by: str
    points: tuple[Point, ...]
    groups: Mapping[str, str]


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, Dashboard]:
    """Return the dashboards that come with the program by their id."""
    name = "dashboards.json"
    text = FOLDER.joinpath(name).read_text(encoding="utf-8")
    return {one.id: one for one in read_many(text, file=name)}


def offered(view: View) -> tuple[str, ...]:
    """Return the dashboards that the person at the desk may see, their own role's first."""
    person = view.person
    if not person.may(Permission.SEE_INQUIRIES):
        return ()
    found = [name for name in shipped() if person.may(_NEEDS[name])]
    return tuple(sorted(found, key=("supervisor", "trainer", "operator").index))


def shown(view: View, name: str, stretch: Stretch, *, language: str) -> tuple[Chart, ...]:
    """Return the charts of a dashboard for a period. Raises ``NotAllowed`` and ``RecordGone``."""
    board = shipped().get(name)
    if board is None:
        raise RecordGone(entity="dashboard", id=name)
    view.require(_NEEDS[name])
    mine = {"person": view.person.id.hex()} if name == "operator" else {}
    trends = _trends(view, [one.kpi for one in board.charts if not one.by], stretch, mine)
    groups = _compared(view, board.charts, stretch, language)
    found = [groups.get(one) if one.by else trends.get(one.kpi) for one in board.charts]
    return tuple(one for one in found if one is not None)


def _trends(view: View, names: Sequence[str], stretch: Stretch, mine: Mapping[str, str]) -> dict[str, Chart]:
    told = figures.cards(view, stretch, groups=mine, only=names)
    every = {one.kpi.id: one.trend for one in figures.cards(view, stretch, only=names)} if mine else {}
    found: dict[str, Chart] = {}
    for one in told:
        beside = [figure for _, figure in every.get(one.kpi.id, ())] or [None] * len(one.trend)
        points = (
            Point(str(period), str(period), figure, other)
            for (period, figure), other in zip(one.trend, beside, strict=True)
        )
        found[one.kpi.id] = Chart(one.kpi, "", _since_first(tuple(points)), mine)
    return found


def _since_first(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Leave away the periods before the first in which anything was counted, but for some."""
    first = next((place for place, one in enumerate(points) if one.figure.denominator), len(points) - 1)
    return points[max(0, min(first, len(points) - FEWEST)) :]


def _compared(view: View, wishes: Sequence[Wish], stretch: Stretch, language: str) -> dict[Wish, Chart]:
    found: dict[Wish, Chart] = {}
    for by in dict.fromkeys(one.by for one in wishes if one.by):
        names = [one.kpi for one in wishes if one.by == by]
        for one in figures.compare_many(view, names, stretch, by):
            told = [cell for cell in one.cells if not cell[1].hidden] or one.cells
            points = (
                Point(key, report_fillings.name_of(view, by, key, language), figure) for key, figure in told[:MOST]
            )
            found[Wish(one.kpi.id, by)] = Chart(one.kpi, by, tuple(points), {})
    return found


def save_data(view: View, chart: Chart, *, path: Path, language: str) -> int:
    """Write what a chart shows as a table, by the ending of the file; no cell runs as a formula. Return its rows.

    Raises ``NotAllowed`` where somebody else's figures are in it, and what the file raises.
    """
    figures.check_group(view, {chart.by: ""} if chart.by else chart.groups)
    write: TableWriter = view.outside["write_table"]
    names = ("group", "share", "numerator", "denominator", "target", "beside")
    columns = [wording.phrase("reports", f"chart_{name}", language) for name in names]
    return write(path, columns, [_cells(chart, one, language) for one in chart.points])


def _cells(chart: Chart, point: Point, language: str) -> tuple[object, ...]:
    figure, beside = point.figure, point.beside
    if figure.hidden:
        return point.name, wording.phrase("reports", "withheld", language), "", "", chart.kpi.target, ""
    return (
        point.name, figure.share, figure.numerator, figure.denominator, chart.kpi.target,
        beside.share if beside is not None else "",
    )  # fmt: skip
