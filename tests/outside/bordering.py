"""Two centers at either hub, of which one has sent the other an inquiry, for tests of what may cross their border."""

import hashlib
import json
from collections.abc import Generator, Iterable
from contextlib import contextmanager

import pytest

from app.models.sync import Wire, readdressed, summary_of
from app.outside import hub_setup
from app.outside.hub import PostgresHub
from app.services.syncing import Hub
from benchmarks.memory_hub import MemoryLogin
from tests.outside.test_hub import UIDS, Doors, pulled


@contextmanager
def at_border(request: pytest.FixtureRequest) -> Generator["Border"]:
    """Give the two centers at the hub that the fixture is asked for: "memory" or "postgres"."""
    doors = Doors(request.getfixturevalue("server") if request.param == "postgres" else None)
    yield Border(doors)
    for one in doors.opened:
        one.close()


def said(entity: str, row: bytes, scope: str, values: dict[str, str], seen: tuple[bytes, ...] = ()) -> Wire:
    """One record of a row, outside any chain."""
    told: dict[str, object] = {"f": values, **({"b": {"name": [one.hex() for one in seen]}} if seen else {})}
    payload = json.dumps(told)
    uid, hashed = next(UIDS).to_bytes(16, "big"), hashlib.sha256(payload.encode()).digest()
    return Wire(b"", 0, uid, 5, "2026", "li", scope, entity, row, 1, payload, hashed, b"")


def chain(hub: Hub, *rows: Wire) -> list[Wire]:
    """Push records as one chain."""
    hub.push(found := readdressed(rows, next(UIDS).to_bytes(16, "little")))
    return found


def told(rows: Iterable[Wire]) -> set[tuple[bytes, str | None]]:
    """What these records say under their names."""
    return {(one.uid, one.payload) for one in rows}


class Border:
    """Two centers at a hub, of which the north has sent an inquiry with its caller to the south."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors
        self.home, self.other = f"{doors.center}-north", f"{doors.center}-south"
        self.north, self.south = doors.station(self.home), doors.station(self.other)
        self.own, self.there, self.caller, self.phone = (next(UIDS).to_bytes(16, "big") for _ in range(4))
        self.sent = chain(
            self.north,
            said("caller", self.caller, self.other, {"name": "Li"}),
            said("caller_phone", self.phone, self.other, {"caller": self.caller.hex(), "number": "1"}),
            said("inquiry", self.there, self.other, {"came_as": self.own.hex(), "came_from": self.home}),
            self.step(self.there, self.other),
        )

    def step(self, inquiry: bytes, scope: str) -> Wire:
        return said("inquiry_event", next(UIDS).to_bytes(16, "big"), scope, {"inquiry": inquiry.hex()})

    def let_go(self, hub: Hub) -> None:
        """The administrator closes the door to a station."""
        if isinstance(hub, MemoryLogin):
            return self.doors.memory.expel(hub.who)
        assert isinstance(hub, PostgresHub)
        assert self.doors.server is not None
        hub_setup.expel(self.doors.server.place("hub"), str(hub.ask("SELECT session_user")[0]))
        return None

    def given(self, hub: Hub, scope: str) -> set[tuple[bytes, str | None]]:
        """What a station of a center gets of its scope, every copy of it; these records are what the summary counts."""
        rows, marks = pulled(hub, scope, [])
        assert hub.summary(scope, marks) == summary_of({one.uid for one in rows})
        return told(rows)
