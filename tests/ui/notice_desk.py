"""A desk with changed scripts that wang has not read, for tests of everything that tells of them."""

from dataclasses import replace

import pytest

from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.parts.notice_watch import NoticeWatch
from tests.desk import sign_in
from tests.services.test_script_notices import LATER, POINTS, SCRIPT, changed, urgent
from tests.ui.panes.intake.ending_jobs import EndingJobs
from tests.windows import put_up


@pytest.fixture
def one_change(office, clock):
    """One script, desk-hours, with a new version that wang has not read."""
    changed(office, clock, LATER)
    sign_in(office, "wang")
    return office


@pytest.fixture
def one_urgent(one_change, clock):
    """Besides, another one, desk-fire, that was published at once."""
    urgent(one_change, clock, replace(SCRIPT, key="desk-fire", title={"zh": "火警", "en": "Fire"}, key_points=POINTS))
    return one_change


@pytest.fixture
def jobs(office, clock, qapp):
    """Jobs that are done at once and end with the test."""
    made = EndingJobs(office, clock.now, executor=InlineExecutor())
    yield made
    made.close()


@pytest.fixture
def watch(jobs):
    """What the person at the desk is still to read."""
    return watch_of(jobs)


@pytest.fixture
def shown(qtbot):
    """Show a widget in a window that has the keyboard."""

    def show(widget):
        qtbot.addWidget(widget)
        put_up(qtbot, widget)
        return widget

    return show


def watch_of(jobs: Jobs) -> NoticeWatch:
    """What the person at the desk is still to read."""
    made = NoticeWatch(jobs)
    made.look()
    return made
