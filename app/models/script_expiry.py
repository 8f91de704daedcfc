"""Why a script asks for somebody's attention before a caller notices."""

from enum import StrEnum


class ExpiryReason(StrEnum):
    """What has run out or will: its validity, its review, or its use."""

    ENDED = "ended"
    ENDS_SOON = "ends_soon"
    REVIEW_OVERDUE = "review_overdue"
    REVIEW_SOON = "review_soon"
    UNUSED = "unused"
