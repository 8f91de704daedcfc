"""Stations by the origins under which they write: what people see of who wrote where."""

from app.models.journal import Entity, Field, Kind

#: Written once for an origin: a copied disk that says another name for the same one moves to an origin of its own.
STATION = Entity(
    "station", tuple(Field(name, Kind.FACT) for name in ("origin", "label", "install", "program")), fact=True
)
