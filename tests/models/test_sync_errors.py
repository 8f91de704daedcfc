"""What comes between a station and the hub is told apart: the world failed, or it cannot be now."""

import pytest

from app.models import sync_errors
from app.models.errors import AppError, CannotNow, DiskFull, WorldFailed


@pytest.mark.parametrize("name", ["HubUnreachable", "HubRefusedLogin", "HubPlaceWrong", "HubFailed"])
def test_a_line_that_breaks_is_a_failure_of_the_world(name: str) -> None:
    assert issubclass(getattr(sync_errors, name), WorldFailed)


@pytest.mark.parametrize("name", ["HubUnknown", "HubEmpty", "HubExists", "HubStandby", "ProgramTooOld", "NotEnrolled"])
def test_a_wrong_hub_is_told_as_what_cannot_be_now(name: str) -> None:
    kind: type[AppError] = getattr(sync_errors, name)
    assert issubclass(kind, CannotNow)
    assert kind(found="x").facts == {"found": "x"}


@pytest.mark.parametrize("kind", [sync_errors.SyncDiskFull, sync_errors.BundleDiskFull])
def test_a_full_disk_is_said_of_what_was_under_way_and_not_of_what_was_typed(kind: type[WorldFailed]) -> None:
    with pytest.raises(kind) as found, sync_errors.full_disks(kind):
        raise DiskFull(path="x")
    assert found.value.facts == {"path": "x"}
