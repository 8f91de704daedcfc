"""A computer that joins a center and is never on line: bundles settle which of its accounts go on there."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.accounts import Role
from app.models.errors import SignInRefused
from app.models.sync_errors import AccountsUnsettled, BundleUnsettling
from app.services import accounts, bundles, conflicts
from app.services.office import Office
from app.store.bundles import everything
from tests.fakes import FakeClock
from tests.services.joining import PASSWORD, Joining, joining, sit, standing


@pytest.fixture(params=["memory"])
def center(request: pytest.FixtureRequest, clock: FakeClock, tmp_path: Path) -> Iterator[Joining]:
    """A center whose first computer has a line, and has synced."""
    with joining(request, clock, tmp_path) as made:
        yield made


def _first(center: Joining) -> Office:
    first = center.joined("one", "chief")
    first.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    center.sync(first)
    return first


def _given(giver: Office, taker: Office, *, everything: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    taken = taker.do(bundles.take, giver.ask(lambda view: list(bundles.records(view, everything=everything)))).value
    return taken.news


@pytest.mark.parametrize("everything", [True, False])
def test_it_gives_no_bundle_before_it_knows_whose_accounts_go_on(center: Joining, everything: bool) -> None:
    _first(center)
    second = center.joined("two", "owner")
    with pytest.raises(AccountsUnsettled):
        second.ask(lambda view: list(bundles.records(view, everything=everything)))


@pytest.mark.parametrize("everything", [True, False])
def test_a_bundle_of_the_center_settles_it_and_its_own_then_brings_nobody_there(
    center: Joining, everything: bool
) -> None:
    first, second = _first(center), center.joined("two", "owner")
    assert _given(first, second, everything=everything) == (("owner",), ())
    assert second.is_closed
    assert standing(second) == {"chief": True, "wang": True, "owner": False}
    sit(second, "chief")
    assert _given(second, first) == ((), ())
    third = center.joined("three", "third")
    for office in (first, third, second, first):
        assert center.sync(office).outcome.closed == (("third",) if office is third else ())
    for office in (first, second, third):
        assert standing(office) == {"chief": True, "wang": True, "owner": False, "third": False}
        assert office.ask(conflicts.count) == 0


def test_a_name_that_the_center_has_opens_with_the_centers_password_only(center: Joining) -> None:
    first, second = _first(center), center.computer("two", "chief")
    center.clock.advance(timedelta(minutes=5))
    second.do(accounts.set_password, "chief", "another password")
    center.join(second, "two")
    assert _given(first, second) == ((), ("chief",))
    sit(second, "chief")
    _given(second, first)
    for office in (first, second):
        assert office.ask(accounts.sign_in, "chief", PASSWORD).name == "chief"
        with pytest.raises(SignInRefused):
            office.ask(accounts.sign_in, "chief", "another password")
        assert office.ask(conflicts.count) == 0


def test_a_bundle_that_brings_no_administrator_closes_nobody_and_settles_nothing(center: Joining) -> None:
    first, second = center.joined("one", "chief"), center.joined("two", "owner")
    center.sync(first)
    with first.store.write("chief") as tx:
        assert first.by is not None
        tx.put("person", first.by.id, {"roles": ["supervisor"]})
    before = standing(second)
    parts = first.store.rows
    with pytest.raises(BundleUnsettling):
        second.do(bundles.take, everything(parts))
    assert standing(second) == before, "and nobody who made an account here reads the center"
    assert not second.is_closed
    with pytest.raises(AccountsUnsettled):
        second.ask(bundles.records)


def test_whom_somebody_of_the_center_makes_there_afterward_stays_open(center: Joining) -> None:
    first, second = _first(center), center.joined("two", "owner")
    _given(first, second)
    sit(second, "chief")
    second.do(accounts.create, "li", "Li", PASSWORD, (Role.OPERATOR,))
    assert center.sync(second).outcome.closed == ()
    center.sync(first)
    for office in (first, second):
        assert standing(office) == {"chief": True, "wang": True, "owner": False, "li": True}
