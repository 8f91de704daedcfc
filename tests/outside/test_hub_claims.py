"""Claims at a real hub: one station has a call, the fence counts who had it, and a hub that is away is left alone."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from app.models.claims import CalledElsewhere
from app.models.ids import new_id
from app.models.rosters import RosteredElsewhere
from app.models.sync_errors import HubUnreachable
from app.outside import hub_setup
from app.outside.hub import PostgresHub
from app.outside.hub_claims import QUIET_S, HubClaims
from app.services import callback_claims, callback_sources, hub_sync, rosters
from app.services.hub_sync import Enrollment, Syncer
from app.services.office import Office
from tests.desk import opened, sign_in
from tests.fakes import FakeClock
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


def _seated(server: Server, office: Office, who: str, reached: list[bool]) -> None:
    """Let an office join the real hub; where it is not ``reached`` any more, its claims knock at a closed port."""
    made = hub_setup.enroll(server.place("hub"), f"Seat of {who}", "rostered")
    where = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub"}

    def connect(login: Mapping[str, str]) -> PostgresHub:
        return PostgresHub(dict(login) if reached[0] else {**login, "port": "1"})

    office.outside["sync"] = Syncer(office, connect)
    office.outside["claims"] = HubClaims(office, connect)
    sign_in(office, "admin")
    office.do(
        hub_sync.join, Enrollment(made.hub_id, "rostered", who, {**where, "user": made.who, "password": made.password})
    )
    sign_in(office, who)


def _synced(*offices: Office) -> None:
    for office in offices:
        office.ask(hub_sync.run, told=lambda phase, done: None)


def _allowed(office: Office, calls: list[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for call in calls:
        with suppress(CalledElsewhere, RosteredElsewhere):
            office.ask(callback_claims.secure, call)
            found.add(call)
    return found


def test_the_hub_gives_each_call_to_one_station_and_without_it_the_roster_does(
    server: Server, office: Office, template: Path, tmp_path: Path, clock: FakeClock
) -> None:
    reached = [True]
    (tmp_path / "other").mkdir()
    with opened(template, tmp_path / "other", clock) as other:
        _seated(server, office, "wang", reached)
        _seated(server, other, "li", reached)
        calls = [office.do(callback_sources.missed, f"1381234567{n}").value for n in range(6)]
        _synced(office, other, office)
        assert office.ask(rosters.latest) == other.ask(rosters.latest) is not None
        assert (_allowed(office, calls[:4]), _allowed(other, calls)) == (set(calls[:4]), set(calls[4:]))
        reached[0] = False
        here, there = (_allowed(desk, calls) for desk in (office, other))
        assert here | there == set(calls)
        assert not here & there


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
