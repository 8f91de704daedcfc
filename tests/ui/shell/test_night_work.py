"""Once a day the window learns, when nobody is with a caller."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.services import inquiries, routing, script_learning
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.shell.night_work import NightWork
from tests.services.taking import take
from tests.services.test_estimates import MONDAY, OPENED, _before, _published
from tests.services.test_routing_learning import dispatched
from tests.services.test_script_learning import SAID, give
from tests.services.test_script_search import FLU, HOURS, publish


@pytest.fixture
def jobs(office, clock, qapp):
    made = Jobs(office, clock.now, executor=InlineExecutor())
    yield made
    made.close()


@pytest.fixture
def used(office):
    publish(office, HOURS, FLU)
    give(office, "flu", SAID, 5)
    return office


def test_it_learns_once_a_day(used, jobs, clock, qtbot):
    work = NightWork(jobs, lambda: False)
    with qtbot.waitSignal(work.learned):
        work.look()
    stamp = used.ask(script_learning.stamp)
    assert stamp
    with qtbot.assertNotEmitted(work.learned):
        work.look()
    clock.advance(timedelta(days=1))
    with qtbot.waitSignal(work.learned):
        work.look()
    assert used.ask(script_learning.stamp) == stamp


def test_a_caller_comes_first(used, jobs, qtbot):
    work = NightWork(jobs, lambda: True)
    with qtbot.assertNotEmitted(work.learned):
        work.look()
    assert used.ask(script_learning.is_due)


def test_it_learns_from_dispatches_once_a_day(office, jobs, clock, qtbot):
    dispatched(office, "a bill", "U01")
    work = NightWork(jobs, lambda: False)
    work.look()
    first = office.ask(routing.memory)
    assert first.examples == 1
    work.look()
    assert office.ask(routing.memory) is first
    dispatched(office, "a bill", "U01")
    clock.advance(timedelta(days=1))
    work.look()
    assert office.ask(routing.memory).examples == 2


def test_due_times_of_a_year_that_is_published_now_are_computed_again(office, jobs, clock):
    clock.set(OPENED)
    office.outside["holidays"] = _before
    inquiry = take(office, Outcome.DISPATCH, opened_at=OPENED, category="complaint.fees", unit="H01", due_at=MONDAY)
    office.outside["holidays"] = _published
    NightWork(jobs, lambda: False).look()
    assert office.ask(inquiries.detail, inquiry).row.due_at < MONDAY
