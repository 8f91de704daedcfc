"""The window from the command line: one for each folder, and the tour where there is no display."""

from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.cli.run import TOUR
from app.outside import instance
from tests.cli.conftest import Run


def test_a_call_is_handed_to_the_running_window(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("screen-pop", "13812345678") == 1
    assert "No window is open" in capsys.readouterr().err
    heard: list[dict[str, Any]] = []
    window = instance.claim(folder)
    assert window is not None
    window.listen(heard.append)
    assert run("screen-pop", "13812345678", "--call-id", "7") == 0
    window.close()
    assert heard == [{"action": "screen_pop", "number": "13812345678", "call_id": "7"}]


@pytest.mark.parametrize("given", [("9" * 300,), (" ",), ("12320", "--call-id", "x" * 300)])
def test_what_is_no_number_of_a_call_is_said(
    run: Run, given: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("screen-pop", *given) == 1
    assert "no number of a call" in capsys.readouterr().err


def test_a_second_start_brings_the_first_window_to_the_front(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heard: list[dict[str, Any]] = []
    window = instance.claim(folder)
    assert window is not None
    window.listen(heard.append)
    assert run("run") == 0
    window.close()
    assert heard == [{"action": "raise"}]
    assert "already open" in capsys.readouterr().err


def test_without_a_display_the_tour_runs_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    toured: list[Path] = []

    def tour(_doors: object, target: Path, **_chosen: object) -> int:
        toured.append(target)
        return 3

    monkeypatch.setattr("app.ui.shell.tour.run_tour", tour)
    monkeypatch.setattr("app.outside.system.has_display", _none)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert main(["--lang", "en", "run"]) == 0
    assert toured == [TOUR]
    told = capsys.readouterr().err
    assert "no display" in told
    assert "3 screenshots" in told


def _none(_environment: object = None) -> bool:
    return False
