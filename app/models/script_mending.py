"""What stands in the way of mending an approved answer without approval."""

from datetime import timedelta

from app.models.errors import CannotNow

#: So long an exam that was passed lets somebody mend the answers of its topics.
LICENSED_FOR = timedelta(days=365)
#: Letters of a phrasing.
LONGEST_PHRASING = 200


class NotLicensed(CannotNow):
    """Nobody mends answers of a topic without having passed an exam about it. Facts: ``key``, ``topic``."""


class NeedsApproval(CannotNow):
    """A change is more than spelling, or the answer is one whose every word is approved. Facts: ``key``."""


class NothingToMend(CannotNow):
    """A word does not stand in an answer outside its key points. Facts: ``key``, ``word``."""
