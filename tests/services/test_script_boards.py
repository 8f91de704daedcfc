"""What waits for review and what runs out is listed before a caller notices."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.contacts import GivenScript, Outcome
from app.models.errors import NotAllowed
from app.models.script_expiry import ExpiryReason
from app.scripts_library.script import Risk, Script, Source, Variant
from app.services import contacts, script_boards, script_life
from app.services.office import Office
from tests.desk import NOON, draft, sign_in
from tests.fakes import FakeClock

MONTH = timedelta(days=30)
SCRIPT = Script(
    "desk-hours",
    {"zh": "几点开门", "en": "Opening hours"},
    sources=(Source("Rule 1"),),
    review_on=date(2027, 3, 1),
    variants=(Variant("zh", say="8点。"), Variant("en", say="At 8.")),
)


def submitted(office: Office, script: Script, base: int | None = None) -> int:
    sign_in(office, "chen")
    number = office.do(script_life.save_draft, script, base=base).value
    office.do(script_life.submit, script.key, number, note="please")
    return number


def approved(office: Office, script: Script, base: int | None = None) -> int:
    number = submitted(office, script, base)
    sign_in(office, "li")
    office.do(script_life.approve, script.key, number)
    return number


def reasons(office: Office) -> list[tuple[ExpiryReason, date]]:
    return [(one.reason, one.since_on) for one in office.ask(script_boards.expiring, within=MONTH)]


def test_a_version_in_review_waits_with_what_its_author_said(office: Office) -> None:
    submitted(office, replace(SCRIPT, risk=Risk.HIGH))
    sign_in(office, "li")
    office.do(script_life.approve, SCRIPT.key, 1)
    (waits,) = office.ask(script_boards.waiting_for_review)
    assert (waits.script.key, waits.by, waits.note, waits.since) == (SCRIPT.key, "Chen", "please", NOON)
    assert (waits.life.approved_by, waits.life.approvers) == (("Li",), 2)


def test_what_waits_longest_comes_first_and_what_is_approved_waits_no_longer(office: Office, clock: FakeClock) -> None:
    for key in ("b-1", "a-1", "c-1"):
        submitted(office, replace(SCRIPT, key=key))
        clock.advance(timedelta(hours=1))
    sign_in(office, "li")
    office.do(script_life.approve, "c-1", 1)
    assert [one.script.key for one in office.ask(script_boards.waiting_for_review)] == ["b-1", "a-1"]


def test_an_operator_does_not_see_what_waits(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.ask(script_boards.waiting_for_review)


def test_a_script_that_ends_is_told_before_and_after_until_it_is_archived(office: Office, clock: FakeClock) -> None:
    ends = NOON + timedelta(days=40)
    approved(office, replace(SCRIPT, effective_to=ends))
    told = [reasons(office)]
    for days in (20, 30, 740):
        clock.advance(timedelta(days=days))
        told.append(reasons(office))
    soon, over = (ExpiryReason.ENDS_SOON, ends.date()), (ExpiryReason.ENDED, ends.date())
    assert told == [[], [soon], [over], []]


def test_a_script_whose_next_version_follows_does_not_end(office: Office) -> None:
    ends = NOON + timedelta(days=10)
    approved(office, replace(SCRIPT, effective_to=ends))
    approved(office, replace(SCRIPT, effective_from=ends), base=1)
    assert reasons(office) == []


def test_a_next_version_that_leaves_a_gap_does_not_follow(office: Office) -> None:
    ends = NOON + timedelta(days=10)
    approved(office, replace(SCRIPT, effective_to=ends))
    approved(office, replace(SCRIPT, effective_from=ends + timedelta(days=1)), base=1)
    assert reasons(office) == [(ExpiryReason.ENDS_SOON, ends.date())]


def test_a_review_is_told_until_the_script_is_confirmed(office: Office, clock: FakeClock) -> None:
    due = (NOON + timedelta(days=20)).date()
    approved(office, replace(SCRIPT, review_on=due))
    assert reasons(office) == [(ExpiryReason.REVIEW_SOON, due)]
    clock.advance(timedelta(days=21))
    assert reasons(office) == [(ExpiryReason.REVIEW_OVERDUE, due)]
    office.do(script_life.confirm, SCRIPT.key, 1, next_on=due + timedelta(days=90))
    assert reasons(office) == []


def test_a_script_that_nobody_uses_for_half_a_year_is_told(office: Office, clock: FakeClock) -> None:
    approved(office, SCRIPT)
    clock.advance(timedelta(days=100))
    sign_in(office, "wang")
    given = GivenScript(SCRIPT.key, 1, "en", clock.now())
    opened = office.do(contacts.start, draft(given=(given,), number=None, caller_name=None)).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    clock.advance(timedelta(days=100))
    assert reasons(office) == []
    clock.advance(timedelta(days=80))
    assert reasons(office) == [(ExpiryReason.UNUSED, (NOON + timedelta(days=280)).date())]


def test_a_review_that_is_due_says_when_the_script_last_answered_a_call(office: Office, clock: FakeClock) -> None:
    """Use that worked speaks for it, and does not take the place of a review."""
    approved(office, replace(SCRIPT, review_on=(NOON + timedelta(days=1)).date()))
    clock.advance(timedelta(days=2))
    (due,) = office.ask(script_boards.expiring, within=MONTH)
    assert (due.reason, due.confirmed_at) == (ExpiryReason.REVIEW_OVERDUE, None)
    given = (GivenScript(SCRIPT.key, 1, "en", NOON),)
    sign_in(office, "wang")
    contact = office.do(contacts.start, draft(given=given)).value
    office.do(contacts.finalize, contact, Outcome.ANSWERED)
    (due,) = office.ask(script_boards.expiring, within=MONTH)
    assert (due.reason, due.confirmed_at) == (ExpiryReason.REVIEW_OVERDUE, NOON)
