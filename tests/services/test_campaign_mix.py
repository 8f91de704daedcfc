"""Results adjusted for who was asked: from the fields of the frame and the day of the talk."""

import pytest

from app.models.errors import RecordGone
from app.services import campaign_mix, campaign_results
from tests.desk import sign_in
from tests.services.drawing import drawn, frame
from tests.services.test_campaign_results import answered

#: Institution, age, answers, very satisfied: the old ones are easier to please, and H1 had more of them.
TOLD = (("H1", "80", 60, 54), ("H1", "30", 20, 12), ("H2", "80", 20, 18), ("H2", "30", 60, 36))


@pytest.fixture(params=["age", "admission"])
def results(office, request):
    """By their age, or by how they were admitted."""
    kinds = {"80": "planned", "30": "emergency"} if request.param == "admission" else {"80": "80", "30": "30"}
    sign_in(office, "li")
    frame(office)
    campaign = drawn(office, questionnaire="short-phone", size=60)
    with office.store.write("wang") as tx:
        for place, age, answers, tops in TOLD:
            told = {
                "questionnaire": "short-phone", "version": 1, "mode": "telephone", "institution": place,
                "stratum": place, "day": "2026-02-20", "campaign": campaign.hex(), "at": "2026-03-02T04:00:00+00:00",
                "by": office.by.id.hex(), "fields": {request.param: kinds.get(age), "sex": "f", "stay_days": "5"},
            }  # fmt: skip
            for at in range(answers):
                code = "very_satisfied" if at < tops else "neutral"
                ended = {"completeness": "complete", "share": 1.0, "codes": {"overall": code, "respondent": "self"}}
                one = tx.add("interview", told)
                tx.add("interview_end", {"interview": one.hex(), **ended, "at": told["at"], "by": told["by"]})
    return office.ask(campaign_results.results, campaign)


def test_institutions_that_had_other_patients_are_compared_as_if_they_had_the_same(office, results):
    found = office.ask(campaign_mix.adjusted, results, "overall")
    assert results.answers == {"H1": 80, "H2": 80}
    assert abs(found["H1"] - found["H2"]) < 0.05  # raw: 82.5 % and 67.5 %
    with pytest.raises(RecordGone):
        office.ask(campaign_mix.adjusted, results, "nothing")


def test_what_is_not_shown_of_an_institution_moves_no_adjusted_share(office, results):
    told = office.ask(campaign_mix.adjusted, results, "overall")
    for place in ("H3", "H4"):
        answered(office, results.campaign.id, place, 0, 20)
    found = office.ask(campaign_results.results, results.campaign.id)
    assert found.unseen["overall"] == {"H3", "H4"}
    assert office.ask(campaign_mix.adjusted, found, "overall") == told
