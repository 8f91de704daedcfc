"""The read log: a reading is written once, a whole number is shown for a reason, and who may look at the log."""

from datetime import timedelta

import pytest

from app.models.access import SCOPE, Access
from app.models.contacts import Outcome
from app.models.errors import FieldMissing, NotAllowed, RecordGone
from app.services import access, inquiries
from app.services.office import Office, Work
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.taking import take


def _caller(office: Office) -> bytes:
    with office.store.write("wang") as tx:
        caller = tx.add("caller", {"name": "Zhao"})
        tx.add("caller_phone", {"caller": caller.hex(), "number": "+8613812345678"})
    return caller


def test_one_reading_is_written_once_and_again_when_it_is_another(office: Office, clock: FakeClock) -> None:
    record = bytes(range(16))
    assert office.do(access.opened, "inquiry", record).value
    assert not office.do(access.opened, "inquiry", record).value
    clock.advance(timedelta(minutes=16))
    assert office.do(access.opened, "inquiry", record).value
    sign_in(office, "li")
    assert [one.person for one in office.ask(access.readers_of, record)] == ["Wang", "Wang"]


def test_a_whole_number_is_shown_for_a_reason_that_is_kept(office: Office) -> None:
    caller = _caller(office)
    with pytest.raises(FieldMissing):
        office.do(access.reveal, caller, "  ")
    assert office.do(access.reveal, caller, "to call back").value == ("138 1234 5678",)
    sign_in(office, "admin")
    (line,) = office.ask(access.log)
    assert (line.did, line.record, line.why, line.person) == (Access.REVEALED, caller, "to call back", "Wang")
    assert line.label == "138 **** 5678"
    with pytest.raises(NotAllowed):
        office.do(access.reveal, caller, "curious")


def test_a_caller_who_is_not_there_has_no_number(office: Office) -> None:
    with pytest.raises(RecordGone):
        office.do(access.reveal, bytes(16), "why not")


def test_an_operator_does_not_look_at_the_log_and_exports_are_in_it(office: Office) -> None:
    for question in (access.log,):
        with pytest.raises(NotAllowed):
            office.ask(question)
    sign_in(office, "li")
    office.do(access.exported, "inquiry", 12)
    (line,) = office.ask(access.log)
    assert (line.did, line.rows) == (Access.EXPORTED, 12)
    assert office.ask(access.log, after=line) == []


def test_what_follows_in_the_same_transaction_is_in_the_former_scope(office: Office) -> None:
    sign_in(office, "li")
    office.do(access.exported, "inquiry", 1)
    scopes = office.store.rows.all("SELECT scope FROM journal /* whole: a test */ WHERE entity='access'")
    assert scopes == [(SCOPE,)]
    with office.store.write("li") as tx:
        tx.write_in(SCOPE)
        tx.write_in("center")
        row = tx.add("caller", {"name": "A"})
    assert office.store.rows.one("SELECT scope FROM journal WHERE row_id=?", row) == ("center",)


def test_the_numbers_of_a_callback_are_its_own(office: Office) -> None:
    with office.store.write("wang") as tx:
        owed = tx.add(
            "callback", {"reason": "promised", "number": "+8613812345678", "due_at": "2026-03-02T04:00:00+00:00"}
        )
    assert office.do(access.reveal, owed, "to dial by hand", entity="callback").value == ("138 1234 5678",)
    sign_in(office, "li")
    (line,) = office.ask(access.log)
    assert (line.entity, line.label) == ("callback", "138 **** 5678")
    assert office.store.rows.one("SELECT label FROM access WHERE id=?", line.id) == (None,)


def test_a_callback_about_an_inquiry_is_named_by_its_number(office: Office) -> None:
    inquiry = take(office, Outcome.ANSWERED)
    number = office.ask(inquiries.detail, inquiry).row.number
    with office.store.write("wang") as tx:
        values = {"reason": "promised", "number": "+8613812345678", "due_at": "2026-03-02T04:00:00+00:00"}
        owed = tx.add("callback", {**values, "inquiry": inquiry.hex()})
    office.do(access.reveal, owed, "to dial by hand", entity="callback")
    sign_in(office, "li")
    line = office.ask(access.log)[0]
    assert (line.label, office.ask(access.inquiry_of, line.entity, owed)) == (number, inquiry)


def test_a_line_leads_to_the_inquiry_that_it_is_about_where_there_is_one(office: Office) -> None:
    inquiry = take(office, Outcome.ANSWERED)
    row = office.ask(inquiries.detail, inquiry).row
    with office.store.write("wang") as tx:
        lone = tx.add(
            "callback", {"reason": "missed", "number": "+8613812345678", "due_at": "2026-03-02T04:00:00+00:00"}
        )
    with pytest.raises(NotAllowed):
        office.ask(access.inquiry_of, "inquiry", inquiry)
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.ask(access.inquiry_of, "inquiry", inquiry)
    sign_in(office, "li")
    assert row.caller is not None
    for entity, record, found in (
        *(("inquiry", inquiry, inquiry), ("caller", row.caller, inquiry), ("callback", lone, None)),
        *(("inquiry", bytes(16), None), ("callback", bytes(16), None), ("frame", lone, None)),
    ):
        assert office.ask(access.inquiry_of, entity, record) == found


def _revealed_once(work: Work) -> None:
    access.note(work, Access.REVEALED, "caller", bytes(16), why="to call back")


def test_the_log_outlives_who_it_is_about(office: Office) -> None:
    office.do(_revealed_once)
    sign_in(office, "li")
    (line,) = office.ask(access.log)
    assert (line.why, line.label) == ("to call back", "")
