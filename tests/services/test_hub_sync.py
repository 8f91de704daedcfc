"""Two desks and a hub: what one saves the other shows, with its clocks, and the accounts of the hub stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.models.accounts import Role
from app.models.changes import Changes
from app.models.contacts import Outcome
from app.models.errors import CannotNow, NotAllowed
from app.models.sync_errors import HubUnreachable, NotEnrolled
from app.services import (
    accounts,
    callback_queue,
    conflicts,
    contacts,
    drafts,
    hub_sync,
    inquiries,
    leaving,
    settings,
    units,
)
from app.services.hub_sync import Enrollment, Syncer
from app.services.office import Office
from app.store import accounts as account_rows
from app.store import units as unit_rows
from benchmarks.memory_hub import MemoryHub, MemoryLogin
from tests.desk import NOON, draft, opened, sign_in
from tests.fakes import FakeClock
from tests.services.drawing import frame
from tests.services.objects_in_memory import MemoryObjects


class _Closing(MemoryLogin):
    def close(self) -> None:
        """Nothing is open."""


@dataclass
class Town:
    """A hub in memory, and the desks that sync with it."""

    hub: MemoryHub
    clock: FakeClock
    heard: list[tuple[str, int]]
    broken: bool = False

    def connect(self, login: Mapping[str, str]) -> Any:
        if self.broken:
            raise HubUnreachable(reason="the line is cut")
        return _Closing(self.hub, login["user"])

    def enroll(self, office: Office, name: str) -> None:
        self.hub.enroll(name, "north", ("program",))
        office.outside["sync"] = Syncer(office, self.connect, "1.0")
        sign_in(office, "admin")
        office.do(hub_sync.join, Enrollment("hub", "north", name, {"user": name}))
        sign_in(office, "wang")

    def told(self, phase: str, done: int) -> None:
        self.heard.append((phase, done))

    def sync(self, office: Office, **how: Any) -> hub_sync.Synced:
        self.clock.advance(timedelta(seconds=1))
        return office.ask(hub_sync.run, told=self.told, **how)


@pytest.fixture
def town(clock: FakeClock) -> Town:
    return Town(MemoryHub(clock.now), clock, [])


@pytest.fixture
def other(template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    (folder := tmp_path / "other").mkdir()
    with opened(template, folder, clock) as desk:
        yield desk


def test_what_one_desk_saves_the_other_shows_with_its_clocks(town: Town, office: Office, other: Office) -> None:
    town.enroll(office, "one")
    town.enroll(other, "two")
    saved = office.do(
        contacts.finalize,
        office.do(contacts.start, draft(unit="cdc", due_at=NOON + timedelta(days=2))).value,
        Outcome.DISPATCH,
    )
    town.sync(office)
    changes = town.sync(other).changes
    assert {"inquiry", "inquiry_event", "contact"} <= changes.entities
    assert saved is not None
    here, there = (desk.ask(inquiries.list_page, inquiries.Wanted()).rows for desk in (office, other))
    assert [(one.id, one.summary, one.due_at) for one in here] == [(one.id, one.summary, one.due_at) for one in there]
    marks = "SELECT id, clocks FROM inquiry ORDER BY position LIMIT 9"
    assert office.store.rows.all(marks) == other.store.rows.all(marks)


def test_the_window_is_told_how_the_station_stands(town: Town, office: Office) -> None:
    assert not office.ask(hub_sync.state).enrolled
    town.enroll(office, "one")
    before = office.ask(hub_sync.state)
    assert (before.station, before.last_done_at, before.waiting > 0) == ("one", None, True)
    assert office.ask(hub_sync.due, timedelta(minutes=5))
    town.sync(office)
    after = office.ask(hub_sync.state)
    assert after.last_done_at == town.clock.now()
    assert after.waiting == 0
    assert not office.ask(hub_sync.due, timedelta(minutes=5))
    assert "push" in {phase for phase, _ in town.heard}
    assert [one.outcome for one in office.ask(hub_sync.latest)] == ["done"]


def test_a_cut_line_is_logged_and_leaves_everything_waiting(town: Town, office: Office) -> None:
    town.enroll(office, "one")
    town.broken = True
    with pytest.raises(HubUnreachable):
        town.sync(office)
    town.broken = False
    missed = office.ask(hub_sync.state).missed
    assert missed is not None
    assert (missed.code, missed.facts) == ("HubUnreachable", {"reason": "the line is cut"})
    town.sync(office, whole=False)
    assert [one.outcome for one in office.ask(hub_sync.latest)] == ["done", "HubUnreachable"]
    assert office.ask(hub_sync.state).missed is None


def test_a_sync_that_somebody_stopped_is_known_until_the_next(town: Town, office: Office) -> None:
    class Stopped(CannotNow):
        """As the window stops one."""

    def stop(_phase: str, _done: int) -> None:
        raise Stopped

    town.enroll(office, "one")
    with pytest.raises(Stopped):
        office.ask(hub_sync.run, told=stop)
    stands = office.ask(hub_sync.state)
    assert (stands.stopped, stands.missed, stands.waiting > 0) == (True, None, True)
    town.sync(office)
    assert not office.ask(hub_sync.state).stopped


def test_what_came_before_a_stop_is_told_and_what_follows_from_it_is_owed_to_the_next_sync(
    town: Town, office: Office, other: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.enroll(office, "one")
    town.enroll(other, "two")
    for desk in (office, other, office):
        town.sync(desk)
    sign_in(other, "admin")
    other.do(settings.change, mask_numbers=True)
    town.sync(other)
    made: list[int] = []
    monkeypatch.setattr(callback_queue, "rebuild", lambda work: made.append(1))
    heard: list[Changes] = []

    def stopped(phase: str, _done: int) -> None:
        if phase == "pull":
            raise CannotNow

    assert not office.settings.mask_numbers
    with pytest.raises(CannotNow):
        office.ask(hub_sync.run, told=stopped, came=heard.append)
    assert ["setting" in one.entities for one in heard] == [True]
    assert (office.settings.mask_numbers, made) == (True, [])
    town.sync(office)
    assert made == [1]
    town.sync(office)
    assert made == [1]


def test_lists_that_cannot_be_given_keep_back_nothing_that_the_records_brought(
    town: Town, office: Office, other: Office
) -> None:
    town.enroll(other, "two")
    other.do(contacts.finalize, other.do(contacts.start, draft()).value, Outcome.ANSWERED)
    town.sync(other)
    town.enroll(office, "one")
    sign_in(office, "li")
    frame(office)
    office.outside["objects"] = objects = MemoryObjects(room=0)
    seen: list[tuple[bool, int]] = []
    found = town.sync(
        office, came=lambda changes: seen.append(("inquiry" in changes.entities, len(office.ask(hub_sync.latest))))
    )
    assert (seen, objects.trips, type(found.missed)) == ([(True, 1)], 2, HubUnreachable)
    stands = office.ask(hub_sync.state)
    assert (stands.missed, stands.last_done_at) == (None, town.clock.now())
    assert [(one.outcome, one.is_giving) for one in office.ask(hub_sync.latest)] == [
        ("HubUnreachable", True), ("done", False),
    ]  # fmt: skip
    objects.room, objects.old = -1, True
    for _ in range(2):
        assert town.sync(office).outcome.objects_waiting == 1
    assert [one.outcome for one in office.ask(hub_sync.latest)] == ["done", "given", "done", "HubUnreachable", "done"]
    objects.old = False
    assert (town.sync(office).missed, office.ask(hub_sync.latest)[0].outcome) == (None, "given")


def test_a_station_that_belongs_to_no_hub_says_so(town: Town, office: Office) -> None:
    office.outside["sync"] = Syncer(office, town.connect)
    with pytest.raises(NotEnrolled):
        town.sync(office)
    with pytest.raises(NotAllowed):
        office.do(hub_sync.join, Enrollment("hub", "north", "one", {}))
    with pytest.raises(NotAllowed):
        office.ask(hub_sync.may_enroll)
    assert office.ask(hub_sync.keyed) == 0


def test_after_joining_the_accounts_of_the_hub_stand(town: Town, office: Office, other: Office) -> None:
    for desk, display in ((office, "Wang of the hub"), (other, "Wang alone")):
        sign_in(desk, "admin")
        person = sign_in(desk, "wang")
        with desk.store.write("admin") as tx:
            tx.put("person", person.id, {"display": display})
    town.enroll(office, "one")
    town.sync(office)
    town.enroll(other, "two")
    town.sync(other)
    shown = {one.name: one.display for one in other.ask(accounts.people)}
    assert shown["wang"] == "Wang of the hub"
    assert other.ask(conflicts.waiting) == []


@pytest.mark.parametrize("first_whole", [True, False], ids=["whole", "sent, and the line was cut"])
def test_stations_that_join_one_after_another_all_take_the_accounts_that_the_hub_had(
    town: Town, office: Office, other: Office, template: Path, tmp_path: Path, clock: FakeClock, first_whole: bool
) -> None:
    (folder := tmp_path / "third").mkdir()
    with opened(template, folder, clock) as third:
        for desk, name in ((office, "one"), (other, "two"), (third, "three")):
            sign_in(desk, "admin")
            clock.advance(timedelta(minutes=1))
            desk.do(accounts.set_password, "wang", f"the password of {name}")
            town.enroll(desk, name)
        town.sync(office)
        town.sync(other, whole=first_whole)
        town.sync(third)
        for desk in (other, third, office):
            town.sync(desk)
        for desk in (office, other, third):
            assert desk.ask(conflicts.waiting) == []
            assert desk.ask(accounts.sign_in, "wang", "the password of one").name == "wang"


def test_work_from_a_station_that_had_not_synced_for_weeks_goes_to_who_took_over(
    town: Town, office: Office, other: Office, clock: FakeClock
) -> None:
    town.enroll(office, "one")
    town.enroll(other, "two")
    for one in (office, other):
        town.sync(one)
    sign_in(office, "admin")
    office.do(leaving.leave, "wang", to="li", reason="moved away")
    town.sync(office)
    clock.advance(timedelta(days=21))
    late = draft(unit="cdc", promise="Call with the hours", due_at=NOON + timedelta(days=30))
    saved = other.do(contacts.finalize, other.do(contacts.start, late).value, Outcome.CALL_BACK)
    other.do(contacts.start, draft(summary="Half said"))
    town.sync(other)
    town.sync(office)
    office.do(leaving.let_go)
    town.sync(office)
    town.sync(other)
    sign_in(other, "li")
    assert other.ask(inquiries.detail, saved.value.inquiry).row.owner == other.by.id
    (call,) = other.ask(inquiries.due_callbacks)
    assert (call.owner, call.what) == (other.by.id, "Call with the hours")
    assert [one.summary for one in other.ask(drafts.mine)] == ["Half said"]
    assert other.ask(conflicts.waiting) == []
    assert not other.ask(leaving.is_due)


def _decides(office: Office) -> tuple[object, ...]:
    """Return what decides at a desk who may do what, and how: an account, a setting, a unit; and what waits."""
    wang, unit = account_rows.by_name(office.store.rows, "wang"), unit_rows.by_code(office.store.rows, "H01")
    assert wang is not None
    return wang, office.settings.country, unit, office.ask(conflicts.count)


def test_nothing_of_another_center_changes_accounts_settings_and_units_here(
    town: Town, office: Office, other: Office
) -> None:
    """Rows that follow from a name or a code have the same id in every center."""
    town.enroll(office, "one")
    sign_in(office, "admin")
    office.do(units.save_unit, "H01", name="Ours", phone="1")
    town.sync(office)
    before = _decides(office)
    other.outside["sync"] = Syncer(other, town.connect, "1.0")
    town.hub.enroll("two", "south", ("program",))
    sign_in(other, "admin")
    other.do(hub_sync.join, Enrollment("hub", "south", "two", {"user": "two"}))
    other.do(units.save_unit, "H01", name="Theirs", phone="2")
    other.do(settings.change, country="US")
    other.do(accounts.set_roles, "wang", (Role.ADMINISTRATOR,))
    other.do(accounts.set_password, "wang", "a password of theirs")
    other.do(accounts.create, "mallory", "Mallory", "a password of theirs", (Role.ADMINISTRATOR,))
    town.sync(other)
    town.hub.enroll("one", "north", ("program", "south"))  # as whoever administers the hub could write there
    for check in (False, True):
        assert town.sync(office, check=check).outcome.unequal == ()
        assert _decides(office) == before
    assert account_rows.by_name(office.store.rows, "mallory") is None
