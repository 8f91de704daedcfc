"""The world of a practice desk: how it says that it is one, and what it does not do."""

from app.models.errors import CannotNow

#: Name by which the world of a practice desk says that it is one.
PRACTICE = "practice"


class DialedInPractice(CannotNow):
    """Somebody dials a number in a mock call. Facts: ``number``."""
