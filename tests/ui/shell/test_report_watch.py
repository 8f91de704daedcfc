"""Planned documents are made while nobody is with a caller; what goes wrong is told."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services import report_plans
from app.services.office import Office
from app.services.report_plans import NewPlan, ReportsNotMade
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.shell.report_watch import ReportWatch
from tests.desk import sign_in
from tests.fakes import FakeClock


@pytest.fixture
def watch(office: Office, clock: FakeClock, tmp_path: Path, qapp):
    sign_in(office, "li")
    folder = tmp_path / "made"
    folder.mkdir()
    office.do(report_plans.add, NewPlan("weekly", "en", str(folder)))
    clock.advance(timedelta(days=7))
    jobs = Jobs(office, clock.now, executor=InlineExecutor())
    yield ReportWatch(jobs, bool)
    jobs.close()


def test_what_is_due_is_made_once(watch: ReportWatch, tmp_path: Path) -> None:
    counted: list[int] = []
    watch.made.connect(counted.append)
    watch.look()
    watch.look()
    assert counted == [1]
    assert len(list((tmp_path / "made").glob("*.pdf"))) == 1


def test_a_failure_is_told_in_the_window(watch: ReportWatch, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "made").rmdir()
    with qtbot.waitSignal(watch._jobs.failed) as told:
        watch.look()
    assert isinstance(told.args[0], ReportsNotMade)


def test_nothing_is_made_while_somebody_is_with_a_caller(watch: ReportWatch, tmp_path: Path) -> None:
    watch._busy = tmp_path.exists
    watch.look()
    assert not list((tmp_path / "made").iterdir())
