"""Dashboards on the line: one's own role's, and only what one may see."""

import json

import pytest

from tests.cli.conftest import Run


def test_the_charts_of_a_role_are_told_with_their_points(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    assert run("reports", "dashboard", "--period", "2020", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["dashboard"], found["charts"][0]["kpi"]) == ("supervisor", "direct_answer")
    assert found["charts"][0]["points"][-1]["denominator"] == 0
    assert run("reports", "dashboard", "operator", "--period", "2020") == 0
    assert "2020\t–\t0/0" in capsys.readouterr().out
    assert run("reports", "dashboard", "nobody") != 0


def test_who_supervises_nothing_is_refused(run: Run) -> None:
    assert run("accounts", "roles", "root", "administrator") == 0
    assert run("reports", "dashboard", "--period", "2020") != 0
