"""How a campaign was drawn, what each of its cases stands for, and how likely each call is to be answered when.

Like ``callback_queue``, ``callback_score`` is no projection: it is written anew whenever a call, or what was learned of
all calls, changes.
"""

from sqlite_utils import Database

_COLUMNS = {
    "campaign": (
        *("frame BLOB", "seed TEXT", "start REAL", "how TEXT", "strata TEXT", "left_out TEXT", "questionnaire TEXT"),
        *("questionnaire_version INTEGER", "begins_on TEXT", "ends_on TEXT", "people INTEGER", "released INTEGER"),
        "closed_at TEXT",
    ),
    "campaign_case": (
        *("institution TEXT", "encounter TEXT", "day TEXT", "place INTEGER", "replicate INTEGER", "weight REAL"),
    ),
    "attempt": ("arm TEXT",),
}
_STATEMENTS = (
    "CREATE INDEX campaign_case_closed ON campaign_case(code, closed_at, person_key) WHERE closed_at IS NOT NULL",
    """CREATE TABLE callback_score(callback BLOB NOT NULL, slot INTEGER NOT NULL, institution TEXT NOT NULL,
        chance REAL NOT NULL, PRIMARY KEY(callback, slot)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX callback_score_best ON callback_score(slot, institution, chance DESC)",
    "CREATE INDEX attempt_at ON attempt(at)",
    "CREATE INDEX campaign_case_open ON campaign_case(campaign, replicate) WHERE closed_at IS NULL",
)


def up(database: Database) -> None:
    """Add the columns and indexes; campaigns that were made before say nothing of a draw."""
    for table, columns in _COLUMNS.items():
        for column in columns:
            database.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for statement in _STATEMENTS:
        database.execute(statement)
