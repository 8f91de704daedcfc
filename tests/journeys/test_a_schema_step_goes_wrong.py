"""A schema step that adds a column leaves every byte of the journal alone; one that dies leaves the file as it was."""

import hashlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.services.office import Office
from app.store import migrations, rebuild
from app.store.store import Store
from benchmarks.older import schema_of
from tests.desk import KEY, sign_in
from tests.fakes import FakeClock

_NAME = "m9999_shade"


def _journal(store: Store) -> str:
    rows = store.rows.all("SELECT * FROM journal ORDER BY id /* whole: its bytes */")
    return hashlib.sha256(repr([tuple(row) for row in rows]).encode()).hexdigest()


def _add_column(database: Any) -> None:
    database.execute("ALTER TABLE caller ADD COLUMN shade TEXT")


def _die(database: Any) -> None:
    _add_column(database)
    os.kill(os.getpid(), signal.SIGKILL)


def _die_at_the_end(database: Any) -> None:
    """Die when the step is done, and its number is about to be written."""
    _add_column(database)
    database.conn.set_trace_callback(_die_at_the_number)


def _die_at_the_number(statement: str) -> None:
    if statement.startswith("PRAGMA user_version ="):
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def step(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Any], None]], None]:
    """Let the program have one more schema step."""

    def add(up: Callable[[Any], None]) -> None:
        made = ModuleType(f"app.store.migrations.{_NAME}")
        vars(made)["up"] = up
        monkeypatch.setitem(sys.modules, made.__name__, made)
        steps = tuple(name for name in migrations.STEPS if name != _NAME)
        monkeypatch.setattr(migrations, "STEPS", (*steps, _NAME))

    return add


@pytest.fixture
def path(office: Office) -> Path:
    """A database in which somebody worked."""
    sign_in(office, "wang")
    with office.store.write("wang") as tx:
        for number in range(20):
            tx.put("caller", bytes([number]) * 16, {"name": f"张 {number}"})
    office.store.close()
    return office.store.path


def test_adding_a_column_leaves_every_byte_of_the_journal_as_it_was(
    path: Path, clock: FakeClock, step: Callable[[Callable[[Any], None]], None]
) -> None:
    before = Store.open(path, KEY, clock.now)
    journal, size = _journal(before), before.rows.one("SELECT sum(length(payload)) FROM journal /* whole: test */")
    before.close()
    step(_add_column)
    after = Store.open(path, KEY, clock.now)
    assert "shade" in repr(schema_of(after.rows.connection)["table", "caller"])
    assert _journal(after) == journal
    assert after.rows.one("SELECT sum(length(payload)) FROM journal /* whole: test */") == size
    assert rebuild.check_chain(after.rows).sound
    after.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed program is forked")
@pytest.mark.parametrize("die", [_die, _die_at_the_end])
def test_a_schema_step_in_which_the_program_dies_leaves_the_file_as_it_was_and_can_be_taken_again(
    path: Path, clock: FakeClock, step: Callable[[Callable[[Any], None]], None], die: Callable[[Any], None]
) -> None:
    before = Store.open(path, KEY, clock.now)
    journal, schema = _journal(before), schema_of(before.rows.connection)
    before.close()
    known = migrations.STEPS
    step(die)
    if (child := os.fork()) == 0:
        Store.open(path, KEY, clock.now)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    migrations.STEPS = known
    left = Store.open(path, KEY, clock.now)
    assert (_journal(left), schema_of(left.rows.connection)) == (journal, schema)
    left.close()
    step(_add_column)
    again = Store.open(path, KEY, clock.now)
    assert "shade" in repr(schema_of(again.rows.connection)["table", "caller"])
    assert _journal(again) == journal
    again.close()
