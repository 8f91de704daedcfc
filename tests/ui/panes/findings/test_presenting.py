"""Which steps are open to whom, and what a step says."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.models.findings import STEPS, FindingState
from app.services import finding_ledger, findings
from app.services.finding_ledger import VerificationCall
from app.services.office import Office
from app.ui.panes.findings import presenting
from tests.desk import NOON, sign_in
from tests.services.finding import S, opened, taken


def test_every_step_asks_for_something_and_nothing_else_is_asked() -> None:
    wanted = {state for steps in STEPS.values() for state in steps}
    assert wanted | {"together", "new"} == set(presenting.ASKED)


def test_whoever_put_it_right_is_not_offered_to_verify_it(office: Office) -> None:
    one = opened(office)
    taken(office, one, S.DONE)
    found = office.ask(finding_ledger.detail, one).line.finding
    assert presenting.steps(found, office.by, works=True) == (S.REOPENED,)
    assert presenting.steps(found, sign_in(office, "wang"), works=False) == (S.VERIFIED,)


def test_a_finding_is_told_in_words(office: Office) -> None:
    one = opened(office)
    taken(office, one, S.DONE)
    detail = office.ask(finding_ledger.detail, one)
    assert presenting.state(detail.line, "en") == "Done"
    text = presenting.facts(detail, NOON, NOON.tzinfo, "en")
    assert "Measure: A second nurse" in text
    title, told = presenting.step(*detail.steps[-1], NOON.tzinfo, "en")
    assert (title, told) == ("Done · Li", "Roster of March")
    _, plan = presenting.step(*detail.steps[-2], NOON.tzinfo, "en")
    assert plan == "Measure: A second nurse\nOwner: Sun\nDue: 2026-03-06 02:00"
    asked = replace(detail.steps[-1][0], said={"verify_by": "li"})
    assert presenting.step(asked, "Li", NOON.tzinfo, "en") == ("Call to verify asked for · Li", "")
    assert presenting.state_tone(detail.line) == "accent"
    office.do(findings.step, one, FindingState.REOPENED, {"note": "x"})
    assert presenting.due(office.ask(finding_ledger.detail, one).line.finding, NOON, NOON.tzinfo, "en")
    assert presenting.told({"due_at": NOON, "note": None}) == {"due_at": NOON.isoformat(), "note": ""}


def test_planning_anew_keeps_the_times_of_the_measure(office: Office) -> None:
    one = opened(office)
    taken(office, one, S.CAUSE_FOUND)
    said = {"measure": "Training", "owner": "Sun", "due_at": "2026-03-06T10:00:00+08:00", "effective_on": "2026-03-05"}
    office.do(findings.step, one, S.PLANNED, said)
    found = office.ask(finding_ledger.detail, one).line.finding
    assert presenting.known(found) == {
        "institution": "U01", "measure": "Training", "owner": "Sun", "due_at": found.due_at,
        "effective_on": date(2026, 3, 5),
    }  # fmt: skip
    assert set(presenting.known(office.ask(finding_ledger.detail, opened(office)).line.finding)) == {
        "institution", "measure", "owner",
    }  # fmt: skip


def test_a_measure_for_a_finding_that_was_opened_again_has_times_of_its_own(office: Office) -> None:
    one = opened(office)
    taken(office, one, S.CAUSE_FOUND)
    said = {"measure": "Training", "owner": "Sun", "due_at": "2026-03-06T10:00:00+08:00", "effective_on": "2026-03-05"}
    office.do(findings.step, one, S.PLANNED, said)
    office.do(findings.step, one, S.DONE, {"evidence": "Seen"})
    office.do(findings.step, one, S.REOPENED, {"note": "Again"})
    found = office.ask(finding_ledger.detail, one).line.finding
    assert found.effective_on == "2026-03-05"
    assert set(presenting.known(found)) == {"institution", "measure", "owner"}


def test_every_deadline_that_was_planned_stays_told_by_the_clock_of_the_center(office: Office) -> None:
    one = opened(office)
    taken(office, one, S.CAUSE_FOUND)
    said = {"measure": "Training", "owner": "Sun", "due_at": "2026-03-06T10:00:00+08:00"}
    for due_at in (said["due_at"], "2026-03-09T10:00:00+08:00"):
        office.do(findings.step, one, S.PLANNED, {**said, "due_at": due_at})
    steps = office.ask(finding_ledger.detail, one).steps
    told = [presenting.step(*each, ZoneInfo("Asia/Shanghai"), "en")[1] for each in steps[-2:]]
    assert [text.splitlines()[-1] for text in told] == ["Due: 2026-03-06 10:00", "Due: 2026-03-09 10:00"]


def test_a_finding_says_from_when_on_a_call_to_verify_it_can_be_made(office: Office) -> None:
    detail = office.ask(finding_ledger.detail, opened(office))
    owed = replace(detail, owed_at=NOON + timedelta(hours=1))
    texts = [presenting.facts(one, NOON, NOON.tzinfo, "en") for one in (detail, owed)]
    assert ["Call to verify: " in text for text in texts] == [False, True]


def test_a_call_to_verify_says_how_it_ended_and_what_was_answered() -> None:
    call = VerificationCall(NOON, "110", "Wang", "They come when called now")
    assert presenting.verifying(call, "en") == ("Call to verify · Wang", "Done\nThey come when called now")
    assert presenting.verifying(VerificationCall(NOON, "", "Wang"), "en")[1] == ""
