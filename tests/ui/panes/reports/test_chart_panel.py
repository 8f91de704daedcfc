"""A chart is read and walked by keyboard, copied, saved, and leads to its rows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.figures import Figure
from app.services import kpis
from app.services.dashboards import Chart, Point
from app.ui.kit import languages
from app.ui.panes.reports.chart_panel import ChartPanel

TOLD = [Point(f"H0{at}", f"Unit {at}", Figure(at, 10)) for at in (9, 8, 7)]
POINTS = (*TOLD, Point("H01", "Unit 1", Figure(0, 0, hidden=True)))


@pytest.fixture
def panel(qtbot: QtBot, qapp) -> ChartPanel:
    languages.of_app().use("en")
    made = ChartPanel("reports.chart.0")
    qtbot.addWidget(made)
    made.resize(400, 260)
    made.show_chart(Chart(kpis.shipped()["on_time"], "unit", POINTS, {}))
    return made


def test_arrows_walk_the_points_and_it_is_said_where_one_is(panel: ChartPanel) -> None:
    assert panel.accessibleName().endswith("Unit 9 · 90.0 % · 9 / 10 · ≥ 99 %")
    QTest.keyClick(panel, Qt.Key.Key_Down)
    assert "Unit 8 · 80.0 %" in panel.accessibleName()
    QTest.keyClick(panel, Qt.Key.Key_End)
    assert "Unit 1 · withheld" in panel.accessibleName()
    QTest.keyClick(panel, Qt.Key.Key_Home)
    assert panel.point == POINTS[0]
    assert panel.accessibleDescription().startswith("Unit 9: 90.0 %; Unit 8: 80.0 %")


def test_enter_leads_to_the_rows_of_a_point_that_is_told(panel: ChartPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.opened) as opened:
        QTest.keyClick(panel, Qt.Key.Key_Return)
    assert opened.args == [panel.chart, POINTS[0]]
    panel.choose(3)
    with qtbot.assertNotEmitted(panel.opened):
        QTest.keyClick(panel, Qt.Key.Key_Return)


def test_it_is_copied_as_picture_and_as_data(panel: ChartPanel) -> None:
    panel.copy_data()
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Unit 9\t0.9\t9\t10"
    panel.copy_picture()
    assert not QGuiApplication.clipboard().pixmap().isNull()


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_it_is_saved_by_the_ending_of_its_file(panel: ChartPanel, tmp_path: Path, ending: str) -> None:
    panel.save_picture(tmp_path / f"a.{ending}")
    assert (tmp_path / f"a.{ending}").stat().st_size > 500
