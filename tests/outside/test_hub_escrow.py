"""The hub keeps sealed keys: each station adds its own, nobody takes one away, and no station sees them."""

import psycopg
import pytest

from app.models.errors import AppError
from app.models.key_errors import CenterKeyExists
from app.models.sync_errors import HubRefusedLogin
from app.outside import center_key, hub_escrow, hub_setup
from app.outside.hub import PostgresHub
from tests.servers import Server


@pytest.fixture
def place(server: Server) -> str:
    """A hub of this test's own."""
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS escrow_hub")
        connection.execute("CREATE DATABASE escrow_hub")
    place = server.place("escrow_hub")
    hub_setup.init(place)
    return place


@pytest.fixture
def login(server: Server, place: str) -> dict[str, str]:
    made = hub_setup.enroll(place, "Seat 1", "north")
    login = {"host": "127.0.0.1", "port": str(server.port), "dbname": "escrow_hub", "user": made.who}
    return {**login, "password": made.password}


def test_stations_hear_of_the_recovery_key_and_add_their_own(place: str, login: dict[str, str]) -> None:
    hub, public = PostgresHub(login), center_key.make().public
    assert hub.recovery_key() is None
    hub_escrow.name_key(place, public)
    assert hub.recovery_key() == hub_escrow.named(place) == public
    hub.keep_key("install", "k1", public, b"first")
    hub.keep_key("install", "k1", public, b"another")  # with the center secret that it took on since
    hub.keep_key("install", "k1", public, b"first")
    hub.keep_key("install", "k2", public, b"second")
    hub.close()
    assert [(one.station, one.key_id, one.copy.sealed) for one in hub_escrow.kept(place)] == [
        ("Seat 1", "k1", b"first"),
        ("Seat 1", "k1", b"another"),
        ("Seat 1", "k2", b"second"),
    ]


def test_the_newest_key_of_an_installation_is_the_last_that_came_under_whichever_login(
    server: Server, place: str
) -> None:
    """It was let in anew, under a name that stands before the first one."""
    public = center_key.make().public
    hub_escrow.name_key(place, public)
    for station in ("Seat 9", "Seat 1"):
        made = hub_setup.enroll(place, station, "north")
        login = {"host": "127.0.0.1", "port": str(server.port), "dbname": "escrow_hub", "user": made.who}
        hub = PostgresHub({**login, "password": made.password})
        hub.keep_key("install", "k1", public, station.encode())
        hub.close()
    told = hub_escrow.of_installation(place, "install")
    assert [one.sealed for one in told.copies] == [b"Seat 9", b"Seat 1"]


def test_another_recovery_key_is_named_only_on_purpose(place: str) -> None:
    first, second = center_key.make().public, center_key.make().public
    hub_escrow.name_key(place, first)
    with pytest.raises(CenterKeyExists) as caught:
        hub_escrow.name_key(place, second)
    assert caught.value.facts["fingerprint"] == center_key.fingerprint(first)
    hub_escrow.name_key(place, second, replaces=True)
    assert hub_escrow.named(place) == second


def test_a_login_that_was_closed_while_it_was_connected_is_told_so(place: str, login: dict[str, str]) -> None:
    public = center_key.make().public
    hub_escrow.name_key(place, public)
    hub = PostgresHub(login)
    hub.keep_key("install", "k1", public, b"first")
    hub_setup.expel(place, login["user"])
    with pytest.raises(HubRefusedLogin):
        hub.keep_key("install", "k1", public, b"late")
    hub.close()
    assert [one.copy.sealed for one in hub_escrow.kept(place)] == [b"first"]


def test_a_station_reads_no_sealed_key_and_one_that_is_out_adds_none(place: str, login: dict[str, str]) -> None:
    public = center_key.make().public
    hub_escrow.name_key(place, public)
    told = " ".join(f"{name}={value}" for name, value in login.items())
    with psycopg.connect(told) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("SELECT * FROM hub.key_escrow")
    hub_setup.expel(place, login["user"])
    hub = PostgresHub(login)
    with pytest.raises(AppError):
        hub.keep_key("install", "k1", public, b"late")
    hub.close()
    assert hub_escrow.kept(place) == []
