from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from app.models.calendars import (
    CalendarBroken,
    CalendarNeverOpen,
    DayChange,
    DayKind,
    DifferentDay,
    DueBeyondSchedule,
    HolidayRule,
)
from app.models.closures import Closure, ClosureEntry, ClosureRefusal
from app.models.durations import parse
from app.models.errors import NotAllowed, RecordGone
from app.outside.public_holidays import HolidaysUnknown
from app.services import calendars, settings
from tests.desk import sign_in

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def administrator(office):
    sign_in(office, "admin")
    return office


def test_three_calendars_ship_and_say_what_they_are(office):
    found = office.ask(calendars.listed)
    assert [(one.name, one.number) for one in found] == [
        ("county-center", 0),
        ("ems-office", 0),
        ("round-the-clock", 0),
    ]
    for one in found:
        calendars.check(one.calendar, zones=calendars.time_zones())


def test_a_due_time_knows_the_spring_festival_and_its_make_up_saturday(office):
    start = datetime(2026, 2, 13, 10, tzinfo=SHANGHAI)  # a Friday; the Saturday after it is worked
    assert office.ask(calendars.due, "county-center", start, parse("1bd")) == datetime(2026, 2, 14, 10, tzinfo=SHANGHAI)
    assert office.ask(calendars.due, "county-center", start, parse("2bd")) == datetime(2026, 2, 24, 10, tzinfo=SHANGHAI)


def test_a_saved_calendar_stands_before_the_shipped_one_and_says_the_same_once(administrator):
    shipped = administrator.ask(calendars.named, "county-center")
    longer = replace(shipped, week=(((480, 1080),),) * 5 + ((), ()))
    assert administrator.do(calendars.save, longer).value == 1
    again = administrator.do(calendars.save, longer)
    assert (again.value, again.changes.touched) == (1, ())
    assert administrator.do(calendars.save, shipped).value == 2
    assert administrator.ask(calendars.named, "county-center") == shipped


@pytest.mark.parametrize(
    ("changed", "error"),
    [({"week": ((),) * 7}, CalendarNeverOpen), ({"holidays": HolidayRule("XX")}, HolidaysUnknown)],
)
def test_a_calendar_that_cannot_be_is_refused_and_nothing_is_saved(administrator, changed, error):
    broken = replace(administrator.ask(calendars.named, "ems-office"), **changed)
    with pytest.raises(error):
        administrator.do(calendars.save, broken)
    assert {one.number for one in administrator.ask(calendars.listed)} == {0}


def test_only_who_changes_settings_saves_a_calendar(office):
    with pytest.raises(NotAllowed):
        office.do(calendars.save, office.ask(calendars.named, "ems-office"))


def test_a_calendar_goes_out_and_comes_back(administrator):
    text = administrator.ask(calendars.export_text, "ems-office").replace("ems-office", "my-office")
    assert administrator.do(calendars.import_text, text, file="mine.json").value == 1
    with pytest.raises(CalendarBroken):
        administrator.do(calendars.import_text, "[]", file="mine.json")
    with pytest.raises(RecordGone):
        administrator.ask(calendars.named, "nobody")


def test_closures_close_days_that_have_no_exception_of_their_own(administrator):
    kept = DifferentDay(date(2026, 6, 2), DayChange.HOURS, ((600, 660),))
    administrator.do(calendars.save, replace(administrator.ask(calendars.named, "ems-office"), exceptions=(kept,)))
    closed = [
        ClosureEntry(1, "inventory", Closure(date(2026, 6, 1), date(2026, 6, 3), "inventory")),
        ClosureEntry(2, "a meeting", refused=ClosureRefusal.HAS_HOURS),
    ]
    lines = administrator.do(calendars.add_closures, "ems-office", closed).value
    assert [(line.added, line.known) for line in lines] == [(2, 1), (0, 0)]
    found = administrator.ask(calendars.named, "ems-office").exceptions
    assert [(one.falls_on.day, one.kind) for one in found] == [(1, "off"), (2, "hours"), (3, "off")]


def test_a_saved_calendar_says_when_and_by_whom(administrator):
    administrator.do(calendars.save, replace(administrator.ask(calendars.named, "ems-office"), time_zone="UTC"))
    found = next(one for one in administrator.ask(calendars.listed) if one.name == "ems-office")
    assert (found.at, found.by) == (administrator.clock.now(), "Admin")


def test_a_supervisor_keeps_calendars_too(office):
    sign_in(office, "li")
    calendar = replace(office.ask(calendars.named, "ems-office"), name="clinic")
    assert office.do(calendars.save, calendar).value == 1


def test_the_countries_and_states_with_holidays_can_be_chosen(office):
    assert {"CN", "US"} <= set(office.ask(calendars.holiday_countries))
    assert ("MD", "Maryland") in office.ask(calendars.holiday_subdivisions, "US")
    assert office.ask(calendars.holiday_subdivisions, "CN") == ()


def test_a_year_shows_why_each_day_is_as_it_is(office):
    year = office.ask(calendars.year_of, "county-center", 2026)
    by_date = {day.falls_on: day for day in year.days}
    assert by_date[date(2026, 2, 14)].kind is DayKind.MAKE_UP
    assert by_date[date(2026, 2, 14)].hours == "08:00-12:00 14:00-17:30"
    assert by_date[date(2026, 2, 17)].kind is DayKind.HOLIDAY
    assert "春节" in by_date[date(2026, 2, 17)].note
    assert by_date[date(2026, 2, 22)].kind is DayKind.WEEKEND
    assert (len(year.days), year.working_days, year.estimated) == (365, 248, False)


def test_a_year_without_a_published_schedule_is_estimated(office):
    assert office.ask(calendars.year_of, "county-center", 2031).estimated
    assert not office.ask(calendars.year_of, "ems-office", 2031).estimated


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({}, "county-center"),
        ({"country": "US", "time_zone": "America/Chicago"}, "ems-office"),
        ({"country": "FR", "time_zone": "Europe/Paris"}, "round-the-clock"),
        ({"calendar": "round-the-clock"}, "round-the-clock"),
    ],
)
def test_the_center_works_by_the_calendar_that_is_set_or_by_the_usual_one_of_its_country(administrator, chosen, found):
    administrator.do(settings.change, **chosen)
    assert administrator.ask(calendars.center_calendar).name == found


def test_the_center_follows_the_newest_version_of_its_calendar(administrator):
    shipped = administrator.ask(calendars.named, "county-center")
    administrator.do(calendars.save, replace(shipped, week=(((480, 1080),),) * 5 + ((), ())))
    own = replace(shipped, name="night clinic")
    administrator.do(calendars.save, own)
    used = administrator.ask(calendars.center_calendar)
    assert (used.name, used.number) == ("county-center", 1)


@pytest.mark.parametrize(("year", "refused"), [(2026, False), (2027, False), (2028, True), (2040, True)])
def test_a_due_time_beyond_the_first_unpublished_year_is_refused_beside_its_field(office, year, refused):
    due_at = datetime(year, 6, 1, 9, tzinfo=SHANGHAI)
    if not refused:
        office.ask(calendars.check_due, due_at)
        return
    with pytest.raises(DueBeyondSchedule) as error:
        office.ask(calendars.check_due, due_at)
    assert error.value.facts == {"field": "due_at", "value": str(year), "year": 2027}


def test_where_holidays_follow_a_law_any_year_is_known(administrator):
    administrator.do(settings.change, calendar="ems-office")
    assert administrator.ask(calendars.check_due, datetime(2040, 6, 1, tzinfo=UTC)) is None


shipped_names = st.sampled_from(["county-center", "ems-office", "round-the-clock"])
#: Two years in which clocks change in New York, days are made up in China, and a year ends.
moments = st.integers(0, 960_000).map(lambda minutes: datetime(2025, 2, 1, tzinfo=UTC) + timedelta(minutes=minutes))
TRYING = trying(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@TRYING
@given(shipped_names, moments, st.integers(1, 60 * 40))
def test_adding_working_time_and_measuring_it_gives_it_back_on_every_shipped_calendar(office, name, start, minutes):
    time = office.ask(calendars.working_time, name)
    assert time.elapsed(start, office.ask(calendars.due, name, start, parse(f"{minutes}bmin"))) == timedelta(
        minutes=minutes
    )


def test_a_business_day_keeps_its_clock_time_where_the_clock_is_changed_on_the_way(office):
    new_york = ZoneInfo("America/New_York")
    start = datetime(2026, 3, 6, 10, tzinfo=new_york)  # the Friday before
    due = office.ask(calendars.due, "ems-office", start, parse("2bd"))
    assert due == datetime(2026, 3, 10, 10, tzinfo=new_york)
    assert due - start.astimezone(UTC) == timedelta(days=4) - timedelta(hours=1)


@TRYING
@given(shipped_names, st.lists(moments, min_size=3, max_size=3).map(sorted))
def test_splitting_a_stretch_never_changes_its_working_time_on_any_shipped_calendar(office, name, three):
    time = office.ask(calendars.working_time, name)
    first, middle, last = three
    assert time.elapsed(first, middle) + time.elapsed(middle, last) == time.elapsed(first, last)


@TRYING
@given(shipped_names, moments, st.integers(1, 20))
def test_business_days_are_measured_as_they_were_added_on_every_shipped_calendar(office, name, start, days):
    time = office.ask(calendars.working_time, name)
    due = office.ask(calendars.due, name, start, parse(f"{days}bd"))
    assert time.business_days(start, due) == days
