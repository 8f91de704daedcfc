from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.calendars import (
    Calendar,
    CalendarBroken,
    CalendarNeverOpen,
    DayChange,
    DifferentDay,
    HolidayRule,
    HolidayYear,
    IntervalsOverlap,
    check,
    from_json,
    minutes_of,
    to_json,
    written_hours,
)
from app.models.durations import parse
from app.models.errors import FieldInvalid, FieldMissing

ZONES = frozenset({"Asia/Shanghai", "America/New_York"})
DAY = ((510, 720), (780, 1020))
WEEK = (DAY,) * 5 + ((), ())
SPRING = HolidayYear({date(2026, 2, 17): "Spring Festival"}, frozenset({date(2026, 2, 14)}))


def county(**changed):
    given = {"name": "county", "time_zone": "Asia/Shanghai", "week": WEEK, "holidays": HolidayRule("CN")}
    return Calendar(**(given | changed))


def test_a_holiday_is_closed_and_its_make_up_saturday_is_a_usual_day():
    calendar = county()
    assert calendar.hours_on(date(2026, 2, 17), SPRING) == ()
    assert calendar.hours_on(date(2026, 2, 14), SPRING) == DAY
    assert calendar.hours_on(date(2026, 2, 21), SPRING) == ()
    assert calendar.hours_on(date(2026, 2, 18), SPRING) == DAY


def test_a_date_of_ones_own_wins_over_holidays_and_weekdays():
    calendar = county(
        exceptions=(
            DifferentDay(date(2026, 2, 17), DayChange.WORK),
            DifferentDay(date(2026, 2, 14), DayChange.OFF, note="flood"),
            DifferentDay(date(2026, 2, 15), DayChange.HOURS, ((600, 660),)),
        )
    )
    assert [calendar.hours_on(date(2026, 2, day), SPRING) for day in (17, 14, 15)] == [DAY, (), ((600, 660),)]


def test_the_arithmetic_asks_for_each_year_of_holidays_once():
    asked = []

    def holidays(rule, year):
        asked.append((rule.country, year))
        return SPRING if year == 2026 else HolidayYear({})

    time = county().working_time(holidays)
    start = datetime(2026, 2, 16, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert time.due(start, parse("1bd")) == datetime(2026, 2, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert sorted(asked) == sorted(set(asked))


@pytest.mark.parametrize(
    ("changed", "error", "field"),
    [
        ({"name": " "}, FieldMissing, "name"),
        ({"time_zone": "Mars/Base"}, FieldInvalid, "time_zone"),
        ({"week": (((540, 720), (700, 1020)),) + ((),) * 6}, IntervalsOverlap, "week.mon"),
        ({"week": ((), ((720, 540),)) + ((),) * 5}, IntervalsOverlap, "week.tue"),
        ({"week": ((),) * 7}, CalendarNeverOpen, "week"),
        ({"exceptions": (DifferentDay(date(2026, 1, 1), DayChange.HOURS),)}, FieldInvalid, "exceptions"),
        ({"exceptions": (DifferentDay(date(2026, 1, 1), DayChange.OFF),) * 2}, FieldInvalid, "exceptions"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(changed, error, field):
    with pytest.raises(error) as refused:
        check(county(**changed), zones=ZONES)
    assert refused.value.facts["field"] == field


def test_a_round_the_clock_calendar_is_right():
    check(county(week=(((0, 1440),),) * 7, holidays=None), zones=ZONES)


hours = st.lists(st.integers(0, 1440), max_size=6, unique=True).map(
    lambda edges: tuple(zip(sorted(edges)[: len(edges) // 2 * 2 : 2], sorted(edges)[1::2], strict=False))
)
exceptions = st.builds(
    DifferentDay,
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.sampled_from(DayChange),
    hours,
    st.sampled_from(["", "台风停诊", "open house"]),
)


@given(
    st.tuples(*[hours] * 7),
    st.none() | st.builds(HolidayRule, st.sampled_from(["CN", "US"]), st.none() | st.just("MD")),
    st.lists(exceptions, max_size=5).map(tuple),
)
def test_a_calendar_comes_back_from_its_file_unchanged(week, rule, different):
    calendar = Calendar("county 县", "Asia/Shanghai", week, rule, different)
    assert from_json(to_json(calendar), file="x.json") == calendar


def _different(exception):
    return f'{{"name": "x", "time_zone": "UTC", "week": {{}}, "exceptions": [{exception}]}}'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "1:2"),
        ('{"time_zone": "UTC", "week": {}}', "$.name"),
        ('{"name": "x", "time_zone": "UTC", "week": {"mon": [["08:30"]]}}', "$.week.mon[0]"),
        ('{"name": "x", "time_zone": "UTC", "week": {"mon": [["8:30", "25:00"]]}}', "$.week.mon[0][1]"),
        (_different('{"date": "soon", "kind": "off"}'), "$.exceptions[0].date"),
        (_different('{"date": "2026-01-01", "kind": "shut"}'), "$.exceptions[0].kind"),
    ],
)  # fmt: skip
def test_a_broken_file_says_where(text, place):
    with pytest.raises(CalendarBroken) as refused:
        from_json(text, file="county.json")
    assert refused.value.facts["place"] == place


def test_hours_are_written_as_people_write_them():
    assert written_hours(DAY) == "08:30-12:00 13:00-17:00"
    assert [minutes_of(text) for text in ("8:30", "24:00", "08：30", "24:01", "8", "8:3", "-1:00", "x:00")] == [
        510, 1440, 510, None, None, None, None, None,
    ]  # fmt: skip
