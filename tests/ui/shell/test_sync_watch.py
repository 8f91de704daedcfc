"""The window syncs every few minutes by itself, and a line that is down stops nothing."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from app.models.changes import Changes
from app.models.sync import Outcome
from app.models.sync_errors import HubUnreachable
from app.services import hub_sync
from app.services.hub_sync import Enrollment, Synced
from app.services.office import Office
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.shell.sync_watch import SyncWatch
from tests.desk import NOON, sign_in


class _Sync:
    """Counts what is asked of it."""

    def __init__(self) -> None:
        self.count = 0
        self.error: Exception | None = None

    def run(self, *, told: Any, whole: bool, check: bool) -> Synced:
        self.count += 1
        told("push", 1)
        if self.error:
            raise self.error
        return Synced(Outcome(), Changes())


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()


@pytest.fixture
def sync(office: Office) -> _Sync:
    office.outside["sync"] = made = _Sync()
    return made


def test_it_syncs_some_minutes_after_the_start_and_again(office: Office, jobs: Jobs, sync: _Sync) -> None:
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    watch = SyncWatch(jobs)
    for minutes, count in ((0, 0), (1, 0), (2, 1), (4, 1), (7, 2)):
        jobs.ticked.emit(NOON + timedelta(minutes=minutes))
        assert sync.count == count
    told: list[object] = []
    watch.missed.connect(told.append)
    sync.error = HubUnreachable(reason="x")
    watch.look()
    watch.look()
    assert (sync.count, len(told)) == (4, 2)


def test_a_station_without_a_hub_never_syncs(jobs: Jobs, sync: _Sync) -> None:
    SyncWatch(jobs).look()
    assert sync.count == 0
