"""Calendars on the line."""

import csv
import io
import json

COUNTY = ("--calendar", "county-center")


def test_a_due_time_is_printed_in_the_zone_of_the_calendar(run, capsys):
    assert run("calendars", "due", *COUNTY, "--start", "2026-02-13T10:00", "--target", "1bd") == 0
    assert capsys.readouterr().out == "2026-02-14T10:00:00+08:00\n"
    assert run("calendars", "due", *COUNTY, "--start", "2026-02-13T02:00:00Z", "--target", "1bd", "--json") == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2026-02-14T10:00:00+08:00"


def test_a_due_time_in_a_year_without_a_published_schedule_says_that_it_is_estimated(run, capsys):
    assert run("calendars", "due", *COUNTY, "--start", "2026-02-13T10:00", "--target", "1bd") == 0
    assert capsys.readouterr().err == ""
    assert run("calendars", "due", *COUNTY, "--start", "2098-02-13T10:00", "--target", "1bd", "--json") == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["estimated"] == [2098]
    assert "2098 is not published yet" in said.err


def test_a_batch_keeps_its_order_and_tells_of_each_broken_row(run, tmp_path, capsys):
    table = tmp_path / "rows.csv"
    table.write_text("start,target\n2026-03-02 09:00,1bd\nsoon,1bd\n2026-03-02 09:00,lots\n2026-03-02 09:00,24h\n")
    assert run("calendars", "due", *COUNTY, "--batch", str(table)) == 1
    said = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert [row["due"] for row in rows] == ["2026-03-03T09:00:00+08:00", "", "", "2026-03-03T09:00:00+08:00"]
    assert ("line 3" in said.err, "line 4" in said.err) == (True, True)


def test_what_is_missing_on_the_line_is_wrong_usage(run, tmp_path, capsys):
    (tmp_path / "rows.csv").write_text("begin,target\n1,2\n")
    (tmp_path / "list.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    assert run("calendars", "due", *COUNTY) == 2
    assert run("calendars", "due", *COUNTY, "--start", "soon", "--target", "1bd") == 2
    assert run("calendars", "due", *COUNTY, "--batch", str(tmp_path / "rows.csv")) == 2
    assert run("calendars", "import", str(tmp_path / "list.ics")) == 2
    assert run("calendars", "due", "--calendar", "none", "--start", "2026-03-02", "--target", "1bd") == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_year_is_shown_with_what_is_different_in_it(run, capsys):
    assert run("calendars", "show", "county-center", "--year", "2026", "--json") == 0
    year = json.loads(capsys.readouterr().out)
    assert (year["working_days"], year["estimated"]) == (248, False)
    assert {"date": "2026-02-14", "kind": "make_up", "hours": "08:00-12:00 14:00-17:30", "note": ""} in year["days"]
    assert run("calendars", "show", "county-center", "--year", "2040") == 0
    assert "not published" in capsys.readouterr().err


def test_a_calendar_goes_out_and_comes_back_changed(run, tmp_path, capsys):
    assert run("calendars", "export", "ems-office") == 0
    mine = tmp_path / "mine.json"
    mine.write_text(capsys.readouterr().out.replace("08:30", "09:00"))
    assert run("calendars", "import", str(mine)) == 0
    assert "version 1" in capsys.readouterr().err
    closed = tmp_path / "list.ics"
    closed.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20260601\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert run("calendars", "import", str(closed), "--name", "ems-office") == 0
    assert "1 days closed" in capsys.readouterr().err
    assert run("calendars", "recompute") == 0
    assert "0 inquiries have another due time" in capsys.readouterr().err
    assert run("calendars", "list", "--json") == 0
    assert {"name": "ems-office", "version": 2, "time_zone": "America/New_York"} in json.loads(capsys.readouterr().out)
    assert run("calendars", "list") == 0
    assert "round-the-clock\tUTC" in capsys.readouterr().out
