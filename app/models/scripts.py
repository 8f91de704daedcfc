"""Scripts as rows: a script, its immutable versions, and the events that move a version through its life.

What a version says is parsed and checked by ``app.scripts_library``; here is only what the journal keeps of it.
"""

from app.models.journal import Entity, Field, Kind


def _facts(*names: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.FACT, sql) for name, sql in names)


SCRIPT = Entity("script", (Field("key", Kind.ONCE), Field("deleted_at", Kind.GONE)))
SCRIPT_VERSION = Entity(
    "script_version",
    _facts(
        ("script", "REF"),
        ("key", "TEXT"),
        ("number", "INTEGER"),
        ("title_zh", "TEXT"),
        ("title_en", "TEXT"),
        ("topic", "TEXT"),
        ("content", "TEXT"),
        ("content_hash", "TEXT"),
        ("effective_from", "TEXT"),
        ("effective_to", "TEXT"),
        ("urgent", "INTEGER"),
        ("at", "TEXT"),
        ("by", "REF"),
        ("source", "TEXT"),
    ),
    fact=True,
)
SCRIPT_EVENT = Entity(
    "script_event",
    _facts(
        ("script", "REF"),
        ("version", "REF"),
        ("state", "TEXT"),
        ("at", "TEXT"),
        ("by", "REF"),
        ("note", "TEXT"),
    ),
    fact=True,
)
SCRIPT_FLAG = Entity(
    "script_flag",
    _facts(
        ("script", "REF"),
        ("version", "REF"),
        ("key_point", "TEXT"),
        ("note", "TEXT"),
        ("at", "TEXT"),
        ("by", "REF"),
        ("ends", "REF"),
    ),
    fact=True,
)
