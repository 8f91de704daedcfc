"""Fields whose values two stations set without knowing of each other: what a person is asked to decide."""

from dataclasses import dataclass
from datetime import datetime

from app.models.journal import Kind, Value


@dataclass(frozen=True)
class Choice:
    """One of the values: who set it ("" the program), when at the center, and at which station ("" not known).

    ``told``: what was written beside a deletion and keeps the row, field by field as it may be shown.
    """

    uid: bytes
    value: Value
    actor: str
    at: datetime
    station: str
    here: bool
    told: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True)
class Conflict:
    """One field of one row. ``title`` is what people know the row by; ``kind`` says how the field is merged."""

    entity: str
    row_id: bytes
    field: str
    kind: Kind
    title: str
    shown: Value
    choices: tuple[Choice, ...]
