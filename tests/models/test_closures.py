from datetime import date

from app.models.calendars import DayChange, DifferentDay
from app.models.closures import Closure, ClosureEntry, ClosureRefusal, close_days

FIRST, LAST = date(2026, 12, 30), date(2027, 1, 2)


def test_a_closure_holds_every_day_from_its_first_to_its_last():
    assert [day.day for day in Closure(FIRST, LAST).days()] == [30, 31, 1, 2]


def test_days_are_closed_once_and_a_day_set_by_hand_stays_as_it_is():
    own = DifferentDay(date(2026, 12, 31), DayChange.WORK, note="stocktaking")
    entries = [
        ClosureEntry(1, "New Year", Closure(FIRST, LAST)),
        ClosureEntry(2, "again", Closure(LAST, LAST)),
        ClosureEntry(3, "a meeting", refused=ClosureRefusal.HAS_HOURS),
    ]
    exceptions, lines = close_days((own,), entries)
    assert [(line.added, line.known) for line in lines] == [(3, 1), (0, 1), (0, 0)]
    assert [(one.falls_on.day, one.kind, one.note) for one in exceptions] == [
        (30, DayChange.OFF, "New Year"),
        (31, DayChange.WORK, "stocktaking"),
        (1, DayChange.OFF, "New Year"),
        (2, DayChange.OFF, "New Year"),
    ]
