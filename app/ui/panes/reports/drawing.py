"""Charts drawn by pyqtgraph in the colors of the theme; it is loaded with the first chart."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from app.models.kpis import Measure
from app.services.dashboards import Chart, Point
from app.ui.kit import languages, theme
from app.ui.panes.reports import presenting

_HUNDRED, _ROOM = 100, 104
#: A bar takes so much of its line; a name has at least so many pixels, and a third of the chart.
_BAR, _NAME = 0.62, 100
#: Height of a line of bars at which every name can be told, and width of the name of a period.
_LINE, _PERIOD = 14, 66
#: What a figure takes beside a bar apart from its letters.
_BESIDE = 12
#: Height of the axis below bars.
_AXIS = 24


def make(parent: QWidget) -> Any:
    """Return an empty plot that leaves keyboard and mouse to its parent."""
    import pyqtgraph

    made: Any = pyqtgraph.PlotWidget(parent)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setMouseEnabled(x=False, y=False)
    made.setMenuEnabled(False)
    made.hideButtons()
    return made


def draw(plot: Any, chart: Chart, chosen: int) -> None:
    """Draw a chart with one point chosen: a line over time, or a bar for each group."""
    looks = theme.of_app()
    plot.clear()
    plot.setBackground(looks.color("surface"))
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(looks.color("border"))
        axis.setTextPen(looks.color("muted"))
        axis.setStyle(tickFont=looks.font("small"), tickLength=-3)
    if chart.by:
        _bars(plot, chart, chosen)
    else:
        _line(plot, chart, chosen)


def _value(chart: Chart, point: Point, *, beside: bool = False) -> float | None:
    figure = point.beside if beside else point.figure
    share = None if figure is None or figure.hidden else figure.share
    return None if share is None else share * _scale(chart)


def _scale(chart: Chart) -> float:
    return chart.kpi.measure.scale


def _top(chart: Chart) -> float:
    if chart.kpi.measure is Measure.SHARE:
        return _ROOM
    found = [_value(chart, one, beside=beside) for one in chart.points for beside in (False, True)]
    return 1.1 * max([*(one for one in found if one), (chart.kpi.target or 0) * _scale(chart), 1.0])


def _line(plot: Any, chart: Chart, chosen: int) -> None:
    import pyqtgraph

    graph: Any = pyqtgraph
    looks = theme.of_app()
    for beside, color in ((True, "muted"), (False, "accent")):
        told = [
            (place, value)
            for place, one in enumerate(chart.points)
            if (value := _value(chart, one, beside=beside)) is not None
        ]
        width, style = (1, Qt.PenStyle.DotLine) if beside else (2, Qt.PenStyle.SolidLine)
        pen = graph.mkPen(looks.color(color), width=width, style=style)
        sizes = [10 if place == chosen else 6 for place, _ in told]
        plot.plot(
            [place for place, _ in told], [value for _, value in told], pen=pen, symbol=None if beside else "o",
            symbolSize=sizes, symbolBrush=looks.color(color), symbolPen=looks.color("surface"),
        )  # fmt: skip
    _goal(plot, chart, angle=0)
    name(plot, chart)
    last = len(chart.points) - 1
    plot.setXRange(-0.5, last + 0.5, padding=0)
    plot.setYRange(0, _top(chart), padding=0)


def _bars(plot: Any, chart: Chart, chosen: int) -> None:
    import pyqtgraph

    graph: Any = pyqtgraph
    looks, count = theme.of_app(), len(chart.points)
    for place, one in enumerate(chart.points):
        value = _value(chart, one)
        color = looks.color("accent" if place == chosen else "accent_soft")
        width = 0.0 if value is None else value
        bar = graph.BarGraphItem(
            x0=[0], y=[count - 1 - place], width=[width], height=_BAR, brush=color, pen=looks.color("accent")
        )
        plot.addItem(bar)
        told = presenting.told_bar(one.figure, chart.kpi.measure, languages.current())
        text = graph.TextItem(told, looks.color("muted"), anchor=(0, 0.5), fill=looks.color("surface"))
        text.setZValue(1)  # the goal does not strike it through
        text.setFont(looks.font("small", tabular=True))
        text.setPos(width, count - 1 - place)
        plot.addItem(text)
    _goal(plot, chart, angle=90)
    name(plot, chart)
    plot.setYRange(min(0, count - 3) - 0.6, count - 0.4, padding=0)


def name(plot: Any, chart: Chart) -> None:
    """Put the names of as many groups or periods on the axis as it has room for; figures of bars get theirs."""
    count = len(chart.points)
    along, across = ("left", "bottom") if chart.by else ("bottom", "left")
    if chart.by:
        step = max(1, round(count * _LINE / max(1, plot.height() - _AXIS)))
        room = max(_NAME, plot.width() // 3)
        names = [(count - 1 - place, _short(one.name, room)) for place, one in enumerate(chart.points)][::step]
    else:
        step = max(1, -(-(count - 1) * _PERIOD // max(1, plot.width() - _PERIOD)))
        names = [(at, one.name) for at, one in enumerate(chart.points) if (count - 1 - at) % step == 0]
    plot.getAxis(along).setTicks([names])
    plot.getAxis(across).setTicks(None)
    if chart.by:
        plot.setXRange(0, _reach(chart, plot.getPlotItem().vb.width()), padding=0)


def _reach(chart: Chart, width: float) -> float:
    """Return how far the axis of bars goes in so many pixels: the figure behind the longest one is seen whole."""
    letters = QFontMetrics(theme.of_app().font("small", tabular=True))
    far = _top(chart) * 1.1
    for one in chart.points:
        told = presenting.told_bar(one.figure, chart.kpi.measure, languages.current())
        room = letters.horizontalAdvance(told) + _BESIDE
        if room < width / 2:
            far = max(far, (_value(chart, one) or 0) / (1 - room / width))
    return far


def _goal(plot: Any, chart: Chart, *, angle: int) -> None:
    import pyqtgraph

    graph: Any = pyqtgraph
    if chart.kpi.target is None:
        return
    pen = graph.mkPen(theme.of_app().color("warning"), width=1, style=Qt.PenStyle.DashLine)
    plot.addItem(graph.InfiniteLine(chart.kpi.target * _scale(chart), angle=angle, pen=pen))


def _short(name: str, room: int) -> str:
    return QFontMetrics(theme.of_app().font("small")).elidedText(name, Qt.TextElideMode.ElideRight, room)


def nearest(plot: Any, chart: Chart, at: QPoint) -> int:
    """Return the place of the point of a chart that is nearest to a place in its plot."""
    inside = plot.getPlotItem().vb.mapSceneToView(plot.mapToScene(at))
    return len(chart.points) - 1 - round(inside.y()) if chart.by else round(inside.x())


def save(widget: QWidget, path: Path) -> None:
    """Save a widget as it is: SVG, or else PNG, by the ending of the file."""
    if path.suffix.lower() != ".svg":
        widget.grab().save(str(path.with_suffix(".png")))
        return
    from PySide6.QtSvg import QSvgGenerator

    made = QSvgGenerator()  # pyqtgraph's own exporter fails on gaps of its axes
    made.setFileName(str(path))
    made.setSize(widget.size())
    made.setViewBox(widget.rect())
    painter = QPainter(made)
    widget.render(painter, QPoint())
    painter.end()
