from datetime import date

import pytest

from app.models.calendars import DayKind
from app.models.closures import Closure, ClosureEntry, ClosureLine
from app.services import wording
from app.services.calendars import Day
from app.ui.panes.settings.presenting import closed_days, month_cells, words_of


@pytest.mark.parametrize(("day", "cell"), [(1, (0, 6)), (2, (1, 0)), (28, (4, 5))])
def test_a_day_stands_in_the_week_of_its_month(day, cell):
    assert month_cells(date(2026, 2, day)) == cell


def test_a_day_is_said_with_its_reason_and_its_hours():
    make_up = Day(date(2026, 2, 14), DayKind.MAKE_UP, "08:00-12:00 14:00-17:30")
    holiday = Day(date(2026, 2, 17), DayKind.HOLIDAY, "", "春节")
    assert words_of(make_up, "en") == "Sat 2026-02-14 · Make-up working day · 08:00–12:00, 14:00–17:30"
    assert words_of(holiday, "zh_CN") == "周二 2026-02-17 · 节假日：春节 · 不上班"
    assert words_of(make_up, "zh_CN").endswith("08:00–12:00、14:00–17:30")


def test_the_days_of_an_entry_are_one_date_or_two():
    first, last = date(2026, 12, 24), date(2026, 12, 26)
    assert closed_days(ClosureLine(ClosureEntry(1, "x", Closure(first, last)))) == "2026-12-24 – 2026-12-26"
    assert closed_days(ClosureLine(ClosureEntry(1, "x", Closure(first, first)))) == "2026-12-24"
    assert closed_days(ClosureLine(ClosureEntry(1, "x"))) == ""


def test_names_stand_in_a_row_as_the_language_writes_them():
    assert wording.names_in_a_row(["wang", "li"], "en") == "wang, li"
    assert wording.names_in_a_row(["wang", "li"], "zh_CN") == "wang、li"
