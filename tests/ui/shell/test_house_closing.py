"""A house is let go at once and closed elsewhere; what is still being read keeps it from being called closed."""

from pathlib import Path
from threading import Event, current_thread

import pytest
from PySide6.QtCore import QObject

from app.models.key_errors import KeyWorkRunning
from app.services import accounts
from app.ui.kit.executors import ThreadExecutor
from app.ui.kit.jobs import Jobs
from app.ui.shell.doors import Opened, SetUp
from app.ui.shell.house_closing import HouseClosing
from tests.ui.shell.doors import HouseDoors


class Holder:
    """A seat with nobody at it."""

    def __init__(self, house: Opened) -> None:
        self.house: Opened | None = house
        self.jobs: Jobs | None = Jobs(house.office, executor=ThreadExecutor())
        self.desk: QObject | None = QObject()
        self.prelude = None


@pytest.fixture
def holder(qapp, tmp_path: Path) -> Holder:
    return Holder(HouseDoors(tmp_path).create(SetUp("root", "Root", "correct horse battery")).house)


def test_it_waits_for_the_last_write_on_the_thread_that_closes(holder: Holder) -> None:
    go, names, jobs, office = Event(), list[str](), holder.jobs, holder.house.office

    def write() -> None:
        go.wait(5)
        names.append(current_thread().name)
        assert office.ask(accounts.has_anyone)

    jobs._executor.write(write)
    close = HouseClosing(holder).let_go()
    assert (names, holder.house, holder.jobs, holder.desk) == ([], None, None, None)
    go.set()
    close()
    assert names == ["jobs-writer"]


def test_a_question_that_is_still_being_answered_is_told(holder: Holder) -> None:
    go, jobs = Event(), holder.jobs

    def read() -> None:
        go.wait(5)

    jobs._executor._READERS_GRACE_S = 0.01
    jobs._executor.read(read)
    close = HouseClosing(holder).let_go()
    with pytest.raises(KeyWorkRunning):
        close()
    go.set()


def test_what_was_asked_for_and_not_delivered_makes_it_busy(holder: Holder) -> None:
    closing = HouseClosing(holder)
    assert not closing.busy
    holder.jobs.ask(accounts.has_anyone)
    assert closing.busy
    closing.let_go()()
    assert not closing.busy
