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
from app.ui.kit.progress import Stopped
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
    watch.missed.connect(told.append)
    sync.error = HubUnreachable(reason="x")
    for _ in range(2):
        clock.advance(timedelta(minutes=5))
        watch.look()
    assert (sync.count, len(told)) == (4, 2)


def test_panes_hear_what_came_before_lists_are_given_and_a_giving_that_fails_is_said(
    office: Office, jobs: Jobs, sync: _Sync
) -> None:
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    watch, heard = SyncWatch(jobs), list[object]()
    sync.brought, sync.giving = hub_sync.ENDED, HubUnreachable(reason="x")

    def hear(changes: Changes, _by: object) -> None:
        heard.append((changes, watch.running, watch.done_so_far))

    jobs.changed.connect(hear)
    watch.missed.connect(heard.append)
    watch.start()
    assert heard == [(hub_sync.ENDED, True, 1), sync.giving]
    assert not watch.running
    sync.giving = Stopped()
    watch.start()
    assert len(heard) == 3


def test_a_station_without_a_hub_never_syncs(jobs: Jobs, sync: _Sync) -> None:
    SyncWatch(jobs).look()
    assert sync.count == 0


def test_a_sync_that_runs_elsewhere_is_said_and_not_begun_again(office: Office, jobs: Jobs, sync: _Sync) -> None:
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    watch, stands = SyncWatch(jobs), list[bool]()

    def look() -> None:
        stands.append(watch.running)

    watch.stands.connect(look)
    jobs.changed.emit(hub_sync.BEGUN, None)
    assert (watch.running, watch.can_stop, stands) == (True, False, [True])
    watch.start()
    assert sync.count == 0
    jobs.changed.emit(hub_sync.ENDED, None)
    assert (watch.running, stands[-1]) == (False, False)
    watch.start()
    assert sync.count == 1


def test_a_sync_by_hand_elsewhere_and_a_decision_are_seen_at_once(office: Office, jobs: Jobs, sync: _Sync) -> None:
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    watch = SyncWatch(jobs)
    sync.error = HubUnreachable(reason="x")
    jobs.ask(hub_sync.run, failed=watch.missed.emit, told=print)
    assert watch.state is None
    jobs.changed.emit(hub_sync.ENDED, None)
    assert watch.state is not None
    assert watch.state.missed is not None
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li"})
    clash(office, "caller", row, {"name": "Lee"})
    watch.refresh()
    assert watch.state.decisions == 1
    with office.store.write("li") as tx:
        tx.put("caller", row, {"name": "Li"})
        jobs.changed.emit(tx.changes, None)
    watch.refresh()
    assert watch.state.decisions == 0
