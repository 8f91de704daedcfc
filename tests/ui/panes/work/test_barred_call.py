"""A supervisor goes from a call that nobody may make to who said so; an operator reads that a supervisor can."""

import pytest

from app.services import callers, worklists
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.callbacks_list import CallbackList
from tests.desk import sign_in


@pytest.fixture
def calls(office, jobs: Jobs, work, words, qtbot) -> CallbackList:
    made = CallbackList(jobs, words)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    jobs.changed.connect(made.follow)
    return made


def _look(office, calls, name) -> None:
    sign_in(office, name)
    calls.show_desk(office.ask(worklists.desk))
    calls.reload()
    calls.focus_list()


def test_only_a_supervisor_is_led_to_who_said_it(office, calls, qtbot):
    _look(office, calls, "li")
    assert (calls.may_call(), calls.may_lift(), calls._lift.isVisible()) == (True, False, False)
    office.do(callers.do_not_call, "138 1234 5678")
    _look(office, calls, "wang")
    assert (calls.may_call(), calls.may_lift(), calls._lift.isVisible()) == (False, False, False)
    _look(office, calls, "li")
    assert calls._lift.isVisible()
    owed = office.ask(worklists.owed_calls)[0].callback
    with qtbot.waitSignal(calls.barred_wanted) as wanted:
        calls._lift.click()
    assert wanted.args == [owed.caller_name, owed.caller, owed.id]
