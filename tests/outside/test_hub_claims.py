"""Claims at a real hub: one station has a call, the fence counts who had it, and a hub that is away is left alone."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from app.models.ids import new_id
from app.models.sync_errors import HubUnreachable
from app.outside import hub_setup
from app.outside.hub import PostgresHub
from app.outside.hub_claims import QUIET_S, HubClaims
from app.services import hub_sync
from app.services.hub_sync import Enrollment
from app.services.office import Office
from tests.desk import sign_in
from tests.servers import Server


@pytest.fixture
def seats(server: Server) -> Iterator[list[PostgresHub]]:
    """Two stations of one center and one of another."""
    where = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub"}
    made = [hub_setup.enroll(server.place("hub"), f"Seat {n}", f"claims-{n // 3}") for n in (1, 2, 3)]
    hubs = [PostgresHub({**where, "user": one.who, "password": one.password}) for one in made]
    yield hubs
    for hub in hubs:
        hub.close()


def test_one_station_has_a_call_until_it_gives_it_back(seats: list[PostgresHub]) -> None:
    one, two, elsewhere = seats
    case = new_id(1)
    first = one.claim(case, 60)
    again = one.claim(case, 90)
    assert first is not None
    assert again is not None
    assert (first.mine, first.fence, again.fence) == (True, 1, 1)
    assert again.until > first.until
    refused = two.claim(case, 60)
    assert refused is not None
    assert (refused.mine, refused.station) == (False, "Seat 1")
    assert elsewhere.claim(case, 60) != refused
    two.release(case)
    assert not getattr(two.claim(case, 60), "mine", True)
    one.release(case)
    taken = two.claim(case, 60)
    assert taken is not None
    assert (taken.mine, taken.station, taken.fence) == (True, "Seat 2", 2)


def test_a_claim_ends_by_the_hubs_clock_and_a_late_holder_is_told(seats: list[PostgresHub]) -> None:
    case = new_id(1)
    seats[0].claim(case, 0)
    taken = seats[1].claim(case, 60)
    assert taken is not None
    assert (taken.mine, taken.fence) == (True, 2)
    assert not getattr(seats[0].claim(case, 60), "mine", True)


def test_of_two_that_claim_at_once_one_gets_each_call(seats: list[PostgresHub]) -> None:
    cases = [new_id(1) for _ in range(60)]

    def claims(hub: PostgresHub) -> set[bytes]:
        return {case for case in cases if getattr(hub.claim(case, 60), "mine", False)}

    with ThreadPoolExecutor(2) as pool:
        got = list(pool.map(claims, seats[:2]))
    assert got[0] | got[1] == set(cases)
    assert not got[0] & got[1]


def test_a_stations_login_may_not_touch_claims_but_by_asking(seats: list[PostgresHub]) -> None:
    login = {
        name: value for name, value in seats[0]._login.items() if name in ("host", "port", "dbname", "user", "password")
    }
    with psycopg.connect(**login) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("UPDATE hub.claim SET expires = now()")


def test_a_hub_that_is_away_is_asked_again_only_after_a_while(office: Office) -> None:
    now = [0.0]
    asked: list[Mapping[str, str]] = []

    class Away:
        def claim(self, case: bytes, seconds: int) -> None:
            raise HubUnreachable(reason="x")

        def close(self) -> None:
            return

    def connect(login: Mapping[str, str]) -> Away:
        asked.append(login)
        return Away()

    claims = HubClaims(office, connect, lambda: now[0])  # type: ignore[arg-type]
    assert claims.claim(b"c" * 16, 60) is None
    assert asked == []
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", {"host": "h"}))
    for second, times in ((1.0, 1), (2.0, 1), (QUIET_S + 2, 2)):
        now[0] = second
        assert claims.claim(b"c" * 16, 60) is None
        assert len(asked) == times
