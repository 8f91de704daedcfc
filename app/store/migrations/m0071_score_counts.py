"""How many calls of each institution have a chance in a slot, kept while chances are written: every next call asks."""

from sqlite_utils import Database

_ONE_MORE = """INSERT INTO callback_score_count VALUES (new.slot, new.institution, 1)
    ON CONFLICT (slot, institution) DO UPDATE SET calls = calls + 1"""
_ONE_LESS = """UPDATE callback_score_count SET calls = calls - 1
    WHERE slot = old.slot AND institution = old.institution"""
_STATEMENTS = (
    """CREATE TABLE callback_score_count(slot INTEGER NOT NULL, institution TEXT NOT NULL, calls INTEGER NOT NULL,
        PRIMARY KEY(slot, institution)) STRICT, WITHOUT ROWID""",
    """INSERT INTO callback_score_count SELECT slot, institution, count(*) FROM callback_score
        GROUP BY slot, institution /* whole: counted once, in this step */""",
    f"CREATE TRIGGER callback_score_more AFTER INSERT ON callback_score BEGIN {_ONE_MORE}; END",
    f"CREATE TRIGGER callback_score_less AFTER DELETE ON callback_score BEGIN {_ONE_LESS}; END",
    f"""CREATE TRIGGER callback_score_moved AFTER UPDATE OF institution ON callback_score
        WHEN old.institution <> new.institution BEGIN {_ONE_LESS}; {_ONE_MORE}; END""",
)


def up(database: Database) -> None:
    """Count what stands there, and count from now on."""
    for statement in _STATEMENTS:
        database.execute(statement)
