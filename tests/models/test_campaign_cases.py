"""A campaign calls by the usual limits unless it says otherwise."""

from app.models.campaign_cases import Campaign, Case
from app.models.retry_policy import CAMPAIGN


def test_a_campaign_calls_by_the_usual_limits() -> None:
    assert Campaign(b"c" * 16, "Spring").policy == CAMPAIGN
    case = Case(b"k" * 16, b"c" * 16, "p", "Li", ("+861",), "U01", "g")
    assert case.released_at is None
    assert case.about == {}
