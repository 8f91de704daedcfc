"""Units: departments, hospitals and persons that can be asked to handle an inquiry."""

import re
from dataclasses import dataclass

from app.models.errors import FieldWrong
from app.models.journal import Entity, Field, Kind

#: What stands between several areas or duties of one unit.
_BETWEEN = re.compile("[;；、,，|]")


class UnitRetired(FieldWrong):
    """Something is to be sent to a unit that is no longer asked. Facts: ``field``, ``unit``."""


@dataclass(frozen=True)
class Unit:
    """One unit of the directory, known by its code.

    ``leader`` answers for it, ``calendar`` names the working calendar that its deadlines are counted on (None: the
    center's). A unit that is not ``on_system`` is served by dispatch notes. ``handles`` are categories or words.
    """

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
    email: str | None = None
    address: str | None = None
    wechat: str | None = None
    leader: str | None = None
    calendar: str | None = None
    on_system: bool = False

    def called(self, language: str) -> str:
        """Return its name in a language; the only one where it has no other."""
        return self.name if language.startswith("zh") else self.name_en or self.name

    @property
    def areas(self) -> tuple[str, ...]:
        """Return the areas that it serves; several are written with a separator between them."""
        return tuple(part.strip() for part in _BETWEEN.split(self.area or "") if part.strip())


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
        Field("email"),
        Field("address"),
        Field("wechat"),
        Field("leader"),
        Field("calendar"),
        Field("on_system", sql="INTEGER"),
    ),
)
