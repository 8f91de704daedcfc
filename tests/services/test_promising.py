"""What is promised in a contact is written down with it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.callbacks import CallbackReason
from app.models.contacts import Outcome
from app.models.errors import FieldMissing
from app.services import contacts, inquiries, inquiry_steps, promising, worklists
from app.services.office import Office
from tests.desk import NOON, draft


def test_a_promise_of_any_outcome_stands_on_its_inquiry_with_its_time(office: Office) -> None:
    told = draft(promise="Send the form", due_at=NOON + timedelta(hours=4))
    done = office.do(contacts.finalize, office.do(contacts.start, told).value, Outcome.ANSWERED).value
    assert done.inquiry is not None
    found = office.ask(inquiries.detail, done.inquiry).promises
    assert [(one.what, one.due_at, one.by_name) for one in found] == [("Send the form", told.due_at, "Wang")]


def test_nothing_promised_is_no_promise(office: Office) -> None:
    opened = office.do(contacts.start, draft()).value
    assert office.do(promising.promise_if_any, opened, opened.id).value is None


def test_a_call_is_promised_for_a_time(office: Office) -> None:
    opened = office.do(contacts.start, draft()).value
    with pytest.raises(FieldMissing):
        office.do(promising.promise_callback, replace(opened, due_at=None), opened.id)


def test_asking_for_a_call_makes_one_that_is_owed_as_promised_and_never_two(office: Office) -> None:
    opened = office.do(contacts.start, draft(category="complaint", unit="H01", due_at=NOON + timedelta(days=1))).value
    inquiry = office.do(contacts.finalize, opened, Outcome.DISPATCH).value.inquiry
    assert inquiry is not None
    office.do(inquiry_steps.take, inquiry, "answered", note="It was refunded")
    office.do(inquiry_steps.take, inquiry, "ask_callback")
    (owed,) = office.ask(worklists.owed_calls)
    assert (owed.callback.reason, owed.callback.inquiry) == (CallbackReason.PROMISED, inquiry)
    assert (owed.number, owed.owner, owed.callback.what) == ("138 1234 5678", "Wang", opened.summary)
    assert owed.callback.due_at == NOON + timedelta(days=1, hours=2)  # a business day from the next opening, at 14:00
    office.do(inquiry_steps.take, inquiry, "redo", reason="It did not help")
    office.do(inquiry_steps.take, inquiry, "answered")
    office.do(inquiry_steps.take, inquiry, "ask_callback")
    assert len(office.ask(worklists.owed_calls)) == 1
    office.do(inquiries.settle_callback, owed.callback.id, kept=True)
    assert office.ask(worklists.owed_calls) == []
    office.do(inquiry_steps.take, inquiry, "redo", reason="It came back")
    office.do(inquiry_steps.take, inquiry, "answered")
    office.do(inquiry_steps.take, inquiry, "ask_callback")
    assert len(office.ask(worklists.owed_calls)) == 1


def test_without_a_promise_about_it_the_call_is_due_a_business_day_later(office: Office) -> None:
    opened = office.do(contacts.start, draft(category="consult.hpv", unit="H01", due_at=NOON)).value
    inquiry = office.do(contacts.finalize, opened, Outcome.DISPATCH).value.inquiry
    assert inquiry is not None
    row = office.ask(inquiries.detail, inquiry).row
    callback = office.do(promising.owe_call, row, NOON + timedelta(days=1)).value
    owed = office.ask(inquiries.owed, callback)
    assert owed is not None
    assert owed.due_at == NOON + timedelta(days=1)


def test_whoever_reaches_us_is_owed_no_call_for_having_been_missed(office):
    from app.services import callback_sources, promising

    office.do(callback_sources.missed, "138 1234 5678")
    assert office.do(promising.reached, "+8613812345679").value == 0
    assert office.do(promising.reached, "+8613812345678").value == 1
    assert office.do(promising.reached, "+8613812345678").value == 0
