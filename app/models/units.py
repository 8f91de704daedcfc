"""Units: departments, hospitals and persons that can be asked to handle an inquiry."""

from dataclasses import dataclass

from app.models.journal import Entity, Field, Kind


@dataclass(frozen=True)
class Unit:
    """One unit of the directory, known by its code."""

    id: bytes
    code: str
    name: str
    name_en: str | None = None
    kind: str | None = None
    area: str | None = None
    phone: str | None = None
    contact_person: str | None = None
    handles: str | None = None
    active: bool = True


UNIT = Entity(
    "unit",
    (
        Field("code", Kind.ONCE),
        Field("name"),
        Field("name_en"),
        Field("kind"),
        Field("area"),
        Field("phone"),
        Field("contact_person"),
        Field("handles"),
        Field("active", sql="INTEGER"),
    ),
)
