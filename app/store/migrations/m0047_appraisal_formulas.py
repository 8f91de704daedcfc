"""Formulas of appraisals, each with the day from which it counts."""

from sqlite_utils import Database


def up(database: Database) -> None:
    """Create the table with its guards and its index."""
    database.execute(
        """CREATE TABLE appraisal_formula(id BLOB PRIMARY KEY, weights TEXT, practice_days INTEGER, from_on TEXT,
            reason TEXT, at TEXT, "by" BLOB, conflicts TEXT) STRICT, WITHOUT ROWID"""
    )
    for verb in ("INSERT", "UPDATE", "DELETE"):
        database.execute(
            f"""CREATE TRIGGER appraisal_formula_guard_{verb.lower()} BEFORE {verb} ON appraisal_formula
                WHEN journal_applying() = 0 BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        )
    database.execute("CREATE INDEX appraisal_formula_day ON appraisal_formula(from_on, at, id)")
