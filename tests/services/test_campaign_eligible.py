"""Who turned out not to belong to a campaign takes others of their stratum along; everybody else is taken to belong."""

import pytest

from app.models.sample_weights import Worked
from app.services import campaign_eligible, campaigns
from app.store import callbacks as callback_rows
from tests.desk import sign_in
from tests.services.calling import call
from tests.services.drawing import drawn, frame


@pytest.mark.parametrize(("code", "eligible"), [("401", 3), ("402", 3), ("241", 4), ("232", 4), ("201", 4)])
def test_only_who_is_not_eligible_is_taken_off_the_stratum(office, code, eligible):
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office)
    calls = callback_rows.open_of_campaign(office.store.rows, campaign)
    call(office, next(one for one in calls if _stratum(office, one) == "H2"), code)
    (facts,) = office.ask(campaigns.campaigns)
    found = office.ask(campaign_eligible.worked, facts, {"H2": 2})
    assert found == {"H1": Worked(40, 8, 8, 0), "H2": Worked(20, 4, eligible, 2)}
    assert found["H2"].weight == pytest.approx(5 * eligible / 2)
    assert office.ask(campaign_eligible.worked, facts, {"H2": 4})["H2"].eligible == 4


def _stratum(office, one):
    row = office.store.rows.one(
        "SELECT c.stratum FROM callback b JOIN campaign_case c ON c.id = b.case_id WHERE b.id=?", one
    )
    return row[0]
