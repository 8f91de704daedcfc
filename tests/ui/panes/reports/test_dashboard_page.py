"""The dashboard shows its charts, saves them, and leads to the rows behind a point."""

from pathlib import Path

import pytest

from app.services.office import Office
from app.ui.panes.reports.dashboard_page import DashboardPage
from app.ui.panes.reports.pane import ReportsPane
from tests.desk import sign_in


@pytest.fixture
def page(pane: ReportsPane) -> DashboardPage:
    pane.bar.show_page("dashboard")
    return pane.dashboard


def test_a_supervisor_begins_with_the_team_and_may_see_other_sides(page: DashboardPage) -> None:
    assert page.name == "supervisor"
    assert len(page.panels) == 6
    page.choose("operator")
    assert page.panels[0].chart is not None
    assert page.panels[0].chart.groups


def test_a_point_leads_to_its_rows(pane: ReportsPane, page: DashboardPage) -> None:
    page.panels[0].open_rows()
    assert (pane.bar.page, pane.figures.kpi, str(pane.bar.stretch)) == ("figures", "direct_answer", "2026-03")
    assert pane.figures.behind.row_model.rowCount() > 0


def test_ones_own_point_leads_to_ones_own_rows(pane: ReportsPane, desk: Office) -> None:
    wang = sign_in(desk, "wang")
    pane._person = None
    pane.reload()
    pane.bar.show_page("dashboard")
    assert pane.dashboard.name == "operator"
    pane.dashboard.panels[0].open_rows()
    assert pane.bar.groups == {"person": wang.id.hex()}


def test_a_chart_is_saved_as_picture_or_data(page: DashboardPage, tmp_path: Path) -> None:
    for name in ("a.png", "a.csv", "a.xlsx"):
        page.save_to(page.panels[0], str(tmp_path / name))
        assert (tmp_path / name).stat().st_size > 100
    assert page._saved == "a.xlsx"
