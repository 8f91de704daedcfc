"""Stations of one center with the hub on a real PostgreSQL; ``python -m tests.journeys.stations DATABASE PARTS`` is one
sync in a process of its own, which kills itself once the hub has so many parts of lists and documents.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from app.models.ids import new_id
from app.outside import hub_setup
from app.outside.document_files import DocumentFiles
from app.outside.hub import connected
from app.outside.hub_objects import ObjectDoor
from app.services import hub_sync
from app.services.hub_sync import Enrollment, Synced, Syncer
from app.services.office import Office
from app.store import sync as sync_rows
from app.store.store import Store
from tests.desk import KEY, NOON, opened, sign_in
from tests.fakes import FakeClock
from tests.servers import Server

_CENTERS = count()


def furnished(office: Office) -> Office:
    """Give an office its way to the hub and its documents."""
    folder = office.store.path.parent
    documents = DocumentFiles(folder / "documents", folder / "opened", KEY)
    office.outside |= {"sync": Syncer(office, connected), "objects": ObjectDoor(), "documents": documents}
    return office


@dataclass
class Center:
    """One center of the hub, and its stations."""

    server: Server
    template: Path
    folder: Path
    clock: FakeClock
    stack: ExitStack
    name: str = field(default_factory=lambda: f"lists {next(_CENTERS)}")
    database: str = "hub"

    def station(self, label: str) -> Office:
        """Enroll a station with a database of its own; li, who supervises, is signed in."""
        (self.folder / label).mkdir()
        office = furnished(self.stack.enter_context(opened(self.template, self.folder / label, self.clock)))
        with office.store.write(
            ""
        ) as tx:  # the template's records under an origin of its own: it is no twin of another
            sync_rows.move(tx, new_id(tx.writer.now_ms), sync_rows.own_end(tx)._replace(seq=0, hash=b""), ())
        made = hub_setup.enroll(self.server.place(self.database), label, self.name)
        login = {"host": "127.0.0.1", "port": str(self.server.port), "dbname": self.database, "user": made.who}
        sign_in(office, "admin")
        told = Enrollment(made.hub_id, self.name, label, {**login, "password": made.password})
        office.do(hub_sync.join, told)
        sign_in(office, "li")
        return office

    def sync(self, office: Office, *, check: bool = False) -> Synced:
        """Sync a station; who has to get up there, since the center's accounts came, sits down again."""
        done = office.ask(hub_sync.run, told=_quiet, check=check)
        if office.is_closed and office.by is not None:
            sign_in(office, office.by.name)
        return done


@pytest.fixture
def center(server: Server, template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Center]:
    """A center of a test's own."""
    with ExitStack() as stack:
        yield Center(server, template, tmp_path, clock, stack)


def _quiet(_phase: str, _done: int) -> None:
    """Hear nothing."""


def _killing(parts: int) -> Callable[[str, int], None]:
    def told(phase: str, done: int) -> None:
        if phase == "objects" and done == parts:
            os.kill(os.getpid(), signal.SIGKILL)

    return told


if __name__ == "__main__":
    clock = FakeClock(NOON)
    desk = furnished(Office(Store.open(Path(sys.argv[1]), KEY, clock.now), clock, {"center_secret": KEY}))
    desk.ask(hub_sync.run, told=_killing(int(sys.argv[2])))
