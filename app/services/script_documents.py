"""Source documents of scripts: attached once, opened by everybody who reads scripts, checked by ``doctor``.

The content is on the disk, encrypted and flushed, before the record that names it is committed. A program that ends
between the two leaves a file that nothing names; ``check`` finds it and ``clean`` removes it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from app.models.accounts import Permission
from app.models.script_documents import Document, DocumentDamaged, DocumentMissing, DocumentUnknown
from app.services.office import View, Work
from app.store import script_documents as rows_of

#: A file that nothing names may be about to be named: it is left alone for so long.
YOUNG = timedelta(hours=1)


@dataclass(frozen=True)
class Kept:
    """A content that is on the disk: its SHA-256 in hexadecimal, the name of the file it came from, bytes."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True)
class Stray:
    """A file among the documents' that no document has: its name on the disk, bytes, when it was written."""

    name: str
    size: int
    at: datetime


class Documents(Protocol):
    """Where the contents are: encrypted files beside the database (``app.outside.document_files``)."""

    def keep(self, source: Path) -> Kept:
        """Write a content, flushed; the same content again writes nothing. Raises FileTooLarge, DiskFull …"""
        ...

    def holds(self, sha256: str) -> bool:
        """Say whether a content is there, without reading it."""
        ...

    def read(self, sha256: str, name: str) -> Iterator[bytes]:
        """Give a content decrypted, piece by piece. Raises DocumentMissing, DocumentDamaged."""
        ...

    def take(self, sha256: str, name: str, content: Iterable[bytes]) -> None:
        """Write a content that comes from elsewhere. Raises DocumentDamaged where it is another one, DiskFull …"""
        ...

    def copy_to(self, sha256: str, name: str, target: Path) -> None:
        """Write a content decrypted. Raises DocumentMissing, DocumentDamaged, FileNotWritten …"""
        ...

    def open_copy(self, sha256: str, name: str) -> Path:
        """Write a decrypted copy that only this user can read, until ``close_copies``, and return where."""
        ...

    def close_copies(self) -> None:
        """Remove every decrypted copy, also those that a killed program left."""
        ...

    def verify(self, sha256: str, name: str) -> None:
        """Read a content from end to end. Raises DocumentMissing, DocumentDamaged."""
        ...

    def strays(self, known: Iterable[str]) -> list[Stray]:
        """Return the files that belong to none of these contents."""
        ...

    def remove(self, stray: Stray) -> None:
        """Remove a file that belongs to no content."""
        ...


@dataclass(frozen=True)
class DocumentHealth:
    """What a check found. ``missing`` and ``damaged`` are documents; ``unknown`` are (script, version, SHA-256) whose
    file was never attached here; ``orphans`` are files that nothing names."""

    documents: int
    missing: tuple[Document, ...] = ()
    damaged: tuple[Document, ...] = ()
    unknown: tuple[tuple[str, int, str], ...] = ()
    orphans: tuple[Stray, ...] = ()

    @property
    def sound(self) -> bool:
        """Say whether every document is there as it was attached."""
        return not self.missing and not self.damaged


def take_in(view: View, path: Path) -> Kept:
    """Put a file's content among the documents. Nothing names it until ``attach``. Raises FileTooLarge, DiskFull …"""
    view.require(Permission.WRITE_SCRIPTS)
    return documents_of(view).keep(path)


def attach(work: Work, kept: Kept) -> Document:
    """Make a content that is on the disk a document, and return it: one of that content may be there already.

    Raises ``DocumentMissing`` where the file has gone.
    """
    person = work.require(Permission.WRITE_SCRIPTS)
    if not documents_of(work).holds(kept.sha256):
        raise DocumentMissing(name=kept.name)
    rows_of.write(work.tx, Document(kept.sha256, kept.name, kept.size, work.now), by=person.id)
    return known(work, kept.sha256)


def about(view: View, hashes: Collection[str]) -> dict[str, Document]:
    """Return what is known of some contents; those that were never attached here are left out."""
    view.require(Permission.READ_SCRIPTS)
    found = (rows_of.find(view.rows, one) for one in hashes)
    return {one.sha256: one for one in found if one is not None}


def open_copy(view: View, sha256: str) -> Path:
    """Return a decrypted copy to look at; it goes when the desk is locked or left.

    Raises ``DocumentUnknown``, ``DocumentMissing``, ``DocumentDamaged``.
    """
    view.require(Permission.READ_SCRIPTS)
    return documents_of(view).open_copy(sha256, known(view, sha256).name)


def save_as(view: View, sha256: str, target: Path) -> None:
    """Write a document to a file of the person's own choice. Raises as ``open_copy``, and what the disk refuses."""
    view.require(Permission.READ_SCRIPTS)
    documents_of(view).copy_to(sha256, known(view, sha256).name, target)


def close_copies(view: View) -> None:
    """Remove every decrypted copy: nobody is looking any more."""
    documents = view.outside.get("documents")
    if documents is not None:
        documents.close_copies()


def check(view: View) -> DocumentHealth:
    """Read every document and every version. Needs nobody signed in and changes nothing."""
    documents, attached = documents_of(view), rows_of.all_documents(view.rows)
    found = DocumentHealth(len(attached))
    for one in attached:
        try:
            documents.verify(one.sha256, one.name)
        except DocumentMissing:
            found = replace(found, missing=(*found.missing, one))
        except DocumentDamaged:
            found = replace(found, damaged=(*found.damaged, one))
    hashes = {one.sha256 for one in attached}
    unknown = tuple(one for one in rows_of.named(view.rows) if one[2] not in hashes)
    return replace(found, unknown=unknown, orphans=tuple(documents.strays(hashes)))


def clean(view: View) -> list[Stray]:
    """Remove the files that nothing names and nobody can be about to name, and return them."""
    documents = documents_of(view)
    strays = documents.strays({one.sha256 for one in rows_of.all_documents(view.rows)})
    old = [one for one in strays if one.at <= view.now - YOUNG]
    for one in old:
        documents.remove(one)
    return old


def documents_of(view: View) -> Documents:
    """Return where the contents are."""
    return view.outside["documents"]


def known(view: View, sha256: str) -> Document:
    """Return what is known of a content. Raises ``DocumentUnknown``."""
    found = rows_of.find(view.rows, sha256)
    if found is None:
        raise DocumentUnknown(sha256=sha256)
    return found
