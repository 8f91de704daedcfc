from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.models.calendars import DayChange, DifferentDay, HolidayRule, HolidayYear, to_json
from app.models.contacts import Outcome
from app.services import calendars, inquiries, settings
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.calendars_page import CalendarsPage
from app.ui.panes.settings.world import SettingsWorld
from tests.desk import sign_in
from tests.services.taking import take


@pytest.fixture
def page(jobs: Jobs, world: SettingsWorld, qtbot) -> CalendarsPage:
    made = CalendarsPage(jobs, world)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    return made


def test_it_begins_with_the_center_s_calendar_this_year(page: CalendarsPage) -> None:
    assert page.list.currentItem().text() == "County center\nThe center's"
    assert page.panel._number.text() == "2026"
    assert page.panel.months.day().falls_on == date(2026, 3, 2)


def test_a_change_becomes_a_version_and_the_year_follows(office: Office, page: CalendarsPage) -> None:
    page.edit_calendar()
    assert not page.panel.isVisible()
    page.form.week.set_values({"sat": "9-12"}, clear=False)
    page.form.submit()
    assert page.panel.isVisible()
    assert office.ask(calendars.center_calendar).number == 1
    assert page.panel._below.text().startswith("Version 1, saved today by Admin.")
    assert int(page.panel._count.text().split()[0]) > 260


def test_a_new_calendar_begins_as_the_chosen_one_and_is_chosen_after(office: Office, page: CalendarsPage) -> None:
    page.add_calendar()
    page.form.form.set_values({"name": "round-the-clock"}, clear=False)
    page.form.submit()
    assert "already" in page.form.form.editor("name").accessibleDescription()
    page.form.form.set_values({"name": "Clinic"}, clear=False)
    page.form.submit()
    assert page.chosen().name == "Clinic"


def test_an_imported_version_moves_due_times_of_an_estimated_year_like_a_saved_one(office, clock, jobs, qtbot) -> None:
    clock.set(datetime(2026, 12, 30, 2, tzinfo=UTC))
    office.outside["holidays"] = _estimated
    sign_in(office, "wang")
    monday, tuesday = (datetime(2027, 1, day, 2, tzinfo=UTC) for day in (4, 5))
    opened = {"opened_at": clock.now(), "category": "complaint.fees", "unit": "H01", "due_at": monday}
    inquiry = take(office, Outcome.DISPATCH, **opened)
    sign_in(office, "admin")
    known = office.ask(calendars.named, "county-center")
    text = to_json(replace(known, exceptions=(*known.exceptions, DifferentDay(date(2027, 1, 4), DayChange.OFF))))
    page = CalendarsPage(jobs, SettingsWorld(list, Path(), "", read_text=lambda _path: text))
    qtbot.addWidget(page)
    page.files.read("new.json")
    sign_in(office, "wang")
    row = office.ask(inquiries.detail, inquiry).row
    assert (row.due_at, [one.original_due_at for one in row.clocks][-1]) == (tuesday, monday)


def _estimated(_rule: HolidayRule, year: int) -> HolidayYear:
    return HolidayYear({date(year, 1, 1): "New Year"}, estimated=year > 2026)


def test_another_calendar_is_set_for_the_center(office: Office, page: CalendarsPage) -> None:
    assert not page.can_choose()
    page.list.setCurrentRow(1)
    page.use_calendar()
    assert office.ask(settings.current).calendar == "ems-office"
    assert page.list.item(1).text().endswith("The center's")


def test_a_supervisor_keeps_calendars_and_does_not_choose_the_center_s(office: Office, page: CalendarsPage) -> None:
    sign_in(office, "li")
    page.refresh()
    page.list.setCurrentRow(1)
    assert (page.can_change(), page.can_choose()) == (True, False)


def test_esc_leaves_the_editor_and_changes_nothing(office: Office, page: CalendarsPage) -> None:
    page.edit_calendar()
    assert page.leave_form()
    assert page.panel.isVisible()
    assert not page.leave_form()
    page.panel.go_on()
    assert page.panel._number.text() == "2027"


def test_the_names_keep_away_from_the_frame_of_the_list(page: CalendarsPage) -> None:
    place = page.list.visualItemRect(page.list.item(0))
    assert place.left() >= 4
    assert place.right() <= page.list.viewport().width() - 4
