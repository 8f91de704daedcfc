"""A key is changed by who is alone; whatever works on the file meanwhile is refused, and the other way round."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.models.key_errors import KeyChanging, KeyWorkRunning
from app.outside import key_locks

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = """
import sys
from pathlib import Path
from app.outside import key_locks
with getattr(key_locks, sys.argv[2])(Path(sys.argv[1])):
    print("in", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "onewindow.db"


def _elsewhere(database: Path, how: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", ELSEWHERE, str(database), how]
    held = subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert held.stdout is not None
    assert held.stdout.readline() == "in\n"
    return held


def test_work_of_another_program_keeps_the_key_and_other_work_goes_on(database: Path) -> None:
    with _elsewhere(database, "staying") as held:
        with key_locks.staying(database), pytest.raises(KeyWorkRunning), key_locks.alone(database):
            pytest.fail("the key changes under a sync")
        held.kill()
    with key_locks.alone(database):
        assert database.with_name("onewindow.db.changing").exists()


def test_while_another_program_changes_the_key_nothing_begins(database: Path) -> None:
    with _elsewhere(database, "alone") as held:
        for begin in (key_locks.alone, key_locks.staying):
            with pytest.raises(KeyChanging), begin(database):
                pytest.fail("two at once")
        held.kill()
