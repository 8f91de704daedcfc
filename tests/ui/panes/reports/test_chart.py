"""A chart is shown, copied and saved."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.panes.reports.chart import TrendChart

LABELS = tuple(f"2026-{month:02}" for month in range(1, 13))
SHARES = (None,) * 4 + (0.5,) * 8


@pytest.fixture
def chart(qtbot: QtBot, qapp) -> TrendChart:
    made = TrendChart()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show_points(LABELS, SHARES, 0.8)
    return made


def test_what_comes_before_the_first_figure_is_left_out(chart: TrendChart) -> None:
    chart.copy_data()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert (len(lines), lines[0]) == (8, "2026-05\t0.5")


@pytest.mark.parametrize("ending", ["png", "svg", "csv"])
def test_it_is_saved_by_the_ending_of_its_file(chart: TrendChart, tmp_path: Path, qtbot: QtBot, ending: str) -> None:
    with qtbot.waitSignal(chart.told) as told:
        chart.save_to(str(tmp_path / f"trend.{ending}"))
    assert told.args == [f"Saved: trend.{ending}"]
    assert (tmp_path / f"trend.{ending}").stat().st_size > 90
