"""What the hub publishes: one plain table an entity, and which of its columns tell nothing about a person."""

from typing import NamedTuple

from app.models.entities import ENTITIES, SCHEMA_VERSION
from app.models.journal import Entity, Field

#: Raised when rows have to be made again though no field is new: the fold says something else than before. It goes with
#: the ``sv`` of records, under which former fields are said in those of today.
RULES = 2 + SCHEMA_VERSION
#: Never published, for nobody.
WITHHELD = frozenset({("person", "password"), ("setting", "value")})
#: Texts that hold a code, a day or a name of things, never of people. A text not named here counts as personal.
OPEN_TEXTS = frozenset({
    "answer_mode", "area", "arm", "begins_on", "came_from", "category", "channel", "closed_code", "code", "day",
    "decision", "dialect", "direction", "ends_on", "form_version", "institution", "kind", "language", "line", "mode",
    "moved_to", "outcome", "program", "rating", "reason_code", "role", "severity", "slot", "state", "stratum", "unit",
    "urgency", "version",
})  # fmt: skip


class Column(NamedTuple):
    """One column of a published table. ``kind`` is text, whole, real, json, row or time."""

    name: str
    kind: str
    personal: bool


_KINDS = {"INTEGER": "whole", "REAL": "real", "JSON": "json", "REF": "row"}


def _column(one: Field) -> Column:
    kind = _KINDS.get(one.sql, "time" if one.name.endswith("_at") else "text")
    return Column(one.name, kind, kind == "json" or (kind == "text" and one.name not in OPEN_TEXTS))


def columns_of(entity: Entity) -> tuple[Column, ...]:
    """Return the columns of an entity's table beside those that every table has: id, center, changed_at, conflicts."""
    return tuple(_column(one) for one in entity.fields if (entity.name, one.name) not in WITHHELD)


PUBLISHED: dict[str, tuple[Column, ...]] = {name: columns_of(entity) for name, entity in ENTITIES.items()}
