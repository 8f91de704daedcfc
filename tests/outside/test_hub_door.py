"""The door to the hub says where there is none behind it."""

import pytest

from app.models.sync_errors import HubUnreachable, NotEnrolled
from app.outside.hub_door import HubDoor
from app.services import hub_sync
from app.services.hub_sync import Enrollment
from app.services.office import Office
from tests.desk import sign_in


def _quiet(_phase: str, _done: int) -> None:
    """Show nothing."""


def test_a_station_without_a_hub_and_a_hub_that_does_not_answer_are_told_apart(office: Office) -> None:
    with pytest.raises(NotEnrolled):
        HubDoor(office).run(told=_quiet)
    sign_in(office, "admin")
    nowhere = {"host": "127.0.0.1", "port": "1", "dbname": "hub", "user": "nobody"}
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", nowhere))
    with pytest.raises(HubUnreachable):
        HubDoor(office).run(told=_quiet)
    assert [one.outcome for one in office.ask(hub_sync.latest)] == ["HubUnreachable"]
