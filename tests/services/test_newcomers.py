"""A computer that joins a center: whose accounts go on there, and whose are closed."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.accounts import Role
from app.models.errors import NotAllowed, SignInRefused
from app.models.sync_errors import HubUnreachable, ProgramTooOld
from app.services import accounts, conflicts, hub_sync, newcomers
from app.services.hub_sync import Enrollment
from app.services.office import Office
from app.store import accounts as account_rows
from app.store import newcomers as rows_of
from app.store.store import Store
from tests.desk import KEY
from tests.fakes import FakeClock
from tests.services.joining import PASSWORD, Joining, joining, sit, standing


@pytest.fixture(params=["memory", "postgres"])
def center(request: pytest.FixtureRequest, clock: FakeClock, tmp_path: Path) -> Iterator[Joining]:
    """A center at either hub."""
    with joining(request, clock, tmp_path) as made:
        yield made


@pytest.fixture
def hub(clock: FakeClock, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Joining]:
    """A center at a hub in memory, for what has to be cut or to go back."""
    request.param = "memory"
    with joining(request, clock, tmp_path) as made:
        yield made


def test_who_made_themselves_administrator_of_a_new_computer_is_nobody_at_the_center(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    second.do(accounts.create, "clerk", "Clerk", PASSWORD, (Role.OPERATOR,))
    assert center.sync(first).outcome.closed == ()
    found = center.sync(second)
    assert found.outcome.closed == ("clerk", "owner")
    assert second.is_closed
    center.sync(first)
    for office in (first, second):
        assert standing(office) == {"chief": True, "owner": False, "clerk": False}
        assert office.ask(conflicts.count) == 0
    with pytest.raises(SignInRefused):
        second.ask(accounts.sign_in, "owner", PASSWORD)
    assert second.ask(accounts.sign_in, "chief", PASSWORD).name == "chief"
    assert center.sync(second, check=True).outcome.closed == ()


def test_an_administrator_of_the_center_opens_such_an_account_again_and_it_stays_open(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    for office in (first, second, first):
        center.sync(office)
    first.do(accounts.enable, "owner")
    for office in (first, second, first, second):
        assert center.sync(office).outcome.closed == ()
        assert standing(office)["owner"]


def test_the_first_computer_of_a_center_brings_its_accounts(center: Joining) -> None:
    office = center.joined("one", "chief")
    office.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    for _ in range(2):
        assert center.sync(office).outcome.closed == ()
    assert standing(office) == {"chief": True, "wang": True}


@pytest.mark.parametrize("open_one", [True, False], ids=["only an operator", "an administrator who is closed"])
def test_a_center_that_nobody_manages_takes_the_accounts_of_who_joins(center: Joining, open_one: bool) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    with first.store.write("chief") as tx:
        known = first.by
        assert known is not None
        tx.put(
            "person", known.id, {"roles": ["operator"]} if open_one else {"disabled_at": "2026-03-02T12:00:00+00:00"}
        )
    center.sync(first)
    assert center.sync(second).outcome.closed == ()
    second.do(accounts.enable, "chief")
    second.do(accounts.set_roles, "chief", (Role.ADMINISTRATOR,))
    assert center.sync(second).outcome.closed == ()
    assert standing(second) == {"chief": True, "owner": True}


def test_computers_that_join_an_empty_center_at_the_same_moment_close_nobody(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    center.before_push = lambda: _once(center, lambda: center.sync(second, whole=False))
    for office in (first, second, first):
        assert center.sync(office).outcome.closed == ()
    for office in (first, second):
        assert standing(office) == {"chief": True, "owner": True}


def _once(center: Joining, between: Callable[[], object]) -> None:
    """Let something come between, once."""
    center.before_push = center.after_people = lambda: None
    between()


def test_an_account_that_the_center_has_by_the_same_name_stands_as_the_center_says(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.computer("two", "chief")
    second.do(accounts.set_password, "chief", "another password")
    center.join(second, "two")
    center.sync(first)
    assert center.sync(second).outcome.closed == ()
    assert not second.is_closed
    assert second.ask(accounts.sign_in, "chief", PASSWORD).name == "chief"
    assert second.ask(conflicts.count) == 0


def test_a_name_that_the_center_has_closed_is_told_as_closed_and_nobody_is_signed_in_with_it(center: Joining) -> None:
    """Every computer is set up by somebody called admin."""
    first = center.joined("one", "chief")
    center.sync(first)
    for label in ("two", "three"):
        office = center.joined(label, "admin")
        assert center.sync(office).outcome.closed == ("admin",)
        assert (office.is_closed, standing(office), office.ask(conflicts.count)) == (
            True,
            {"chief": True, "admin": False},
            0,
        )
    center.sync(first)
    assert (standing(first), first.ask(conflicts.count)) == ({"chief": True, "admin": False}, 0)


def test_a_computer_with_an_older_program_that_joins_meanwhile_vouches_for_nobody(center: Joining) -> None:
    """It asks nothing: what it sends is open, under the same name."""
    first = center.joined("one", "chief")
    center.sync(first)
    second, third = center.joined("two", "admin"), center.joined("three", "admin")
    third.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    with third.store.write("") as tx:
        rows_of.end(tx)
    center.after_people = lambda: _once(center, lambda: center.sync(third, whole=False))
    assert center.sync(second).outcome.closed == ("admin",)
    for office in (third, first, second):
        center.sync(office)
    for office in (first, second, third):
        assert standing(office) == {"chief": True, "admin": False, "wang": True}


def test_whom_the_center_makes_meanwhile_is_not_closed(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    second.do(accounts.create, "li", "Li", PASSWORD, (Role.OPERATOR,))
    center.sync(first)

    def made() -> None:
        first.do(accounts.create, "li", "Li of the center", PASSWORD, (Role.SUPERVISOR,))
        center.sync(first)

    center.after_people = lambda: _once(center, made)
    assert center.sync(second).outcome.closed == ("owner",)
    assert standing(second) == {"chief": True, "owner": False, "li": True}


def test_a_push_alone_closes_them_before_it_sends_anything(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    center.sync(first)
    found = center.sync(second, whole=False)
    assert found.outcome.closed == ("owner",)
    assert second.is_closed
    assert _id_of(second, "owner") in found.changes.of("person"), "what is open on the screen is not told"
    center.sync(first)
    for office in (first, second):
        assert standing(office) == {"chief": True, "owner": False}


def _id_of(office: Office, name: str) -> bytes:
    return next(one.id for one in account_rows.everyone(office.store.rows) if one.name == name)


def test_an_account_that_was_made_before_what_the_center_wrote_was_read_is_closed_too(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    center.sync(first)
    center.after_people = lambda: _once(center, _broken)
    with pytest.raises(HubUnreachable):
        center.sync(second)
    second.do(accounts.create, "late", "Late", PASSWORD, (Role.ADMINISTRATOR,))
    center.sync(second)
    assert standing(second) == {"chief": True, "owner": False, "late": False}


def test_a_station_that_joins_again_closes_nobody(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    for office in (first, second, first, second):
        center.sync(office)
    sit(first, "chief")
    first.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    center.join(first, "one again")
    assert center.sync(first).outcome.closed == ()
    assert standing(first) == {"chief": True, "owner": False, "wang": True}


def test_an_operator_may_not_ask_who_would_be_closed(center: Joining) -> None:
    office = center.computer("one", "chief")
    office.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    office.do(accounts.create, "gone", "Gone", PASSWORD, (Role.OPERATOR,))
    office.do(accounts.disable, "gone")
    assert [one.name for one in office.ask(newcomers.own_accounts)] == ["chief", "wang"]
    center.join(office, "one")
    assert office.ask(newcomers.own_accounts) == []
    sit(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(newcomers.own_accounts)


# ---- what is cut, copied, or goes back


def test_a_line_that_breaks_at_any_place_of_the_first_sync_lets_the_same_be_closed(hub: Joining) -> None:
    first = hub.joined("one", "chief")
    hub.sync(first)
    office, cuts = hub.joined("two", "owner"), 0
    while True:
        try:
            hub.clock.advance(timedelta(seconds=1))
            found = hub_sync.Syncer(office, lambda login, n=cuts: _Cutting(hub.connect(login), n)).run(told=_unheard)
        except HubUnreachable:
            cuts += 1
            assert not standing(office)["owner"] or not office.is_closed
        else:
            break
    assert cuts > 4
    assert found.outcome.closed == ("owner",) or not standing(office)["owner"]
    assert standing(office) == {"chief": True, "owner": False}


class _Cutting:
    """A line that breaks at its n-th trip, before the hub is asked."""

    def __init__(self, hub: object, trips: int) -> None:
        self._hub, self._left = hub, trips

    def __getattr__(self, name: str) -> object:
        asked = getattr(self._hub, name)
        if name == "close":
            return asked

        def carried(*arguments: object) -> object:
            if self._left == 0:
                raise HubUnreachable(reason=name)
            self._left -= 1
            return asked(*arguments)

        return carried


def test_a_computer_that_is_stopped_after_its_push_still_knows_whom_the_center_had(hub: Joining) -> None:
    """A hub that wants a newer program takes records and gives none: after the upgrade it is made up for."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    hub.sync(first)
    again = _sent_and_opened_again(hub, second)
    assert standing(again) == {"owner": True}
    assert hub.sync(again).outcome.closed == ("owner",)
    hub.sync(first)
    assert standing(first) == {"chief": True, "owner": False}


def _sent_and_opened_again(hub: Joining, office: Office) -> Office:
    hub.memory.oldest_program = 99
    with pytest.raises(ProgramTooOld):
        hub.sync(office)
    hub.memory.oldest_program = 0
    path = office.store.path
    office.store.close()
    again = hub.furnished(Store.open(path, KEY, hub.clock.now))
    hub.stack.callback(again.store.close)
    return again


def test_nobody_is_closed_while_nobody_of_the_center_can_open_them_again(hub: Joining) -> None:
    """The hub went back between the question and the reading; once its administrators are there, it is made up for."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    empty = hub.memory.backup()
    hub.sync(first)
    hub.after_people = lambda: _once(hub, lambda: hub.memory.restore(empty))
    assert hub.sync(second).outcome.closed == ()
    assert standing(second) == {"owner": True}
    hub.sync(first)
    assert hub.sync(second).outcome.closed == ("owner",)
    assert standing(second) == {"chief": True, "owner": False}


@pytest.mark.parametrize("gone", ["disabled_at", "leaves_at"])
def test_an_administrator_who_is_closed_meanwhile_opens_nobody_again(hub: Joining, gone: str) -> None:
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    hub.sync(first)

    def closed() -> None:
        with first.store.write("chief") as tx:
            tx.put("person", _id_of(first, "chief"), {gone: "2026-03-02T12:00:00+00:00"})
        hub.sync(first)

    hub.after_people = lambda: _once(hub, closed)
    assert hub.sync(second).outcome.closed == ()
    assert standing(second)["owner"]


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


def test_what_a_computer_wrote_before_it_went_on_under_another_name_is_its_own(hub: Joining) -> None:
    """It was put back to its first push, before which nothing was closed, and the hub knows its chain as longer."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    hub.sync(first)
    second = _sent_and_opened_again(hub, second)
    second.store.rows.all("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = hub.folder / "kept.db"
    kept.write_bytes(second.store.path.read_bytes())
    hub.memory.oldest_program = 99
    sit(second, "owner")
    second.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    with pytest.raises(ProgramTooOld):
        hub.sync(second)
    hub.memory.oldest_program = 0
    back = hub.furnished(Store.open(kept, KEY, hub.clock.now))
    hub.stack.callback(back.store.close)
    assert hub.sync(back).outcome.readdressed
    assert standing(back) == {"chief": True, "owner": False, "wang": False}


def _broken() -> None:
    raise HubUnreachable(reason="the line is cut")


def test_joining_another_hub_before_the_first_sync_asks_that_one(hub: Joining) -> None:
    office = hub.computer("two", "owner")
    office.do(hub_sync.join, Enrollment("of another", hub.center, "two", {"user": "two"}))
    with office.store.write("") as tx:
        rows_of.keep(tx, [b"1" * 16], [])
    hub.sync(hub.joined("one", "chief"))
    hub.join(office, "two")
    assert hub.sync(office).outcome.closed == ("owner",)


def _unheard(_phase: str, _done: int) -> None:
    """Nobody looks."""
