"""Plans on the line: made, listed, and what belongs into the schedule of the system."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_plan_is_made_listed_and_taken_out(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    asked = ("reports", "plan", "add", "monthly", str(tmp_path), "--day", "3", "--at", "06:30", "--as", "xlsx")
    assert run(*asked) == 0
    made = capsys.readouterr().out.strip()
    assert run("reports", "plan", "list", "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["id"], found["kind"], found["at"], found["formats"]) == (made, "monthly", "06:30", ["xlsx"])
    assert "-03T06:30" in found["next_at"].replace(" ", "T")
    assert run("reports", "due", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run("reports", "made", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run("reports", "plan", "remove", made) == 0
    assert run("reports", "plan", "remove", made) == 1


def test_the_schedule_of_the_system_makes_what_is_due(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reports", "schedule", "show", "--units", "--at", "06:30") == 0
    told = capsys.readouterr().out
    assert '"reports" "due"' in told or "reports due" in told or "<string>reports</string>" in told
    assert "06:30" in told or "<integer>30</integer>" in told
