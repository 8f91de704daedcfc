"""Computers that join a center one by one, each with accounts of its own, at a hub in memory or in PostgreSQL."""

from collections.abc import Callable, Generator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from app.models.accounts import Role
from app.models.sync_errors import HubUnreachable
from app.outside import hub_setup
from app.outside.hub import connected
from app.services import accounts, hub_sync
from app.services.hub_sync import Enrollment, Synced, Syncer
from app.services.office import Office
from app.store import accounts as account_rows
from app.store.store import Store
from benchmarks.memory_hub import MemoryHub, MemoryLogin
from tests.desk import KEY
from tests.fakes import FakeClock
from tests.servers import Server

_CENTERS = count()
PASSWORD = "a password of the desk"


class _Closing(MemoryLogin):
    def close(self) -> None:
        """Nothing is open."""


class Joining:
    """A center without anybody, and the computers that join it."""

    def __init__(self, clock: FakeClock, folder: Path, stack: ExitStack, server: Server | None) -> None:
        self.clock, self.folder, self.stack, self.server = clock, folder, stack, server
        self.center = f"joining {next(_CENTERS)}"
        self.memory = MemoryHub(clock.now)
        #: Called before the hub takes records, and after it has said whom the center knows; may raise.
        self.before_push: Callable[[], None] = _nothing
        self.after_people: Callable[[], None] = _nothing
        #: How many pulls break off before they give anything.
        self.failing_pulls = 0
        #: After how many chunks a pull breaks off; None: after none.
        self.chunks: int | None = None

    def computer(self, label: str, administrator: str = "admin", install: str = "") -> Office:
        """A computer on which somebody made themselves administrator, who sits there."""
        (self.folder / label).mkdir()
        path = self.folder / label / "onewindow.db"
        store = Store.create(path, KEY, self.clock.now, install_id=install or label)
        self.stack.callback(store.close)
        return self.furnished(store, administrator)

    def furnished(self, store: Store, administrator: str = "") -> Office:
        """Give a database a desk."""
        office = Office(store, self.clock, {"center_secret": KEY})
        office.outside["sync"] = Syncer(office, self.connect, "1.0")
        if administrator:
            office.do(accounts.create, administrator, administrator.title(), PASSWORD, (Role.ADMINISTRATOR,))
            sit(office, administrator)
        return office

    def connect(self, login: Mapping[str, str]) -> Any:
        """Reach the hub."""
        found = connected(login) if self.server is not None else _Closing(self.memory, login["user"])
        push, people, pull = found.push, found.people, found.pull

        def pushed(rows: Any) -> None:
            self.before_push()
            push(rows)

        def asked(center: str) -> Any:
            told = people(center)
            self.after_people()
            return told

        def pulled(*wanted: Any) -> Any:
            if self.failing_pulls:
                self.failing_pulls -= 1
                broken()
            for place, chunk in enumerate(pull(*wanted)):
                if place == self.chunks:
                    broken()
                yield chunk

        found.push, found.people, found.pull = pushed, asked, pulled  # type: ignore[method-assign]
        return found

    def join(self, office: Office, label: str, center: str = "", hub: str = "") -> None:
        """Let a computer belong to the center."""
        center = center or self.center
        if self.server is None:
            self.memory.enroll(label, center, ("program",))
            told = Enrollment(hub or "hub", center, label, {"user": label})
        else:
            made = hub_setup.enroll(self.server.place("hub"), label, center)
            login = {"host": "127.0.0.1", "port": str(self.server.port), "dbname": "hub", "user": made.who}
            told = Enrollment(made.hub_id, center, label, {**login, "password": made.password})
        office.do(hub_sync.join, told)

    def joined(self, label: str, administrator: str = "admin", install: str = "") -> Office:
        """A computer that has joined and has not synced yet."""
        office = self.computer(label, administrator, install)
        self.join(office, label)
        return office

    def sync(self, office: Office, **how: Any) -> Synced:
        """Sync a computer."""
        self.clock.advance(timedelta(seconds=1))
        return office.ask(hub_sync.run, told=unheard, **how)


@contextmanager
def joining(request: pytest.FixtureRequest, clock: FakeClock, folder: Path) -> Generator[Joining]:
    """Give a center at the hub that the fixture is asked for: "memory" or "postgres"."""
    server = request.getfixturevalue("server") if request.param == "postgres" else None
    with ExitStack() as stack:
        yield Joining(clock, folder, stack, server)


def sit(office: Office, name: str) -> None:
    """Seat somebody without the cost of a password check."""
    found = account_rows.by_name(office.store.rows, name)
    assert found is not None
    office.sign_in(found[0])


def standing(office: Office) -> dict[str, bool]:
    """Return each account's sign-in name, and whether somebody may sign in with it."""
    return {one.name: one.disabled_at is None for one in account_rows.everyone(office.store.rows)}


def _nothing() -> None:
    """Nothing comes between."""


def unheard(_phase: str, _done: int) -> None:
    """Nobody looks."""


def id_of(office: Office, name: str) -> bytes:
    """Return the account of a sign-in name."""
    return next(one.id for one in account_rows.everyone(office.store.rows) if one.name == name)


def once(center: Joining, between: Callable[[], object]) -> None:
    """Let something come between a computer and the hub, once."""
    center.before_push = center.after_people = _nothing
    between()


def broken() -> None:
    """Break the line."""
    raise HubUnreachable(reason="the line is cut")
