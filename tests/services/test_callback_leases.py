"""Groups are granted by a supervisor, given back by their holder, and what is held elsewhere is not dialed here."""

from datetime import timedelta

import pytest

from app.models.errors import NotAllowed, RecordGone
from app.models.leases import LeaseRunning
from app.models.succession import AwaitedSeat, Seat, StationsAlike, SuccessionNotConfirmed
from app.services import callback_leases, callbacks, campaign_field
from app.services.office import Office
from app.store import succession
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, campaign


def test_a_group_moves_once_it_was_given_back_with_what_is_left(office: Office) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "201")
    sign_in(office, "li")
    with pytest.raises(LeaseRunning):
        office.do(callback_leases.grant, ["g0"], "other")
    assert len(office.do(callback_leases.give_back, ["g0", "g9"]).value) == 1
    assert office.ask(callback_leases.holder, "g0") is None
    assert [one.value for one, _ in office.ask(callbacks.why_empty).counts] == ["not_held"]
    (moved,) = office.do(callback_leases.grant, ["g0"], "other").value
    assert (moved.epoch, moved.attempts, moved.station) == (2, 5, "other")
    assert office.do(callback_leases.give_back, ["g0"]).value == []


def test_a_group_of_a_station_that_is_gone_waits_for_the_next_day(office: Office, clock: FakeClock) -> None:
    campaign(office, 1, held=False)
    sign_in(office, "li")
    office.do(callback_leases.grant, ["g0"], "lost", valid=timedelta(days=1))
    clock.advance(timedelta(days=1, hours=1))
    (moved,) = office.do(callback_leases.grant, ["g0"]).value
    assert moved.from_at > NOON + timedelta(days=1, hours=12)
    assert moved.attempts == 6 - 2 * 2  # two days unseen, two attempts a day
    assert office.ask(callbacks.next_for) is None
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.do(callback_leases.grant, ["g0"])


def test_a_restored_station_dials_nobody_until_its_hub_told_and_it_took_over(office: Office, clock: FakeClock) -> None:
    (only,) = campaign(office, 1)
    call(office, only, "201")
    sign_in(office, "li")
    office.store.set_meta(hub_id="h1")
    with office.store.write("") as tx:
        succession.begin(tx, clock.now())
    assert office.ask(callback_leases.holder, "g0") is not None
    clock.advance(timedelta(hours=4))
    assert office.ask(callbacks.next_for) is None
    assert office.ask(callback_leases.inheritance) == []
    with pytest.raises(SuccessionNotConfirmed):
        office.do(callback_leases.grant, ["g0"])
    with office.store.write("") as tx:
        succession.set_count(tx, 1)
        succession.confirm(tx, [Seat("b", "Seat 2", 0)])
    assert office.ask(callback_leases.awaited) == [AwaitedSeat("b", "Seat 2", None)]
    with pytest.raises(RecordGone):
        office.do(callback_leases.declare_gone, "Seat 9", NOON)
    office.do(callback_leases.declare_gone, "Seat 2", NOON)
    with office.store.write("") as tx:
        succession.confirm(tx, [Seat("b", "Seat 2", 0)])
    assert office.ask(callback_leases.inheritance) == ["g0"]
    assert office.do(campaign_field.tend).value.renewed == 1
    taken = office.ask(callback_leases.holder, "g0")
    assert taken is not None
    assert (taken.attempts, taken.epoch > 1_000_000) == (6 - 1 - 2, True)
    assert office.ask(callback_leases.inheritance) == []
    assert not office.ask(campaign_field.is_due)


def test_a_clone_and_its_twin_are_told_apart_by_their_marks_and_by_when_they_were_heard(
    office: Office, clock: FakeClock
) -> None:
    sign_in(office, "li")
    office.store.set_meta(hub_id="h1")
    here, twin = office.store.origin.hex(), "0123456789abcdef0123456789fedcba"
    with office.store.write("li") as tx:
        tx.add("caller", {"name": "Li"})
        succession.begin(tx, clock.now())
        succession.set_count(tx, 1)
        succession.confirm(tx, [Seat("n1", "Seat 1", 1), Seat(twin, "Seat 2", 0), Seat("cd", "Seat 2", 0)])
    found = office.ask(callback_leases.awaited)
    assert [(one.label, one.mark, one.heard_at) for one in found] == [
        ("Seat 2", "fedcba", None),
        ("Seat 2", "cd", None),
    ]
    assert AwaitedSeat(here, "Seat 1", NOON).mark == here[-6:]
    with pytest.raises(StationsAlike) as caught:
        office.do(callback_leases.declare_gone, "Seat 2")
    assert caught.value.facts == {"station": "Seat 2", "marks": "fedcba, cd"}
    office.do(callback_leases.declare_gone, "FEDCBA")
    assert set(succession.gone(office.store.rows)) == {twin}
    assert [one.mark for one in office.ask(callback_leases.awaited)] == ["cd"]


def test_when_an_awaited_station_was_heard_last_is_told(office: Office, clock: FakeClock) -> None:
    sign_in(office, "li")
    office.store.set_meta(hub_id="h1")
    origin = office.store.origin.hex()
    with office.store.write("li") as tx:
        tx.add("caller", {"name": "Li"})
        succession.begin(tx, clock.now())
        succession.begin(tx, clock.now())
        succession.set_count(tx, 1)
        succession.confirm(tx, [Seat(origin, "Seat 1", 1)])
    (found,) = office.ask(callback_leases.awaited)
    assert (found.name, found.heard_at) == (origin, NOON)


def test_an_awaited_station_that_came_back_itself_bears_its_label_and_was_heard_of_then(
    office: Office, clock: FakeClock
) -> None:
    sign_in(office, "li")
    office.store.set_meta(hub_id="h1")
    fresh, former = "ab" * 16, "cd" * 16
    with office.store.write("li") as tx:
        tx.add("station", {"origin": former, "label": "Seat 2"})
        told = {"contact_group": "", "kind": "heir", "station": fresh, "by_station": former, "epoch": 0}
        tx.add("lease", {**told, "until_at": NOON.isoformat(), "at": NOON.isoformat()})
        succession.begin(tx, clock.now())
        succession.set_count(tx, 1)
        succession.confirm(tx, [Seat(fresh, fresh, 0)])
    (found,) = office.ask(callback_leases.awaited)
    assert (found.name, found.label, found.heard_at) == (fresh, "Seat 2", NOON)
