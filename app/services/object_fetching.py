"""Fetching from the hub what is not on this station, when somebody asks; here a source document of a script.

What comes is used only where it is what its record says by its hash.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.models.accounts import Permission
from app.models.ids import derived_id
from app.models.objects import DOCUMENT, ObjectBroken, ObjectForeign, ObjectMissing, There
from app.models.script_documents import DocumentDamaged, DocumentMissing
from app.models.sync_errors import NotEnrolled
from app.services import script_documents
from app.services.office import View
from app.store import sync as sync_rows

if TYPE_CHECKING:
    from app.services.object_giving import Door, ObjectHub, Seal


T = TypeVar("T")


class Progress(Protocol):
    """Hears how far it has come; raising from it stops, and nothing is kept."""

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """Take the parts done, and how many there are."""
        ...


def open_document(view: View, sha256: str) -> Path:
    """Return a decrypted copy to look at, as ``script_documents.open_copy``; one that is not here is fetched first."""
    try:
        return script_documents.open_copy(view, sha256)
    except DocumentMissing:
        fetch_document(view, sha256)
    return script_documents.open_copy(view, sha256)


def save_document(view: View, sha256: str, target: Path) -> None:
    """Write a document to a file, as ``script_documents.save_as``; one that is not here is fetched first."""
    try:
        script_documents.save_as(view, sha256, target)
    except DocumentMissing:
        fetch_document(view, sha256)
        script_documents.save_as(view, sha256, target)


def fetch_document(view: View, sha256: str, *, progress: Progress | None = None) -> None:
    """Put a source document from the hub among those of this station.

    Raises ``DocumentUnknown``, ``DocumentMissing`` (a station without a hub), and as ``Wanted.content``.
    """
    view.require(Permission.READ_SCRIPTS)
    documents = script_documents.documents_of(view)
    name = script_documents.known(view, sha256).name
    wanted = Wanted(view, DOCUMENT, derived_id("script_document", sha256), sha256, name, progress)

    def take(content: Iterator[bytes]) -> None:
        try:
            documents.take(sha256, name, content)
        except DocumentDamaged as error:
            raise ObjectBroken(name=name) from error

    try:
        wanted.taken(take)
    except NotEnrolled as error:
        raise DocumentMissing(name=name) from error


@dataclass(frozen=True)
class Wanted:
    """A content that a record names: its kind, the record, its SHA-256 and what people call it."""

    view: View
    kind: str
    about: bytes
    sha256: str
    name: str
    progress: Progress | None

    def taken(self, take: Callable[[Iterator[bytes]], T]) -> T:
        """Return what ``take`` makes of the content, which it gets part by part, opened under the center's secret.

        It checks the hash, and raises ``ObjectBroken`` where that is another one: where several stations gave an object
        of this name, the next one is tried. Raises ``NotEnrolled``, ``ObjectMissing``, ``ObjectForeign``,
        ``ObjectBroken``, ``HubKeepsNoObjects``, and what the line and ``progress`` raise.
        """
        login, door = sync_rows.login(self.view.rows), self._door()
        if login is None or door is None:
            raise NotEnrolled
        seal = door.seal(self.view.outside["center_secret"])
        with door.connected(login.connection) as hub:
            *others, last = self._found(hub, seal)
            for one in others:
                with suppress(ObjectBroken, ObjectMissing):
                    return take(self._parts(hub, seal, one))
            return take(self._parts(hub, seal, last))

    def _door(self) -> "Door | None":
        return self.view.outside.get("objects")

    def _found(self, hub: "ObjectHub", seal: "Seal") -> list[There]:
        there = hub.of(self.about)
        name = seal.name(self.kind, self.sha256)
        found = [one for one in there if one.name == name]
        if not found:
            raise (ObjectForeign if there else ObjectMissing)(name=self.name)
        return found

    def _parts(self, hub: "ObjectHub", seal: "Seal", found: There) -> Iterator[bytes]:
        for number in range(found.parts):
            sealed = hub.part(found.name, found.salt, number)
            if sealed is None:
                raise ObjectMissing(name=self.name)
            part = seal.opened(found.name, found.salt, number, sealed, is_last=number == found.parts - 1)
            if part is None:
                raise ObjectBroken(name=self.name)
            if self.progress:
                self.progress.at(number + 1, found.parts)
            yield part
