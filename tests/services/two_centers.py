"""A hub in memory whose stations belong to several centers, for tests of what goes from one to another."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from app.services import hub_sync
from app.services.hub_sync import Enrollment, Syncer
from app.services.office import Office
from benchmarks.memory_hub import MemoryHub, MemoryLogin
from tests.desk import sign_in
from tests.fakes import FakeClock


class _Closing(MemoryLogin):
    def close(self) -> None:
        """Nothing is open."""


class Country:
    """The hub, and desks that belong to its centers."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.hub = MemoryHub(clock.now)

    def connect(self, login: Mapping[str, str]) -> Any:
        return _Closing(self.hub, login["user"])

    def enroll(self, office: Office, name: str, center: str) -> None:
        """Let a desk in; wang is signed in afterward."""
        self.hub.enroll(name, center, ("program",))
        office.outside["sync"] = Syncer(office, self.connect, "1.0")
        sign_in(office, "admin")
        office.do(hub_sync.join, Enrollment("hub", center, name, {"user": name}))
        sign_in(office, "wang")

    def sync(self, office: Office, **how: bool) -> hub_sync.Synced:
        self.clock.advance(timedelta(seconds=1))
        return office.ask(hub_sync.run, told=_heard, **how)


def _heard(_phase: str, _done: int) -> None:
    """Nobody looks."""
