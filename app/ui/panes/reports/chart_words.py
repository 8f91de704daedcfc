"""What a chart says in words: without Qt."""

from app.services import wording
from app.services.dashboards import Chart, Point
from app.ui.panes.reports import presenting


def title_of(chart: Chart, language: str) -> str:
    """Return the name of the figure, and by what it is compared."""
    title = chart.kpi.title.for_language(language)
    return f"{title} · {wording.label('figure_group', chart.by, language)}" if chart.by else title


def told(chart: Chart, point: Point | None, language: str) -> str:
    """Return the chosen point: its name, its figure, that of all beside it, and the target."""
    if point is None:
        return wording.phrase("reports", "chart_nothing", language)
    words = [point.name, *filter(None, presenting.told_cell(point.figure, chart.kpi.measure, language))]
    if point.beside is not None:
        all_of = presenting.told_share(point.beside.share, chart.kpi.measure)
        words.append(wording.phrase("reports", "chart_all", language).format(share=all_of))
    return " · ".join([*words, goal_of(chart)]) if chart.kpi.target is not None else " · ".join(words)


def goal_of(chart: Chart) -> str:
    """Return the target as people read it."""
    kpi = chart.kpi
    sign = "≥" if kpi.better == "up" else "≤"
    if kpi.target is None:
        return ""
    return f"{sign} {presenting.told_goal(kpi.target, kpi.measure)}"


def as_sentence(chart: Chart, language: str) -> str:
    """Return every point with its figure, for who cannot see the chart."""
    return "; ".join(
        f"{one.name}: {presenting.told_cell(one.figure, chart.kpi.measure, language)[0]}" for one in chart.points
    )


def as_text(chart: Chart, language: str) -> str:
    """Return what is shown, tab-separated; of small groups that they are withheld."""
    withheld = wording.phrase("reports", "withheld", language)
    lines = [
        (one.name, *((withheld, "", "") if hidden else (figure.share, figure.numerator, figure.denominator)))
        for one in chart.points
        for figure, hidden in ((one.figure, one.figure.hidden),)
    ]
    return "\n".join("\t".join("" if part is None else str(part) for part in line) for line in lines)
