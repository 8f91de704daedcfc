"""A station joins its hub with an enrollment file: open it with its code, take the center's secret, belong to it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from app.models.accounts import Permission
from app.models.sync_errors import OwnSecretInUse
from app.services import hub_sync
from app.services.hub_sync import Enrollment
from app.services.office import View, Work
from app.store import sync


class EnrollmentTold(Protocol):
    """What an enrollment file says. ``connection`` is what libpq takes, the password included."""

    @property
    def hub_id(self) -> str:
        """The hub's own name."""
        ...

    @property
    def center(self) -> str:
        """The center that the station belongs to."""
        ...

    @property
    def station(self) -> str:
        """The station's name at the hub."""
        ...

    @property
    def connection(self) -> Mapping[str, str]:
        """How the hub is reached."""
        ...

    @property
    def center_secret(self) -> bytes:
        """By which the center recognizes people."""
        ...

    @property
    def recovery(self) -> bytes | None:
        """The public half of the center's recovery key, None where it has none."""
        ...


class EnrollmentDoor(Protocol):
    """Reads enrollment files, and keeps the center's secret with the keys of this installation."""

    def read(self, path: Path, code: str) -> EnrollmentTold:
        """Open a file with its code. Raises what file and code raise."""
        ...

    def adopt(self, center_secret: bytes) -> None:
        """Keep this secret instead of the installation's own. Raises what the disk raises."""
        ...

    def trust(self, recovery: bytes) -> None:
        """Seal the keys for this recovery key, unless another one is trusted. Raises what the disk raises."""
        ...


def opened(view: View, path: Path, code: str) -> EnrollmentTold:
    """Return what an enrollment file says. Administrators only; raises ``NotAllowed`` and what file and code raise."""
    hub_sync.may_enroll(view)
    door: EnrollmentDoor = view.outside["enrollment"]
    return door.read(path, code)


def join(work: Work, told: EnrollmentTold) -> None:
    """Let this station belong to the hub of an enrollment file, under the center's secret. Administrators only.

    Its keys are sealed for the recovery key that the file names, so that the first sync takes the copy to the hub.

    Raises ``NotAllowed``, ``OtherCenter`` for a station that belongs to another center already, and ``OwnSecretInUse``
    where records of this station would no longer be recognized.
    """
    work.require(Permission.CHANGE_SETTINGS)
    hub_sync.keep_center(work, told.center)
    door: EnrollmentDoor = work.outside["enrollment"]
    if told.center_secret != work.outside["center_secret"]:
        if count := hub_sync.keyed(work):
            raise OwnSecretInUse(count=count)
        door.adopt(told.center_secret)
        work.outside["center_secret"] = told.center_secret
    if told.recovery is not None:
        door.trust(told.recovery)
    hub_sync.join(work, Enrollment(told.hub_id, told.center, told.station, told.connection))
    # The database knows the newest secret from now on, not from its next opening: a recovery may come between. What it
    # is sealed as in the keys file is found out then.
    sync.enroll(work.tx, {"hub_id": told.hub_id, "center_secret": told.center_secret, "center_secret_seal": b""})


def is_offered(view: View) -> bool:
    """Return whether joining is to be offered: to an administrator whose station belongs to no hub."""
    may = view.by is not None and view.by.may(Permission.CHANGE_SETTINGS)
    return may and not hub_sync.state(view).enrolled
