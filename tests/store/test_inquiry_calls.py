"""The dossier of an inquiry names the calls that were made about it."""

from app.models.contacts import Outcome
from app.services import contacts, worklists
from app.services.office import Office
from app.store import inquiry_calls
from tests.desk import NOON, draft
from tests.services.calling import call, promised


def test_calls_about_an_inquiry_are_told_with_their_end_and_who_made_them(office: Office) -> None:
    opened = office.do(contacts.start, draft(number="13812340001", due_at=NOON)).value
    done = office.do(contacts.finalize, opened, Outcome.CALL_BACK).value
    assert done.inquiry is not None
    assert inquiry_calls.about(office.store.rows, done.inquiry) == []
    owed = promised(office, inquiry=done.inquiry.hex())
    call(office, owed, "205")
    (made,) = inquiry_calls.about(office.store.rows, done.inquiry)
    assert (made.callback, made.at, made.code) == (owed, NOON, "205")
    assert made.by
    assert office.ask(worklists.dossier, done.inquiry).calls == (made,)
