"""A call is claimed at the hub before it is dialed, and where there is no hub, nothing stands in the way."""

from datetime import timedelta

import pytest

from app.models.claims import VALID, CalledElsewhere, Claim
from app.services import callback_claims
from app.services.office import Office
from tests.desk import NOON, sign_in

CASE = b"c" * 16


class Door:
    """The hub's claims as one station sees them."""

    def __init__(self, claim: Claim | None) -> None:
        self.found = claim
        self.heard: list[object] = []
        self.away = claim is None

    def claim(self, case: bytes, seconds: int) -> Claim | None:
        self.heard.append((case, seconds))
        return self.found

    def release(self, case: bytes) -> None:
        self.heard.append(case)


def test_a_call_that_another_station_has_is_refused_with_its_name(office: Office) -> None:
    sign_in(office, "wang")
    office.outside["claims"] = Door(Claim(False, "Seat 3", 4, NOON + VALID))
    with pytest.raises(CalledElsewhere) as found:
        office.ask(callback_claims.secure, CASE)
    assert found.value.facts["station"] == "Seat 3"


def test_an_own_claim_comes_with_its_fence_and_is_given_back(office: Office) -> None:
    sign_in(office, "wang")
    office.outside["claims"] = door = Door(Claim(True, "Seat 7", 4, NOON + timedelta(minutes=15)))
    claim = office.ask(callback_claims.secure, CASE)
    assert claim is not None
    assert claim.fence == 4
    office.ask(callback_claims.give_back, CASE)
    assert door.heard == [(CASE, 900), CASE]


def test_without_a_hub_nothing_stands_in_the_way(office: Office) -> None:
    sign_in(office, "wang")
    office.outside.pop("claims", None)
    assert office.ask(callback_claims.secure, CASE) is None
    office.outside["claims"] = Door(None)
    assert office.ask(callback_claims.secure, CASE) is None
    office.ask(callback_claims.give_back, CASE)
