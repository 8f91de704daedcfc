"""Imports of past inquiries: the fields that a table can fill, what became of a row, and why."""

from enum import StrEnum


class ImportField(StrEnum):
    """A field of an inquiry, or of its caller, that a column can fill; in the order in which a column map asks."""

    NUMBER = "number"
    OPENED_AT = "opened_at"
    CHANNEL = "channel"
    PHONE = "phone"
    CALLER = "caller"
    CATEGORY = "category"
    AREA = "area"
    UNIT = "unit"
    URGENCY = "urgency"
    SUMMARY = "summary"
    DETAILS = "details"
    STATE = "state"
    DUE_AT = "due_at"
    CLOSED_AT = "closed_at"
    OUTCOME = "outcome"


class ImportReason(StrEnum):
    """What is to be told of a row. The first six refuse it; with the others it is taken."""

    INVALID = "invalid"
    MISSING = "missing"
    TOO_LONG = "too_long"
    IN_THE_FUTURE = "in_the_future"
    BEFORE_OPENED = "before_opened"
    TWICE = "twice"
    UNKNOWN = "unknown"
    NOTED = "noted"
    CLOSED_WHEN_OPENED = "closed_when_opened"

    @property
    def refuses(self) -> bool:
        """Whether a row with this is not taken."""
        return self not in (ImportReason.UNKNOWN, ImportReason.NOTED, ImportReason.CLOSED_WHEN_OPENED)


class ImportFate(StrEnum):
    """What became of a row, as a report says it; the first three are worth a look."""

    REFUSED = "refused"
    DIFFERS = "differs"
    REMARKED = "remarked"
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
