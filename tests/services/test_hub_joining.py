"""Joining a hub: who may, what becomes of the center's secret, and what stands in the way."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.models.errors import NotAllowed
from app.models.sync_errors import OtherCenter, OwnSecretInUse
from app.services import hub_joining, hub_sync
from app.services.office import Office
from tests.desk import sign_in

OTHERS = b"o" * 32


@dataclass(frozen=True)
class Told:
    hub_id: str = "hub"
    center: str = "north"
    station: str = "Seat 7"
    connection: dict[str, str] = field(default_factory=dict[str, str])
    center_secret: bytes = OTHERS
    recovery: bytes | None = None


class Door:
    """Reads any file, and remembers which secret was taken."""

    def __init__(self) -> None:
        self.adopted: list[bytes] = []
        self.trusted: list[bytes] = []

    def read(self, path: Path, code: str) -> Told:
        return Told(station=f"{path.name} {code}")

    def adopt(self, center_secret: bytes) -> None:
        self.adopted.append(center_secret)

    def trust(self, recovery: bytes) -> None:
        self.trusted.append(recovery)


@pytest.fixture
def door(office: Office) -> Door:
    made = Door()
    office.outside["enrollment"] = made
    return made


def test_a_station_belongs_to_the_hub_of_its_file_under_the_centers_secret(office: Office, door: Door) -> None:
    sign_in(office, "admin")
    assert office.ask(hub_joining.is_offered)
    office.do(hub_joining.join, office.ask(hub_joining.opened, Path("seat.json"), "code"))
    assert office.ask(hub_sync.state).station == "seat.json code"
    assert (door.adopted, office.outside["center_secret"]) == ([OTHERS], OTHERS)
    assert not office.ask(hub_joining.is_offered)


def test_a_secret_that_is_the_same_is_not_written_again(office: Office, door: Door) -> None:
    sign_in(office, "admin")
    office.do(hub_joining.join, Told(center_secret=office.outside["center_secret"]))
    assert door.adopted == []


def test_records_under_another_secret_stand_in_the_way(
    office: Office, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(office, "admin")
    monkeypatch.setattr(hub_sync, "keyed", lambda _view: 3)
    with pytest.raises(OwnSecretInUse):
        office.do(hub_joining.join, Told())
    assert door.adopted == []
    assert not office.ask(hub_sync.state).enrolled


def test_a_station_of_one_center_becomes_no_other_centers(office: Office, door: Door) -> None:
    """Its accounts would be that center's with the next comparison, its administrators administrators there."""
    sign_in(office, "admin")
    office.do(hub_joining.join, Told(center_secret=office.outside["center_secret"]))
    with pytest.raises(OtherCenter):
        office.do(hub_joining.join, Told(hub_id="another", center="south", recovery=b"r" * 32))
    assert (door.adopted, door.trusted, office.ask(hub_sync.state).center) == ([], [], "north")
    office.do(hub_joining.join, Told(hub_id="another", station="Seat 8"))
    assert office.ask(hub_sync.state).station == "Seat 8"


def test_an_operator_lets_no_station_in(office: Office, door: Door) -> None:
    sign_in(office, "wang")
    assert not office.ask(hub_joining.is_offered)
    with pytest.raises(NotAllowed):
        office.ask(hub_joining.opened, Path("seat.json"), "code")
    with pytest.raises(NotAllowed):
        office.do(hub_joining.join, Told())


def test_the_recovery_key_of_the_file_is_trusted_and_a_file_without_one_changes_nothing(
    office: Office, door: Door
) -> None:
    sign_in(office, "admin")
    office.do(hub_joining.join, Told())
    assert door.trusted == []
    office.do(hub_joining.join, Told(recovery=b"r" * 32))
    assert door.trusted == [b"r" * 32]
