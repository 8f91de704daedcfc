"""A campaign says how its people are called; a case whom."""

from app.models.retry_policy import CAMPAIGN
from app.services.office import Office
from app.store import campaign_cases as rows_of
from tests.services.calling import campaign, number


def test_a_campaign_and_its_cases_are_read_as_they_were_written(office: Office) -> None:
    campaign(office, 1, attempts=7)
    (made,) = rows_of.campaigns(office.store.rows)
    found = rows_of.campaign(office.store.rows, made)
    assert found is not None
    assert (found.name, found.policy.attempts, found.policy.per_day) == ("Spring", 7, CAMPAIGN.per_day)
    (row,) = office.store.rows.all("SELECT id FROM campaign_case /* whole: a test */")
    case = rows_of.case(office.store.rows, bytes(row[0]))
    assert case is not None
    assert (case.numbers, case.stratum, case.contact_group, case.about) == ((number(0),), "U01", "g0", {"ward": "3"})
    assert case.released_at is not None
    assert rows_of.campaign(office.store.rows, b"?" * 16) is None
    assert rows_of.case(office.store.rows, b"?" * 16) is None
