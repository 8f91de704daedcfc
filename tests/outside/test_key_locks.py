"""A key is changed by who is alone; whatever works on the file meanwhile is refused, and the other way round."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.models.key_errors import KeyChanging, KeyWorkRunning
from app.outside import key_change, key_locks
from app.services import database_key
from tests.fakes import FakeKeyStore
from tests.outside.test_key_change import made_in
from tests.outside.test_secrets import CHEAP

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


def test_a_change_that_was_cut_short_is_settled_before_the_key_is_given(tmp_path: Path) -> None:
    made = made_in(tmp_path, FakeKeyStore())
    change = key_change.prepare(made.database, made.store)
    key_change._escrow(change, CHEAP)
    made.store.write(change.install_id, change.key_id, key=change.after.database)
    database_key.rewrite(made.database, change.before.database, change.after.database)
    with key_locks.unlocked(made.database, made.store) as found:
        assert found.database == change.after.database
        with pytest.raises(KeyWorkRunning):
            key_change.prepare(made.database, made.store)
