"""Killed at any moment, the desk has everything that it called saved."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def _kill(folder: Path, kills: int, patience_s: int) -> str:
    cuts = str(kills // 100)
    command = [sys.executable, "-m", "benchmarks.kills", "--kills", str(kills), "--cuts", cuts, "--seed", "7"]
    command += ["--keep", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=patience_s, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and pipes to select on are POSIX")
def test_a_dozen_kills_lose_nothing_that_was_saved(tmp_path: Path) -> None:
    said = _kill(tmp_path / "desk", 12, 120)
    assert "every saved contact is there" in said
    assert said.startswith("12 kills")


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and pipes to select on are POSIX")
def test_a_thousand_kills_lose_nothing_that_was_saved(tmp_path: Path) -> None:
    assert "every saved contact is there" in _kill(tmp_path / "desk", 1000, 3600)
