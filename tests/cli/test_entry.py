"""The way in: help in both languages, wrong usage, and errors as sentences."""

import errno
import io
import sys
from pathlib import Path

import pytest

from app.cli import main
from app.cli.entry import COMMANDS
from tests.cli.conftest import Run


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_help_names_every_command(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", language, "--help"]) == 0
    text = capsys.readouterr().out
    assert all(name in text for name in COMMANDS)
    assert ("健康热线" in text) == (language == "zh_CN")


def test_wrong_usage_is_2_and_a_refusal_is_1(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("no-such-command") == 2
    assert run("accounts", "disable", "nobody") == 1
    assert "This account is not here" in capsys.readouterr().err


def test_a_command_that_needs_a_person_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "accounts", "list"]) == 2
    assert "--as" in capsys.readouterr().err


def test_an_error_has_its_sentence_and_next_step(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "--data-dir", str(tmp_path / "none"), "--as", "root", "accounts", "list"]) == 1
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 2
    assert "Traceback" not in "".join(lines)


class _Full(io.StringIO):
    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_output_that_finds_no_room_is_said_in_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", _Full())
    assert run("accounts", "list") == 1
    assert capsys.readouterr().err.startswith("There is no room where the output goes")
