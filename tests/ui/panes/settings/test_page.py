import pytest

from app.models.changes import Changes
from app.models.errors import NotAllowed
from app.services import units
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.page import Page


@pytest.fixture
def page(jobs: Jobs, qtbot) -> Page:
    made = Page("any", jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_change_of_its_own_can_be_taken_back(office: Office, jobs: Jobs, page: Page, directory) -> None:
    jobs.do(units.save_unit, initiator=page, code="H01", phone="999")
    page.tell("Saved")
    page.strip.current.undo()
    assert next(unit for unit in office.ask(units.list_units) if unit.code == "H01").phone == "0531-1"


def test_what_others_change_is_not_taken_back_here(jobs: Jobs, page: Page, directory) -> None:
    jobs.do(units.save_unit, initiator=jobs, code="H01", phone="999")
    page.tell("Saved")
    assert page.strip.current.undo is None


def test_a_sync_that_brought_nothing_leaves_what_can_be_taken_back(
    office: Office, jobs: Jobs, page: Page, directory
) -> None:
    jobs.do(units.save_unit, initiator=page, code="H01", phone="999")
    page.tell("Saved")
    jobs.changed.emit(Changes(), None)
    assert page.strip.take_back()
    assert next(unit for unit in office.ask(units.list_units) if unit.code == "H01").phone == "0531-1"


def test_an_undo_that_came_too_late_says_so(jobs: Jobs, page: Page, directory) -> None:
    jobs.do(units.save_unit, initiator=page, code="H01", phone="999")
    page.tell("Saved")
    jobs.do(units.save_unit, initiator=jobs, code="H01", phone="998")
    assert page.strip.take_back()
    assert page.strip.current.text.startswith("There is nothing to undo.")


def test_a_refusal_has_its_sentence(page: Page) -> None:
    page.refuse(NotAllowed(permission="manage_units"))
    assert page.strip.current.level == "danger"
    assert not page.leave_form()
