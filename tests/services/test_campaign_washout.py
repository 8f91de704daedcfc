"""A quarter in which a measure took effect is told with the change that it would blur."""

from app.services import campaign_results, campaign_washout, findings
from app.services.campaign_results import quarter
from tests.desk import sign_in
from tests.services.drawing import drawn, frame
from tests.services.finding import S, opened
from tests.services.test_campaign_results import answered


def _noted(office, *sides):
    compared = campaign_results.compared(*sides, "overall")
    return {one.institution: one.washout for one in office.ask(campaign_washout.noted, compared, *sides)}


def test_the_day_of_a_measure_inside_a_period_is_told(office):
    finding = opened(office, code="H1")
    office.do(findings.step, finding, S.SENT, {"institution": "H1"})
    plan = {"measure": "A second nurse", "owner": "Sun", "due_at": "2026-03-06T10:00:00+08:00"}
    office.do(findings.step, finding, S.PLANNED, {**plan, "effective_on": "2026-05-04"})
    frame(office)
    campaign = drawn(office, questionnaire="short-phone", size=60)
    for place, day in (("H1", "2026-02-20"), ("H1", "2026-04-20"), ("H1", "2026-07-20"), ("H2", "2026-04-20")):
        answered(office, campaign, place, 20, 30, day=day)
    sign_in(office, "li")
    first, second, third = (
        office.ask(campaign_results.results, campaign, period=quarter(f"2026Q{place}")) for place in (1, 2, 3)
    )
    assert _noted(office, first, second) == {"H1": "2026-05-04", "H2": ""}
    assert _noted(office, first, third) == {"H1": ""}
