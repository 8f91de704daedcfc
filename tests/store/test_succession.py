"""A database that was put back goes on under a fresh name, and its copy inherits nothing."""

from datetime import timedelta

from app.models.succession import Seat
from app.services.office import Office
from app.store import succession, sync
from app.store.store import RESTORED, Store
from tests.desk import KEY, NOON
from tests.fakes import FakeClock


def reopened(office: Office, clock: FakeClock) -> Store:
    office.store.path.with_name(office.store.path.name + RESTORED).touch()
    return Store.open(office.store.path, KEY, clock.now)


def confirm(store: Store, count: int, *seats: Seat) -> None:
    with store.write("") as tx:
        succession.set_count(tx, count)
        succession.confirm(tx, seats)


def test_a_restored_database_has_another_name_and_waits_for_its_hub(office: Office, clock: FakeClock) -> None:
    office.store.set_meta(hub_id="h1")
    before = succession.station(office.store.rows)
    assert before == office.store.origin.hex()
    clock.advance(timedelta(hours=2))
    again = reopened(office, clock)
    assert not office.store.path.with_name(office.store.path.name + RESTORED).exists()
    assert succession.station(again.rows) != before
    (loss,) = succession.losses_of(again.rows)
    assert (loss.name, loss.until, loss.confirmed) == (before, NOON + timedelta(hours=2), False)
    assert loss.since <= NOON
    again.set_meta(hub_id="h2")
    with again.write("") as tx:
        assert succession.confirm(tx, []) is None
    again.set_meta(hub_id="h1")
    confirm(again, 0)
    assert not succession.losses_of(again.rows)[0].confirmed
    confirm(again, 1)
    assert succession.losses_of(again.rows)[0].confirmed
    again.close()


def test_who_was_not_heard_is_awaited_until_declared_gone_and_a_claim_is_written_once(
    office: Office, clock: FakeClock
) -> None:
    office.store.set_meta(hub_id="h1")
    again = reopened(office, clock)
    here = succession.station(again.rows)
    for _ in range(2):
        with again.write("") as tx:
            succession.claim(tx)
    assert [(one.by, one.name) for one in succession.claims(again.rows)] == [(here, office.store.origin.hex())]
    confirm(again, 1, Seat("b", "Seat 2", 0), Seat("c", "Seat 3", 1))
    assert succession.awaited(again.rows) == {"b": "Seat 2"}
    with again.write("") as tx:
        succession.declare_gone(tx, "b", NOON, "")
    confirm(again, 1, Seat("b", "Seat 2", 0), Seat("c", "Seat 3", 1))
    assert [(one.name, one.inherits, one.until) for one in succession.losses_of(again.rows)][1:] == [("b", False, NOON)]
    assert all(one.confirmed for one in succession.losses_of(again.rows))
    again.close()


def test_a_doubt_goes_when_everybody_was_heard(office: Office) -> None:
    office.store.set_meta(hub_id="h1")
    with office.store.write("") as tx:
        succession.doubt(tx)
    assert [one.confirmed for one in succession.losses_of(office.store.rows)] == [False]
    confirm(office.store, 1, Seat("b", "Seat 2", 1))
    assert succession.losses_of(office.store.rows) == []


def test_without_a_hub_there_is_nobody_to_wait_for(office: Office, clock: FakeClock) -> None:
    again = reopened(office, clock)
    assert succession.losses_of(again.rows)[0].confirmed
    again.close()


def test_an_heir_that_moves_to_another_origin_is_a_copy_and_inherits_nothing(office: Office, clock: FakeClock) -> None:
    office.store.set_meta(hub_id="h1")
    again = reopened(office, clock)
    with again.write("") as tx:
        sync.move(tx, b"1" * 16, sync.own_end(tx), ["center"])
    assert succession.station(again.rows) == (b"1" * 16).hex()
    assert len(succession.losses_of(again.rows)) == 1
    with again.write("") as tx:
        succession.set_count(tx, 1)
        succession.confirm(tx, [])
        sync.move(tx, b"2" * 16, sync.own_end(tx), ["center"])
    assert succession.losses_of(again.rows) == []
    again.close()
