"""What a practice desk does not do is refused like everything that cannot be done now."""

from app.models.errors import CannotNow
from app.models.practice import DialedInPractice


def test_dialing_in_practice_is_refused_with_the_number_that_was_not_dialed() -> None:
    refused = DialedInPractice(number="12320")
    assert isinstance(refused, CannotNow)
    assert refused.facts["number"] == "12320"
