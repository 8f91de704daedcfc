"""The read log: who opened a record, saw a full number, or took rows out of the house; a fact each, never changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.models.journal import Entity, Field, Kind

#: Scope of these facts: they go to the hub and to no other station.
SCOPE = "access"
#: The same person opening the same record again within this time is one reading.
ONE_READING = timedelta(minutes=15)


class Access(StrEnum):
    """What somebody did with what they read."""

    OPENED = "opened"
    REVEALED = "revealed"
    EXPORTED = "exported"


@dataclass(frozen=True)
class Reading:
    """One line of the log. ``label`` is what people call the record; ``rows`` counts those of an export."""

    id: bytes
    did: Access
    entity: str
    record: bytes | None
    label: str
    why: str
    rows: int
    person: str
    at: datetime


ACCESS = Entity(
    "access",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("did", "TEXT"),
            ("entity", "TEXT"),
            ("record", "REF"),
            ("label", "TEXT"),
            ("why", "TEXT"),
            ("rows", "INTEGER"),
            ("person", "REF"),
            ("at", "TEXT"),
        )
    ),
    fact=True,
)
