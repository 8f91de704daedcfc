"""Charts are drawn over time and by groups, and a click finds the nearest point."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.figures import Figure
from app.services import kpis
from app.services.dashboards import Chart, Point
from app.ui.kit import theme
from app.ui.panes.reports import drawing

MONTHS = tuple(Point(f"2026-{at:02}", f"2026-{at:02}", Figure(at, 12), Figure(6, 12)) for at in range(1, 13))


@pytest.fixture
def plot(qtbot: QtBot, qapp) -> Any:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = drawing.make(holder)
    made.resize(420, 240)
    return made


def test_over_time_there_is_a_line_one_for_all_and_the_target(plot: Any) -> None:
    chart = Chart(kpis.shipped()["direct_answer"], "", MONTHS, {})
    drawing.draw(plot, chart, 11)
    lines = plot.getPlotItem().listDataItems()
    assert [len(one.getData()[0]) for one in lines] == [12, 12]
    assert max(lines[1].getData()[1]) == 100
    place = plot.mapFromScene(plot.getPlotItem().vb.mapViewToScene(QPointF(3.2, 30)))
    assert drawing.nearest(plot, chart, QPoint(round(place.x()), round(place.y()))) == 3


def test_groups_stand_below_each_other_the_largest_first(plot: Any) -> None:
    chart = Chart(kpis.shipped()["speed_of_answer"], "channel", MONTHS[:4], {})
    drawing.draw(plot, chart, 0)
    ticks = plot.getAxis("left")._tickLevels[0]
    assert ticks[0] == (3, "2026-01")


def test_as_many_names_are_told_as_there_is_room_for(plot: Any) -> None:
    chart = Chart(kpis.shipped()["direct_answer"], "channel", MONTHS, {})
    plot.resize(420, 40)
    drawing.draw(plot, chart, 0)
    assert len(plot.getAxis("left")._tickLevels[0]) < 4
    plot.resize(420, 240)
    drawing.name(plot, chart)
    assert len(plot.getAxis("left")._tickLevels[0]) == 12


def test_a_wider_chart_tells_more_of_a_long_name(plot: Any) -> None:
    unit = Point("u", "County Maternal and Child Health Hospital", Figure(1, 2))
    chart = Chart(kpis.shipped()["direct_answer"], "unit", (unit,), {})
    told: list[str] = []
    for width in (240, 420, 1200):
        plot.resize(width, 240)
        drawing.name(plot, chart)
        told.append(plot.getAxis("left")._tickLevels[0][0][1])
    assert len(told[0]) < len(told[1]) < len(told[2]) == len(unit.name)
    assert told[0].endswith("…")


def test_the_figure_behind_a_bar_is_seen_whole_and_a_lone_bar_stands_on_top(plot: Any) -> None:
    chart = Chart(kpis.shipped()["direct_answer"], "unit", (Point("u", "H", Figure(8, 8)),), {})
    plot.window().show()
    plot.resize(340, 240)  # in a wide one the tenth behind the longest bar would do
    drawing.draw(plot, chart, 0)
    drawing.name(plot, chart)  # as when the box gets its room
    box = plot.getPlotItem().vb
    assert 100 < box.width() < 320
    room = box.width() * (1 - 100 / box.viewRange()[0][1])
    assert room >= QFontMetrics(theme.of_app().font("small", tabular=True)).horizontalAdvance("100 %") + 8
    low, high = box.viewRange()[1]
    assert high - 0 < 0 - low
