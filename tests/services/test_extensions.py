"""An extension is asked for in time, once, decided by a supervisor, and both due times stay."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.contacts import Outcome
from app.models.errors import FieldMissing, NotAllowed
from app.models.extensions import ExtensionNotAsked, ExtensionPending, ExtensionTooLate, NothingDue
from app.models.policies import Target
from app.services import contacts, inquiries, inquiry_steps
from app.services.office import Office
from tests.desk import NOON, draft, sign_in
from tests.fakes import FakeClock

ASKED = {"days": 3, "basis": "§ 12", "reason": "The laboratory needs a second sample"}


@pytest.fixture
def complaint(office: Office) -> bytes:
    """Return a complaint opened on Monday at noon, due by the policy on Wednesday at 14:00."""
    opened = office.do(contacts.start, draft(unit="cdc", category="complaint.fees", due_at=DUE)).value
    done = office.do(contacts.finalize, opened, Outcome.DISPATCH).value
    assert done.inquiry is not None
    return done.inquiry


DUE = datetime(2026, 3, 4, 6, tzinfo=UTC)


def _resolve(office: Office, inquiry: bytes):
    (found,) = [one for one in office.ask(inquiries.detail, inquiry).clocks if one.target is Target.RESOLVE]
    return found


def test_an_approved_extension_counts_in_working_days_and_keeps_the_first_due_time(
    office: Office, complaint: bytes
) -> None:
    office.do(inquiry_steps.take, complaint, "ask_extension", **ASKED)
    sign_in(office, "li")
    office.do(inquiry_steps.take, complaint, "approve_extension", days=3, told_at=NOON)
    clock = _resolve(office, complaint)
    assert (clock.original_due_at, clock.due_at, clock.extended) == (DUE, DUE + timedelta(days=5), True)
    found = office.ask(inquiries.detail, complaint)
    assert found.row.due_at == DUE + timedelta(days=5)  # over a weekend
    assert [(one.days, one.basis, one.told_at) for one in found.events[-2:]] == [(3, "§ 12", None), (3, None, NOON)]


def test_a_refused_extension_leaves_the_due_time_and_may_be_asked_for_again(office: Office, complaint: bytes) -> None:
    office.do(inquiry_steps.take, complaint, "ask_extension", **ASKED)
    with pytest.raises(ExtensionPending):
        office.do(inquiry_steps.take, complaint, "ask_extension", **ASKED)
    with pytest.raises(NotAllowed):
        office.do(inquiry_steps.take, complaint, "refuse_extension", reason="One sample is enough")
    sign_in(office, "li")
    office.do(inquiry_steps.take, complaint, "refuse_extension", reason="One sample is enough")
    assert _resolve(office, complaint).due_at == DUE
    with pytest.raises(ExtensionNotAsked):
        office.do(inquiry_steps.take, complaint, "approve_extension", days=3)
    office.do(inquiry_steps.take, complaint, "ask_extension", **ASKED)


def test_after_the_due_time_nothing_can_be_extended_and_a_pause_holds_it_open(
    office: Office, complaint: bytes, clock: FakeClock
) -> None:
    office.do(inquiry_steps.take, complaint, "wait_caller", reason="wants the receipt")
    clock.set(DUE + timedelta(days=1))
    office.do(inquiry_steps.take, complaint, "ask_extension", **ASKED)
    sign_in(office, "li")
    office.do(inquiry_steps.take, complaint, "refuse_extension", reason="no")
    office.do(inquiry_steps.take, complaint, "resume")
    clock.advance(timedelta(days=14))
    with pytest.raises(ExtensionTooLate):
        office.do(inquiry_steps.take, complaint, "ask_extension", **ASKED)


def test_an_extension_says_days_basis_and_reason(office: Office, complaint: bytes) -> None:
    for name in ASKED:
        with pytest.raises(FieldMissing) as refused:
            office.do(inquiry_steps.take, complaint, "ask_extension", **{**ASKED, name: None})
        assert refused.value.facts == {"field": name}


def test_what_has_no_due_time_has_nothing_to_extend(office: Office) -> None:
    with office.store.write("wang") as tx:
        old = tx.add("inquiry", {"number": "1", "opened_at": NOON.isoformat(), "state": "dispatched"})
    with pytest.raises(NothingDue):
        office.do(inquiry_steps.take, old, "ask_extension", **ASKED)


def test_an_inquiry_from_before_there_were_policies_is_extended_by_the_centers_own_days(office: Office) -> None:
    values = {"number": "1", "opened_at": NOON.isoformat(), "state": "dispatched", "due_at": DUE.isoformat()}
    with office.store.write("wang") as tx:
        old = tx.add("inquiry", values)
    office.do(inquiry_steps.take, old, "ask_extension", **ASKED)
    sign_in(office, "li")
    office.do(inquiry_steps.take, old, "approve_extension", days=1)
    assert office.ask(inquiries.detail, old).row.due_at == DUE + timedelta(days=1)
