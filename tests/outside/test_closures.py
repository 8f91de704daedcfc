from datetime import date

import pytest

from app.models.closures import Closure, ClosureEntry, ClosureRefusal
from app.models.file_errors import FileMissing
from app.outside.closures import ClosuresUnreadable, read_closures

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
    assert read_closures(path) == [
        ClosureEntry(1, "年终盘点", Closure(date(2026, 12, 24), date(2026, 12, 26), "年终盘点")),
        ClosureEntry(2, "Inventory", Closure(date(2026, 6, 1), date(2026, 6, 1), "Inventory")),
        ClosureEntry(3, "A meeting closes nothing", refused=ClosureRefusal.HAS_HOURS),
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("DTSTART;VALUE=DATE:20260601\nRRULE:FREQ=YEARLY", ClosureRefusal.REPEATS),
        ("SUMMARY:x", ClosureRefusal.NO_DATE),
        ("DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20290601", ClosureRefusal.TOO_LONG),
        ("DTSTART;VALUE=DATE:20260601\nDURATION:P2D", Closure(date(2026, 6, 1), date(2026, 6, 2))),
    ],
)
def test_an_entry_that_is_no_plain_closure_is_told(tmp_path, lines, found):
    path = tmp_path / "list.ics"
    whole = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    path.write_bytes(whole.replace("\n", "\r\n").encode())
    (entry,) = read_closures(path)
    assert found in (entry.refused, entry.closure)


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"name,date\nx,y\n"])
def test_what_is_no_calendar_is_refused_in_words(tmp_path, content):
    path = tmp_path / "list.ics"
    path.write_bytes(content)
    with pytest.raises(ClosuresUnreadable):
        read_closures(path)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(FileMissing):
        read_closures(tmp_path / "absent.ics")
