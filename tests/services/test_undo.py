"""Taking back is refused where something stands on the last command."""

import pytest

from app.models.changes import Changes, Touched
from app.models.contacts import Outcome
from app.models.errors import NothingToUndo, UndoNotSafe
from app.services import accounts, contacts, inquiries, undo
from app.services.office import Office
from tests.desk import draft, sign_in


def test_a_later_word_of_somebody_else_is_not_overwritten(office: Office) -> None:
    done = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value
    assert done.inquiry is not None
    first = office.do(inquiries.describe, done.inquiry, summary="first")
    with office.store.write("li") as tx:
        tx.put("inquiry", done.inquiry, {"summary": "second"})
    with pytest.raises(UndoNotSafe):
        office.do(undo.take_back, first.changes)
    assert office.ask(inquiries.detail, done.inquiry).row.summary == "second"


def test_facts_and_graver_words_are_never_taken_back() -> None:
    fact = Touched("promise", b"1" * 16, b"2" * 16, True, {})
    grave = Touched("inquiry", b"1" * 16, b"2" * 16, False, {"urgency": "low"})
    plain = Touched("inquiry", b"1" * 16, b"2" * 16, False, {"summary": "a"})
    assert not undo.is_safe(Changes((plain, fact)))
    assert not undo.is_safe(Changes((grave,)))
    assert not undo.is_safe(Changes())
    assert undo.is_safe(Changes((plain,)))


def test_nobody_takes_back_what_another_person_did(office: Office) -> None:
    sign_in(office, "admin")
    assert office.do(accounts.disable, "chen").undoable
    sign_in(office, "wang")
    with pytest.raises(NothingToUndo):
        office.undo()
    sign_in(office, "admin")
    assert office.undo().value == 1
    assert all(one.disabled_at is None for one in office.ask(accounts.people))


def test_what_is_not_told_whole_is_not_taken_back() -> None:
    plain = Touched("caller", b"1", b"2", False, {"name": "x"})
    assert undo.is_safe(Changes((plain,)))
    assert not undo.is_safe(Changes((plain,), whole=False))
