"""Courses on the line: written down, listed, answered."""

import json

import pytest

from tests.cli.conftest import Run

COURSE = ("Rabies", "--day", "2026-01-05", "--hours", "1.5", "--person", "root", "--question", "When?")


def test_a_course_is_written_down_and_answered(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accounts", "roles", "root", "administrator", "trainer") == 0
    capsys.readouterr()
    assert run("courses", "record", *COURSE) == 0
    made = capsys.readouterr().out.strip()
    assert run("courses", "answer", made, "1", "At once") == 0
    assert run("courses", "record", "Rabies, again", *COURSE[1:], "--change", made) == 0
    assert run("courses", "answer", "xyz", "1", "At once") == 2
    capsys.readouterr()
    assert run("courses", "list", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["title"], row["attended"], row["answers"][0]["answer"]) == ("Rabies, again", ["Root"], "At once")
    assert run("courses", "list") == 0
    assert "\tlecture\tRabies, again\t1.5\tRoot" in capsys.readouterr().out
