"""A roster is drawn once a day, divides calls while the hub is away, and is silent where the hub answers."""

from contextlib import suppress
from datetime import timedelta

import pytest

from app.models.accounts import OperatorState
from app.models.claims import VALID, Claim
from app.models.rosters import RosteredElsewhere
from app.services import accounts, callback_claims, callback_sources, callbacks, hub_sync, rosters
from app.services.hub_sync import Enrollment
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock


class _Door:
    """The hub's claims: away, or answering that everything is ours."""

    away = True

    def claim(self, case: bytes, seconds: int) -> Claim | None:
        return None if self.away else Claim(True, "Seat 1", 1, NOON + VALID)

    def release(self, case: bytes) -> None:
        """Nothing is held."""


@pytest.fixture
def door(office: Office) -> _Door:
    """Let the office belong to a hub that is away, with a roster."""
    office.outside["claims"] = made = _Door()
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 1", {"host": "h"}))
    assert office.do(rosters.draw).value
    sign_in(office, "wang")
    return made


@pytest.fixture
def calls(office: Office) -> list[bytes]:
    """Six people who called and were not answered."""
    sign_in(office, "wang")
    return [office.do(callback_sources.missed, f"1381234567{n}", at=NOON - timedelta(hours=1)).value for n in range(6)]


def _allowed(office: Office, calls: list[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for call in calls:
        with suppress(RosteredElsewhere):
            office.ask(callback_claims.secure, call)
            found.add(call)
    return found


def test_a_roster_is_drawn_once_a_day_of_those_who_were_at_a_desk(
    office: Office, door: _Door, clock: FakeClock
) -> None:
    first = office.ask(rosters.latest)
    assert first is not None
    assert len(first.people) == 2
    assert not office.do(rosters.draw).value
    office.do(accounts.set_state, OperatorState.READY)
    clock.advance(timedelta(days=1))
    assert office.do(rosters.draw).value
    second = office.ask(rosters.latest)
    assert second is not None
    assert (second.day, second.people) == ("2026-03-03", (office.ask(lambda view: view.person.id),))


def test_while_the_hub_is_away_each_call_is_offered_and_allowed_to_one_person(
    office: Office, calls: list[bytes], door: _Door
) -> None:
    shares: list[set[bytes]] = []
    for name in ("wang", "li"):
        sign_in(office, name)
        offered = {one.sheet.callback.id for one in office.ask(callbacks.queue)}
        assert offered == _allowed(office, calls)
        shares.append(offered)
    assert shares[0] | shares[1] == set(calls)
    assert not shares[0] & shares[1]


def test_where_the_hub_answers_its_claims_decide_and_not_the_roster(
    office: Office, calls: list[bytes], door: _Door
) -> None:
    door.away = False
    assert _allowed(office, calls) == set(calls)
    assert len(office.ask(callbacks.queue)) == len(calls)


def test_a_station_without_a_hub_knows_no_roster(office: Office, calls: list[bytes]) -> None:
    office.outside["claims"] = _Door()
    assert not office.do(rosters.draw).value
    assert _allowed(office, calls) == set(calls)
