"""A half-year is not shown where a few answers would be left over beside the quarters of a campaign."""

from datetime import timedelta

from app.services import finding_remeasures, findings, interview_calls
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.finding import WAY, S, dissatisfied, institution
from tests.services.test_finding_remeasures import many


def test_a_half_year_of_which_a_small_quarter_is_left_over_is_withheld(office: Office, clock: FakeClock) -> None:
    institution(office)
    _, (finding,) = office.do(interview_calls.close, dissatisfied(office)).value
    sign_in(office, "li")
    for state, said in WAY:
        office.do(findings.step, finding, state, {**said, "effective_on": "2026-01-01"} if state is S.PLANNED else said)
    clock.advance(timedelta(days=300))
    sign_in(office, "wang")
    campaign = b"c" * 16
    many(office, "2025-08-01", 39, bad=10, campaign=campaign)
    many(office, "2026-05-20", 29, bad=1)
    assert office.ask(finding_remeasures.remeasured, finding).before.share is not None
    many(office, "2025-11-20", 9, bad=1, campaign=campaign)  # the results show the quarter before, and not this one
    many(office, "2026-02-20", 29, bad=1, campaign=campaign)
    found = office.ask(finding_remeasures.remeasured, finding)
    assert (found.before.withheld, found.before.share) == (True, None)
    (after, *_) = found.after
    assert (after.share, after.change) == (28 / 29, None)


def test_a_half_year_tells_no_quarter_that_the_results_withhold(office: Office, clock: FakeClock) -> None:
    institution(office)
    _, (finding,) = office.do(interview_calls.close, dissatisfied(office)).value
    sign_in(office, "li")
    for state, said in WAY:
        office.do(findings.step, finding, state, {**said, "effective_on": "2026-01-01"} if state is S.PLANNED else said)
    clock.advance(timedelta(days=300))
    sign_in(office, "wang")
    campaign = b"c" * 16
    many(office, "2025-08-01", 59, bad=10, campaign=campaign)
    many(office, "2025-11-20", 39, bad=1, campaign=campaign)
    assert office.ask(finding_remeasures.remeasured, finding).before.share is not None
    # Of another institution ten answered, so of this one the fourth quarter is withheld: the half-year would tell it.
    many(office, "2025-11-20", 9, bad=1, campaign=campaign, institution="U02")
    found = office.ask(finding_remeasures.remeasured, finding)
    assert (found.before.withheld, found.before.share) == (True, None)
