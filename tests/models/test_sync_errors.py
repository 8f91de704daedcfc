"""What comes between a station and the hub is told apart: the world failed, or it cannot be now."""

import pytest

from app.models import sync_errors
from app.models.errors import AppError, CannotNow, WorldFailed


@pytest.mark.parametrize("name", ["HubUnreachable", "HubRefusedLogin", "HubPlaceWrong", "HubFailed"])
def test_a_line_that_breaks_is_a_failure_of_the_world(name: str) -> None:
    assert issubclass(getattr(sync_errors, name), WorldFailed)


@pytest.mark.parametrize("name", ["HubUnknown", "HubEmpty", "HubExists", "HubStandby", "ProgramTooOld", "NotEnrolled"])
def test_a_wrong_hub_is_told_as_what_cannot_be_now(name: str) -> None:
    kind: type[AppError] = getattr(sync_errors, name)
    assert issubclass(kind, CannotNow)
    assert kind(found="x").facts == {"found": "x"}
