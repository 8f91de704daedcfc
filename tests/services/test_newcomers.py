"""A computer that joins a center: whose accounts go on there, and whose are closed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.accounts import Role
from app.models.errors import NotAllowed, SignInRefused
from app.models.sync_errors import HubUnreachable
from app.services import accounts, conflicts, newcomers
from app.store import accounts as account_rows
from app.store import newcomers as rows_of
from tests.fakes import FakeClock
from tests.services.joining import PASSWORD, Joining, broken, id_of, joining, once, sit, standing


@pytest.fixture(params=["memory", "postgres"])
def center(request: pytest.FixtureRequest, clock: FakeClock, tmp_path: Path) -> Iterator[Joining]:
    """A center at either hub."""
    with joining(request, clock, tmp_path) as made:
        yield made


def test_who_made_themselves_administrator_of_a_new_computer_is_nobody_at_the_center(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    second.do(accounts.create, "clerk", "Clerk", PASSWORD, (Role.OPERATOR,))
    assert center.sync(first).outcome.closed == ()
    found = center.sync(second)
    assert (found.outcome.closed, found.outcome.repaired) == (("clerk", "owner"), 0)
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
    with pytest.raises(SignInRefused):  # a password and rights of this computer are none of the center's
        first.ask(accounts.sign_in, "owner", PASSWORD)
    first.do(accounts.set_password, "owner", "a password of the center")
    first.do(accounts.set_roles, "owner", (Role.OPERATOR,))
    for office in (first, second, first, second):
        assert center.sync(office).outcome.closed == ()
        assert standing(office)["owner"]
        assert office.ask(accounts.sign_in, "owner", "a password of the center").roles == (Role.OPERATOR,)


def test_the_first_computer_of_a_center_brings_its_accounts(center: Joining) -> None:
    office = center.joined("one", "chief")
    office.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    for _ in range(2):
        assert center.sync(office).outcome.closed == ()
    assert standing(office) == {"chief": True, "wang": True}


@pytest.mark.parametrize("operator", [True, False], ids=["only an operator", "an administrator who is closed"])
def test_a_center_that_nobody_manages_any_more_goes_back_to_its_last_administrator_not_to_who_joins(
    center: Joining, operator: bool
) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    with first.store.write("chief") as tx:
        tx.put(
            "person",
            id_of(first, "chief"),
            {"roles": ["operator"]} if operator else {"disabled_at": "2026-03-02T12:00:00+00:00"},
        )
    center.sync(first, whole=False)
    assert center.sync(second).outcome.closed == ("owner",)
    for office in (first, second):
        center.sync(office)
        assert standing(office) == {"chief": True, "owner": False}
        assert office.ask(accounts.sign_in, "chief", PASSWORD).roles == (Role.ADMINISTRATOR,)


def test_computers_that_join_an_empty_center_at_the_same_moment_close_nobody(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    center.before_push = lambda: once(center, lambda: center.sync(second, whole=False))
    for office in (first, second, first):
        assert center.sync(office).outcome.closed == ()
    for office in (first, second):
        assert standing(office) == {"chief": True, "owner": True}


def test_an_account_that_the_center_has_by_the_same_name_stands_as_the_center_says(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.computer("two", "chief")
    second.do(accounts.set_password, "chief", "another password")
    center.join(second, "two")
    center.sync(first)
    assert center.sync(second).outcome.closed == ()
    assert second.is_closed, "whoever knew this computer's password does not know the center's"
    assert second.ask(accounts.sign_in, "chief", PASSWORD).name == "chief"
    assert second.ask(conflicts.count) == 0


@pytest.mark.parametrize("whole", [True, False])
def test_whoever_was_closed_here_under_the_name_of_an_administrator_of_the_center_is_open_there(
    center: Joining, whole: bool
) -> None:
    first, second = center.joined("one", "chief"), center.computer("two", "chief")
    second.do(accounts.create, "zhang", "Zhang", PASSWORD, (Role.ADMINISTRATOR,))
    sit(second, "zhang")
    second.do(accounts.disable, "chief")
    center.sync(first)
    center.join(second, "two")
    center.sync(second, whole=whole)
    center.sync(first)
    assert standing(first) == {"chief": True, "zhang": False}
    assert standing(second) == {"chief": True, "zhang": False}


def test_what_the_center_has_in_conflict_is_not_decided_by_whoever_joins(center: Joining) -> None:
    first, other = center.joined("one", "chief"), center.joined("two", "owner")
    first.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    for office in (first, other, first):
        center.sync(office)
    sit(other, "chief")
    for office, roles in ((first, (Role.ADMINISTRATOR,)), (other, (Role.SUPERVISOR,))):
        center.clock.advance(timedelta(minutes=1))
        office.do(accounts.set_roles, "wang", roles)
    for office in (first, other, first):
        center.sync(office)
    center.sync(center.joined("three", "stranger"))
    center.sync(first)
    assert next(one for one in account_rows.everyone(first.store.rows) if one.name == "wang").roles == (
        Role.SUPERVISOR,
    )
    assert first.ask(conflicts.count) == 1


@pytest.mark.parametrize("whole", [True, False])
def test_a_newcomer_gives_nobody_of_the_center_a_password_or_rights(center: Joining, whole: bool) -> None:
    first, second = center.joined("one", "chief"), center.computer("two", "chief")
    first.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    center.sync(first)
    center.clock.advance(timedelta(minutes=5))
    second.do(accounts.create, "wang", "Somebody", "another password", (Role.ADMINISTRATOR,))
    second.do(accounts.set_password, "chief", "another password")
    center.join(second, "two")
    center.sync(second, whole=whole)
    center.sync(first)
    for office in (first, second):
        wang = office.ask(accounts.sign_in, "wang", PASSWORD)
        assert (wang.display, wang.roles) == ("Wang", (Role.OPERATOR,))
        assert office.ask(accounts.sign_in, "chief", PASSWORD).name == "chief"
        assert office.ask(conflicts.count) == 0


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
    center.after_people = lambda: once(center, lambda: center.sync(third, whole=False))
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

    center.after_people = lambda: once(center, made)
    assert center.sync(second).outcome.closed == ("owner",)
    assert standing(second) == {"chief": True, "owner": False, "li": True}


def test_a_push_alone_closes_them_before_it_sends_anything(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    center.sync(first)
    found = center.sync(second, whole=False)
    assert found.outcome.closed == ("owner",)
    assert second.is_closed
    assert id_of(second, "owner") in found.changes.of("person"), "what is open on the screen is not told"
    center.sync(first)
    for office in (first, second):
        assert standing(office) == {"chief": True, "owner": False}


def test_an_account_that_was_made_before_what_the_center_wrote_was_read_is_closed_too(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    center.sync(first)
    center.after_people = lambda: once(center, broken)
    with pytest.raises(HubUnreachable):
        center.sync(second)
    second.do(accounts.create, "late", "Late", PASSWORD, (Role.ADMINISTRATOR,))
    center.sync(second)
    assert standing(second) == {"chief": True, "owner": False, "late": False}


def test_a_password_that_was_checked_before_the_accounts_were_settled_seats_nobody_among_the_centers(
    center: Joining,
) -> None:
    first, second = center.joined("one", "chief"), center.computer("two", "chief")
    second.do(accounts.set_password, "chief", "another password")
    center.join(second, "two")
    center.sync(first)
    second.sign_in(None)
    checked = second.ask(accounts.sign_in, "chief", "another password")
    assert center.sync(second).outcome.taken_over == ("chief",)
    second.sign_in(checked)
    with pytest.raises(NotAllowed):
        second.do(accounts.set_password, "chief", "another password")
    assert second.is_closed
    second.sign_in(second.ask(accounts.sign_in, "chief", PASSWORD))
    second.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    assert not second.is_closed


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
