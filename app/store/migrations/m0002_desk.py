"""Projections of the desk: accounts, callers, contacts, inquiries, promises, call-backs, scripts, units, settings.

Every table here is thrown away and rebuilt from the journal at will; guard triggers refuse any other writer.
"""

from sqlite_utils import Database

_COLUMNS: dict[str, str] = {
    "person": "name TEXT, display TEXT, password TEXT, roles TEXT, language TEXT, disabled_at TEXT",
    "operator_state": "person BLOB, state TEXT, reason TEXT, at TEXT, contact BLOB",
    "callback": """reason TEXT, caller BLOB, inquiry BLOB, contact BLOB, promise BLOB, number TEXT, what TEXT,
        due_at TEXT, owner BLOB, closed_at TEXT, closed_by_contact BLOB""",
    "caller": "name TEXT, kind TEXT, language TEXT, area TEXT, note TEXT, same_as BLOB, deleted_at TEXT",
    "caller_phone": "caller BLOB, number TEXT, label TEXT, ended_at TEXT",
    "caller_flag": "caller BLOB, code TEXT, note TEXT, at TEXT, expires_at TEXT, ends BLOB",
    "dnc": "number_key TEXT, person_key TEXT, at TEXT, reason TEXT, lifts BLOB, request TEXT",
    "contact": """channel TEXT, direction TEXT, line TEXT, number TEXT, call_id TEXT, caller BLOB, opened_at TEXT,
        received_at TEXT, answered_at TEXT, ended_at TEXT, operator BLOB, spans TEXT, form TEXT, form_version INTEGER,
        answers TEXT, summary TEXT, narrative TEXT, reply TEXT, result TEXT, answer_mode TEXT, finalized_at TEXT""",
    "contact_amendment": 'contact BLOB, corrected TEXT, reason TEXT, at TEXT, "by" BLOB',
    "contact_inquiry": "contact BLOB, inquiry BLOB, role TEXT, at TEXT",
    "contact_script": """contact BLOB, script TEXT, version INTEGER, language TEXT, title TEXT, at TEXT, how TEXT,
        query TEXT, rank INTEGER, ticked TEXT""",
    "inquiry_event": """inquiry BLOB, kind TEXT, at TEXT, "by" BLOB, state TEXT, unit TEXT, reason TEXT, note TEXT,
        due_at TEXT, contact BLOB""",
    "batch": "kind TEXT, source TEXT, at TEXT, report TEXT, undone_at TEXT",
    "promise": 'contact BLOB, inquiry BLOB, caller BLOB, what TEXT, "by" BLOB, at TEXT, due_at TEXT',
    "promise_outcome": 'promise BLOB, state TEXT, at TEXT, "by" BLOB, note TEXT',
    "script": "key TEXT, deleted_at TEXT",
    "script_version": """script BLOB, key TEXT, number INTEGER, title_zh TEXT, title_en TEXT, topic TEXT,
        content TEXT, content_hash TEXT, effective_from TEXT, effective_to TEXT, urgent INTEGER, at TEXT, "by" BLOB,
        source TEXT""",
    "script_event": 'script BLOB, version BLOB, state TEXT, at TEXT, "by" BLOB, note TEXT',
    "script_flag": 'script BLOB, version BLOB, key_point TEXT, note TEXT, at TEXT, "by" BLOB, ends BLOB',
    "setting": "name TEXT, value TEXT",
    "form_version": "form TEXT, number INTEGER, content TEXT, at TEXT",
    "unit": """code TEXT, name TEXT, name_en TEXT, kind TEXT, area TEXT, phone TEXT, contact_person TEXT,
        handles TEXT, active INTEGER""",
}

# position is the time of opening (seconds since 2000) times 1,024 plus a place within the second: the newest first
# is then the order of the table itself, of every index and of the search index.
_INQUIRY = """CREATE TABLE inquiry(position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, number TEXT, opened_at TEXT,
    channel TEXT, opened_by BLOB, batch BLOB, caller BLOB, category TEXT, unit TEXT, area TEXT, urgency TEXT,
    epoch INTEGER, summary TEXT, details TEXT, state TEXT, outcome TEXT, owner BLOB, due_at TEXT, closed_at TEXT,
    merged_into BLOB, cluster_id BLOB, deleted_at TEXT, conflicts TEXT) STRICT"""

_INDEXES = (
    "CREATE INDEX person_name ON person(name)",
    "CREATE INDEX operator_state_at ON operator_state(person, at)",
    "CREATE INDEX callback_due ON callback(due_at) WHERE closed_at IS NULL",
    "CREATE INDEX callback_caller ON callback(caller) WHERE closed_at IS NULL",
    "CREATE INDEX callback_inquiry ON callback(inquiry) WHERE inquiry IS NOT NULL",
    "CREATE INDEX caller_phone_number ON caller_phone(number)",
    "CREATE INDEX caller_phone_caller ON caller_phone(caller)",
    "CREATE INDEX caller_name ON caller(name) WHERE name IS NOT NULL",
    "CREATE INDEX caller_flag_caller ON caller_flag(caller)",
    "CREATE INDEX caller_flag_ends ON caller_flag(ends) WHERE ends IS NOT NULL",
    "CREATE INDEX dnc_number ON dnc(number_key)",
    "CREATE INDEX dnc_person ON dnc(person_key)",
    "CREATE INDEX dnc_lifts ON dnc(lifts) WHERE lifts IS NOT NULL",
    "CREATE INDEX contact_caller ON contact(caller, opened_at) WHERE caller IS NOT NULL",
    "CREATE INDEX contact_amendment_contact ON contact_amendment(contact)",
    "CREATE INDEX contact_inquiry_inquiry ON contact_inquiry(inquiry)",
    "CREATE INDEX contact_script_contact ON contact_script(contact)",
    "CREATE INDEX contact_script_script ON contact_script(script, at)",
    "CREATE INDEX inquiry_event_inquiry ON inquiry_event(inquiry, at)",
    "CREATE INDEX promise_caller ON promise(caller) WHERE caller IS NOT NULL",
    "CREATE INDEX promise_inquiry ON promise(inquiry) WHERE inquiry IS NOT NULL",
    "CREATE INDEX promise_outcome_promise ON promise_outcome(promise)",
    "CREATE INDEX script_key ON script(key)",
    "CREATE INDEX script_version_script ON script_version(script, number)",
    "CREATE INDEX script_event_version ON script_event(version, at)",
    "CREATE INDEX script_flag_script ON script_flag(script)",
    "CREATE INDEX unit_code ON unit(code)",
    "CREATE INDEX inquiry_caller ON inquiry(caller) WHERE caller IS NOT NULL",
    "CREATE INDEX inquiry_batch ON inquiry(batch) WHERE batch IS NOT NULL",
    # An inquiry is in one of these two at most: what is open, and what is done and had a due time.
    """CREATE INDEX inquiry_open ON inquiry(due_at, position)
        WHERE closed_at IS NULL AND deleted_at IS NULL""",
    """CREATE INDEX inquiry_done ON inquiry(due_at, position)
        WHERE closed_at IS NOT NULL AND due_at IS NOT NULL AND deleted_at IS NULL""",
)

# State, category, unit, number … are tokens of the search index too, so that filters need no B-tree each and a save
# touches few pages. Contentless: the words are in the projections. detail=none: pairs of characters replace phrases.
_SEARCH = (
    "CREATE VIRTUAL TABLE inquiry_words USING fts5(t, content='', contentless_delete=1, detail=none)",
    # SQLCipher keeps 80 bytes of each page for its seal: FTS5's own 4,050 would spill every block into a second page.
    "INSERT INTO inquiry_words(inquiry_words, rank) VALUES('pgsz', 3950)",
    "CREATE TABLE inquiry_word(word TEXT NOT NULL, stem TEXT NOT NULL, PRIMARY KEY(word)) STRICT, WITHOUT ROWID",
)


def guard(table: str) -> tuple[str, ...]:
    """Return the triggers that refuse a writer other than the journal."""
    return tuple(
        f"""CREATE TRIGGER {table}_guard_{verb.lower()} BEFORE {verb} ON {table} WHEN journal_applying() = 0
            BEGIN SELECT RAISE(ABORT, 'write through the journal'); END"""
        for verb in ("INSERT", "UPDATE", "DELETE")
    )


def up(database: Database) -> None:
    """Create the projections, their indexes, guards and the search index over inquiries."""
    for table, columns in _COLUMNS.items():
        database.execute(f"CREATE TABLE {table}(id BLOB PRIMARY KEY, {columns}, conflicts TEXT) STRICT, WITHOUT ROWID")
    database.execute(_INQUIRY)
    for statement in (*_INDEXES, *_SEARCH):
        database.execute(statement)
    for table in (*_COLUMNS, "inquiry"):
        for statement in guard(table):
            database.execute(statement)
