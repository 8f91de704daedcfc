"""The window syncs every few minutes by itself, and a line that is down stops nothing."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from app.models.changes import Changes
from app.models.errors import AppError
from app.models.sync import Outcome
from app.models.sync_errors import HubUnreachable
from app.services import hub_sync
from app.services.hub_sync import Enrollment, Synced
from app.services.office import Office
from app.store import sync as rows_of
from app.store.sync import Logged
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.parts.sync_run import SyncRun
from app.ui.shell.sync_watch import SyncWatch
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.test_conflicts import clash


class _Sync:
    """Counts what is asked of it, and writes down how it ended."""

    def __init__(self, office: Office) -> None:
        self.count = 0
        self.error: AppError | None = None
        self.giving: AppError | None = None
        self.brought = Changes()
        self._office = office

    def run(self, *, told: Any, came: Any = print, **_how: object) -> Synced:
        self.count += 1
        told("push", 1)
        self._log()
        if self.error:
            raise self.error
        came(self.brought)
        told("objects", 1)
        return Synced(Outcome(), self.brought, self.giving)

    def _log(self) -> None:
        how, facts = (type(self.error).__name__, self.error.facts) if self.error else ("done", {})
        at = self._office.clock.now().isoformat()
        with self._office.store.write("") as tx:
            rows_of.log(tx, Logged(at, at, 0, 0, how, json.dumps({"facts": facts})))


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()


@pytest.fixture
def sync(office: Office) -> _Sync:
    office.outside["sync"] = made = _Sync(office)
    return made


def test_it_syncs_some_minutes_after_the_start_and_again(
    office: Office, jobs: Jobs, sync: _Sync, clock: FakeClock
) -> None:
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    watch = SyncWatch(jobs)
    for minutes, count in ((0, 0), (1, 0), (1, 1), (2, 1), (3, 2)):
        clock.advance(timedelta(minutes=minutes))
        jobs.ticked.emit(clock.now())
        assert sync.count == count
    told: list[object] = []
    jobs.failed.connect(told.append)
    sync.error = HubUnreachable(reason="x")
    for _ in range(2):
        clock.advance(timedelta(minutes=5))
        watch.look()
    assert (sync.count, told) == (4, [])


def test_a_station_without_a_hub_never_syncs(jobs: Jobs, sync: _Sync) -> None:
    SyncWatch(jobs).look()
    assert sync.count == 0


def test_a_sync_by_hand_is_said_with_its_count_and_not_begun_again(office: Office, jobs: Jobs, sync: _Sync) -> None:
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    watch, stands = SyncWatch(jobs), list[tuple[bool, int]]()

    def look() -> None:
        if not stands or stands[-1] != (watch.run.running, watch.run.count):
            stands.append((watch.run.running, watch.run.count))
        if watch.run.running:
            watch.start()

    watch.stands.connect(look)
    SyncRun.of(jobs).start(office)
    assert stands[:2] == [(True, 0), (True, 1)]
    assert sync.count == 1


def test_what_a_sync_brought_and_a_decision_are_seen_at_once(office: Office, jobs: Jobs, sync: _Sync) -> None:
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    watch = SyncWatch(jobs)
    sync.error = HubUnreachable(reason="x")
    assert watch.state is None
    SyncRun.of(jobs).start(office)
    assert watch.state is not None
    assert watch.state.missed is not None
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li"})
    clash(office, "caller", row, {"name": "Lee"})
    sign_in(office, "li")
    sync.error = None
    counted = list[int]()

    def look() -> None:
        if watch.run.running and watch.state is not None:
            counted.append(watch.state.decisions)

    watch.stands.connect(look)
    SyncRun.of(jobs).start(office)
    assert counted[-1] == 1
    with office.store.write("li") as tx:
        tx.put("caller", row, {"name": "Li"})
    jobs.changed.emit(tx.changes, None)
    assert watch.state.decisions == 0
