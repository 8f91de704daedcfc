"""Daily drills: questions and their versions, reviews, what is wanted out of turn; cards folded from them.

``drill_point`` and ``drill_card`` are no projections of the journal: services write them beside what happened and can
write them anew at any time.
"""

from sqlite_utils import Database

_TABLES: dict[str, str] = {
    "item": 'state TEXT, script TEXT, kind TEXT, "by" BLOB',
    "item_version": """item BLOB, number INTEGER, script TEXT, version INTEGER, points TEXT, topic TEXT, kind TEXT,
        content TEXT, difficulty REAL, source TEXT, at TEXT, "by" BLOB""",
    "review": """operator BLOB, script TEXT, point TEXT, version INTEGER, item BLOB, kind TEXT, at TEXT, day TEXT,
        score REAL, rating INTEGER, ms INTEGER, hinted INTEGER, answer TEXT""",
    "drill_need": """operator BLOB, script TEXT, point TEXT, source TEXT, day TEXT, at TEXT, "by" BLOB,
        evaluation BLOB, note TEXT""",
}
_STATEMENTS = (
    "CREATE INDEX item_script ON item(script)",
    "CREATE INDEX item_version_item ON item_version(item, number)",
    "CREATE INDEX item_version_topic ON item_version(topic, kind)",
    "CREATE INDEX review_card ON review(operator, script, point)",
    "CREATE INDEX review_day ON review(operator, day)",
    "CREATE INDEX review_point ON review(script, point)",
    "CREATE INDEX drill_need_card ON drill_need(operator, script, point)",
    "CREATE INDEX drill_need_point ON drill_need(script, point)",
    """CREATE TABLE drill_point(script TEXT NOT NULL, point TEXT NOT NULL, mark TEXT NOT NULL, topic TEXT NOT NULL,
        risk TEXT NOT NULL, weight REAL NOT NULL, changes TEXT NOT NULL, from_on TEXT, texts TEXT NOT NULL,
        PRIMARY KEY(script, point)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX drill_point_weight ON drill_point(weight DESC, script, point) WHERE from_on IS NOT NULL",
    """CREATE TABLE drill_card(operator BLOB NOT NULL, script TEXT NOT NULL, point TEXT NOT NULL, due_on TEXT,
        stability REAL, difficulty REAL, last_on TEXT, gap INTEGER, reps INTEGER NOT NULL, lapses INTEGER NOT NULL,
        lapses_since INTEGER NOT NULL, lapsed INTEGER NOT NULL, changed INTEGER NOT NULL, suspended INTEGER NOT NULL,
        wanted TEXT, last_item BLOB NOT NULL, needs INTEGER NOT NULL, PRIMARY KEY(operator, script, point))
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX drill_card_due ON drill_card(operator, due_on) WHERE suspended = 0",
    "CREATE INDEX drill_card_point ON drill_card(script, point)",
    "CREATE INDEX drill_card_leech ON drill_card(lapses_since) WHERE suspended = 0 AND lapses_since >= 4",
)


def up(database: Database) -> None:
    """Create the tables with their guards and indexes."""
    for table, columns in _TABLES.items():
        database.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY, {columns}, conflicts TEXT) STRICT, WITHOUT ROWID")
        for verb in ("INSERT", "UPDATE", "DELETE"):
            database.execute(
                f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
                BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
            )
    for statement in _STATEMENTS:
        database.execute(statement)
