"""Questionnaires, interviews with their answers and ends, findings with their steps and measures, coded opinions."""

from sqlite_utils import Database

_VERSIONS = 'name TEXT, number INTEGER, content TEXT, at TEXT, "by" BLOB'
_TABLES: dict[str, str] = {
    "questionnaire": _VERSIONS,
    "code_frame": _VERSIONS,
    "interview": """questionnaire TEXT, version INTEGER, mode TEXT, language TEXT, institution TEXT, stratum TEXT,
        day TEXT, campaign BLOB, case_id BLOB, callback BLOB, inquiry BLOB, finding BLOB, caller BLOB, fields TEXT,
        at TEXT, "by" BLOB""",
    "answer": """interview BLOB, seq INTEGER, item TEXT, value TEXT, reserved TEXT, reason TEXT, reason_code TEXT,
        confirmed INTEGER, at TEXT, "by" BLOB""",
    "interview_end": 'interview BLOB, completeness TEXT, share REAL, codes TEXT, at TEXT, "by" BLOB',
    "interview_flag": 'interview BLOB, code TEXT, inquiry BLOB, note TEXT, at TEXT, "by" BLOB',
    "finding": """number TEXT, title TEXT, category TEXT, severity TEXT, institution TEXT, source TEXT,
        trigger_id TEXT, interview BLOB, inquiry BLOB, case_id BLOB, caller BLOB, named INTEGER, opened_at TEXT,
        reply_due_at TEXT, close_due_at TEXT, state TEXT, measure TEXT, measure_id BLOB, owner TEXT, due_at TEXT,
        effective_on TEXT, done_by BLOB, closed_at TEXT""",
    "finding_event": 'finding BLOB, state TEXT, note TEXT, said TEXT, at TEXT, "by" BLOB',
    "measure": 'title TEXT, institution TEXT, owner TEXT, due_at TEXT, effective_on TEXT, at TEXT, "by" BLOB',
    "opinion_coding": 'interview BLOB, item TEXT, frame TEXT, codes TEXT, at TEXT, "by" BLOB',
}
_STATEMENTS = (
    "CREATE INDEX questionnaire_version ON questionnaire(name, number)",
    "CREATE INDEX code_frame_version ON code_frame(name, number)",
    "CREATE INDEX interview_campaign ON interview(campaign, day) WHERE campaign IS NOT NULL",
    "CREATE INDEX interview_questionnaire ON interview(questionnaire, day)",
    "CREATE INDEX interview_callback ON interview(callback) WHERE callback IS NOT NULL",
    "CREATE INDEX interview_case ON interview(case_id) WHERE case_id IS NOT NULL",
    "CREATE INDEX interview_inquiry ON interview(inquiry) WHERE inquiry IS NOT NULL",
    "CREATE INDEX interview_finding ON interview(finding) WHERE finding IS NOT NULL",
    "CREATE INDEX answer_interview ON answer(interview, seq)",
    "CREATE INDEX interview_end_interview ON interview_end(interview, at)",
    "CREATE INDEX interview_flag_interview ON interview_flag(interview)",
    # The ledger: what is open by when it is due to end, everything by when it was opened.
    """CREATE INDEX finding_open ON finding(close_due_at, id) WHERE state NOT IN ('closed', 'unfounded')""",
    "CREATE INDEX finding_opened ON finding(opened_at)",
    "CREATE INDEX finding_number ON finding(number)",
    "CREATE INDEX finding_place ON finding(institution, category, opened_at)",
    "CREATE INDEX finding_measure ON finding(measure_id) WHERE measure_id IS NOT NULL",
    "CREATE INDEX finding_interview ON finding(interview) WHERE interview IS NOT NULL",
    "CREATE INDEX finding_inquiry ON finding(inquiry) WHERE inquiry IS NOT NULL",
    "CREATE INDEX finding_event_finding ON finding_event(finding, at)",
    "CREATE INDEX measure_institution ON measure(institution, at)",
    "CREATE INDEX opinion_coding_interview ON opinion_coding(interview, item)",
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
