"""A finding is struck off step by step, and only when somebody else has looked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, RecordGone
from app.models.findings import (
    FindingState,
    FindingStepRefused,
    MeasureElsewhere,
    NoInstitutionNamed,
    NoMeasureYet,
    NotToBeSent,
    SendingStands,
    VerifiedBySelf,
)
from app.models.questionnaires import Severity
from app.models.retry_rules import Hindrance, Refusal
from app.services import (
    callback_sheets,
    callbacks,
    finding_ledger,
    findings,
    interview_calls,
    settings,
)
from app.services.finding_ledger import Sought
from app.services.findings import NewFinding, NoConsentToCall
from app.services.office import Office, View
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, campaign, promised
from tests.services.finding import S, dissatisfied, opened, taken
from tests.services.interviewing import ABOUT

PLAN = {"measure": "Training", "owner": "Sun", "due_at": "2026-03-09T10:00:00+08:00", "effective_on": "2026-04-01"}


def verifying(office: Office, finding: bytes) -> bytes:
    """Have li owe the call, whoever is signed in; return it."""
    person = office.by
    sign_in(office, "li")
    try:
        return office.do(findings.ask_to_verify, finding).value
    finally:
        office.sign_in(person)


def stands(office: Office, finding: bytes):
    return office.ask(finding_ledger.detail, finding).line.finding


def test_who_put_it_right_does_not_verify_it(office: Office) -> None:
    one = opened(office)
    taken(office, one, S.DONE)
    with pytest.raises(VerifiedBySelf):
        office.do(findings.step, one, S.VERIFIED, {"note": "Fine"})
    sign_in(office, "wang")
    office.do(findings.step, one, S.VERIFIED, {"note": "Seen on the ward"})
    with pytest.raises(NotAllowed):
        office.do(findings.step, one, S.CLOSED, {})
    sign_in(office, "li")
    office.do(findings.step, one, S.CLOSED, {})
    found = stands(office, one)
    assert (found.state, found.is_open, found.effective_on) == (S.CLOSED, False, "2026-03-02")
    office.do(findings.step, one, S.REOPENED, {"note": "Again"})
    assert (stands(office, one).closed_at, stands(office, one).done_by) == (None, None)


def test_a_step_needs_what_belongs_to_it(office: Office) -> None:
    one = opened(office)
    for state, said, error in (
        (S.DONE, {"evidence": "x"}, FindingStepRefused),
        (S.SENT, {"institution": "U99"}, FieldInvalid),
        (S.UNFOUNDED, {}, FieldMissing),
    ):
        with pytest.raises(error):
            office.do(findings.step, one, state, said)
    taken(office, one, S.CAUSE_FOUND)
    for wrong in ({"due_at": "soon"}, {"effective_on": "spring"}, {"owner": " "}):
        with pytest.raises((FieldInvalid, FieldMissing)):
            office.do(findings.step, one, S.PLANNED, {**PLAN, **wrong})
    assert stands(office, one).state is S.CAUSE_FOUND


def test_due_times_follow_the_severity_and_the_calendar(office: Office) -> None:
    urgent, normal = stands(office, opened(office, severity=Severity.URGENT)), stands(office, opened(office))
    assert urgent.reply_due_at - urgent.opened_at < timedelta(days=2)
    assert (normal.close_due_at - normal.opened_at).days == 21  # three weeks of five working days
    assert urgent.number.startswith("F260302-")
    with pytest.raises(FieldMissing):
        opened(office, " ")
    with pytest.raises(FieldInvalid):
        office.do(findings.open_by_hand, NewFinding("x", "nowhere"))


def test_one_measure_puts_several_findings_right(office: Office) -> None:
    first, second, elsewhere = opened(office), opened(office, "Rude"), opened(office, code="U02")
    for one in (first, second):
        taken(office, one, S.CAUSE_FOUND)
    with pytest.raises(MeasureElsewhere):
        office.do(findings.plan_together, [first, elsewhere], PLAN)
    waiting = opened(office, "Cold food")
    with pytest.raises(NoMeasureYet) as refused:
        office.do(findings.plan_together, [first, waiting], PLAN)
    assert refused.value.facts == {"numbers": stands(office, waiting).number}
    with pytest.raises(FieldMissing):
        office.do(findings.plan_together, [first, second], {**PLAN, "effective_on": ""})
    office.do(findings.plan_together, [first, second], PLAN)
    found = office.ask(finding_ledger.detail, first)
    assert [one.title for one in found.together] == ["Rude"]
    assert (found.line.finding.measure, found.line.finding.effective_on) == ("Training", "2026-04-01")


def test_many_are_sent_each_to_its_own_institution_or_none_is(office: Office) -> None:
    first, second = opened(office), opened(office, "Rude", "U02")
    nowhere = office.do(findings.open_by_hand, NewFinding("Late", "complaint.attitude")).value
    with pytest.raises(NoInstitutionNamed) as refused:
        office.do(findings.send_together, [first, second, nowhere])
    assert refused.value.facts == {"numbers": stands(office, nowhere).number}
    assert stands(office, first).state is S.OPENED
    assert office.do(findings.send_together, [first, second, first]).value == (first, second)
    found = [stands(office, one) for one in (first, second)]
    assert [(one.state, one.institution) for one in found] == [(S.SENT, "U01"), (S.SENT, "U02")]
    with pytest.raises(NotToBeSent):
        office.do(findings.send_together, [first])


def test_a_sending_is_taken_back_by_who_sent_and_leads_to_where_each_stood(office: Office) -> None:
    first, second = opened(office), opened(office, "Rude")
    office.do(findings.step, second, S.TRIAGED, {})
    office.do(findings.send_together, [first, second])
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.do(findings.take_back_sending, [first, second])
    sign_in(office, "li")
    assert office.do(findings.take_back_sending, [first, second]).value == 2
    assert [stands(office, one).state for one in (first, second)] == [S.OPENED, S.TRIAGED]
    steps = [(event.state, dict(event.said)) for event, _ in office.ask(finding_ledger.detail, second).steps]
    assert steps[-2:] == [(S.SENT, {}), (S.TRIAGED, {"taken_back": "sent"})]
    with pytest.raises(SendingStands):
        office.do(findings.take_back_sending, [first])


def test_only_who_agreed_is_called_to_verify(office: Office, clock: FakeClock) -> None:
    owed = promised(office)
    asked = replace(ABOUT, callback=owed)
    _, (named, *_) = office.do(interview_calls.close, dissatisfied(office, asked=asked)).value
    _, (unnamed, *_) = office.do(interview_calls.close, dissatisfied(office, forward="no")).value
    before = len(office.ask(callbacks.queue))
    with pytest.raises(NoConsentToCall):
        verifying(office, unnamed)
    verifying(office, named)
    assert len(office.ask(callbacks.queue)) == before + 1
    steps = office.ask(finding_ledger.detail, named).steps
    assert steps[-1][0].said == {"verify_by": "li"}
    verifying(office, named)
    assert len(office.ask(callbacks.queue)) == before + 1  # one is owed already
    sign_in(office, "li")
    with pytest.raises(RecordGone):
        office.do(findings.step, b"?" * 16, FindingState.SENT, {})


@pytest.mark.parametrize("person", ["wang", "chen", "admin"])
def test_only_who_keeps_the_ledger_puts_a_call_into_the_queue(office: Office, person: str) -> None:
    asked = replace(ABOUT, callback=promised(office))
    _, (named, *_) = office.do(interview_calls.close, dissatisfied(office, asked=asked)).value
    sign_in(office, person)
    with pytest.raises(NotAllowed):
        office.do(findings.ask_to_verify, named)


def test_a_call_to_verify_is_outside_the_limit_of_a_day_but_logged(office: Office, clock: FakeClock) -> None:
    owed = promised(office)
    asked = replace(ABOUT, callback=owed)
    _, (named, *_) = office.do(interview_calls.close, dissatisfied(office, asked=asked)).value
    for _ in range(3):  # so often a number is called on one day at most
        call(office, promised(office), "201")
        clock.advance(timedelta(hours=1))
    other = promised(office)
    assert Hindrance.DAY_CAP in hindrances_of(office, other)
    verify = verifying(office, named)
    assert hindrances_of(office, verify) == []
    call(office, verify, "110", note="They come when called now")
    (made,) = office.ask(finding_ledger.detail, named).calls
    assert (made.code, made.at, made.note) == ("110", clock.now(), "They come when called now")


def test_nobody_is_called_twice_a_day_to_verify_what_they_said_but_where_the_center_says_so(
    office: Office, clock: FakeClock
) -> None:
    asked = replace(ABOUT, callback=promised(office))
    _, (named, *_) = office.do(interview_calls.close, dissatisfied(office, asked=asked)).value
    call(office, verifying(office, named), "110")
    clock.advance(timedelta(hours=2))
    again = verifying(office, named)
    assert hindrances_of(office, again) == [Hindrance.DAY_CAP]
    due = office.store.rows.one("SELECT due_at FROM callback WHERE id=?", again)
    assert due == ("2026-03-02T23:30:00+00:00",)  # half past seven of the next day
    assert hindrances_of(office, promised(office)) == []  # what is promised has its own limit
    sign_in(office, "admin")
    with pytest.raises(FieldInvalid):
        office.do(settings.change, verify_per_day=0)
    office.do(settings.change, verify_per_day=2)
    sign_in(office, "wang")
    assert hindrances_of(office, again) == []
    call(office, again, "110")
    clock.advance(timedelta(hours=24))
    assert hindrances_of(office, verifying(office, named)) == []


def test_a_call_to_verify_takes_nobody_s_place_in_a_campaign(office: Office, clock: FakeClock) -> None:
    (case,) = campaign(office, 1, per_day=1, planted="+8613800000001", gap_min=60)
    asked = replace(ABOUT, callback=promised(office))
    _, (named, *_) = office.do(interview_calls.close, dissatisfied(office, asked=asked)).value
    call(office, verifying(office, named), "201")
    clock.advance(timedelta(hours=2))
    assert hindrances_of(office, case) == []


def hindrances_of(office: Office, owed: bytes) -> list[Hindrance]:
    return [one.why for one in office.ask(_refusals, owed)]


def _refusals(view: View, owed: bytes) -> list[Refusal]:
    return callback_sheets.refusals(view, callback_sheets.of(view, owed))


def test_what_is_reopened_later_has_a_time_of_its_own_and_the_ledger_says_the_day_it_was_struck_off(
    office: Office, clock: FakeClock
) -> None:
    finding = opened(office)
    taken(office, finding, FindingState.DONE)
    sign_in(office, "wang")
    office.do(findings.step, finding, FindingState.VERIFIED, {"note": "Seen"})
    sign_in(office, "li")
    office.do(findings.step, finding, FindingState.CLOSED, {})
    paper = office.ask(finding_ledger.paper, Sought("ended"), "en")
    assert paper.blocks[0].rows[0][-1] == "2026-03-02"
    clock.advance(timedelta(days=60))
    office.do(findings.step, finding, FindingState.REOPENED, {"note": "Again"})
    assert not stands(office, finding).is_late(clock.now())
    assert office.ask(finding_ledger.counts) == (1, 0)
    clock.advance(timedelta(days=20))
    assert office.ask(finding_ledger.counts) == (1, 1)
