"""The page of duty days: who works when, another week, leave, and what is missing."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.models.duty import DutyRule
from app.services import duty
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.duty_page import DutyPage
from app.ui.panes.settings.my_account import MyAccount
from tests.desk import sign_in
from tests.windows import tabbed


@pytest.fixture
def page(jobs: Jobs, office: Office, qtbot: QtBot) -> DutyPage:
    sign_in(office, "li")
    made = DutyPage(jobs)
    qtbot.addWidget(made)
    made.show()
    place = [one.person.name for one in made.model.lines].index("wang")
    made.view.select(place)
    return made


def _wang(office: Office) -> duty.DutyRow:
    return next(one for one in office.ask(duty.board) if one.person.name == "wang")


def test_a_usual_week_is_said_of_the_chosen_person(page: DutyPage, office: Office) -> None:
    assert page.card.header.title() == "Wang · By the center's calendar"
    for place in (1, 2):
        page.boxes[place - 1].setChecked(False)
    page.save()
    assert _wang(office).week == frozenset({3, 4, 5})
    assert page.card.header.title() == "Wang · Wed Thu Fri"
    assert page.strip.current.text.startswith("Saved")


def test_leave_needs_its_days_and_shows_them(page: DutyPage, office: Office) -> None:
    page.form.set_values({"rule": DutyRule.OFF.value, "first_on": date(2026, 3, 4)}, clear=False)
    page.form.changed.emit("rule", DutyRule.OFF.value)  # as an edit does
    assert not page.boxes[0].isVisible()
    page.form.set_values({"last_on": date(2026, 3, 2)}, clear=False)
    page.save()
    assert _wang(office).off == ()
    page.form.set_values({"last_on": date(2026, 3, 5)}, clear=False)
    page.save()
    assert _wang(office).off == (date(2026, 3, 4), date(2026, 3, 5))
    line = next(place for place, one in enumerate(page.model.lines) if one.person.name == "wang")
    assert page.model.cells(line)[3].text == "03-04 – 03-05"


def test_what_is_missing_is_said_beside_its_field(page: DutyPage, office: Office) -> None:
    page.form.set_values({"first_on": None}, clear=False)
    page.save()
    assert _wang(office).week is None
    page.form.set_values({"first_on": date(2026, 3, 4)}, clear=False)
    for box in page.boxes:
        box.setChecked(False)
    page.save()
    assert page.strip.current is not None
    assert _wang(office).week is None


def test_everybody_reads_their_own_days(page: DutyPage, office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    page.save()
    sign_in(office, "wang")
    own = MyAccount(jobs)
    qtbot.addWidget(own)
    own.show()
    assert own._duty.text() == "Duty days: Mon Tue Wed Thu Fri"


def test_tab_goes_through_the_days_and_then_to_save(page: DutyPage, qtbot: QtBot) -> None:
    names = tabbed(qtbot, page.boxes[0], 8)
    assert [one.rpartition(".")[2] for one in names] == [*"1234567", "save"]
