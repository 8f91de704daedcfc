"""What a newcomer said is shown nowhere, wherever the line breaks, and never becomes the center's word later."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from app.models.accounts import Role
from app.models.errors import SignInRefused
from app.models.sync_errors import CenterUnread, HubUnreachable
from app.services import accounts, bundles, conflicts, syncing
from app.services.office import Office
from app.store import accounts as account_rows
from tests.fakes import FakeClock
from tests.services.joining import PASSWORD, Joining, broken, id_of, joining, once, sit, standing

_ADMINISTRATOR = (Role.ADMINISTRATOR,)
_THEIRS = "another password"


@pytest.fixture
def hub(clock: FakeClock, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Joining]:
    """A center at a hub in memory."""
    request.param = "memory"
    with joining(request, clock, tmp_path) as made:
        yield made


def _newcomer(hub: Joining, label: str, records: int = 0) -> Office:
    """A PC that an *admin* set up, with so many records of before."""
    office = hub.computer(label, "admin")
    office.do(accounts.set_password, "admin", _THEIRS)
    with office.store.write("admin") as tx:
        for place in range(records):
            tx.add("setting", {"value": place})
    hub.join(office, label)
    return office


def _closed_newcomer(hub: Joining) -> Office:
    """The center's first station, which knows a newcomer's account admin as closed."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "admin")
    for office in (first, second, first):
        hub.sync(office)
    return first


def _admin_is_closed(*offices: Office) -> None:
    for office in offices:
        assert standing(office)["admin"] is False
        with pytest.raises(SignInRefused):
            office.ask(accounts.sign_in, "admin", _THEIRS)


@pytest.mark.parametrize("password", [None, "a password of the center"])
def test_who_joins_gives_an_account_that_the_center_only_opened_no_rights_password_or_last_day(
    hub: Joining, password: str | None
) -> None:
    first = _closed_newcomer(hub)
    first.do(accounts.enable, "admin")
    if password:
        first.do(accounts.set_password, "admin", password)
    hub.sync(first)
    hub.clock.advance(timedelta(minutes=5))
    third = _newcomer(hub, "three")
    with third.store.write("admin") as tx:
        tx.put("person", id_of(third, "admin"), {"leaves_at": "2026-01-01T00:00:00+00:00", "unit": "their unit"})
    hub.sync(third)
    hub.sync(first)
    for office in (first, third):
        admin = next(one for one in account_rows.everyone(office.store.rows) if one.name == "admin")
        assert (admin.roles, admin.leaves_at, admin.unit, admin.disabled_at) == ((), None, None, None)
        with pytest.raises(SignInRefused):
            office.ask(accounts.sign_in, "admin", _THEIRS)
        if password:
            assert office.ask(accounts.sign_in, "admin", password).roles == ()


def test_a_pull_that_is_cut_shows_no_account_of_a_newcomer_open(hub: Joining) -> None:
    """Its accounts stand first of all that it wrote, and where they are settled stands last."""
    first = hub.joined("one", "chief")
    hub.sync(first)
    assert hub.sync(_newcomer(hub, "two", records=60)).outcome.closed == ("admin",)
    hub.memory.chunk = 10
    hub.chunks = 1
    with pytest.raises(HubUnreachable):
        hub.sync(first)
    hub.chunks = None
    _admin_is_closed(first)
    hub.sync(first)
    _admin_is_closed(first)


def test_a_hub_that_went_back_hears_first_of_all_again_whose_accounts_are_settled(
    hub: Joining, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = hub.joined("one", "chief")
    hub.sync(first)
    before = hub.memory.backup()
    second = _newcomer(hub, "two", records=60)
    hub.sync(second)
    hub.memory.restore(before)
    monkeypatch.setattr(syncing, "BATCH_RECORDS", 20)
    pushes = count()
    hub.before_push = lambda: broken() if next(pushes) == 2 else None
    with pytest.raises(HubUnreachable):
        hub.sync(second)
    hub.sync(first)
    _admin_is_closed(first)
    third = hub.joined("three", "late")
    assert hub.sync(third).outcome.closed == ("late",)
    _admin_is_closed(third)


@pytest.mark.parametrize("parts", range(1, 6))
def test_a_station_that_gives_back_what_a_hub_lost_gives_accounts_first(
    hub: Joining, monkeypatch: pytest.MonkeyPatch, parts: int
) -> None:
    first = hub.joined("one", "chief")
    hub.sync(first)
    before = hub.memory.backup()
    hub.sync(_newcomer(hub, "two", records=20))
    hub.sync(first)
    hub.memory.restore(before)
    monkeypatch.setattr(syncing, "BATCH_RECORDS", 4)
    pushes = count(1)
    hub.before_push = lambda: broken() if next(pushes) > parts else None
    with pytest.raises(HubUnreachable):
        hub.sync(first, check=True)
    hub.before_push = int
    third = hub.joined("three", "late")
    assert hub.sync(third).outcome.closed == ("late",)
    assert standing(third).get("admin", False) is False


def test_a_pull_that_is_cut_closes_nobody_of_the_center_under_a_newcomers_name(hub: Joining) -> None:
    """The only administrator was made at this station, without a line; the newcomer closed that name meanwhile."""
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    for office in (first, second):
        hub.sync(office)
    sit(second, "chief")
    second.do(accounts.create, "admin", "Admin of the center", PASSWORD, _ADMINISTRATOR)
    sit(second, "admin")
    second.do(accounts.disable, "chief")
    hub.clock.advance(timedelta(days=1))
    hub.sync(_newcomer(hub, "three", records=30))
    hub.memory.chunk = 10
    hub.chunks = 1
    with pytest.raises(HubUnreachable):
        hub.sync(second)
    assert second.ask(accounts.sign_in, "admin", PASSWORD).roles == _ADMINISTRATOR
    assert not second.is_closed
    hub.chunks = None
    for office in (second, first):
        hub.sync(office)
        assert office.ask(accounts.sign_in, "admin", PASSWORD).roles == _ADMINISTRATOR


def test_what_a_center_said_since_its_first_push_is_not_taken_back_when_its_first_sync_ends(hub: Joining) -> None:
    first = hub.joined("one", "chief")
    for name in ("admin", "boss"):
        first.do(accounts.create, name, name.title(), PASSWORD, _ADMINISTRATOR)
    hub.sync(first, whole=False)
    hub.clock.advance(timedelta(minutes=5))
    second = _newcomer(hub, "two")
    assert hub.sync(second).outcome.taken_over == ("admin",)
    hub.clock.advance(timedelta(minutes=5))
    first.do(accounts.set_roles, "admin", (Role.OPERATOR,))
    first.do(accounts.set_password, "admin", "a new password")
    for office in (first, second, first):
        hub.sync(office)
    for office in (first, second):
        assert office.ask(accounts.sign_in, "admin", "a new password").roles == (Role.OPERATOR,)
        assert office.ask(conflicts.count) == 0


def test_of_two_firsts_the_older_ones_word_stands_as_it_is_now(hub: Joining) -> None:
    first, second = hub.computer("one", "admin"), hub.computer("two", "admin")
    hub.clock.advance(timedelta(minutes=5))
    second.do(accounts.set_password, "admin", _THEIRS)
    for office, label in ((first, "one"), (second, "two")):
        hub.join(office, label)
    hub.before_push = lambda: once(hub, lambda: hub.sync(second, whole=False))
    hub.sync(first, whole=False)
    hub.clock.advance(timedelta(minutes=5))
    first.do(accounts.set_password, "admin", "a new password")
    for office in (first, second, first, second):
        hub.sync(office)
    for office in (first, second):
        assert office.ask(accounts.sign_in, "admin", "a new password").name == "admin"
        assert office.ask(conflicts.count) == 0


def test_the_first_of_a_center_that_its_hub_lost_keeps_its_account_from_a_newcomer_of_that_name(hub: Joining) -> None:
    empty = hub.memory.backup()
    first = hub.joined("one", "admin")
    first.do(accounts.create, "wang", "Wang", PASSWORD, (Role.OPERATOR,))
    hub.sync(first)
    hub.memory.restore(empty)
    hub.clock.advance(timedelta(minutes=5))
    second = hub.joined("two", "boss")
    hub.sync(second)
    assert hub.sync(_newcomer(hub, "three")).outcome.closed == ("admin",)
    for office in (first, second, first):
        hub.sync(office)
    for office in (first, second):
        assert office.ask(accounts.sign_in, "admin", PASSWORD).roles == _ADMINISTRATOR
        assert standing(office) == {"admin": True, "boss": True, "wang": True}


def test_a_part_of_a_bundle_shows_no_account_of_a_newcomer_open(hub: Joining) -> None:
    first = hub.joined("one", "chief")
    hub.sync(first)
    second = _newcomer(hub, "two", records=20)
    second.do(bundles.take, first.ask(lambda view: list(bundles.records(view))))
    sit(second, "chief")
    for part in second.ask(lambda view: list(bundles.records(view))):
        first.do(bundles.take, [part])
        _admin_is_closed(first)


def test_an_account_that_was_put_aside_stops_no_sync_and_lets_nobody_of_its_name_join(hub: Joining) -> None:
    first = hub.joined("one", "chief")
    first.do(accounts.create, "admin", "Admin", PASSWORD, (Role.OPERATOR,))
    hub.sync(first)
    second = _newcomer(hub, "two")
    hub.sync(second)
    hub.sync(first)
    with first.store.write("chief") as tx:
        tx.put("person", id_of(first, "admin"), {"display": "Another"})
    admin = id_of(first, "admin")
    for one in hub.memory.kept.replicas.values():
        one.rows = [row._replace(payload="[]") if row.row_id == admin else row for row in one.rows]
    hub.sync(first)
    third = hub.joined("three", "late")
    assert hub.sync(third).outcome.closed == ("late",)
    fourth = _newcomer(hub, "four")
    with pytest.raises(CenterUnread):
        hub.sync(fourth)
    assert standing(fourth) == {"admin": True}


@pytest.mark.parametrize("odd", [["closed", "not hex"], ["closed", 5], [["closed"]], 5])
def test_a_mark_of_a_later_or_a_broken_program_stops_no_sync_and_nobody_who_joins(hub: Joining, odd: object) -> None:
    first, second = hub.joined("one", "chief"), hub.joined("two", "owner")
    for office in (first, second):
        hub.sync(office)
    with first.store.write("chief") as tx:
        tx.put("person", id_of(first, "chief"), {"newcomer": odd})  # type: ignore[dict-item]
        tx.add("caller", {"name": "Zhao"})
    for office in (first, second):
        hub.sync(office)
    assert second.store.rows.all("SELECT name FROM caller LIMIT 3") == [("Zhao",)]
    assert hub.sync(hub.joined("three", "late")).outcome.closed == ("late",)


def test_of_two_firsts_the_older_ones_word_stands_also_where_a_newcomer_of_that_name_came_between(hub: Joining) -> None:
    first, second = hub.computer("one", "admin"), hub.computer("two", "admin")
    hub.clock.advance(timedelta(minutes=5))
    second.do(accounts.set_password, "admin", "password of the second")
    for office, label in ((first, "one"), (second, "two")):
        hub.join(office, label)
    hub.before_push = lambda: once(hub, lambda: hub.sync(second, whole=False))
    hub.sync(first, whole=False)
    third = _newcomer(hub, "three")
    hub.sync(third)
    for office in (first, second, third, first, second):
        hub.sync(office)
    for office in (first, second, third):
        assert office.ask(accounts.sign_in, "admin", PASSWORD).name == "admin"
        assert office.ask(conflicts.count) == 0


def test_one_of_two_firsts_takes_the_center_in_whose_namesake_was_put_aside(hub: Joining) -> None:
    first, second = hub.computer("one", "admin"), hub.computer("two", "admin")
    for office, label in ((first, "one"), (second, "two")):
        hub.join(office, label)
    hub.before_push = lambda: once(hub, lambda: hub.sync(second, whole=False))
    hub.sync(first, whole=False)
    hub.sync(_newcomer(hub, "three"))
    with second.store.write("admin") as tx:
        tx.put("person", id_of(second, "admin"), {"display": "Another"})
        tx.add("caller", {"name": "Zhao"})
    hub.sync(second, whole=False)
    for one in hub.memory.kept.replicas.values():
        one.rows = [row._replace(payload="[]") if "Another" in (row.payload or "") else row for row in one.rows]
    hub.memory.chunk = 1
    hub.sync(first)
    assert first.store.rows.all("SELECT name, newcomer IS NULL FROM person LIMIT 3") == [("admin", 0)]
    assert first.store.rows.one("SELECT count(*) FROM quarantine")[0] == 1
    assert first.store.rows.all("SELECT name FROM caller LIMIT 3") == [("Zhao",)]


def test_an_account_that_the_first_vouched_for_goes_on_without_it(hub: Joining) -> None:
    empty = hub.memory.backup()
    first = hub.joined("one", "admin")
    hub.sync(first)
    hub.memory.restore(empty)
    hub.clock.advance(timedelta(minutes=5))
    second = hub.joined("two", "boss")
    hub.sync(second)
    old = second.ask(lambda view: list(bundles.records(view)))
    third = _newcomer(hub, "three")
    hub.sync(third)
    for office in (first, second, third):
        hub.sync(office)
    hub.clock.advance(timedelta(days=1))
    fourth = _newcomer(hub, "four")
    fourth.do(bundles.take, old)
    for office in (fourth, second, third):
        hub.sync(office)
        assert office.ask(accounts.sign_in, "admin", PASSWORD).roles == _ADMINISTRATOR
