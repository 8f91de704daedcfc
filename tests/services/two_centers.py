"""A hub in memory whose stations belong to several centers, for tests of what goes from one to another."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.services import conflicts, hub_sync, inquiries
from app.services.hub_sync import Enrollment, Syncer
from app.services.inquiries import Detail, Wanted
from app.services.office import Office
from benchmarks.memory_hub import MemoryHub, MemoryLogin
from tests.desk import opened, sign_in
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


class Desks:
    """Two desks in the north, one in the south and one in the west, all of one hub."""

    def __init__(self, country: Country, north: Office, found: list[Office]) -> None:
        self.country = country
        self.north, (self.second, self.south, self.west) = north, found
        self.all = (north, *found)

    def sync(self, times: int = 2) -> None:
        for _ in range(times):
            for desk in self.all:
                self.country.sync(desk)

    def came(self, desk: Office) -> Detail:
        [row] = [one for one in desk.ask(inquiries.list_page, Wanted()).rows if one.came_from]
        return desk.ask(inquiries.detail, row.id)


def decide(desk: Office, inquiry: bytes, center: str) -> None:
    """Let an inquiry be this center's, of those to which it went."""
    [found] = desk.ask(conflicts.waiting)
    [uid] = [one.uid for one in found.choices if one.value == center]
    desk.do(conflicts.decide, "inquiry", inquiry, "moved_to", uid)


@contextmanager
def four_desks(template: Path, folder: Path, clock: FakeClock, north: Office) -> Generator[Desks]:
    """Give the desks; every center has heard of the others."""
    country = Country(clock)
    country.enroll(north, "one", "North")
    folders = [folder / name for name in ("second", "south", "west")]
    for one in folders:
        one.mkdir()
    with (
        opened(template, folders[0], clock) as second,
        opened(template, folders[1], clock) as south,
        opened(template, folders[2], clock) as west,
    ):
        for desk, name, center in ((second, "two", "North"), (south, "three", "South"), (west, "four", "West")):
            country.enroll(desk, name, center)
        made = Desks(country, north, [second, south, west])
        made.sync()
        yield made
