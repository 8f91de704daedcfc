"""What commands for jobs of the operating system share: the station's words, and what is said of a job."""

from datetime import time
from pathlib import Path

import pytest

from app.cli import schedules
from app.outside import schedules as outside
from app.outside.schedules import Job

JOB = Job("onewindow-x", ("onewindow", "sync"), time(2, 7), "sync with the hub")


@pytest.fixture
def linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> outside.Schedule:
    """A Linux of this test's own."""
    made = outside.Schedule("linux", tmp_path, lambda words: (0, "next: 02:07"))
    monkeypatch.setattr(outside, "Schedule", lambda: made)
    return made


@pytest.mark.parametrize("group", ["sync", "reports"])
def test_a_job_is_told_of_while_it_stands_in_the_schedule(
    linux: outside.Schedule, capsys: pytest.CaptureFixture[str], group: str
) -> None:
    assert schedules.show(JOB, units=False, group=group) == 1
    linux.install(JOB)
    assert schedules.show(JOB, units=False, group=group) == 0
    assert "next: 02:07" in capsys.readouterr().out
    assert schedules.remove(JOB, group) == 0
    assert schedules.remove(JOB, group) == 1
    assert f"{group}.schedule" not in capsys.readouterr().err


def test_what_belongs_there_is_printed_without_being_there(
    linux: outside.Schedule, capsys: pytest.CaptureFixture[str]
) -> None:
    assert schedules.show(JOB, units=True, group="sync") == 0
    printed = capsys.readouterr()
    assert JOB.says in printed.out
    places = [line.removeprefix("This belongs in ").removesuffix(":") for line in printed.err.splitlines()]
    assert [Path(one).name for one in places] == ["onewindow-x.service", "onewindow-x.timer"]
    linux.install(JOB)
    assert all(Path(one).read_text(encoding="utf-8") in printed.out for one in places)
