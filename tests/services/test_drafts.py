"""Drafts come back whole, each to its own contact and its own person."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.contacts import CallSpan, Channel, ContactDraft, GivenScript
from app.models.errors import NotAllowed, RecordGone
from app.services import accounts, contacts, drafts
from app.services.office import Office
from tests.desk import NOON, draft, sign_in

_texts = st.one_of(st.none(), st.text(min_size=1, max_size=40))
_answers = st.dictionaries(st.text(min_size=1, max_size=8), st.one_of(st.text(min_size=1), st.integers()), max_size=4)


@given(summary=_texts, details=_texts, answers=_answers, channel=st.sampled_from(Channel))
def test_what_is_kept_is_what_comes_back(
    summary: str | None, details: str | None, answers: dict[str, str | int], channel: Channel
) -> None:
    given_script = GivenScript("vac-hpv", 3, "zh", NOON, query="九价", rank=1, ticked=("k1",), title="HPV")
    one = ContactDraft(
        b"1" * 16, NOON, channel, summary=summary, details=details, answers=answers, given=(given_script,),
        spans=(CallSpan("talking", NOON),), due_at=NOON, caller=b"2" * 16,
    )  # fmt: skip
    assert drafts.from_body(drafts.to_body(one)) == one


def test_a_field_of_a_newer_program_does_not_stop_a_draft() -> None:
    body = {**drafts.to_body(draft()), "mood": "calm"}
    assert drafts.from_body(body) == draft()


def test_who_takes_no_contacts_begins_none(office: Office) -> None:
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.do(contacts.start, draft())


def test_everybody_finds_only_their_own_drafts(office: Office) -> None:
    mine = office.do(contacts.start, draft(summary="mine")).value
    sign_in(office, "li")
    office.do(contacts.start, draft(summary="hers"))
    assert [one.summary for one in office.ask(drafts.mine)] == ["hers"]
    sign_in(office, "wang")
    office.do(drafts.keep, replace(mine, summary="mine, changed"))
    assert [one.summary for one in office.ask(drafts.mine)] == ["mine, changed"]


def test_a_discarded_draft_is_gone_and_can_be_kept_again(office: Office) -> None:
    opened = office.do(contacts.start, draft()).value
    office.do(drafts.discard, opened.id)
    assert office.ask(drafts.mine) == []
    office.do(drafts.keep, opened)
    assert office.ask(drafts.mine) == [opened]


def test_half_a_character_does_not_keep_a_draft_from_being_saved(office: Office) -> None:
    opened = office.do(contacts.start, draft(details="\ud83d broken")).value
    assert office.ask(drafts.mine) == [opened]


def test_what_somebody_who_is_gone_left_unfinished_is_gone_on_with_by_who_sees_to_others_work(office: Office) -> None:
    left = office.do(contacts.start, draft(summary="half said")).value
    sign_in(office, "admin")
    office.do(accounts.disable, "wang")
    sign_in(office, "chen")
    assert office.ask(drafts.mine) == []
    sign_in(office, "li")
    assert office.ask(drafts.mine) == [left]
    office.do(drafts.keep, replace(left, summary="said"))
    sign_in(office, "admin")
    office.do(accounts.enable, "wang")
    sign_in(office, "li")
    assert [one.summary for one in office.ask(drafts.mine)] == ["said"]
    office.do(drafts.discard, left.id)
    assert office.ask(drafts.mine) == []


def test_nobody_throws_away_what_somebody_else_typed(office: Office) -> None:
    mine = office.do(contacts.start, draft()).value
    sign_in(office, "li")
    with pytest.raises(RecordGone):
        office.do(drafts.discard, mine.id)
    sign_in(office, "wang")
    assert office.ask(drafts.mine) == [mine]
