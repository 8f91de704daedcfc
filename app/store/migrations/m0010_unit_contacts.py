"""More ways to reach a unit, who leads it, on which calendar it works, and whether it works on the system."""

from sqlite_utils import Database

_COLUMNS = (
    ("email", "TEXT"),
    ("address", "TEXT"),
    ("wechat", "TEXT"),
    ("leader", "TEXT"),
    ("calendar", "TEXT"),
    ("on_system", "INTEGER"),
)


def up(database: Database) -> None:
    """Add the columns; what was known stays."""
    for name, kind in _COLUMNS:
        database.execute(f"ALTER TABLE unit ADD COLUMN {name} {kind}")
