"""A search is kept as it ended, and a command before it can still be taken back."""

import pytest

from app.models.contacts import Outcome
from app.models.errors import NotSignedIn
from app.models.script_searches import EndedSearch, SearchEnd, SearchPlace
from app.services import contacts, inquiries, script_searches
from app.services.office import Office
from app.services.script_searches import LONGEST
from app.store import script_searches as rows_of
from tests.desk import NOON, draft

HPV = EndedSearch("hpv age", SearchEnd.OPENED, SearchPlace.PALETTE, key="hpv", rank=1)


def kept(office: Office) -> list[str]:
    return [one.query for one in rows_of.searches_since(office.store.rows, NOON, 10)]


def test_a_search_is_kept_cleaned_and_cut(office: Office) -> None:
    office.do(script_searches.note, HPV)
    office.do(script_searches.note, EndedSearch("九价\x00" + "x" * 500, SearchEnd.LEFT, SearchPlace.INTAKE))
    assert sorted(kept(office)) == ["hpv age", ("九价" + "x" * 500)[: LONGEST - 1]]


def test_a_search_for_nothing_is_not_kept(office: Office) -> None:
    assert office.do(script_searches.note, EndedSearch(" \x00 ", SearchEnd.LEFT, SearchPlace.INTAKE)).value is None
    assert kept(office) == []


def test_somebody_has_to_be_at_the_desk(office: Office) -> None:
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        office.do(script_searches.note, HPV)


def test_what_was_done_before_a_search_can_still_be_taken_back(office: Office) -> None:
    done = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value
    office.do(inquiries.describe, done.inquiry, summary="mistyped")
    office.do(script_searches.note, HPV)
    office.undo()
    assert office.ask(inquiries.detail, done.inquiry).row.summary == draft().summary
