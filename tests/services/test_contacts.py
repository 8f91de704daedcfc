"""Finalizing a contact is one transaction that makes everything its outcome asks for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.models.contacts import AnswerMode, ContactDraft, ContactResult, GivenScript, Outcome, Referral
from app.models.errors import AlreadyFinalized, FieldInvalid, FieldMissing, FieldTooLong, NotAllowed
from app.models.inquiries import InquiryEvent, State
from app.services import callers, contacts, drafts, inquiries
from app.services.office import Office
from tests.desk import NOON, draft, sign_in


def test_answering_directly_closes_the_inquiry_in_the_same_transaction(office: Office) -> None:
    opened = office.do(contacts.start, draft()).value
    done = office.do(contacts.finalize, opened, Outcome.ANSWERED).value
    assert done.inquiry is not None
    found = office.ask(inquiries.detail, done.inquiry)
    assert found.row.state is State.CLOSED
    assert [event.kind.value for event in found.events] == ["opened", "closed"]
    assert found.contacts[0].result is ContactResult.ANSWERED_DIRECT
    assert office.ask(drafts.mine) == []


def test_the_same_caller_is_recognized_in_another_format(office: Office) -> None:
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    met = office.ask(callers.by_number, "+86-13812345678")
    assert [caller.name for caller in met.callers] == ["张三"]
    card = office.ask(callers.card, met.callers[0].id)
    assert len(card.contacts) == 1
    assert len(card.inquiries) == 1


def test_a_silent_call_needs_no_field_and_makes_no_inquiry(office: Office) -> None:
    bare = replace(draft(), number=None, category=None, summary=None, details=None, caller_name=None)
    opened = office.do(contacts.start, bare).value
    done = office.do(contacts.finalize, opened, Outcome.NON_INQUIRY, result=ContactResult.SILENT).value
    assert done.inquiry is None
    assert office.ask(contacts.one, opened.id).result is ContactResult.SILENT


def test_a_finalized_contact_is_never_finalized_again(office: Office) -> None:
    opened = office.do(contacts.start, draft()).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    with pytest.raises(AlreadyFinalized):
        office.do(contacts.finalize, opened, Outcome.ANSWERED)
    with pytest.raises(AlreadyFinalized):
        office.do(drafts.keep, opened)


def test_a_promise_to_call_back_is_owed_at_its_time(office: Office) -> None:
    promised = draft(due_at=NOON + timedelta(hours=3), promise="Call with the clinic's hours")
    done = office.do(contacts.finalize, office.do(contacts.start, promised).value, Outcome.CALL_BACK).value
    owed = office.ask(inquiries.due_callbacks)
    assert [one.id for one in owed] == [done.callback]
    assert owed[0].due_at == NOON + timedelta(hours=3)
    assert office.ask(inquiries.today).callbacks_due == 1
    office.do(inquiries.settle_callback, owed[0].id, kept=True)
    assert office.ask(inquiries.due_callbacks) == []


def test_adding_to_a_closed_inquiry_opens_it_again(office: Office) -> None:
    first = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value
    again = office.do(contacts.start, draft(add_to=first.inquiry)).value
    office.do(contacts.finalize, again, Outcome.ADD_TO)
    assert first.inquiry is not None
    found = office.ask(inquiries.detail, first.inquiry)
    assert found.row.state is State.IN_PROGRESS
    assert [event.kind.value for event in found.events] == ["opened", "closed", "reopened"]


def test_what_an_outcome_needs_is_named(office: Office) -> None:
    opened = office.do(contacts.start, draft(unit=None)).value
    with pytest.raises(FieldMissing) as refused:
        office.do(contacts.finalize, opened, Outcome.DISPATCH)
    assert refused.value.facts == {"field": "unit"}
    assert [kept.summary for kept in office.ask(drafts.mine)] == [opened.summary]


def test_a_text_beyond_the_limit_is_refused_not_cut(office: Office) -> None:
    opened = office.do(contacts.start, draft(details="长" * 100_001)).value
    with pytest.raises(FieldTooLong):
        office.do(contacts.finalize, opened, Outcome.ANSWERED)


def test_an_amendment_shows_and_the_contact_stays(office: Office) -> None:
    opened = office.do(contacts.start, draft()).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    office.do(contacts.amend, opened.id, {"summary": "Asked about the flu vaccine"}, "misheard")
    found = office.ask(contacts.one, opened.id)
    assert (found.summary, found.amendments) == ("Asked about the flu vaccine", 1)
    assert office.ask(inquiries.history, opened.id)[0].values["summary"] == "Asks about the HPV vaccine"


def test_halves_of_characters_and_emoji_do_not_stop_a_save(office: Office) -> None:
    odd = draft(details="\ud83d broken 😀 עברית \x00 end", summary="מה שעות הפתיחה?")
    opened = office.do(contacts.start, contacts.cleaned(odd)).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    assert "😀 עברית  end" in (office.ask(contacts.one, opened.id).narrative or "")


def test_a_trainer_takes_no_contacts(office: Office) -> None:
    opened = office.do(contacts.start, draft()).value
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        office.do(contacts.finalize, opened, Outcome.ANSWERED)


@pytest.mark.parametrize("corrected", [{"result": "vanished"}, {"result": None}, {"answer_mode": "guessed"}])
def test_an_amendment_that_no_list_could_show_is_refused(office: Office, corrected: dict[str, str | None]) -> None:
    opened = office.do(contacts.start, draft()).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    with pytest.raises(FieldInvalid):
        office.do(contacts.amend, opened.id, corrected, "misheard")
    assert office.ask(contacts.one, opened.id).amendments == 0


def test_half_a_character_in_an_answer_or_a_search_does_not_stop_a_save(office: Office) -> None:
    given = GivenScript("vac-hpv", 1, "en", NOON, query="hpv \udc00")
    odd = draft(answers={"fever": "\ud83d high"}, given=(given,), dispatch_reason="\ud83d")
    opened = office.do(contacts.start, odd).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    found = office.ask(contacts.one, opened.id)
    assert str(found.answers["fever"]).endswith(" high")
    assert found.scripts[0].query is not None


@pytest.mark.parametrize(
    ("outcome", "result", "kind"),
    [(Outcome.REFERRED, "referred", "referred"), (Outcome.TRANSFERRED, "transferred_live", "transferred")],
)
def test_whoever_is_sent_elsewhere_leaves_a_closed_inquiry_that_says_where_to(
    office: Office, outcome: Outcome, result: str, kind: str
) -> None:
    with pytest.raises(FieldMissing) as refused:
        office.do(contacts.finalize, office.do(contacts.start, draft()).value, outcome)
    assert refused.value.facts == {"field": "referred_to"}
    told = draft(referred_to="12345 hotline", referral_note="Asks about a water bill")
    opened = office.do(contacts.start, told).value
    done = office.do(contacts.finalize, opened, outcome).value
    found = office.ask(inquiries.detail, done.inquiry)
    assert (found.row.state, found.outcome) == (State.CLOSED, "→ 12345 hotline\nAsks about a water bill")
    assert [(one.kind.value, one.unit) for one in found.events][1] == (kind, "12345 hotline")
    row = office.ask(contacts.one, opened.id)
    assert (row.result.value, row.answer_mode) == (result, AnswerMode.NOT_ANSWERED)
    sent = office.ask(contacts.referral, opened.id)
    assert sent == Referral("12345 hotline", "Asks about a water bill", live=outcome is Outcome.TRANSFERRED)


def test_a_contact_that_sent_nobody_elsewhere_says_so(office: Office) -> None:
    opened = office.do(contacts.start, draft()).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    assert office.ask(contacts.referral, opened.id) is None


@pytest.mark.parametrize("mode", AnswerMode)
def test_how_it_was_answered_is_stored_as_chosen(office: Office, mode: AnswerMode) -> None:
    opened = office.do(contacts.start, draft(answer_mode=mode)).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    assert office.ask(contacts.one, opened.id).answer_mode is mode


def test_a_dispatch_due_at_another_time_than_promised_says_why(office: Office) -> None:
    promised = datetime(2026, 3, 4, 6, tzinfo=UTC)  # two business days
    said = {"category": "complaint.fees", "unit": "cdc", "dispatch_reason": None}
    later = office.do(contacts.start, draft(**said, due_at=promised + timedelta(hours=2))).value
    with pytest.raises(FieldMissing) as refused:
        office.do(contacts.finalize, later, Outcome.DISPATCH)
    assert refused.value.facts["field"] == "dispatch_reason"
    explained = replace(later, dispatch_reason="The laboratory needs it")
    as_promised = office.do(contacts.start, draft(**said, due_at=promised + timedelta(seconds=30))).value
    steps = [_last_step(office, one) for one in (explained, as_promised)]
    assert [one.reason for one in steps] == ["The laboratory needs it", None]
    assert steps[1].due_at == promised


def _last_step(office: Office, opened: ContactDraft) -> InquiryEvent:
    inquiry = office.do(contacts.finalize, opened, Outcome.DISPATCH).value.inquiry
    return office.ask(inquiries.detail, inquiry).events[-1]


def test_who_corrected_a_contact_when_why_and_what_stood_there_before_is_kept(office: Office) -> None:
    opened = office.do(contacts.start, draft()).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    assert office.ask(contacts.amendments, opened.id) == ()
    office.do(contacts.amend, opened.id, {"summary": "flu"}, "misheard")
    office.do(contacts.amend, opened.id, {"summary": "flu vaccine"}, "longer")
    first, second = office.ask(contacts.amendments, opened.id)
    assert (first.reason, first.by_name, first.corrected) == ("misheard", "Wang", {"summary": (draft().summary, "flu")})
    assert (second.reason, second.corrected) == ("longer", {"summary": ("flu", "flu vaccine")})
    assert first.at <= second.at
