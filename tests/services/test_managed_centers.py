"""A center always has somebody who manages accounts, and never because of that somebody whom it closed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.accounts import Role
from app.models.errors import SignInRefused
from app.models.sync_errors import CenterUnread
from app.services import accounts, bundles, conflicts
from app.services.office import Office
from tests.fakes import FakeClock
from tests.services.joining import PASSWORD, Joining, joining, sit, standing


@pytest.fixture
def hub(clock: FakeClock, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Joining]:
    """A center at a hub in memory."""
    request.param = "memory"
    with joining(request, clock, tmp_path) as made:
        yield made


def _two(hub: Joining) -> tuple[Office, Office]:
    """Two stations that know the administrators chief, who sits at the first, and boss, who sits at the second."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    first.do(accounts.create, "boss", "Boss", PASSWORD, (Role.ADMINISTRATOR,))
    for office in (first, second):
        hub.sync(office)
    sit(second, "boss")
    return first, second


def _close_each_other(hub: Joining, first: Office, second: Office) -> None:
    first.do(accounts.disable, "boss")
    hub.clock.advance(timedelta(minutes=5))
    second.do(accounts.set_roles, "chief", (Role.OPERATOR,))
    hub.clock.advance(timedelta(minutes=5))


def _carry(giver: Office, taker: Office) -> bundles.Taken:
    return taker.do(bundles.take, giver.ask(lambda view: list(bundles.records(view)))).value


def _chief_manages(*offices: Office, **others: bool) -> None:
    for office in offices:
        assert standing(office) == {"chief": True, "boss": False, "owner": False, **others}
        assert office.ask(accounts.sign_in, "chief", PASSWORD).roles == (Role.ADMINISTRATOR,)
        assert office.ask(conflicts.count) == 0


def test_of_two_administrators_who_close_each_other_without_a_line_the_later_goes_on(hub: Joining) -> None:
    first, second = _two(hub)
    _close_each_other(hub, first, second)
    for office in (first, second, first, second):
        hub.sync(office)
    _chief_manages(first, second)


def test_the_same_where_only_bundles_are_carried_to_one_of_them(hub: Joining) -> None:
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    first.do(accounts.create, "boss", "Boss", PASSWORD, (Role.ADMINISTRATOR,))
    hub.sync(first)
    _carry(first, second)
    sit(second, "boss")
    _close_each_other(hub, first, second)
    there, back = (one.ask(lambda view: list(bundles.records(view))) for one in (first, second))
    first.do(bundles.take, back)
    second.do(bundles.take, there)
    hub.sync(first)
    _chief_manages(first, second)


def test_a_bundle_opens_nobody_at_a_station_that_has_a_line_and_may_lack_something(hub: Joining) -> None:
    """Chief made another administrator at a third station, of whom this one has not heard."""
    first, second = _two(hub)
    third = hub.joined("three", "stranger")
    hub.sync(third)
    sit(third, "chief")
    first.do(accounts.disable, "boss")
    hub.sync(first)
    hub.clock.advance(timedelta(minutes=5))
    third.do(accounts.create, "cao", "Cao", PASSWORD, (Role.ADMINISTRATOR,))
    hub.sync(third, whole=False)
    second.do(accounts.disable, "chief")
    _carry(second, first)
    assert not standing(first)["chief"]
    for office in (first, second, third, first):
        hub.sync(office)
    for office in (first, second, third):
        assert standing(office) == {"chief": False, "boss": False, "cao": True, "owner": False, "stranger": False}


@pytest.mark.parametrize("carried", [True, False], ids=["settled by a bundle", "settled at the hub"])
def test_no_newcomer_manages_a_center_whose_administrators_closed_each_other(hub: Joining, carried: bool) -> None:
    """Its accounts were closed last, one of them by itself before."""
    first, second = _two(hub)
    _close_each_other(hub, first, second)
    hub.sync(first)
    third = hub.computer("three", "stranger")
    third.do(accounts.create, "helper", "Helper", PASSWORD, (Role.ADMINISTRATOR,))
    third.do(accounts.disable, "helper")
    hub.join(third, "three")
    if carried:
        assert _carry(first, third).news.closed == ("stranger",)
    else:
        assert hub.sync(third).outcome.closed == ("stranger",)
    for office in (second, first, third, first, second):
        hub.sync(office)
    _chief_manages(first, second, third, stranger=False, helper=False)


def test_who_joins_while_nobody_manages_the_center_leaves_it_to_its_last_administrator(hub: Joining) -> None:
    """Both closings are at the hub, and no station has looked at them yet."""
    first, second = _two(hub)
    _close_each_other(hub, first, second)
    for office in (first, second):
        hub.sync(office, whole=False)
    third = hub.joined("three", "stranger")
    assert hub.sync(third).outcome.closed == ("stranger",)
    for office in (first, second, third):
        hub.sync(office)
    _chief_manages(first, second, third, stranger=False)


def test_whom_somebody_closed_of_whom_nothing_has_come_yet_stays_closed(hub: Joining) -> None:
    """Chief made newboss administrator at a station without a line, and newboss has closed chief there."""
    first, second = _two(hub)
    first.do(accounts.disable, "boss")
    hub.sync(first)
    sit(second, "chief")
    hub.sync(second)
    far = hub.joined("far", "stranger")
    hub.sync(far)
    sit(far, "chief")
    far.do(accounts.create, "newboss", "New boss", PASSWORD, (Role.ADMINISTRATOR,))
    _carry(far, second)
    sit(second, "newboss")
    second.do(accounts.disable, "chief")
    hub.sync(second, whole=False)
    hub.sync(first)
    assert standing(first)["chief"] is False
    with pytest.raises(CenterUnread):
        hub.sync(hub.joined("three", "third"))
    for office in (second, first):
        hub.sync(office, check=True)
    assert standing(first)["newboss"]
    assert standing(first)["chief"] is False


def test_opening_a_name_that_a_newcomer_closed_lets_its_password_in_nowhere(hub: Joining) -> None:
    """The center made it at a station without a line, before the newcomer came."""
    first, second = _two(hub)
    second.do(accounts.create, "wang", "Wang of the center", PASSWORD, (Role.OPERATOR,))
    hub.clock.advance(timedelta(days=1))
    third = hub.computer("three", "stranger")
    third.do(accounts.create, "wang", "Wang", "another password", (Role.ADMINISTRATOR,))
    hub.join(third, "three")
    for office in (third, third, second, first):
        hub.sync(office)
    first.do(accounts.enable, "wang")
    with pytest.raises(SignInRefused):
        first.ask(accounts.sign_in, "wang", "another password")
    for office in (first, third, first, second):
        hub.sync(office)
    for office in (first, second, third):
        wang = office.ask(accounts.sign_in, "wang", PASSWORD)
        assert (wang.display, wang.roles) == ("Wang of the center", (Role.OPERATOR,))
        assert office.ask(conflicts.count) == 0


def test_a_newcomer_with_the_name_of_a_former_administrator_changes_nothing_of_it(hub: Joining) -> None:
    """What it said of that account is taken back last of all."""
    first = hub.joined("one", "chief")
    for name in ("admin", "boss"):
        first.do(accounts.create, name, name.title(), PASSWORD, (Role.ADMINISTRATOR,))
    first.do(accounts.set_roles, "admin", (Role.OPERATOR,))
    second = hub.joined("two", "owner")
    for office in (first, second):
        hub.sync(office)
    sit(second, "boss")
    _close_each_other(hub, first, second)
    hub.sync(first)
    third = hub.joined("three", "admin")
    assert hub.sync(third).outcome.taken_over == ("admin",)
    for office in (second, first, third, first, second):
        hub.sync(office)
    _chief_manages(first, second, third, admin=True)
    assert third.ask(accounts.sign_in, "admin", PASSWORD).roles == (Role.OPERATOR,)
