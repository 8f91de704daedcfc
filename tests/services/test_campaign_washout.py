"""A quarter in which a measure took effect is left out of the change that it would blur, and that is told."""

import pytest

from app.services import campaign_results, campaign_washout, findings
from app.services.campaign_results import SameAnswers
from tests.desk import sign_in
from tests.services.drawing import drawn, frame
from tests.services.finding import S, opened
from tests.services.test_campaign_results import answered


@pytest.fixture
def campaign(office):
    """H1 and H2 with thirty answers a quarter; a measure took effect at H1 in the second."""
    finding = opened(office, code="H1")
    office.do(findings.step, finding, S.SENT, {"institution": "H1"})
    plan = {"measure": "A second nurse", "owner": "Sun", "due_at": "2026-03-06T10:00:00+08:00"}
    office.do(findings.step, finding, S.PLANNED, {**plan, "effective_on": "2026-05-04"})
    frame(office)
    made = drawn(office, questionnaire="short-phone", size=60)
    for place, hits in (("H1", (10, 3, 27, 27)), ("H2", (20, 20, 20, 20))):
        for one, day in zip(hits, ("2026-02-20", "2026-04-20", "2026-07-20", "2026-10-20"), strict=True):
            answered(office, made, place, one, 30, day=day)
    sign_in(office, "li")
    return made


def _compared(office, campaign, first, second):
    sides = [office.ask(campaign_results.results, campaign, period=campaign_results.stretch(one))
             for one in (first, second)]  # fmt: skip
    found = office.ask(campaign_washout.compared, *sides, "overall")
    return {one.institution: one for one in found}


@pytest.mark.parametrize("sides", [("2026Q1-2026Q2", "2026Q3-2026Q4"), ("2026Q1", "2026Q2-2026Q4")])
def test_the_quarter_of_a_measure_is_left_out_of_what_is_compared(office, campaign, sides):
    found = _compared(office, campaign, *sides)
    one, other = found["H1"], found["H2"]
    assert (one.before, one.after, one.washout) == ((10, 30), (54, 60), "2026-05-04")
    before, after = (2, 2) if "-" in sides[0] else (1, 3)
    assert (other.before, other.after) == ((20 * before, 30 * before), (20 * after, 30 * after))
    assert other.washout == ""
    assert one.quarters == 1
    assert one.change.gap.estimate == pytest.approx(0.9 - 1 / 3)


def test_a_side_with_no_other_quarter_has_no_figure_and_no_test(office, campaign):
    found = _compared(office, campaign, "2026Q1", "2026Q2")
    assert (found["H1"].after, found["H1"].change, found["H1"].washout) == ((None, 0), None, "2026-05-04")
    assert (found["H2"].holm, found["H2"].others) == (found["H2"].change.p, None)


def test_a_measure_outside_of_both_sides_drops_nothing(office, campaign):
    found = _compared(office, campaign, "2026Q1", "2026Q3")
    assert (found["H1"].before, found["H1"].after, found["H1"].washout) == ((10, 30), (27, 30), "")


def test_sides_with_answers_in_common_are_refused_whatever_is_dropped(office, campaign):
    with pytest.raises(SameAnswers):
        _compared(office, campaign, "2026Q1-2026Q2", "2026Q2-2026Q3")
