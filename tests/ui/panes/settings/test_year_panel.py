from datetime import date

import pytest

from app.services import calendars
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.year_panel import YearPanel


@pytest.fixture
def panel(jobs: Jobs, qtbot) -> YearPanel:
    made = YearPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def _show(panel: YearPanel, office: Office, year: int) -> None:
    panel.show_year(office.ask(calendars.year_of, "county-center", year), date(2026, 3, 2))


def test_a_year_says_how_many_days_are_worked_and_whether_it_is_estimated(office: Office, panel: YearPanel) -> None:
    _show(panel, office, 2026)
    assert (panel._count.text(), panel._estimated.isVisible()) == ("248 working days", False)
    _show(panel, office, 2031)
    assert panel._estimated.isVisible()
    assert panel._words.text().startswith("Sun 2031-03-02")


def test_years_are_gone_through_within_what_can_be_counted(office: Office, panel: YearPanel, qtbot) -> None:
    _show(panel, office, 2026)
    with qtbot.waitSignal(panel.wanted) as asked:
        panel.go_on()
    assert asked.args == [2027]
    _show(panel, office, 1971)
    with qtbot.assertNotEmitted(panel.wanted):
        panel.go_back()
