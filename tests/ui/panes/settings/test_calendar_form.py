from datetime import date

import pytest

from app.models.calendars import CalendarNeverOpen, DayChange, DifferentDay, HolidayRule
from app.models.errors import RecordGone
from app.services import calendars
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.settings.calendar_form import CalendarForm


@pytest.fixture
def form(jobs: Jobs, office: Office, qtbot) -> CalendarForm:
    made = CalendarForm(jobs, None, office.clock.now, None)
    qtbot.addWidget(made)
    made.show_zones(("Asia/Shanghai", "America/New_York"))
    made.show()
    return made


def test_a_calendar_comes_back_as_it_was_shown(office: Office, form: CalendarForm, qtbot) -> None:
    calendar = office.ask(calendars.named, "ems-office")
    form.ask(calendar, new=False)
    assert form.form.editor("subdivision").text() == "Maryland (MD)"
    with qtbot.waitSignal(form.accepted) as handed:
        form.submit()
    assert handed.args == [calendar, False]


def test_what_is_typed_becomes_a_new_calendar(office: Office, form: CalendarForm, qtbot) -> None:
    form.ask(office.ask(calendars.named, "county-center"), new=True)
    form.form.set_values({"name": "Night clinic", "country": Suggestion("US", "United States")}, clear=False)
    form._follow("country", "US")
    form.week.set_values({"mon": "20-24", "tue": "0-8, 20-24"})
    form.exceptions.show_days([DifferentDay(date(2026, 5, 1), DayChange.OFF)])
    with qtbot.waitSignal(form.accepted) as handed:
        form.submit()
    made, new = handed.args
    assert (made.name, made.week[:3], new) == ("Night clinic", (((1200, 1440),), ((0, 480), (1200, 1440)), ()), True)
    assert (made.holidays, len(made.exceptions)) == (HolidayRule("US"), 1)


def test_hours_that_cannot_be_are_said_while_typing_and_keep_it_from_being_saved(office, form, qtbot) -> None:
    form.ask(office.ask(calendars.named, "county-center"), new=False)
    form.week.set_values({"tue": "8-12 11-13"}, clear=False)
    form.week.changed.emit("tue", "8-12 11-13")
    assert "overlap" in form.week.editor("tue").accessibleDescription()
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    form.week.set_values({"tue": "8-12"}, clear=False)
    form.week.changed.emit("tue", "8-12")
    assert form.week.editor("tue").accessibleDescription() == ""


def test_a_name_and_a_zone_are_needed(office: Office, form: CalendarForm, qtbot) -> None:
    form.ask(office.ask(calendars.named, "county-center"), new=True)
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    assert form.form.editor("name").accessibleDescription() == "This is needed"


def test_a_country_that_is_none_keeps_the_calendar_from_being_saved(office, form, qtbot) -> None:
    form.ask(office.ask(calendars.named, "county-center"), new=False)
    qtbot.keyClicks(form.form.editor("country"), " or so")
    with qtbot.assertNotEmitted(form.accepted):
        form.submit()
    assert form.form.editor("country").accessibleDescription().startswith("Not in the list")


def test_what_the_service_finds_wrong_stands_beside_its_field(office: Office, form: CalendarForm) -> None:
    form.ask(office.ask(calendars.named, "county-center"), new=False)
    assert form.refuse(CalendarNeverOpen(field="week"))
    assert "no working time" in form.week.editor("mon").accessibleDescription()
    assert not form.refuse(CalendarNeverOpen(field="elsewhere"))
    assert str(RecordGone(entity="calendar", id="x"))


def test_time_zones_are_found_by_a_part_of_their_name(form: CalendarForm) -> None:
    assert [one.key for one in form._suggest_zones("new york")] == ["America/New_York"]
