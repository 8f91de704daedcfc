"""What nobody decided in time stands over a supervisor's lists and leads to where it is decided."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.undecided_bar import UndecidedBar
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.test_conflicts import clash


@pytest.fixture
def bar(jobs: Jobs, office: Office, clock: FakeClock, qtbot: QtBot) -> UndecidedBar:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li"})
    clash(office, "caller", row, {"name": "Lee"})
    clock.advance(timedelta(hours=30))
    sign_in(office, "li")
    made = UndecidedBar(jobs)
    qtbot.addWidget(made)
    made.begin()
    return made


def test_the_oldest_is_named_and_a_button_leads_there(bar: UndecidedBar, qtbot: QtBot) -> None:
    assert bar.text == "Undecided for too long: 1. The oldest: Caller Lee (Name), since 03-02 12:00"
    with qtbot.waitSignal(bar.wanted):
        bar.decide.click()


def test_it_goes_when_somebody_decides(bar: UndecidedBar, jobs: Jobs, office: Office) -> None:
    with office.store.write("li") as tx:
        (row,) = tx.one("SELECT id FROM caller LIMIT 1") or (b"",)
        tx.put("caller", bytes(row), {"name": "Li"})
        changes = tx.changes
    jobs.changed.emit(changes, None)
    assert bar.text == ""
    assert bar.isHidden()


def test_an_operator_is_not_told(bar: UndecidedBar, office: Office) -> None:
    sign_in(office, "wang")
    bar.begin()
    assert bar.isHidden()


def test_time_alone_makes_it_late(bar: UndecidedBar, jobs: Jobs, office: Office, clock: FakeClock) -> None:
    clock.advance(timedelta(hours=-20))
    bar.begin()
    assert bar.isHidden()
    clock.advance(timedelta(hours=20))
    for _ in range(300):
        jobs.ticked.emit(clock.now())
    assert bar.text
