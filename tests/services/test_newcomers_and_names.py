"""Names that a center made and a newcomer has, too: nobody of the center loses their account by it, whoever hears."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.accounts import Role
from app.models.errors import SignInRefused
from app.services import accounts, bundles, conflicts
from app.services.office import Office
from app.store import accounts as account_rows
from app.store.store import Store
from tests.desk import KEY
from tests.fakes import FakeClock
from tests.services.joining import PASSWORD, Joining, joining, sit, standing

_ADMINISTRATOR = (Role.ADMINISTRATOR,)


@pytest.fixture
def hub(clock: FakeClock, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Joining]:
    """A center at a hub in memory."""
    request.param = "memory"
    with joining(request, clock, tmp_path) as made:
        yield made


def _made_without_a_line(hub: Joining) -> tuple[Office, Office]:
    """Two stations of a center; the second has made the administrator admin, and the first has not heard so."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    for office in (first, second):
        hub.sync(office)
    sit(second, "chief")
    second.do(accounts.create, "admin", "Admin of the center", PASSWORD, _ADMINISTRATOR)
    hub.clock.advance(timedelta(days=1))
    return first, second


def _newcomer(hub: Joining, label: str, name: str = "admin") -> Office:
    office = hub.computer(label, name)
    office.do(accounts.set_password, name, f"another password of {label}")
    hub.join(office, label)
    return office


def _admin_is_the_centers(*offices: Office) -> None:
    for office in offices:
        admin = office.ask(accounts.sign_in, "admin", PASSWORD)
        assert (admin.display, admin.roles) == ("Admin of the center", _ADMINISTRATOR)
        assert office.ask(conflicts.count) == 0


@pytest.mark.parametrize("closing", [True, False], ids=["the only administrator", "one of two"])
def test_two_that_join_under_a_name_that_the_center_made_meanwhile_take_it_from_nobody(
    hub: Joining, closing: bool
) -> None:
    first, second = _made_without_a_line(hub)
    if closing:
        sit(second, "admin")
        second.do(accounts.disable, "chief")
    third, fourth = _newcomer(hub, "three"), _newcomer(hub, "four")
    for office in (third, fourth):
        assert hub.sync(office).outcome.closed == ("admin",)
    for office in (second, third, fourth, first):
        hub.sync(office)
    _admin_is_the_centers(first, second, third, fourth)
    assert hub.sync(hub.joined("five", "late")).outcome.closed == ("late",)


def test_a_newcomer_that_never_comes_back_takes_no_name_from_the_center(hub: Joining) -> None:
    first, second = _made_without_a_line(hub)
    hub.sync(_newcomer(hub, "three"))
    for office in (second, first):
        hub.sync(office)
    _admin_is_the_centers(first, second)


def test_nor_does_one_that_an_old_bundle_settled(hub: Joining) -> None:
    first = hub.joined("one", "chief")
    hub.sync(first)
    old = first.ask(lambda view: list(bundles.records(view)))
    hub.clock.advance(timedelta(days=2))
    first.do(accounts.create, "admin", "Admin of the center", PASSWORD, _ADMINISTRATOR)
    sit(first, "admin")
    first.do(accounts.disable, "chief")
    hub.sync(first)
    second = _newcomer(hub, "two")
    assert second.do(bundles.take, old).value.news.closed == ("admin",)
    hub.sync(second, whole=False)
    assert hub.sync(hub.joined("three", "late")).outcome.closed == ("late",), "while no other station has looked at it"
    hub.sync(first)
    _admin_is_the_centers(first)
    hub.sync(second)
    _admin_is_the_centers(first, second)


def test_by_bundles_alone_a_name_is_given_back_too(hub: Joining) -> None:
    first, second = _made_without_a_line(hub)
    third = _newcomer(hub, "three")
    third.do(bundles.take, first.ask(lambda view: list(bundles.records(view))))
    assert not standing(third)["admin"]
    sit(third, "chief")
    for giver, taker in ((third, second), (second, first), (second, third)):
        taker.do(bundles.take, giver.ask(lambda view: list(bundles.records(view))))
    _admin_is_the_centers(first, second, third)


def test_what_the_center_says_of_a_name_while_somebody_joins_with_it_stands_and_nobody_is_asked(hub: Joining) -> None:
    """The station without a line knew nothing of the newcomer, and the newcomer nothing of what was said there."""
    first, second = _made_without_a_line(hub)
    hub.sync(second)
    second.do(accounts.set_password, "admin", "a new password of the center")
    second.do(accounts.set_roles, "admin", (Role.SUPERVISOR,))
    hub.clock.advance(timedelta(days=1))
    third = _newcomer(hub, "three")
    assert hub.sync(third).outcome.taken_over == ("admin",)
    for office in (second, third, first, second):
        hub.sync(office)
    for office in (first, second, third):
        assert office.ask(accounts.sign_in, "admin", "a new password of the center").roles == (Role.SUPERVISOR,)
        assert office.ask(conflicts.count) == 0


@pytest.mark.parametrize("last", ["owner", "chief"])
def test_a_newcomers_account_that_the_center_opened_and_promoted_is_one_of_its_administrators(
    hub: Joining, last: str
) -> None:
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    for office in (first, second, first):
        hub.sync(office)
    first.do(accounts.enable, "owner")
    first.do(accounts.set_password, "owner", "a password of the center")
    first.do(accounts.set_roles, "owner", _ADMINISTRATOR)
    for office in (first, second, first):
        hub.sync(office)
    sit(second, "owner")
    closings = [(second, "chief"), (first, "owner")]
    for office, name in closings if last == "owner" else reversed(closings):
        hub.clock.advance(timedelta(minutes=5))
        office.do(accounts.disable, name)
    for office in (first, second, first, second):
        hub.sync(office)
    for office in (first, second):
        assert standing(office) == {"chief": last == "chief", "owner": last == "owner"}


def test_who_joins_with_the_name_of_such_an_account_leaves_it_open(hub: Joining) -> None:
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    for office in (first, second, first):
        hub.sync(office)
    first.do(accounts.enable, "owner")
    first.do(accounts.set_password, "owner", "a password of the center")
    first.do(accounts.set_roles, "owner", (Role.OPERATOR,))
    hub.sync(first)
    third = _newcomer(hub, "three", "owner")
    assert hub.sync(third).outcome.taken_over == ("owner",)
    for office in (first, second, third):
        hub.sync(office)
        assert office.ask(accounts.sign_in, "owner", "a password of the center").roles == (Role.OPERATOR,)
        assert office.ask(conflicts.count) == 0


def test_what_a_newcomer_did_before_it_joined_makes_nobody_the_last_administrator(hub: Joining) -> None:
    """It closed an admin of its own; that one of the center has been an operator for long."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    for name in ("boss", "admin"):
        first.do(accounts.create, name, name.title(), PASSWORD, _ADMINISTRATOR)
    first.do(accounts.set_roles, "admin", (Role.OPERATOR,))
    for office in (first, second):
        hub.sync(office)
    sit(second, "boss")
    for office, name in ((first, "boss"), (second, "chief")):
        hub.clock.advance(timedelta(minutes=5))
        office.do(accounts.disable, name)
    hub.clock.advance(timedelta(days=1))
    third = hub.computer("three", "boss")
    third.do(accounts.create, "admin", "Another", PASSWORD, _ADMINISTRATOR)
    third.do(accounts.disable, "admin")
    hub.join(third, "three")
    hub.sync(third)
    for office in (first, second, third, first, second):
        hub.sync(office)
    for office in (first, second, third):
        assert standing(office) == {"admin": True, "boss": False, "chief": True, "owner": False}
        assert [one.name for one in account_rows.managers(office.store.rows)] == ["chief"]


def test_a_disk_image_that_another_center_used_brings_no_account_and_stops_nobody_who_joins(hub: Joining) -> None:
    image = hub.computer("image", "owner", install="image")
    image.store.rows.all("PRAGMA wal_checkpoint(TRUNCATE)")
    (hub.folder / "twin.db").write_bytes(image.store.path.read_bytes())
    twin = hub.furnished(Store.open(hub.folder / "twin.db", KEY, hub.clock.now))
    hub.stack.callback(twin.store.close)
    sit(twin, "owner")
    first = hub.joined("one", "chief")
    hub.sync(first)
    hub.join(image, "image", center="another center")
    hub.sync(image)
    hub.join(twin, "twin")
    assert hub.sync(twin).outcome.closed == ("owner",)
    hub.sync(first)
    assert standing(first) == {"chief": True}
    assert hub.sync(hub.joined("three", "late")).outcome.closed == ("late",)
    first.do(accounts.create, "owner", "Owner of the center", PASSWORD, (Role.OPERATOR,))
    for office in (first, twin, first):
        hub.sync(office)
        assert office.ask(accounts.sign_in, "owner", PASSWORD).display == "Owner of the center"
    assert standing(image) == {"owner": True}


def test_newcomers_that_contradict_each_other_about_a_name_of_nobody_ask_nobody(hub: Joining) -> None:
    """Each was settled by a bundle and has not heard of the other."""
    first = hub.joined("one", "chief")
    hub.sync(first)
    late = [hub.computer(label, "owner") for label in ("two", "three")]
    for office, language in zip(late, ("en", "zh_CN"), strict=True):
        hub.clock.advance(timedelta(minutes=5))
        office.do(accounts.set_language, language)
        hub.join(office, language)
        office.do(bundles.take, first.ask(lambda view: list(bundles.records(view))))
    for office in (*late, first, *late):
        hub.sync(office)
    for office in (first, *late):
        assert standing(office) == {"chief": True, "owner": False}
        assert office.ask(conflicts.count) == 0
        with pytest.raises(SignInRefused):
            office.ask(accounts.sign_in, "owner", PASSWORD)
