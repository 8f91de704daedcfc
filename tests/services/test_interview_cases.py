"""Answers open findings once, without a name unless it was allowed; what is urgent becomes an inquiry at once."""

from dataclasses import replace

import pytest

from app.models.errors import FieldInvalid, FieldMissing, RecordGone
from app.models.inquiries import State, Urgency
from app.models.interview_records import SurveyMode
from app.models.questionnaires import Severity
from app.services import finding_ledger, inquiries, interview_calls, interview_cases, interviews
from app.services.office import Office
from tests.services.calling import promised
from tests.services.finding import dissatisfied
from tests.services.interviewing import ABOUT, begun, said, through, until


def test_an_urgent_matter_is_an_inquiry_before_the_interview_goes_on(office: Office) -> None:
    one = begun(office, replace(ABOUT, callback=promised(office)))
    said(office, one, greeting="read", agree="yes")
    opened = office.do(interview_cases.raise_flag, one, "501", "Chest pain since this morning").value
    row = office.ask(inquiries.detail, opened.inquiry).row
    assert (row.category, row.urgency, row.state) == ("help.urgent", Urgency.CRITICAL, State.IN_PROGRESS)
    assert office.ask(interviews.standing, one).flags == ("501",)
    assert office.ask(interviews.standing, one).state.current.id == "contacted"
    for code, note, error in (("502", " ", FieldMissing), ("110", "x", FieldInvalid)):
        with pytest.raises(error):
            office.do(interview_cases.raise_flag, one, code, note)
    with pytest.raises(RecordGone):
        office.do(interview_cases.raise_flag, b"?" * 16, "502", "x")


def test_a_low_score_opens_one_finding_in_the_words_of_the_questionnaire(office: Office) -> None:
    one = dissatisfied(office)
    _, new = office.do(interview_calls.close, one).value
    (finding,) = new
    found = office.ask(finding_ledger.detail, finding)
    assert "不满意 – 服务态度" in found.line.finding.title or "Dissatisfied – The manner" in found.line.finding.title
    assert (found.line.finding.institution, found.line.finding.named) == ("U01", True)
    assert office.do(interview_calls.close, one).value[1] == ()
    said(office, one, forward="no")
    office.do(interview_calls.close, one)
    assert not office.ask(finding_ledger.detail, finding).line.finding.named


def test_an_urgent_rule_opens_an_inquiry_that_leads_to_nobody_without_consent(office: Office) -> None:
    one = begun(office, replace(ABOUT, callback=promised(office)))
    through(office, one, contacted="no", solved="unsolved", reopen="no", unit_satisfaction="dissatisfied", forward="no")
    _, new = office.do(interview_calls.close, one).value
    assert len(new) == 2
    found = [office.ask(finding_ledger.detail, each).line.finding for each in new]
    (inquiry,) = [each.inquiry for each in found if each.inquiry]
    detail = office.ask(inquiries.detail, inquiry)
    assert (detail.row.caller, detail.row.category) == (None, "complaint.unanswered")
    assert all(contact.number is None for contact in detail.contacts)


def test_an_answer_is_urgent_until_it_is_raised(office: Office) -> None:
    one = begun(office, replace(ABOUT, questionnaire="short-phone"))
    assert not interview_cases.must_raise(until(office, one, "unwell", gifts="yes"))
    assert interview_cases.must_raise(said(office, one, unwell="yes"))
    office.do(interview_cases.raise_flag, one, "502", "the bill")
    assert interview_cases.must_raise(office.ask(interviews.standing, one))
    office.do(interview_cases.raise_flag, one, "501", "chest pain")
    assert not interview_cases.must_raise(office.ask(interviews.standing, one))


def test_a_complaint_that_was_raised_and_that_a_rule_finds_is_one_inquiry(office: Office) -> None:
    asked = replace(ABOUT, questionnaire="short-phone", version=1, mode=SurveyMode.PAPER, campaign=b"k" * 16)
    one = begun(office, asked)
    raised = office.do(interview_cases.raise_flag, one, "502", "The doctor asked for a red envelope").value.inquiry
    through(office, one, gifts="yes", forward="no")
    new = office.do(interview_cases.follow, office.do(interviews.end, one).value).value
    found = [office.ask(finding_ledger.detail, each).line.finding for each in new]
    urgent = {(each.category, each.inquiry) for each in found if each.severity is Severity.URGENT}
    assert ("complaint.provider", raised) in urgent
    sql = "SELECT count(*) FROM inquiry WHERE category='complaint.provider' /* whole: a test */"
    assert office.store.rows.one(sql) == (1,)


def test_a_raised_health_problem_takes_the_place_of_no_other_urgent_inquiry(office: Office) -> None:
    asked = replace(ABOUT, questionnaire="inpatient-national", version=3, callback=promised(office))
    one = begun(office, asked)
    said(office, one, greeting="read", agree="yes")
    raised = office.do(interview_cases.raise_flag, one, "501", "Fever since noon").value.inquiry
    through(office, one, gifts="yes", health="urgent", overall="satisfied", age=40, forward="yes")
    _, new = office.do(interview_calls.close, one).value
    opened = [office.ask(finding_ledger.detail, each).line.finding for each in new]
    found = {each.category: each.inquiry for each in opened}
    assert found["help.urgent"] == raised
    assert found["complaint.provider"] not in (None, raised)
    assert office.ask(inquiries.detail, found["complaint.provider"]).row.category == "complaint.provider"
