"""Source documents of scripts: the file that an answer rests on, kept whole on this station and never changed.

A document is known by the SHA-256 of its content. A script's source names it by that hash, so that a version goes on
naming the very file that its author and its approver had before them.
"""

from dataclasses import dataclass
from datetime import datetime

from app.models.errors import CannotNow, WorldFailed
from app.models.journal import Entity, Field, Kind

#: Most megabytes (2**20 bytes) of one document: it is read by people, and travels to every station.
LIMIT_MB = 50


class DocumentMissing(WorldFailed):
    """A document is known, but its file is not on this station. Facts: ``name``."""


class DocumentDamaged(WorldFailed):
    """The file of a document is not what was written, or another key wrote it. Facts: ``name``."""


class DocumentUnknown(CannotNow):
    """No document with this content was ever attached here. Facts: ``sha256``."""


class DocumentNotShown(WorldFailed):
    """No program of this computer shows such files. Facts: ``name``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its content's SHA-256 in hexadecimal, the name it came with, bytes, when, and by whom (as shown)."""

    sha256: str
    name: str
    size: int
    at: datetime
    by: str = ""


SCRIPT_DOCUMENT = Entity(
    "script_document",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (("sha256", "TEXT"), ("name", "TEXT"), ("size", "INTEGER"), ("at", "TEXT"), ("by", "REF"))
    ),
    fact=True,
)
