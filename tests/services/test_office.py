"""The office: one command, one transaction, permission first, and the last command taken back where that is safe."""

import pytest

from app.models.accounts import Role
from app.models.contacts import Outcome
from app.models.errors import NotAllowed, NothingToUndo, NotSignedIn
from app.services import access, accounts, callers, conflicts, contacts, inquiries
from app.services.inquiries import Wanted
from app.services.office import Office, Seat
from tests.desk import NOON, draft, sign_in


def test_nobody_does_anything_without_signing_in(office: Office) -> None:
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        office.ask(inquiries.list_page, Wanted())


def test_a_command_says_what_it_touched(office: Office) -> None:
    done = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    assert {"contact", "inquiry", "inquiry_event", "caller", "caller_phone"} <= done.changes.entities
    assert not done.undoable


def test_the_last_safe_command_is_taken_back_by_a_new_record(office: Office) -> None:
    done = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value
    assert done.inquiry is not None
    assert office.do(inquiries.describe, done.inquiry, summary="mistyped").undoable
    office.undo()
    assert office.ask(inquiries.detail, done.inquiry).row.summary == draft().summary
    assert len(office.ask(inquiries.history, done.inquiry)) == 3
    with pytest.raises(NothingToUndo):
        office.undo()


def test_a_trainer_works_on_no_inquiry(office: Office) -> None:
    done = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        office.do(inquiries.describe, done.inquiry, summary="x")
    with pytest.raises(NotAllowed):
        office.ask(callers.by_number, "1")


def test_what_waited_in_a_queue_is_done_by_who_asked_for_it(office: Office) -> None:
    queued = office.seat()
    sign_in(office, "li")
    contact = queued.do(contacts.finalize, queued.do(contacts.start, draft()).value, Outcome.ANSWERED).value.contact
    row = office.store.rows.one("SELECT actor FROM journal WHERE row_id=?", contact)
    assert row == ("wang",)
    with pytest.raises(NothingToUndo):
        office.undo()


def test_roles_that_are_taken_or_given_count_at_once_for_who_is_signed_in(office: Office) -> None:
    sign_in(office, "admin")
    admin = office.by
    sign_in(office, "li")
    assert office.ask(access.log) == []
    Seat(office, admin).do(accounts.set_roles, "li", (Role.OPERATOR,))
    with pytest.raises(NotAllowed):
        office.ask(access.log)
    Seat(office, admin).do(accounts.set_roles, "li", (Role.SUPERVISOR,))
    assert office.ask(access.log) == []


def test_whoever_is_closed_by_another_program_does_nothing_more_in_their_own_right(office: Office) -> None:
    sign_in(office, "admin")
    with office.store.write("chief of another window") as tx:
        tx.put("person", office.by.id, {"disabled_at": NOON.isoformat()})
    with pytest.raises(NotAllowed):
        office.do(accounts.create, "mine", "Mine", "a long password", (Role.ADMINISTRATOR,))
    assert office.is_closed
    with pytest.raises(NotAllowed):
        office.do(accounts.enable, "admin")
    with pytest.raises(NotAllowed):
        office.ask(access.log)


def test_whoever_is_closed_by_another_program_is_told_nothing_more_in_their_own_right(office: Office) -> None:
    sign_in(office, "admin")
    assert office.ask(access.log) == []
    with office.store.write("chief of another window") as tx:
        tx.put("person", office.by.id, {"disabled_at": NOON.isoformat()})
    with pytest.raises(NotAllowed):
        office.ask(access.log)
    assert office.is_closed


def test_a_supervisor_who_is_closed_during_a_call_ends_it_and_does_nothing_else(office: Office) -> None:
    sign_in(office, "li")
    started = office.do(contacts.start, draft()).value
    with office.store.write("chief of another window") as tx:
        tx.put("person", office.by.id, {"disabled_at": NOON.isoformat()})
    assert office.do(contacts.finalize, started, Outcome.ANSWERED).value.inquiry is not None
    assert office.is_closed
    with pytest.raises(NothingToUndo):
        office.undo()
    with pytest.raises(NotAllowed):
        office.ask(conflicts.escalated)


def test_whoever_is_closed_while_signed_in_is_known_to_be_and_ends_what_they_are_at(office: Office) -> None:
    sign_in(office, "admin")
    admin = office.by
    sign_in(office, "wang")
    started = office.do(contacts.start, draft()).value
    Seat(office, admin).do(accounts.disable, "wang")
    assert office.is_closed
    assert office.do(contacts.finalize, started, Outcome.ANSWERED).value.inquiry is not None
    sign_in(office, "li")
    assert not office.is_closed


def test_a_desk_at_rest_gives_back_what_its_start_has_left(office: Office) -> None:
    given: list[str] = []

    def give_back() -> None:
        given.append("memory")

    office.ask(office.rest)
    office.outside["give_back_memory"] = give_back
    office.ask(office.rest)
    assert given == ["memory"]
    assert not office.ask(inquiries.list_page, Wanted()).rows
