"""What callers said today, and which script they were given, puts that script first tomorrow."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.models.contacts import GivenScript, Outcome
from app.services import contacts, script_learning
from app.services.script_search import ScriptSearch
from app.ui.kit.executors import InlineExecutor
from app.ui.panes.intake.pane import IntakePane
from app.ui.panes.intake.result_list import ResultList
from app.ui.shell.night_work import NightWork
from tests.desk import NOON, draft
from tests.journeys.test_known_question import desk_with_scripts  # noqa: F401 - a fixture
from tests.ui.panes.intake.ending_jobs import EndingJobs

SAID, KEY = "小绿本 nursery", "imm-hpv-ages"


@pytest.fixture
def pane(desk_with_scripts, clock, qtbot):  # noqa: F811
    desk_with_scripts.outside["script_search"] = ScriptSearch()  # one for the whole window, as bootstrap hands it over
    jobs = EndingJobs(desk_with_scripts, clock.now, executor=InlineExecutor())
    pane = IntakePane(jobs)
    qtbot.addWidget(pane)
    pane.show()
    pane.jobs_of_test = jobs
    yield pane
    jobs.close()


def give(office, times):
    for number in range(times):
        given = GivenScript(KEY, 1, "zh_CN", NOON, query=SAID, rank=3)
        made = draft(given=(given,), summary=f"{SAID} {number}", number=None, caller_name=None)
        office.do(contacts.finalize, office.do(contacts.start, made).value, Outcome.ANSWERED)


def first_line(pane, qtbot):
    column = pane.front.say
    column.box.clear()
    column.box.setText(SAID)
    lines = column.findChild(ResultList)
    return lines.item(0).data(Qt.ItemDataRole.AccessibleTextRole) if lines.count() else ""


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_phrase_that_was_answered_five_times_finds_its_script_tomorrow(pane, office, clock, qtbot):
    assert "HPV" not in first_line(pane, qtbot)
    give(office, 5)
    clock.advance(timedelta(days=1))
    night = NightWork(pane.jobs_of_test, lambda: False)
    with qtbot.waitSignal(night.learned, timeout=60_000):
        night.look()
    assert not office.ask(script_learning.is_due)
    assert "said in 5 similar call" in first_line(pane, qtbot)
    assert pane.front.say._hits[0].key == KEY
    assert pane.front.say._hits[0].fits
