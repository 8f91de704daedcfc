"""The hub's page: who it belongs to, a sync by hand that can be stopped, and decisions by one key."""

# pyright: reportPrivateUsage=false

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.changes import Changes
from app.models.errors import AppError, LastAdministrator
from app.models.sync import Outcome
from app.models.sync_errors import HubUnreachable
from app.services import hub_sync
from app.services.hub_sync import Enrollment, Logged, Synced
from app.services.office import Office
from app.store import sync as sync_rows
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.hub_page import HubPage
from app.ui.parts.sync_run import SyncRun
from app.ui.shell.sync_watch import SyncWatch
from benchmarks.memory_hub import MemoryHub
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.test_conflicts import clash
from tests.services.test_hub_sync import Town


class _Sync:
    """Syncs at once, or as it is told."""

    error: Exception | None = None
    seen: Callable[[], object] | None = None
    phase = "push"
    left = 0
    giving: AppError | None = None
    closed: tuple[str, ...] = ()

    def run(self, *, told: Any, came: Any, **_how: object) -> Synced:
        told(self.phase, 3)
        if self.seen:
            self.seen()
        told(self.phase, 3)
        if self.error:
            raise self.error
        came(Changes())
        outcome = Outcome(pushed=3, pulled=1234, objects_left=self.left, closed=self.closed)
        return Synced(outcome, Changes(), self.giving)


@pytest.fixture
def sync(office: Office) -> _Sync:
    made = _Sync()
    office.outside["sync"] = made
    return made


@pytest.fixture
def page(jobs: Jobs, office: Office, sync: _Sync, qtbot: QtBot) -> HubPage:
    made = HubPage(jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def _join(office: Office, page: HubPage) -> None:
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    page.refresh()


def test_a_station_without_a_hub_is_told_how_to_join(page: HubPage) -> None:
    assert "belongs to no hub" in page._where.text()
    assert not page._run.isEnabled()


def test_a_sync_by_hand_says_what_went_over(page: HubPage, office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    _join(office, page)
    assert page._where.text().startswith("Seat 7 of north. Never synced; ")
    assert page._where.text().endswith(f" Mark of this computer: {office.store.origin.hex()[-6:]}.")
    with qtbot.waitSignal(jobs.changed):
        page._run.click()
    assert page._result.text() == "Done. Records sent: 3; brought: 1,234."
    assert page._run.isEnabled()
    assert page._bar.isHidden()


def test_who_has_joined_reads_where_to_while_the_first_sync_runs(page: HubPage, office: Office, sync: _Sync) -> None:
    seen: list[str] = []
    sync.seen = lambda: seen.append(page._where.text())
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    page.joining.joined.emit("Seat 7", "north")
    assert seen[0].startswith("Seat 7 of north. Never synced; ")
    assert page.strip.current is not None
    assert "This station is Seat 7 of north now." in page.strip.current.text


def test_the_page_shows_the_sync_that_the_window_does_by_itself_and_stops_it(
    page: HubPage, office: Office, jobs: Jobs, sync: _Sync
) -> None:
    _join(office, page)
    seen: list[tuple[bool, str, bool, bool]] = []

    def look() -> None:
        seen.append((page._bar.isVisible(), page._chip.text(), page._run.isEnabled(), page.leave_form()))

    sync.seen = look
    watch = SyncWatch(jobs)
    watch.start()
    assert seen == [(True, "Syncing… records: 3", False, False)]
    assert page._result.text() == "Done. Records sent: 3; brought: 1,234."
    assert page._bar.isHidden()
    sync.seen = page._stop.click
    watch.start()
    assert page._result.text().startswith("Stopped.")


def test_what_a_sync_of_the_window_failed_with_stands_in_the_log_and_not_over_the_page(
    page: HubPage, office: Office, jobs: Jobs, sync: _Sync
) -> None:
    _join(office, page)
    sync.error = HubUnreachable(reason="no route")
    SyncWatch(jobs).start()
    assert page.strip.current is None
    assert (page._run.isEnabled(), page._result.isHidden()) == (True, True)
    page.start()
    assert "no route" in page.strip.current.text


def test_a_cut_line_is_said_with_the_next_step(page: HubPage, office: Office, sync: _Sync) -> None:
    _join(office, page)
    sync.error = HubUnreachable(reason="no route")
    page.start()
    assert "The hub does not answer (no route)." in page.strip.current.text
    assert not page.leave_form()
    sync.error = None
    page.start()
    assert page.strip.current is None


def test_why_the_last_sync_failed_stands_on_the_card_with_what_to_do_until_one_is_done(
    page: HubPage, office: Office, clock: FakeClock
) -> None:
    town = Town(MemoryHub(clock.now), clock, [])
    town.enroll(office, "one")
    town.broken = True
    with pytest.raises(HubUnreachable):
        town.sync(office)
    page.refresh()
    told = page._result.text()
    assert told.startswith("Failed 2026-03-02 12:00: The hub does not answer (the line is cut).")
    assert told.endswith("goes over with the next sync.")
    assert page._result.isVisible()
    town.broken = False
    town.sync(office)
    page.refresh()
    assert page._result.isHidden()


def test_what_a_sync_brought_before_somebody_sat_down_is_not_told_to_them(
    jobs: Jobs, office: Office, page: HubPage, sync: _Sync, qtbot: QtBot
) -> None:
    _join(office, page)
    sync.closed = ("owner",)
    page.start()
    assert "owner" in page._result.text()
    later = HubPage(jobs)
    qtbot.addWidget(later)
    later.show()
    assert later._result.isHidden()


def test_lists_that_were_not_given_whole_are_said_beside_what_went_over(
    page: HubPage, office: Office, sync: _Sync
) -> None:
    _join(office, page)
    sync.left, sync.giving = 2, HubUnreachable(reason="no route")
    page.start()
    assert page._result.text().endswith("1,234. Lists and documents that the next sync goes on with: 2.")
    assert "The hub does not answer (no route)." in page.strip.current.text


def test_a_page_that_is_opened_while_lists_are_given_says_so(
    jobs: Jobs, office: Office, sync: _Sync, qtbot: QtBot
) -> None:
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    chips: list[str] = []
    run = SyncRun.of(jobs)

    def open_a_page() -> None:
        if run.phase == "objects":
            made = HubPage(jobs)
            qtbot.addWidget(made)
            chips.append(made._chip.text())

    run.moved.connect(open_a_page)
    sync.phase = "objects"
    run.start(office)
    assert chips[0] == "Giving lists and documents… parts: 3"


def test_whose_account_was_closed_by_joining_is_said(page: HubPage, office: Office, sync: _Sync) -> None:
    _join(office, page)
    sync.closed = ("li", "wang")
    page.start()
    assert page._result.text().endswith(
        "1,234. Accounts of this computer that are closed at the center: li, wang. Sign in with one of the center."
    )


def test_who_syncs_by_key_has_the_stop_under_the_same_key_and_then_the_next_sync(
    page: HubPage, office: Office, sync: _Sync
) -> None:
    _join(office, page)
    page._run.setFocus()
    focused = list[QWidget | None]()

    def looking() -> None:
        focused.append(page.focusWidget())

    sync.seen = looking
    page.start()
    assert focused == [page._stop]
    assert page.focusWidget() is page._run


def test_a_stop_is_heard_at_the_next_step(page: HubPage, office: Office, sync: _Sync) -> None:
    _join(office, page)
    sync.seen = page.leave_form
    page.start()
    assert page._result.text().startswith("Stopped.")
    assert page._stop.isHidden()


def test_digits_choose_only_what_is_there(page: HubPage) -> None:
    QTest.keyClick(page.decisions, Qt.Key.Key_1)
    assert page.decisions.current is None
    assert page.decisions.isHidden()


def test_why_a_decision_was_refused_goes_with_the_next_one_that_is_saved(page: HubPage) -> None:
    page.decisions.refused.emit(LastAdministrator(field="roles", value="wang"))
    assert "wang is the only administrator" in page.strip.current.text
    page.decisions.decided.emit()
    assert page.strip.current is None


def test_how_often_conflicts_come_about_and_how_long_they_wait_is_told(page: HubPage, office: Office) -> None:
    _join(office, page)
    sign_in(office, "li")
    page.refresh()
    assert page._rate.text().endswith(" saves: 0; for 1,000: 0.0. Undecided: 0.")
    with office.store.write("wang") as tx:
        row, unit = tx.add("caller", {"name": "Li"}), tx.add("unit", {"name": "Ward 1"})
    clash(office, "caller", row, {"name": "Lee"})
    office.clock.advance(timedelta(seconds=59))
    page.refresh()
    assert page._rate.text().endswith("Undecided: 1.")
    office.clock.advance(timedelta(minutes=89, seconds=2))
    page.refresh()
    assert page._rate.text().endswith("Undecided: 1. It has waited for 1 h 30 min.")
    clash(office, "unit", unit, {"name": "Ward 2"})
    office.clock.advance(timedelta(minutes=10))
    page.refresh()
    assert page._rate.text().endswith("Undecided: 2. Half of those have waited for 55 min or more.")
    sign_in(office, "admin")
    page.refresh()
    assert page._rate.isHidden()


def test_a_station_without_a_hub_tells_of_no_conflicts(page: HubPage, office: Office) -> None:
    sign_in(office, "li")
    page.refresh()
    assert page._rate.isHidden()
    sign_in(office, "admin")
    _join(office, page)
    sign_in(office, "li")
    page.refresh()
    assert not page._rate.isHidden()


def test_an_open_page_hears_within_a_minute_of_a_sync_that_another_program_did(
    page: HubPage, office: Office, jobs: Jobs, clock: FakeClock
) -> None:
    _join(office, page)
    at = clock.now().isoformat()
    with office.store.write("") as tx:  # as the night's schedule does: no pane is told
        sync_rows.log(tx, Logged(at, at, 3, 4, "done", ""))
    assert "Never synced" in page._where.text()
    began = clock.now()
    for seconds in (0, 30, 61):
        jobs.ticked.emit(began + timedelta(seconds=seconds))
    assert "Last sync" in page._where.text()
    assert page.log.model.rowCount() == 1
    page.hide()
    page._where.setText("")
    jobs.ticked.emit(began + timedelta(minutes=5))
    assert page._where.text() == ""


def test_in_chinese_no_space_stands_between_why_a_sync_failed_and_what_to_do(
    page: HubPage, office: Office, sync: _Sync
) -> None:
    _join(office, page)
    sync.error = HubUnreachable(reason="no route")
    languages.of_app().use("zh_CN")
    try:
        page._run.click()
        said = page.strip.current.text if page.strip.current else ""
        assert "。" in said
        assert "。 " not in said
        assert "。 " not in page._result.text()
    finally:
        languages.of_app().use("en")
