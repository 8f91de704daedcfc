"""A computer that joins a center while the line is cut, its program is too old, or something is put back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.accounts import Role
from app.models.ids import derived_id
from app.models.sync import BATCH_RECORDS
from app.models.sync_errors import CenterUnread, HubUnreachable, ProgramTooOld
from app.services import accounts, conflicts, hub_sync
from app.services.hub_sync import Enrollment
from app.services.office import Office
from app.store import newcomers as rows_of
from app.store.store import Store
from tests.desk import KEY
from tests.fakes import FakeClock
from tests.services.joining import PASSWORD, Joining, broken, id_of, joining, once, sit, standing, unheard


@pytest.fixture
def hub(clock: FakeClock, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Joining]:
    """A center at a hub in memory, for what has to be cut or to go back."""
    request.param = "memory"
    with joining(request, clock, tmp_path) as made:
        yield made


@pytest.mark.parametrize("answered", [True, False], ids=["after the answer", "before it"])
def test_a_line_that_breaks_at_any_place_of_the_first_sync_lets_the_same_be_closed(
    hub: Joining, answered: bool
) -> None:
    first = hub.joined("one", "chief")
    hub.sync(first)
    office, cuts = hub.joined("two", "owner"), 0
    while True:
        try:
            hub.clock.advance(timedelta(seconds=1))
            found = hub_sync.Syncer(
                office, lambda login, n=cuts: _Cutting(hub.connect(login), n, answered=answered)
            ).run(told=unheard)
        except HubUnreachable:
            cuts += 1
            hub.sync(first)
            assert standing(first) in ({"chief": True}, {"chief": True, "owner": False})
            assert not standing(office)["owner"] or not office.is_closed
        else:
            break
    assert cuts > 4
    assert found.outcome.closed == ("owner",), "whoever syncs whole first is told, also where another sync closed them"
    assert standing(office) == {"chief": True, "owner": False}


class _Cutting:
    """A line that breaks at its n-th trip, before the hub is asked or when it has answered."""

    def __init__(self, hub: object, trips: int, *, answered: bool) -> None:
        self._hub, self._left, self._answered = hub, trips, answered

    def __getattr__(self, name: str) -> object:
        asked = getattr(self._hub, name)
        if name == "close":
            return asked

        def carried(*arguments: object) -> object:
            if self._left == 0:
                if self._answered:
                    asked(*arguments)
                raise HubUnreachable(reason=name)
            self._left -= 1
            return asked(*arguments)

        return carried


def test_a_program_too_old_to_read_sends_nothing_before_it_is_settled(hub: Joining) -> None:
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    hub.sync(first)
    for whole in (True, False):
        hub.memory.oldest_program = 99
        with pytest.raises(CenterUnread):
            hub.sync(second, whole=whole)
        hub.memory.oldest_program = 0
        hub.sync(first)
        assert standing(first) == {"chief": True}
    assert standing(second) == {"owner": True}
    assert hub.sync(second).outcome.closed == ("owner",)
    hub.sync(first)
    assert standing(first) == {"chief": True, "owner": False}


def test_a_program_that_has_become_too_old_goes_on_sendingonce_it_is_settled(hub: Joining) -> None:
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    for office in (first, second):
        hub.sync(office)
    sit(second, "chief")
    second.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    hub.memory.oldest_program = 99
    with pytest.raises(ProgramTooOld):
        hub.sync(second)
    hub.memory.oldest_program = 0
    hub.sync(first)
    assert standing(first)["wang"]


@pytest.mark.parametrize("name", ["owner", "chief"])
def test_a_hub_that_goes_back_before_anything_was_sent_keeps_the_centers_administrator(hub: Joining, name: str) -> None:
    """The newcomer knows them by then, also where it has an account of that name itself."""
    first, second = hub.joined("one", "chief"), hub.computer("two", name)
    second.do(accounts.set_password, name, "another password")
    hub.join(second, "two")
    empty = hub.memory.backup()
    hub.sync(first)
    hub.after_people = lambda: once(hub, lambda: hub.memory.restore(empty))
    for office in (second, first, second):
        hub.sync(office)
    for office in (first, second):
        assert standing(office) == ({"chief": True} if name == "chief" else {"chief": True, "owner": False})
        assert office.ask(accounts.sign_in, "chief", PASSWORD).name == "chief"
        assert office.ask(conflicts.count) == 0


def test_whoever_was_told_to_be_the_first_asks_again_until_the_hub_has_something_of_it(hub: Joining) -> None:
    """Its line broke before; somebody else made the center meanwhile, and has worked there since."""
    first, second = hub.computer("one", "admin"), hub.computer("two", "admin")
    second.do(accounts.set_password, "admin", "another password")
    second.do(accounts.create, "owner", "Owner", PASSWORD, (Role.ADMINISTRATOR,))
    hub.join(second, "two")
    hub.before_push = lambda: once(hub, broken)
    with pytest.raises(HubUnreachable):
        hub.sync(second)
    hub.clock.advance(timedelta(days=2))
    hub.join(first, "one")
    hub.sync(first)
    first.do(accounts.set_password, "admin", "a password of the center")
    hub.sync(first)
    found = hub.sync(second).outcome
    assert (found.closed, found.taken_over) == (("owner",), ("admin",))
    hub.sync(first)
    for office in (first, second):
        assert standing(office) == {"admin": True, "owner": False}
        assert office.ask(accounts.sign_in, "admin", "a password of the center").name == "admin"
        assert office.ask(conflicts.count) == 0


def test_a_station_whose_hub_lost_it_closes_nobody_when_it_is_let_in_again(hub: Joining) -> None:
    """What was written there since, with the center's rights, is known to nobody else."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    hub.sync(first)
    before = hub.memory.backup()
    for office in (second, first):
        hub.sync(office)
    sit(second, "chief")
    second.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    hub.sync(second)
    hub.memory.restore(before)
    hub.join(second, "two again")
    assert hub.sync(second).outcome.closed == ()
    assert standing(second) == {"chief": True, "owner": False, "wang": True}


def test_a_backup_from_before_it_joined_closes_nobody_of_the_center(hub: Joining) -> None:
    """The center's first computer is put back and joins as a new one: the center has its accounts from it."""
    first = hub.computer("one", "chief")
    first.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    kept = hub.folder / "kept.db"
    first.store.rows.all("PRAGMA wal_checkpoint(TRUNCATE)")
    kept.write_bytes(first.store.path.read_bytes())
    hub.join(first, "one")
    hub.sync(first)
    back = hub.furnished(Store.open(kept, KEY, hub.clock.now))
    hub.stack.callback(back.store.close)
    sit(back, "chief")
    hub.join(back, "one anew")
    assert hub.sync(back).outcome.closed == ()
    assert standing(back) == {"chief": True, "wang": True}


def test_a_computer_from_the_disk_image_of_a_station_closes_nobody_whom_that_station_hires(hub: Joining) -> None:
    """Both have one installation id and one past, and what the station writes now stands in the chain of that past."""
    first = hub.computer("one", "chief", install="image")
    twin = _copy(hub, first, "twin.db")
    hub.join(first, "one")
    hub.sync(first)
    sit(twin, "chief")
    hub.join(twin, "two")
    hub.after_people = lambda: once(hub, lambda: _let_pulls_fail(hub, times=1))
    with pytest.raises(HubUnreachable):
        hub.sync(twin)
    sit(first, "chief")
    first.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    hub.sync(first)
    assert hub.sync(twin).outcome.closed == ()
    hub.sync(first)
    for office in (first, twin):
        assert standing(office) == {"chief": True, "wang": True}


def _copy(hub: Joining, office: Office, name: str) -> Office:
    office.store.rows.all("PRAGMA wal_checkpoint(TRUNCATE)")
    (hub.folder / name).write_bytes(office.store.path.read_bytes())
    made = hub.furnished(Store.open(hub.folder / name, KEY, hub.clock.now))
    hub.stack.callback(made.store.close)
    return made


def _let_pulls_fail(hub: Joining, times: int) -> None:
    hub.failing_pulls = times


def test_a_line_that_breaks_after_the_first_part_of_the_first_push_leaves_nobody_open(hub: Joining) -> None:
    """The accounts are closed at the very end of what a newcomer has to send."""
    first = hub.joined("one", "chief")
    hub.sync(first)
    second = hub.computer("two", "owner")
    second.do(accounts.create, "chief", "Somebody", "another password", (Role.ADMINISTRATOR,))
    with second.store.write("owner") as tx:
        for place in range(BATCH_RECORDS):
            tx.put("setting", derived_id("setting", f"made {place}"), {"value": place})
    hub.join(second, "two")
    pushes = iter(range(9))

    def cut() -> None:
        if next(pushes) == 2:
            broken()

    hub.before_push = cut
    with pytest.raises(HubUnreachable):
        hub.sync(second)
    hub.sync(first)
    assert standing(first) == {"chief": True, "owner": False}
    assert first.ask(accounts.sign_in, "chief", PASSWORD).name == "chief"
    assert first.ask(conflicts.count) == 0
    hub.sync(second)
    assert second.ask(conflicts.count) == 0


def test_an_account_of_the_center_that_cannot_be_read_may_be_its_administrator(hub: Joining) -> None:
    first = hub.joined("one", "chief")
    with first.store.write("chief") as tx:
        tx.put("person", id_of(first, "chief"), {"roles": {"of a later program": True}})
    hub.sync(first)
    with pytest.raises(CenterUnread):
        hub.sync(hub.joined("two", "owner"))
    hub.sync(first)
    assert "owner" not in standing(first)


def test_a_center_that_its_hub_has_lost_before_anybody_joined_has_its_first_in_whoever_joins(hub: Joining) -> None:
    empty = hub.memory.backup()
    hub.sync(hub.joined("one", "chief"))
    second = hub.joined("two", "owner")
    hub.after_people = lambda: once(hub, broken)
    with pytest.raises(HubUnreachable):
        hub.sync(second)
    hub.memory.restore(empty)
    assert hub.sync(second).outcome.closed == ()
    assert standing(second) == {"owner": True}


def test_joining_another_hub_before_the_first_sync_asks_that_one(hub: Joining) -> None:
    office = hub.computer("two", "owner")
    office.do(hub_sync.join, Enrollment("of another", hub.center, "two", {"user": "two"}))
    with office.store.write("") as tx:
        rows_of.be_first(tx)
    hub.sync(hub.joined("one", "chief"))
    hub.join(office, "two")
    assert hub.sync(office).outcome.closed == ("owner",)


def test_an_account_of_the_center_that_cannot_be_read_settles_nothing(hub: Joining) -> None:
    """Here it has the name of an administrator of this computer, who would go on as theirs."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    first.do(accounts.create, "owner", "Owner of the center", PASSWORD, (Role.OPERATOR,))
    hub.sync(first, whole=False)
    owner = id_of(first, "owner")
    for one in hub.memory.kept.replicas.values():
        one.rows = [row._replace(payload="[]") if row.row_id == owner else row for row in one.rows]
    with pytest.raises(CenterUnread):
        hub.sync(second)
    assert standing(second) == {"owner": True}
    assert not second.is_closed
