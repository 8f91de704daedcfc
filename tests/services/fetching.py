"""Two stations of one center, and a hub in memory that has what is no record."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.models.sync import COLUMNS, Wire
from app.outside.document_files import DocumentFiles
from app.services import hub_sync, script_documents
from app.services.hub_sync import Enrollment
from app.services.office import Office
from app.store import sync_apply
from tests.desk import KEY, opened, sign_in
from tests.fakes import FakeClock
from tests.services.objects_in_memory import MemoryObjects, push

NOTICE = b"%PDF the notice" * 40_000


@dataclass
class Pair:
    """Two stations of one center and its hub."""

    here: Office
    there: Office
    hub: MemoryObjects
    folder: Path

    def give(self) -> None:
        """Let the other station hear of everything, and the hub have what is no record."""
        push(self.here)
        sql = f"SELECT {', '.join(COLUMNS)} FROM journal /* whole: a test */ ORDER BY id"
        with self.there.store.write("") as tx:
            sync_apply.take(tx, [Wire(*row) for row in self.here.store.rows.all(sql)])

    def attach(self) -> str:
        """Attach a notice here."""
        sign_in(self.here, "chen")
        (self.folder / "notice.pdf").write_bytes(NOTICE)
        kept = self.here.ask(script_documents.take_in, self.folder / "notice.pdf")
        return self.here.do(script_documents.attach, kept).value.sha256


@pytest.fixture
def pair(office: Office, template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Pair]:
    (tmp_path / "other").mkdir()
    hub = MemoryObjects()
    with opened(template, tmp_path / "other", clock) as there:
        for number, one in enumerate((office, there)):
            folder = tmp_path / f"files {number}"
            documents = DocumentFiles(folder / "documents", folder / "opened", KEY)
            one.outside |= {"objects": hub, "documents": documents}
            sign_in(one, "admin")
            one.do(hub_sync.join, Enrollment("hub", "north", "pc", {"user": "pc"}))
            sign_in(one, "li")
        yield Pair(office, there, hub, tmp_path)
