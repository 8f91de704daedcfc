"""Dispatch notes tell a unit what it needs, and of the caller no more than is allowed."""

from datetime import timedelta

import pytest

from app.models.access import Access
from app.models.contacts import Outcome
from app.models.errors import NotAllowed, RecordGone
from app.models.inquiries import EventKind
from app.services import access, callers, contacts, dispatch_notes, inquiries, letters, settings, units
from app.services.dispatch_notes import DispatchNote, NotDispatched
from app.services.office import Office
from tests.desk import NOON, draft, sign_in

FORM = {"form": "county-health-line", "form_version": 1}
REACH = {"leader": "王局", "phone": "0531-1", "email": "h01@example.org"}


@pytest.fixture
def dispatched(office: Office) -> bytes:
    """A dispatched inquiry of wang, due two days later."""
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital", **REACH)
    sign_in(office, "wang")
    return _take(office, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=2))


def _take(office: Office, outcome: Outcome, **values: object) -> bytes:
    opened = office.do(contacts.start, draft(**values)).value
    return office.do(contacts.finalize, opened, outcome).value.inquiry


def _note(office: Office, inquiry: bytes, language: str = "en") -> DispatchNote:
    return office.ask(dispatch_notes.note_of, inquiry, language=language)


def test_a_note_tells_unit_matter_and_deadline(office: Office, dispatched: bytes) -> None:
    note = _note(office, dispatched)
    facts = dict(note.paper.facts)
    assert facts["To"] == "County Hospital (H01)"
    assert facts["Reached by"] == "0531-1 · h01@example.org"
    assert facts["Deadline"] == "Wed 2026-03-04 12:00 (UTC+08:00), that is one working day after the dispatch"
    assert facts["Responsible leader"] == "王局"
    assert "Asks about the HPV vaccine" in note.paper.blocks[0].texts
    assert note.number in note.subject
    assert note.email.startswith(f"[{note.number}] Asks about the HPV vaccine – Wed 2026-03-04 12:00")
    assert "☐" in note.email


def test_a_deadline_that_was_past_when_it_was_dispatched_is_called_so(office: Office, dispatched: bytes) -> None:
    late = _take(office, Outcome.DISPATCH, unit="H01", due_at=NOON - timedelta(hours=2))
    deadline = dict(_note(office, late).paper.facts)["Deadline"]
    assert deadline == "Mon 2026-03-02 10:00 (UTC+08:00), already past when it was dispatched"


def test_a_note_is_written_in_the_language_of_the_window(office: Office, dispatched: bytes) -> None:
    paper = _note(office, dispatched, "zh_CN").paper
    assert paper.title.startswith("派单函")
    assert dict(paper.facts)["承办单位"] == "县人民医院 (H01)"
    assert paper.blocks[-1].title == "回执"


def test_the_caller_is_named_only_where_the_center_allows_it(office: Office, dispatched: bytes) -> None:
    assert "138" not in _note(office, dispatched).email
    assert "张三" not in _note(office, dispatched).email
    sign_in(office, "admin")
    office.do(settings.change, notes_with_caller=True)
    sign_in(office, "wang")
    assert _note(office, dispatched).paper.blocks[1].texts == ("张三", "138 1234 5678")


@pytest.mark.parametrize(
    ("asked", "named"), [(("yes",), True), (("no",), False), (("not_asked",), False), (("yes", "not_asked"), True)]
)
def test_a_caller_who_was_asked_is_named_only_with_consent(
    office: Office, dispatched: bytes, asked: tuple[str, ...], named: bool
) -> None:
    sign_in(office, "admin")
    office.do(settings.change, notes_with_caller=True)
    sign_in(office, "wang")
    caller = office.ask(inquiries.detail, dispatched).row.caller
    for answer in asked:
        _take(office, Outcome.ADD_TO, add_to=dispatched, caller=caller, **FORM, answers={"identity_consent": answer})
    assert ("138 1234 5678" in _note(office, dispatched).email) is named


@pytest.mark.parametrize("named", [True, False])
def test_the_sender_of_a_letter_stands_on_a_note_only_where_callers_do(office: Office, named: bool) -> None:
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院")
    sign_in(office, "admin")
    office.do(settings.change, notes_with_caller=named)
    sign_in(office, "wang")
    letter = f"{letters.written_by('张三 <zhang@example.org>', 'zh_CN')}\n\n多收费"
    sent = _take(office, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=2), details=letter)
    found = _note(office, sent).email
    assert ("zhang@example.org" in found) is named
    assert "多收费" in found


def test_another_caller_of_the_same_inquiry_consents_for_nobody_else(office: Office, dispatched: bytes) -> None:
    sign_in(office, "admin")
    office.do(settings.change, notes_with_caller=True)
    sign_in(office, "wang")
    caller = office.ask(inquiries.detail, dispatched).row.caller
    _take(office, Outcome.ADD_TO, add_to=dispatched, caller=caller, **FORM, answers={"identity_consent": "no"})
    other = {"number": "13700000009", "caller_name": "李四", "caller": None}
    _take(office, Outcome.ADD_TO, add_to=dispatched, **FORM, **other, answers={"identity_consent": "yes"})
    assert "138" not in _note(office, dispatched).email


def test_consent_that_is_corrected_counts_as_it_is_now(office: Office, dispatched: bytes) -> None:
    sign_in(office, "admin")
    office.do(settings.change, notes_with_caller=True)
    sign_in(office, "wang")
    caller = office.ask(inquiries.detail, dispatched).row.caller
    _take(office, Outcome.ADD_TO, add_to=dispatched, caller=caller, **FORM, answers={"identity_consent": "yes"})
    contact = office.ask(inquiries.detail, dispatched).contacts[-1].id
    office.do(contacts.amend, contact, {"answers.identity_consent": "no"}, "misheard")
    assert "138" not in _note(office, dispatched).email


def test_a_number_that_must_not_be_called_stands_on_no_note(office: Office, dispatched: bytes) -> None:
    sign_in(office, "admin")
    office.do(settings.change, notes_with_caller=True)
    sign_in(office, "wang")
    row = office.ask(inquiries.detail, dispatched).row
    office.do(callers.do_not_call, number="138 1234 5678", caller=row.caller, reason="asked")
    assert "138" not in _note(office, dispatched).email


def test_that_a_note_left_the_house_is_written_into_its_inquiry(office: Office, dispatched: bytes) -> None:
    note = _note(office, dispatched)
    for way in dispatch_notes.WAYS:
        office.do(dispatch_notes.record, note, way, language="en")
    steps = office.ask(inquiries.detail, dispatched).events[-3:]
    assert [one.kind for one in steps] == [EventKind.NOTE] * 3
    assert steps[0].note == "Dispatch note for County Hospital saved as a file."


def test_an_inquiry_that_was_never_dispatched_has_no_note(office: Office) -> None:
    answered = _take(office, Outcome.ANSWERED)
    with pytest.raises(NotDispatched):
        _note(office, answered)


def test_a_note_is_found_by_its_number_and_by_no_other(office: Office, dispatched: bytes) -> None:
    number = office.ask(inquiries.detail, dispatched).row.number
    assert office.ask(dispatch_notes.numbered, f" {number.lower()} ") == dispatched
    for other in (number[:-1], "", "nobody"):
        with pytest.raises(RecordGone):
            office.ask(dispatch_notes.numbered, other)


def test_only_who_works_on_inquiries_writes_notes(office: Office, dispatched: bytes) -> None:
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        _note(office, dispatched)


def test_who_has_whole_numbers_before_them_on_a_note_is_in_the_read_log_once(office: Office, dispatched: bytes) -> None:
    office.do(dispatch_notes.read, dispatched)
    sign_in(office, "admin")
    office.do(settings.change, notes_with_caller=True, mask_numbers=True)
    sign_in(office, "wang")
    for _ in range(2):
        office.do(dispatch_notes.read, dispatched)
    sign_in(office, "li")
    (line,) = office.ask(access.log)
    assert (line.did, line.entity, line.why) == (Access.REVEALED, "caller", _note(office, dispatched).number)
