"""Two inquiries about one matter become one, everything follows, and taken apart each is what it was."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.errors import (
    MergedElsewhere,
    MergeIntoItself,
    MergeTargetDone,
    NotAllowed,
    OthersMergedHere,
    TransitionRefused,
)
from app.models.inquiries import EventKind, InquiryRow, State
from app.services import callers, inquiries, inquiry_steps, merging, worklists
from app.services.inquiries import Wanted
from app.services.office import Office, Work
from tests.desk import NOON, sign_in
from tests.services.taking import take

_OPEN = {"unit": "H01", "due_at": NOON + timedelta(days=2)}


def _matter(office: Office, summary: str, **values: object) -> bytes:
    return take(office, Outcome.DISPATCH, **{**_OPEN, "summary": summary, **values})


@pytest.fixture
def pair(office: Office) -> tuple[bytes, bytes]:
    other = {"number": "139 0000 1111", "caller_name": "李四"}
    return _matter(office, "Sewage in the ward"), _matter(office, "It smells in the ward", **other)


def _row(office: Office, inquiry: bytes) -> InquiryRow:
    return office.ask(inquiries.detail, inquiry).row


def test_a_merged_inquiry_leaves_the_open_list_and_the_figures(office: Office, pair: tuple[bytes, bytes]) -> None:
    stays, goes = pair
    number = office.do(merging.merge, goes, stays, "same ward").value
    assert number == _row(office, stays).number
    assert [row.id for row in office.ask(inquiries.list_page, Wanted(open_only=True)).rows] == [stays]
    assert office.ask(inquiries.today).open == 1
    merged = office.ask(inquiries.detail, goes)
    assert merged.into is not None
    assert (merged.row.state, merged.into.number) == (State.MERGED, number)
    assert (merged.events[-1].kind, merged.events[-1].reason) == (EventKind.MERGED, "same ward")


def test_contacts_promises_and_calls_follow(office: Office, pair: tuple[bytes, bytes]) -> None:
    stays, _ = pair
    goes = take(office, Outcome.CALL_BACK, summary="Call me", promise="call", due_at=NOON + timedelta(hours=2))
    office.do(merging.merge, goes, stays)
    found = office.ask(inquiries.detail, stays)
    assert [row.id for row in found.merged] == [goes]
    assert len(found.contacts) == 2
    assert [one.what for one in found.promises] == ["call"]
    [owed] = office.ask(worklists.owed_calls)
    assert (owed.callback.inquiry, owed.callback.inquiry_number) == (stays, found.row.number)
    assert owed.promised_by == "Wang"


def test_the_callers_card_shows_what_it_became_once(office: Office, pair: tuple[bytes, bytes]) -> None:
    stays, goes = pair
    [li] = office.ask(callers.by_number, "139 0000 1111").callers
    office.do(merging.merge, goes, stays)
    assert [row.id for row in office.ask(callers.card, li.id).inquiries] == [stays]


def test_a_later_contact_goes_where_the_pointer_leads(office: Office, pair: tuple[bytes, bytes]) -> None:
    stays, goes = pair
    office.do(merging.merge, goes, stays)
    take(office, Outcome.ADD_TO, add_to=goes, summary="Still smells", number="139 0000 1111")
    assert office.ask(inquiries.detail, stays).contacts[-1].summary == "Still smells"
    assert _row(office, goes).state is State.MERGED


def test_taken_apart_each_is_what_it_was(office: Office, pair: tuple[bytes, bytes]) -> None:
    stays, goes = pair
    office.do(inquiry_steps.take, goes, "wait_caller", reason="a photo")
    before = _row(office, goes)
    office.do(merging.merge, goes, stays)
    office.do(merging.take_apart, goes)
    assert _row(office, goes) == before
    assert office.ask(inquiries.detail, goes).events[-1].kind is EventKind.SEPARATED
    assert len(office.ask(inquiries.detail, stays).contacts) == 1
    assert office.ask(inquiries.detail, stays).merged == ()
    office.do(merging.merge, goes, stays)
    assert _row(office, goes).state is State.MERGED


def test_circles_and_chains_are_refused(office: Office, pair: tuple[bytes, bytes]) -> None:
    stays, goes = pair
    third = _matter(office, "Third")
    with pytest.raises(MergeIntoItself):
        office.do(merging.merge, goes, goes)
    office.do(merging.merge, goes, stays)
    with pytest.raises(MergedElsewhere) as refused:
        office.do(merging.merge, stays, goes)
    assert refused.value.facts == {"number": _row(office, goes).number, "into": _row(office, stays).number}
    with pytest.raises(OthersMergedHere):
        office.do(merging.merge, stays, third)
    with pytest.raises(TransitionRefused):
        office.do(merging.merge, goes, third)


def test_an_open_one_does_not_vanish_in_a_done_one(office: Office, pair: tuple[bytes, bytes]) -> None:
    stays, goes = pair
    office.do(inquiry_steps.take, stays, "close", note="cleaned")
    with pytest.raises(MergeTargetDone):
        office.do(merging.merge, goes, stays)
    with pytest.raises(TransitionRefused):
        office.do(merging.take_apart, goes)


def test_only_who_works_on_inquiries_merges_and_takes_apart(office: Office, pair: tuple[bytes, bytes]) -> None:
    stays, goes = pair
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        office.do(merging.merge, goes, stays)
    with pytest.raises(NotAllowed):
        office.do(merging.take_apart, goes)


def test_pointers_that_two_stations_turned_against_each_other_end_somewhere(
    office: Office, pair: tuple[bytes, bytes]
) -> None:
    stays, goes = pair

    def both(work: Work) -> None:
        work.tx.put("inquiry", stays, {"merged_into": goes.hex()})
        work.tx.put("inquiry", goes, {"merged_into": stays.hex()})

    office.do(both)
    into = office.ask(inquiries.detail, stays).into
    assert into is not None
    assert into.id == goes
