"""Reference data as entities: versions under a name that never change, the newest of which counts (data.md)."""

from app.models.journal import Entity, Field, Kind


def versioned(name: str, *more: Field) -> Entity:
    """Return the entity of one kind of reference data: its content as a file's text, and who saved it when.

    ``more`` stands between the number of a version and its content.
    """
    return Entity(
        name,
        (
            Field("name", Kind.FACT),
            Field("number", Kind.FACT, "INTEGER"),
            *more,
            Field("content", Kind.FACT),
            Field("at", Kind.FACT),
            Field("by", Kind.FACT, "REF"),
        ),
        fact=True,
    )
