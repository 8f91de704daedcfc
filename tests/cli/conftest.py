"""A command line on a small installation of its own, its key in a file."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app import bootstrap
from app.cli import main
from app.cli.words import speak
from app.outside.key_choice import KeyChoice

PASSWORD = "correct horse battery"
Run = Callable[..., int]


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a data folder `desk` of the administrator root and its key, made once."""
    place = tmp_path_factory.mktemp("installation")
    choice = KeyChoice(key_file=place / "key")
    bootstrap.create(place / "desk", choice, admin="root", display="Root", password=PASSWORD).house.close()
    return place


@pytest.fixture
def folder(installation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own with the administrator root, named by the environment."""
    speak("en")
    shutil.copytree(installation, tmp_path, dirs_exist_ok=True)
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
