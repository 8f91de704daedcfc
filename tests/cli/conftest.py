"""A command line on a small installation of its own, its key in a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app import bootstrap
from app.cli import main
from app.cli.words import speak
from app.outside.key_choice import KeyChoice

PASSWORD = "correct horse battery"
Run = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the administrator root, named by the environment."""
    speak("en")
    made = bootstrap.create(
        tmp_path / "desk", KeyChoice(key_file=tmp_path / "key"), admin="root", display="Root", password=PASSWORD
    )
    made.house.close()
    monkeypatch.setenv("ONEWINDOW_DATA_DIR", str(tmp_path / "desk"))
    monkeypatch.setenv("ONEWINDOW_KEY_FILE", str(tmp_path / "key"))
    monkeypatch.setenv("ONEWINDOW_PASSWORD", PASSWORD)
    return tmp_path / "desk"


@pytest.fixture
def run(folder: Path) -> Run:
    """Run one line as root in English and return its exit code."""

    def line(*words: str) -> int:
        return main(["--lang", "en", "--as", "root", *words])

    return line
