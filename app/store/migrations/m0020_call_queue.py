"""The call-back queue: attempts, appointments, leases, campaign cases, and what is ready to be called.

``callback_queue`` is no projection of the journal: services write it beside a call of a survey whenever something
happened to it, and can write it anew at any time. Calls that somebody waits for are found by their due time instead.
"""

from sqlite_utils import Database

_TABLES: dict[str, str] = {
    "attempt": """callback BLOB, station TEXT, seq INTEGER, at TEXT, number TEXT, direction TEXT, slot TEXT, "by" BLOB,
        contact_group TEXT, epoch INTEGER, campaign TEXT""",
    "attempt_outcome": """attempt BLOB, code TEXT, at TEXT, "by" BLOB, rang_s INTEGER, talked_s INTEGER,
        percent INTEGER, confirmed INTEGER, missed_by TEXT, flags TEXT, note TEXT, contact BLOB""",
    "appointment": """callback BLOB, start_at TEXT, end_at TEXT, kind TEXT, agreed_with TEXT, number TEXT,
        wanted_by BLOB, state TEXT, missed_by TEXT, made_at TEXT, made_by BLOB""",
    "campaign": """name TEXT, policy TEXT, slots TEXT, allowed TEXT, dialect INTEGER, stopped_at TEXT, at TEXT,
        "by" BLOB""",
    "campaign_case": """campaign BLOB, person_key TEXT, caller BLOB, name TEXT, numbers TEXT, stratum TEXT,
        contact_group TEXT, about TEXT, begins_at TEXT, released_at TEXT, code TEXT, closed_at TEXT""",
    "lease": """contact_group TEXT, kind TEXT, station TEXT, epoch INTEGER, from_at TEXT, until_at TEXT,
        attempts INTEGER, by_station TEXT, at TEXT, "by" BLOB""",
}
_STATEMENTS = (
    *(
        f"ALTER TABLE callback ADD COLUMN {column}"
        for column in (
            *("closed_code TEXT", "campaign BLOB", "case_id BLOB", "contact_group TEXT", "numbers TEXT"),
            "begins_at TEXT",
        )
    ),
    "CREATE INDEX callback_number ON callback(number) WHERE closed_at IS NULL",
    "CREATE INDEX callback_case ON callback(case_id) WHERE case_id IS NOT NULL",
    "CREATE INDEX callback_campaign ON callback(campaign) WHERE campaign IS NOT NULL",
    "CREATE INDEX callback_group ON callback(contact_group) WHERE contact_group IS NOT NULL",
    "CREATE INDEX attempt_callback ON attempt(callback, at)",
    "CREATE INDEX attempt_number ON attempt(number, at)",
    'CREATE INDEX attempt_by ON attempt("by", at)',
    "CREATE INDEX attempt_station ON attempt(station, seq)",
    "CREATE INDEX attempt_outcome_attempt ON attempt_outcome(attempt)",
    "CREATE INDEX appointment_callback ON appointment(callback)",
    "CREATE INDEX appointment_open ON appointment(start_at) WHERE state = 'open'",
    "CREATE INDEX campaign_case_campaign ON campaign_case(campaign, stratum)",
    "CREATE INDEX campaign_case_group ON campaign_case(contact_group)",
    "CREATE INDEX campaign_case_person ON campaign_case(person_key)",
    "CREATE INDEX lease_group ON lease(contact_group, epoch)",
    """CREATE TABLE callback_queue(callback BLOB PRIMARY KEY, number TEXT, contact_group TEXT, campaign BLOB,
        reason TEXT NOT NULL, from_at TEXT NOT NULL, until_at TEXT NOT NULL, blocked TEXT, not_before_at TEXT NOT NULL,
        used INTEGER NOT NULL, last_at TEXT NOT NULL, tried INTEGER NOT NULL, allowed INTEGER NOT NULL,
        last_slot INTEGER NOT NULL, must_at TEXT, redial_at TEXT, redial_until TEXT) STRICT, WITHOUT ROWID""",
    # Fewest attempts first, then who waits longest; whatever decides stands in the index itself.
    """CREATE INDEX callback_queue_turn ON callback_queue(used, last_at, callback, not_before_at, tried, allowed,
        last_slot, from_at, until_at) WHERE blocked IS NULL""",
    "CREATE INDEX callback_queue_must ON callback_queue(must_at) WHERE blocked IS NULL AND must_at IS NOT NULL",
    "CREATE INDEX callback_queue_redial ON callback_queue(redial_at) WHERE redial_at IS NOT NULL",
    "CREATE INDEX callback_queue_number ON callback_queue(number)",
    "CREATE INDEX callback_queue_group ON callback_queue(contact_group) WHERE contact_group IS NOT NULL",
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
