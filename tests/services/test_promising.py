"""What is promised in a contact is written down with it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.errors import FieldMissing
from app.services import contacts, inquiries, promising
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
