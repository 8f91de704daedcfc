"""Syncs on the line: how the last ones went, and what is said where nothing can be synced."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_log_of_a_new_station_is_empty(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sync", "log", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_file_that_is_no_enrollment_changes_nothing(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seat.json").write_text("{}")
    monkeypatch.setenv("ONEWINDOW_ENROLLMENT_CODE", "x")
    assert run("sync", "join", str(tmp_path / "seat.json")) == 1
    assert "no enrollment file" in capsys.readouterr().err
