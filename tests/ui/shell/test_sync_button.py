"""The top bar says how the station stands with its hub, and syncs, stops and leads on from there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.models.sync_errors import (
    HubCertificateExpired,
    HubNameWrong,
    HubRefusedLogin,
    HubUnproven,
    HubUnreachable,
    HubWithoutTls,
)
from app.models.sync_standing import Standing
from app.services import hub_sync
from app.services.hub_sync import Enrollment
from app.ui.kit import languages
from app.ui.kit.progress import Stopped
from app.ui.parts.sync_run import SyncRun
from app.ui.shell.presenting import fitting
from app.ui.shell.sync_button import SyncButton
from app.ui.shell.sync_watch import SyncWatch
from tests.desk import NOON, sign_in
from tests.ui.shell.test_sync_watch import _Sync


@pytest.fixture
def sync(house) -> _Sync:
    """A station of a hub that answers."""
    office = house.office
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {}))
    office.outside["sync"] = made = _Sync(office)
    return made


def _bar(desk) -> tuple[SyncWatch, SyncButton]:
    watch = SyncWatch(desk._place.jobs, desk)
    desk.links.follow_sync(watch)
    watch._tick(NOON)
    watch.refresh()
    assert desk.top.sync_button is not None
    return watch, desk.top.sync_button


def test_a_station_without_a_hub_shows_nothing(desk):
    watch = SyncWatch(desk._place.jobs, desk)
    desk.links.follow_sync(watch)
    watch.refresh()
    assert desk.top.sync_button is None


def test_the_word_follows_how_it_stands(sync, desk_of):
    watch, button = _bar(desk_of("wang"))
    assert (button.isVisible(), button.standing, button.text()) == (True, Standing.BEHIND, "Sync is late")
    assert watch.state is not None
    watch.state = replace(watch.state, last_done_at=NOON)
    button.refresh()
    assert (button.standing, button.text()) == (Standing.IDLE, "Synced")
    watch.state = replace(watch.state, decisions=3)
    button.refresh()
    assert button.text() == "To decide: 3"
    watch.state = replace(watch.state, waiting=4, stopped=True)
    button.refresh()
    assert (button.standing, button.text()) == (Standing.STOPPED, "To send: 4")
    watch.state = replace(watch.state, stopped=False)
    languages.of_app().use("zh_CN")
    button.refresh()
    assert button.text() == "待裁定 3"


def test_what_waits_for_a_decision_hides_no_sync_that_is_late(sync, desk_of):
    watch, button = _bar(desk_of("li"))
    assert watch.state is not None
    watch.state = replace(watch.state, decisions=3)
    button.refresh()
    assert button.text() == "Sync is late"
    assert "Rows that need a decision: 3" in button.lines()


def test_a_refusal_is_said_with_what_to_do(sync, desk_of):
    watch, button = _bar(desk_of("wang"))
    sync.error = HubRefusedLogin(reason="closed")
    watch.start()
    assert button.standing is Standing.REFUSED
    assert any("closed" in one for one in button.lines())
    sync.error = None
    watch.start()
    assert button.standing is Standing.IDLE
    assert not any("closed" in one for one in button.lines())


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (HubUnproven(host="hub.example"), "does not prove"),
        (HubCertificateExpired(host="hub.example"), "not valid today"),
        (HubNameWrong(host="hub.example", named="other.example"), "other.example"),
        (HubWithoutTls(host="hub.example"), "no encrypted line"),
    ],
)
def test_a_line_that_is_not_proven_is_no_hub_that_is_only_away(sync, desk_of, error, says):
    watch, button = _bar(desk_of("wang"))
    sync.error = error
    watch.start()
    assert (button.standing, button.text()) == (Standing.REFUSED, "Sync refused")
    failed, follows = button.lines()[-2:]
    assert "hub.example" in failed
    assert says in failed
    assert "dministrator" in follows


def test_a_hub_that_was_not_reached_by_hand_is_said_with_what_to_do(sync, desk_of):
    watch, button = _bar(desk_of("wang"))
    watch.start()
    sync.error = HubUnreachable(reason="no route")
    SyncRun.of(watch._jobs).start(desk_of)
    assert (button.standing, button.text()) == (Standing.AWAY, "Hub not reached")
    told = button.lines()
    assert told[-2] == "Failed now: The hub does not answer (no route)."
    assert told[-1]


def test_a_running_sync_tells_how_far_it_is_and_is_stopped_from_the_menu(sync, desk_of, qtbot):
    watch, button = _bar(desk_of("wang"))
    seen: list[str] = []

    def run(*, told, **_how):
        seen.append(button.text())
        told("push", 1200)
        seen.append(button.text())
        button._stop.trigger()
        told("push", 1300)
        raise AssertionError("it went on")

    sync.run = run
    watch.start()
    assert seen == ["Syncing", "Syncing 1,200"]
    assert (watch.run.running, button.standing) == (False, Standing.BEHIND)


def test_a_sync_by_hand_tells_its_count_and_is_stopped_from_here_too(sync, desk_of):
    watch, button = _bar(desk_of("wang"))
    seen: list[tuple[str, bool]] = []

    def run(*, told, **_how):
        told("push", 1200)
        seen.append((button.text(), button._stop.isVisible()))
        button._stop.trigger()
        told("push", 1300)

    sync.run = run
    SyncRun.of(watch._jobs).start(desk_of)
    assert seen == [("Syncing 1,200", True)]
    assert isinstance(watch.run.error, Stopped)


def test_the_arrow_keys_go_from_one_thing_that_can_be_done_to_the_next(sync, desk_of, qtbot):
    watch, button = _bar(desk_of("wang"))
    button.open_menu()
    menu = button._menu
    assert menu is not None
    assert menu.activeAction() is button._start
    with qtbot.waitSignal(button.details_wanted):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    button.open_menu()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert watch.state is not None
    assert watch.state.last_done_at is not None


def test_the_menu_leads_to_the_details(sync, desk_of, qtbot):
    _, button = _bar(desk_of("wang"))
    button.open_menu()
    assert button._menu is not None
    assert "Seat 7 of north" in [one.text() for one in button._menu.actions()]
    with qtbot.waitSignal(button.details_wanted):
        button._more.trigger()
    button._menu.close()


def test_the_palette_syncs_and_leads_to_what_needs_a_decision(sync, desk_of):
    desk = desk_of("wang")
    assert not {one.id: one.enabled for one in desk.book.choices()}["desk.sync"]
    _bar(desk)
    assert {one.id: one.enabled for one in desk.book.choices()}["desk.sync"]
    assert desk.book.run("desk.sync")
    assert sync.count == 1
    assert desk.book.run("desk.hub")
    assert ("section", "hub") in desk.panes.pane("settings").asked
    for word, language in (("sync", "en"), ("conflict", "en"), ("同步", "zh_CN"), ("冲突", "zh_CN")):
        languages.of_app().use(language)
        assert "desk.hub" in [one.id for one in fitting(desk.book.choices(), word, 9)]
