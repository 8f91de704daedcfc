"""What is recorded of interviews and findings, as the journal keeps them.

The rules stand in ``interview_records``, ``findings`` and ``opinions``; here is what every start needs.
"""

from app.models.journal import Entity, Field, Kind
from app.models.reference_versions import versioned


def _fact(name: str, *fields: tuple[str, str]) -> Entity:
    return Entity(name, tuple(Field(field, Kind.FACT, sql) for field, sql in fields), fact=True)


QUESTIONNAIRE = versioned("questionnaire")
CODE_FRAME = versioned("code_frame")
INTERVIEW = _fact(
    "interview",
    ("questionnaire", "TEXT"),
    ("version", "INTEGER"),
    ("mode", "TEXT"),
    ("language", "TEXT"),
    ("institution", "TEXT"),
    ("stratum", "TEXT"),
    ("day", "TEXT"),
    ("campaign", "REF"),
    ("case_id", "REF"),
    ("callback", "REF"),
    ("inquiry", "REF"),
    ("finding", "REF"),
    ("caller", "REF"),
    ("fields", "JSON"),
    ("at", "TEXT"),
    ("by", "REF"),
)
ANSWER = _fact(
    "answer",
    ("interview", "REF"),
    ("seq", "INTEGER"),
    ("item", "TEXT"),
    ("value", "JSON"),
    ("reserved", "TEXT"),
    ("reason", "TEXT"),
    ("reason_code", "TEXT"),
    ("confirmed", "INTEGER"),
    ("at", "TEXT"),
    ("by", "REF"),
)
INTERVIEW_END = _fact(
    "interview_end",
    ("interview", "REF"),
    ("completeness", "TEXT"),
    ("share", "REAL"),
    ("codes", "JSON"),
    ("at", "TEXT"),
    ("by", "REF"),
)
#: What was raised in an interview beside its answers (501, 502), and the inquiry that it opened.
INTERVIEW_FLAG = _fact(
    "interview_flag",
    ("interview", "REF"),
    ("code", "TEXT"),
    ("inquiry", "REF"),
    ("note", "TEXT"),
    ("at", "TEXT"),
    ("by", "REF"),
)
#: The last of these stands where two stations wrote apart: what a person must look at first.
FINDING_RANKS = (
    *("closed", "unfounded", "verified", "done", "planned", "cause_found", "sent", "triaged", "opened", "reopened"),
)
FINDING = Entity(
    "finding",
    (
        Field("number", Kind.ONCE),
        Field("title", Kind.ONCE),
        Field("category", Kind.ONCE),
        Field("severity", Kind.ONCE),
        Field("institution"),
        Field("source", Kind.ONCE),
        Field("trigger_id", Kind.ONCE),
        Field("interview", Kind.ONCE, "REF"),
        Field("inquiry", Kind.ONCE, "REF"),
        Field("case_id", Kind.ONCE, "REF"),
        Field("caller", Kind.ONCE, "REF"),
        Field("named", Kind.LWW, "INTEGER"),
        Field("opened_at", Kind.ONCE),
        Field("reply_due_at", Kind.ONCE),
        Field("close_due_at", Kind.ONCE),
        Field("state", Kind.STATE, order=FINDING_RANKS),
        Field("measure"),
        Field("measure_id", sql="REF"),
        Field("owner"),
        Field("due_at"),
        Field("effective_on"),
        Field("done_by", sql="REF"),
        Field("closed_at"),
    ),
)
FINDING_EVENT = _fact(
    "finding_event",
    ("finding", "REF"),
    ("state", "TEXT"),
    ("note", "TEXT"),
    ("said", "JSON"),
    ("at", "TEXT"),
    ("by", "REF"),
)
#: One measure that puts several findings right, with the day from which it takes effect.
MEASURE = Entity(
    "measure",
    (
        Field("title"),
        Field("institution", Kind.ONCE),
        Field("owner"),
        Field("due_at"),
        Field("effective_on"),
        Field("at", Kind.ONCE),
        Field("by", Kind.ONCE, "REF"),
    ),
)
#: The codes that one coder gave to one opinion; the same coder's later coding counts instead.
OPINION_CODING = _fact(
    "opinion_coding",
    ("interview", "REF"),
    ("item", "TEXT"),
    ("frame", "TEXT"),
    ("codes", "JSON"),
    ("at", "TEXT"),
    ("by", "REF"),
)
#: Every entity of this page.
EVERY = (
    QUESTIONNAIRE,
    CODE_FRAME,
    INTERVIEW,
    ANSWER,
    INTERVIEW_END,
    INTERVIEW_FLAG,
    FINDING,
    FINDING_EVENT,
    MEASURE,
    OPINION_CODING,
)
