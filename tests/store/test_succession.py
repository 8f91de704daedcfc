"""A database that was put back goes on under a fresh name, and its copy inherits nothing."""

from datetime import timedelta

from app.services.office import Office
from app.store import succession, sync
from app.store.store import RESTORED, Store
from tests.desk import KEY, NOON
from tests.fakes import FakeClock


def reopened(office: Office, clock: FakeClock) -> Store:
    office.store.path.with_name(office.store.path.name + RESTORED).touch()
    return Store.open(office.store.path, KEY, clock.now)


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
        succession.confirm(tx)
    assert not succession.losses_of(again.rows)[0].confirmed
    again.set_meta(hub_id="h1")
    with again.write("") as tx:
        succession.confirm(tx)
    assert succession.losses_of(again.rows)[0].confirmed
    again.close()


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
        succession.confirm(tx)
        sync.move(tx, b"2" * 16, sync.own_end(tx), ["center"])
    assert succession.losses_of(again.rows) == []
    again.close()
