"""What the ladder did on a day is one line for each unit and person, and one paper."""

from datetime import timedelta

import pytest

from app.services import ladder_firing
from app.services.office import Office
from app.ui.panes.supervision.digest_page import DigestPage
from tests.desk import NOON
from tests.fakes import FakeClock
from tests.services.test_ladder_notices import undecided


@pytest.fixture
def page(jobs, desk, office: Office, clock: FakeClock, qtbot) -> DigestPage:
    office.do(ladder_firing.run)
    made = DigestPage(jobs)
    qtbot.addWidget(made)
    made.show()
    made.show_today(NOON.date())
    made.reload()
    return made


def _cells(page: DigestPage, row: int) -> list[str]:
    return [page.model.index(row, place).data() for place in range(page.model.columnCount())]


def test_a_day_has_a_line_for_each_unit_and_person(page: DigestPage) -> None:
    assert _cells(page, 0) == ["County Hospital", "Unit", "", "1", "", "", ""]
    assert _cells(page, 1) == ["Wang", "Person", "", "1", "", "", ""]


def test_a_digest_opens_as_a_paper(page: DigestPage, qtbot) -> None:
    page.take_focus()
    page._open.click()
    assert page.paper_window is not None
    assert "Digest of 2026-03-02 for County Hospital" in page.paper_window.page.toPlainText()
    page.paper_window.close()


def test_one_steps_from_day_to_day_and_not_beyond_today(page: DigestPage) -> None:
    page.day_after()
    assert page._title.text() == "2026-03-02"
    page.day_before()
    assert (page._title.text(), page.model.rowCount()) == ("2026-03-01", 0)
    page.show_today(NOON.date() + timedelta(days=1))
    assert page._title.text() == "2026-03-01"
    page.day_after()
    assert page.model.rowCount() == 2


def test_what_nobody_decided_in_time_stands_before_the_others(page: DigestPage, office: Office, clock, qtbot) -> None:
    undecided(office, clock)
    page.show_today(clock.now().date())
    page.reload()
    assert _cells(page, 0) == ["supervisors", "Center", "", "", "", "", "1"]
    page.take_focus()
    page._open.click()
    assert page.paper_window is not None
    told = page.paper_window.page.toPlainText()
    assert "that nobody has decided for 24 hours or more: 1." in told
    page.paper_window.close()
