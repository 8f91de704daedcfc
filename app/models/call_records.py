"""What is recorded of calling: attempts, appointments, leases, campaigns and their cases, as the journal keeps them.

The rules stand in ``attempts``, ``appointments``, ``leases`` and ``campaign_cases``; here is what every start needs.
"""

from app.models.journal import Entity, Field, Kind

ATTEMPT = Entity(
    "attempt",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("callback", "REF"),
            ("station", "TEXT"),
            ("seq", "INTEGER"),
            ("at", "TEXT"),
            ("number", "TEXT"),
            ("direction", "TEXT"),
            ("slot", "TEXT"),
            ("by", "REF"),
            ("contact_group", "TEXT"),
            ("epoch", "INTEGER"),
            ("campaign", "TEXT"),
            ("arm", "TEXT"),
            ("fence", "INTEGER"),
        )
    ),
    fact=True,
)
ATTEMPT_OUTCOME = Entity(
    "attempt_outcome",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("attempt", "REF"),
            ("code", "TEXT"),
            ("at", "TEXT"),
            ("by", "REF"),
            ("rang_s", "INTEGER"),
            ("talked_s", "INTEGER"),
            ("percent", "INTEGER"),
            ("confirmed", "INTEGER"),
            ("missed_by", "TEXT"),
            ("flags", "TEXT"),
            ("note", "TEXT"),
            ("contact", "REF"),
            ("language", "TEXT"),
        )
    ),
    fact=True,
)
APPOINTMENT = Entity(
    "appointment",
    (
        Field("callback", sql="REF"),
        Field("start_at"),
        Field("end_at"),
        Field("kind"),
        Field("agreed_with"),
        Field("number"),
        Field("wanted_by", sql="REF"),
        Field("state"),
        Field("missed_by"),
        Field("made_at"),
        Field("made_by", sql="REF"),
    ),
)
LEASE = Entity(
    "lease",
    tuple(
        Field(name, Kind.FACT, sql)
        for name, sql in (
            ("contact_group", "TEXT"),
            ("kind", "TEXT"),
            ("station", "TEXT"),
            ("epoch", "INTEGER"),
            ("from_at", "TEXT"),
            ("until_at", "TEXT"),
            ("attempts", "INTEGER"),
            ("by_station", "TEXT"),
            ("at", "TEXT"),
            ("by", "REF"),
        )
    ),
    fact=True,
)
CAMPAIGN = Entity(
    "campaign",
    (
        Field("name", Kind.ONCE),
        Field("policy", sql="JSON"),
        Field("slots"),
        Field("allowed", sql="JSON"),
        Field("dialect", sql="INTEGER"),
        Field("stopped_at"),
        Field("stopped_by", sql="REF"),
        Field("stopped_why"),
        Field("at", Kind.ONCE),
        Field("by", Kind.ONCE, "REF"),
        Field("frame", Kind.ONCE, "REF"),
        Field("seed", Kind.ONCE),
        Field("start", Kind.ONCE, "REAL"),
        Field("starts", Kind.ONCE, "JSON"),
        Field("window_days", Kind.ONCE, "INTEGER"),
        Field("how", Kind.ONCE),
        Field("strata", sql="JSON"),
        Field("left_out", Kind.ONCE, "JSON"),
        Field("kinds", Kind.ONCE, "JSON"),
        Field("questionnaire", Kind.ONCE),
        Field("questionnaire_version", Kind.ONCE, "INTEGER"),
        Field("begins_on", Kind.ONCE),
        Field("ends_on"),
        Field("people", sql="INTEGER"),
        Field("released", sql="INTEGER"),
        Field("closed_at"),
    ),
)
CAMPAIGN_CASE = Entity(
    "campaign_case",
    (
        Field("campaign", Kind.ONCE, "REF"),
        Field("person_key", Kind.ONCE),
        Field("caller", Kind.ONCE, "REF"),
        Field("name", Kind.ONCE),
        Field("numbers", Kind.ONCE, "JSON"),
        Field("stratum", Kind.ONCE),
        Field("contact_group", Kind.ONCE),
        Field("about", Kind.ONCE, "JSON"),
        Field("begins_at", Kind.ONCE),
        Field("released_at"),
        Field("code"),
        Field("closed_at"),
        Field("institution", Kind.ONCE),
        Field("encounter", Kind.ONCE),
        Field("day", Kind.ONCE),
        Field("place", Kind.ONCE, "INTEGER"),
        Field("replicate", Kind.ONCE, "INTEGER"),
        Field("weight", sql="REAL"),
    ),
)
