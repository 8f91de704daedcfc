"""Each role sees its own dashboard, every point of it is the figure of the cards, and what is small stays untold."""

from pathlib import Path

import pytest

from app.models.contacts import Outcome
from app.models.errors import NotAllowed, RecordGone
from app.models.periods import Span, Stretch
from app.services import contacts, dashboards, figures, kpis
from app.services.dashboards import Chart
from app.services.office import Office
from tests.desk import NOON, draft, sign_in


@pytest.fixture
def desk(office: Office) -> Office:
    """Six inquiries of one operator: five answered on the line, one dispatched; counted."""
    for outcome in (*[Outcome.ANSWERED] * 5, Outcome.DISPATCH):
        said = draft(unit="H01", due_at=NOON)
        office.do(contacts.finalize, office.do(contacts.start, said).value, outcome)
    office.do(figures.catch_up)
    return office


def _month(desk: Office) -> Stretch:
    return desk.ask(figures.current, Span.MONTH)


def _charts(desk: Office, name: str) -> dict[tuple[str, str], Chart]:
    found = desk.ask(dashboards.shown, name, _month(desk), language="en")
    return {(one.kpi.id, one.by): one for one in found}


def test_every_chart_of_what_ships_is_of_a_kpi_that_ships() -> None:
    wanted = {one.kpi for board in dashboards.shipped().values() for one in board.charts}
    assert wanted <= set(kpis.shipped())


def test_an_operator_sees_their_own_beside_that_of_all(desk: Office) -> None:
    assert desk.ask(dashboards.offered) == ("operator",)
    last = _charts(desk, "operator")["direct_answer", ""].points[-1]
    assert last.beside is not None
    assert (last.figure.numerator, last.figure.denominator, last.beside.denominator) == (5, 6, 6)


def test_a_dashboard_of_another_role_is_refused(desk: Office) -> None:
    for name in ("supervisor", "trainer"):
        with pytest.raises(NotAllowed):
            _charts(desk, name)
    with pytest.raises(RecordGone):
        _charts(desk, "nobody")
    sign_in(desk, "admin")
    assert desk.ask(dashboards.offered) == ()


def test_a_supervisor_compares_units_and_operators(desk: Office) -> None:
    sign_in(desk, "li")
    assert desk.ask(dashboards.offered)[0] == "supervisor"
    (unit,) = _charts(desk, "supervisor")["on_time", "unit"].points
    (person,) = _charts(desk, "supervisor")["direct_answer", "person"].points
    assert (unit.key, person.figure.denominator) == ("H01", 6)


def test_small_groups_are_told_neither_on_the_chart_nor_in_its_file(desk: Office, tmp_path: Path) -> None:
    sign_in(desk, "li")
    chart = _charts(desk, "supervisor")["returned", "unit"]
    assert [one.figure.hidden for one in chart.points] == [True]
    desk.ask(dashboards.save_data, chart, path=tmp_path / "a.csv", language="en")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(",")[1:4] == ["withheld", "", ""]


def test_a_name_that_would_run_as_a_formula_is_written_as_a_text(desk: Office, tmp_path: Path) -> None:
    sign_in(desk, "li")
    chart = _charts(desk, "supervisor")["direct_answer", "channel"]
    point = dashboards.Point("x", '=HYPERLINK("http://x")', chart.points[0].figure)
    file = tmp_path / "a.csv"
    desk.ask(dashboards.save_data, Chart(chart.kpi, "channel", (point,), {}), path=file, language="en")
    assert "'=HYPERLINK" in file.read_text(encoding="utf-8-sig")
