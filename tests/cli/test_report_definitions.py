"""Definitions on the line."""

import json

import pytest

from tests.cli.conftest import Run


def test_a_target_is_changed_from_a_day_on_and_the_past_keeps_its_own(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("reports", "targets", "on_time", "--target", "0.9", "--warning", "0.8", "--from", "2026-01-01") == 0
    capsys.readouterr()
    assert run("reports", "targets", "on_time") == 0
    assert "at least 90 %; warns up to 80 %" in capsys.readouterr().out
    assert run("reports", "history", "on_time", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["version"], one["target"]) for one in found] == [(1, 0.9), (0, 0.99)]
    assert run("reports", "history", "on_time") == 0
    assert run("reports", "history", "nothing") != 0
    assert run("reports", "targets", "on_time", "--none") == 0
    assert run("reports", "targets", "nothing", "--target", "1") != 0


def test_it_is_said_how_a_figure_is_computed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reports", "explain", "on_time") == 0
    assert "Numerator\tCompleted on time: Kept\n" in capsys.readouterr().out
