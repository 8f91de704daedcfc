"""The nightly sync on the line: put in, shown, taken out."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.outside import schedules
from tests.cli.conftest import Run


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A Linux of this test's own; what it was told."""
    told: list[str] = []

    def run(words: Sequence[str]) -> tuple[int, str]:
        told.append(" ".join(words))
        return 0, "next: 02:07"

    whole = schedules.Schedule
    monkeypatch.setattr(schedules, "Schedule", lambda: whole("linux", tmp_path, run))
    return told


def test_a_night_is_scheduled_shown_and_taken_out(
    run: Run, folder: Path, heard: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("sync", "schedule", "show") == 1
    assert run("sync", "schedule", "install", "--from", "03:00", "--minutes", "1") == 0
    assert "03:00" in capsys.readouterr().out
    (service,) = (tmp_path / ".config" / "systemd" / "user").glob("*.service")
    told = service.read_text(encoding="utf-8")
    assert str(folder) in told
    assert str(tmp_path / "key") in told
    assert '"sync" "--check"' in told
    assert run("sync", "schedule", "show") == 0
    assert "next: 02:07" in capsys.readouterr().out
    assert run("sync", "schedule", "remove") == 0
    assert not service.exists()
    assert run("sync", "schedule", "remove") == 1


def test_the_texts_are_printed_for_an_administrator(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sync", "schedule", "show", "--units") == 0
    assert "sync" in capsys.readouterr().out
