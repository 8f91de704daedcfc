"""Inquiries of the past as routing looks at them."""

from dataclasses import replace

from app.models.contacts import Outcome
from app.models.inquiries import State
from app.services import contacts, inquiries
from app.store import routing as rows_of
from tests.desk import NOON, draft


def finalized(office, outcome=Outcome.DISPATCH, **values):
    opened = office.do(contacts.start, draft(unit="U01", due_at=NOON, **values)).value
    return office.do(contacts.finalize, replace(opened), outcome).value.inquiry


def test_the_unit_of_a_dispatch_counts_and_a_unit_that_was_only_named_does_not(office):
    finalized(office, summary="first")
    finalized(office, Outcome.ANSWERED, summary="second")
    found = list(rows_of.past(office.store.rows, 10))
    assert [(one.summary, one.unit) for one in found] == [("second", None), ("first", "U01")]
    assert [one.summary for one in rows_of.past(office.store.rows, 1)] == ["second"]


def test_what_was_returned_teaches_nothing(office):
    office.do(inquiries.move, finalized(office), State.RETURNED, reason="not_our_duty")
    assert [one.unit for one in rows_of.past(office.store.rows, 10)] == [None]
