"""A finding that an interview opened is measured again at its institution, before and after its measure."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.errors import RecordGone
from app.services import finding_remeasures, findings, interview_calls, interviews
from app.services.finding_remeasures import NothingToMeasure
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.finding import WAY, S, dissatisfied, institution, opened
from tests.services.interviewing import ABOUT, begun


def many(
    office: Office,
    day: str,
    count: int,
    *,
    bad: int,
    campaign: bytes | None = None,
    institution: str = ABOUT.institution,
) -> None:
    """Have people of a day in the rows, some of them dissatisfied."""
    one = begun(office, replace(ABOUT, day=day, campaign=campaign, callback=None, institution=institution))
    office.do(interviews.end, one)
    with office.store.write("wang") as tx:
        state, person = tx.state_of("interview", one), office.by.id.hex()
        for place in range(count):
            row = tx.add("interview", state)
            code = "dissatisfied" if place < bad else "satisfied"
            said = {
                "interview": row.hex(),
                "completeness": "complete",
                "share": 1.0,
                "at": NOON.isoformat(),
                "by": person,
            }
            tx.add("interview_end", {**said, "codes": {"unit_satisfaction": code}})


def test_the_share_before_stands_against_each_half_year_after(office: Office, clock: FakeClock) -> None:
    institution(office)
    _, (finding,) = office.do(interview_calls.close, dissatisfied(office)).value
    many(office, "2026-02-01", 39, bad=19)
    sign_in(office, "li")
    for state, said in WAY:
        office.do(findings.step, finding, state, {**said, "effective_on": "2026-03-02"} if state is S.PLANNED else said)
    clock.advance(timedelta(days=200))
    sign_in(office, "wang")
    many(office, "2026-06-10", 40, bad=4)
    many(office, "2026-03-10", 40, bad=40)
    found = office.ask(finding_remeasures.remeasured, finding)
    assert (found.before.asked, found.before.fine) == (40, 20)
    (after,) = found.after
    assert (after.asked, after.fine, after.share) == (40, 36, 0.9)
    assert after.change.gap.low > 0
    assert found.next_on.isoformat() == "2026-12-02"


def test_only_what_an_interview_opened_and_a_measure_changed_is_measured(office: Office) -> None:
    for finding in (opened(office), b"?" * 16):
        with pytest.raises((NothingToMeasure, RecordGone)):
            office.ask(finding_remeasures.remeasured, finding)


def test_the_campaign_that_measures_again_asks_the_people_of_its_institution(office: Office, clock: FakeClock) -> None:
    institution(office)
    _, (finding,) = office.do(interview_calls.close, dissatisfied(office)).value
    sign_in(office, "li")
    for state, said in WAY:
        office.do(findings.step, finding, state, {**said, "effective_on": "2026-03-02"} if state is S.PLANNED else said)
    clock.advance(timedelta(days=200))
    found = office.ask(finding_remeasures.to_ask, finding)
    assert (found.institution, found.questionnaire) == ("U01", "inquiry-satisfaction")
    assert (found.first_on.isoformat(), found.last_on.isoformat()) == ("2026-06-02", "2026-12-01")
    with pytest.raises(NothingToMeasure):
        office.ask(finding_remeasures.to_ask, opened(office))
