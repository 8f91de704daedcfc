"""One sync of an open house, whoever began it: what it brings is told at once, how it ended stays to be read."""

from typing import Any

import pytest

from app.models.changes import Changes
from app.models.errors import AppError
from app.models.sync import Outcome
from app.models.sync_errors import HubUnreachable
from app.services.hub_sync import Synced
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Stopped
from app.ui.parts.sync_run import SyncRun
from tests.desk import sign_in


class _Sync:
    """Brings something, then gives lists; fails as it is told."""

    def __init__(self) -> None:
        self.count = 0
        self.brought = Changes()
        self.error: AppError | None = None
        self.giving: AppError | None = None

    def run(self, *, told: Any, came: Any, **_how: object) -> Synced:
        self.count += 1
        told("push", 1200)
        if self.error:
            raise self.error
        came(self.brought)
        told("objects", 1)
        return Synced(Outcome(), self.brought, self.giving)


@pytest.fixture
def sync(office: Office) -> _Sync:
    office.outside["sync"] = made = _Sync()
    sign_in(office, "wang")
    return made


def test_panes_hear_what_came_before_lists_are_given(jobs: Jobs, sync: _Sync) -> None:
    run, heard = SyncRun.of(jobs), list[object]()

    def hear(changes: Changes, by: object) -> None:
        heard.append((changes, by, run.running, run.phase, run.count))

    jobs.changed.connect(hear)
    sync.giving = HubUnreachable(reason="x")
    run.start(sync)
    assert heard == [(sync.brought, run, True, "push", 1200)]
    assert (run.running, run.by, run.error) == (False, sync, sync.giving)
    assert run.result is not None


def test_there_is_one_for_a_house_and_a_second_start_does_nothing(jobs: Jobs, sync: _Sync) -> None:
    run, told = SyncRun.of(jobs), list[str]()
    assert SyncRun.of(jobs) is run

    def again() -> None:
        told.append("moved")
        SyncRun.of(jobs).start(None)

    run.moved.connect(again)
    run.start(sync)
    assert (sync.count, run.by) == (1, sync)
    assert told


def test_a_sync_that_is_stopped_or_fails_says_why_and_the_next_one_begins_afresh(jobs: Jobs, sync: _Sync) -> None:
    run, ends = SyncRun.of(jobs), list[AppError | None]()

    def look() -> None:
        ends.append(run.error)

    run.ended.connect(look)
    sync.error = HubUnreachable(reason="x")
    run.start(sync)
    sync.error = None
    run.moved.connect(run.cancel)
    run.start(sync)
    run.moved.disconnect(run.cancel)
    run.start(sync)
    assert isinstance(ends[0], HubUnreachable)
    assert isinstance(ends[1], Stopped)
    assert (ends[2], run.running) == (None, False)
