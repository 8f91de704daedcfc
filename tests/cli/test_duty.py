"""Duty from the command line: a usual week, leave, and what stands then."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def zhao(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """An operator of that name."""
    monkeypatch.setenv("ONEWINDOW_NEW_PASSWORD", "another good one")
    assert run("accounts", "add", "zhao", "--role", "operator") == 0
    return run


def test_a_usual_week_and_leave_are_said_and_shown(zhao: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert zhao("accounts", "duty", "zhao", "--week", "mon,thu", "--from", "2026-03-02") == 0
    assert zhao("accounts", "duty", "zhao", "--days", "off", "--from", "2026-03-05", "--until", "2026-03-06") == 0
    capsys.readouterr()
    assert zhao("accounts", "duty", "--json") == 0
    found = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["zhao"]["week"] == ["mon", "thu"]
    assert zhao("accounts", "duty", "zhao", "--days", "calendar", "--from", "2026-03-02") == 0
    assert "calendar" in capsys.readouterr().out


def test_what_says_too_little_or_names_no_day_is_wrong_usage(zhao: Run) -> None:
    assert zhao("accounts", "duty", "--days", "off", "--from", "2026-03-05") == 2
    assert zhao("accounts", "duty", "zhao", "--days", "off") == 2
    assert zhao("accounts", "duty", "zhao", "--week", "someday", "--from", "2026-03-05") == 2
    assert zhao("accounts", "duty", "nobody", "--days", "off", "--from", "2026-03-05") == 1
