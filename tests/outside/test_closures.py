from datetime import date

import pytest

from app.models.closures import Closure, ClosureEntry, ClosureRefusal
from app.models.file_errors import FileMissing
from app.outside.closures import ClosuresUnreadable, read_closures

TODAY, FIRST = date(2026, 3, 2), date(2026, 6, 1)
LIST = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261224
DTEND;VALUE=DATE:20261227
SUMMARY:年终盘点
END:VEVENT
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20260601
SUMMARY:Inventory
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20260602T090000Z
DTEND:20260602T100000Z
SUMMARY:A meeting closes nothing
END:VEVENT
END:VCALENDAR
"""


def test_whole_days_are_closed_and_every_other_entry_says_why_not(tmp_path):
    path = tmp_path / "list.ics"
    path.write_bytes(LIST.replace("\n", "\r\n").encode())
    assert read_closures(path, TODAY) == [
        ClosureEntry(1, "年终盘点", Closure(date(2026, 12, 24), date(2026, 12, 26), "年终盘点")),
        ClosureEntry(2, "Inventory", Closure(date(2026, 6, 1), date(2026, 6, 1), "Inventory")),
        ClosureEntry(3, "A meeting closes nothing", refused=ClosureRefusal.HAS_HOURS),
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("DTSTART;VALUE=DATE:20260601\nRRULE:FREQ=HOURLY", ClosureRefusal.REPEATS),
        ("DTSTART;VALUE=DATE:20260601\nRRULE:FREQ=SOMETIMES", ClosureRefusal.REPEATS),
        ("DTSTART;VALUE=DATE:20260601\nRRULE:FREQ=DAILY", ClosureRefusal.TOO_OFTEN),
        ("DTSTART;VALUE=DATE:20100601\nRRULE:FREQ=YEARLY;UNTIL=20120101T000000Z", ClosureRefusal.OUT_OF_REACH),
        ("DTSTART;VALUE=DATE:20260601\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Closure(FIRST, FIRST)),
        ("SUMMARY:x", ClosureRefusal.NO_DATE),
        ("DTSTART;VALUE=DATE:20261399", ClosureRefusal.NO_DATE),
        ("DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20261399", Closure(FIRST, FIRST)),
        ("DTSTART;VALUE=DATE:20260601\nRECURRENCE-ID;VALUE=DATE:20261399", Closure(FIRST, FIRST)),
        ("DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20290601", ClosureRefusal.TOO_LONG),
        ("DTSTART;VALUE=DATE:20260601\nDURATION:P2D", Closure(date(2026, 6, 1), date(2026, 6, 2))),
    ],
)
def test_an_entry_that_is_no_plain_closure_is_told(tmp_path, lines, found):
    path = tmp_path / "list.ics"
    whole = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    path.write_bytes(whole.replace("\n", "\r\n").encode())
    (entry,) = read_closures(path, TODAY)
    assert found in (entry.refused, entry.closure)


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"name,date\nx,y\n"])
def test_what_is_no_calendar_is_refused_in_words(tmp_path, content):
    path = tmp_path / "list.ics"
    path.write_bytes(content)
    with pytest.raises(ClosuresUnreadable):
        read_closures(path, TODAY)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(FileMissing):
        read_closures(tmp_path / "absent.ics", TODAY)


def _days(tmp_path, lines: str) -> list[str]:
    path = tmp_path / "list.ics"
    path.write_bytes(f"BEGIN:VCALENDAR\n{lines}\nEND:VCALENDAR\n".replace("\n", "\r\n").encode())
    found = [one.closure for one in read_closures(path, TODAY)]
    return [f"{one.first_on} {(one.last_on - one.first_on).days + 1}" for one in found if one]


def _event(*lines: str) -> str:
    return "\n".join(("BEGIN:VEVENT", "UID:1", "SUMMARY:Inventory", *lines, "END:VEVENT"))


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (
            ("DTSTART;VALUE=DATE:20200601", "DTEND;VALUE=DATE:20200603", "RRULE:FREQ=YEARLY"),
            [f"{year}-06-01 2" for year in range(2025, 2031)],
        ),
        (
            ("DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "EXDATE;VALUE=DATE:20260605"),
            ["2026-05-01 1", "2026-07-03 1"],
        ),
        (("DTSTART;VALUE=DATE:20260601", "RDATE;VALUE=DATE:20260608,20400101"), ["2026-06-01 1", "2026-06-08 1"]),
    ],
)
def test_an_event_that_repeats_closes_each_of_its_times_around_today(tmp_path, lines, days):
    assert _days(tmp_path, _event(*lines)) == days


def test_a_time_that_was_moved_closes_the_day_to_which_it_was_moved(tmp_path):
    series = _event("DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = _event("DTSTART;VALUE=DATE:20260610", "RECURRENCE-ID;VALUE=DATE:20260608")
    assert _days(tmp_path, f"{series}\n{moved}") == ["2026-06-01 1", "2026-06-15 1", "2026-06-10 1"]
