"""Inquiries move along the table, each step with what it needs, and everything shows in their detail."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.accounts import Role
from app.models.contacts import Outcome
from app.models.errors import FieldInvalid, FieldMissing, NotAllowed, RecordGone, TransitionRefused
from app.models.inquiries import State, Urgency
from app.services import accounts, contacts, drafts, inquiries
from app.services.inquiries import Wanted
from app.services.office import Office
from tests.desk import NOON, draft, sign_in
from tests.fakes import FakeClock

DUE = NOON + timedelta(days=2)


@pytest.fixture
def dispatched(office: Office) -> bytes:
    """Return an inquiry that wang dispatched to a unit."""
    opened = office.do(contacts.start, draft(unit="cdc", due_at=DUE, dispatch_reason="their duty")).value
    done = office.do(contacts.finalize, opened, Outcome.DISPATCH).value
    assert done.inquiry is not None
    return done.inquiry


def test_a_dispatch_names_unit_reason_and_due_time(office: Office, dispatched: bytes) -> None:
    found = office.ask(inquiries.detail, dispatched)
    assert (found.row.state, found.row.unit, found.row.due_at) == (State.DISPATCHED, "cdc", DUE)
    assert found.events[1].reason == "their duty"


def test_a_life_from_dispatch_to_close_and_back(office: Office, dispatched: bytes) -> None:
    steps: list[tuple[State, dict[str, object]]] = [
        (State.RETURNED, {"reason": "not_our_duty"}),
        (State.DISPATCHED, {"unit": "hospital", "due_at": DUE}),
        (State.ACCEPTED, {}),
        (State.WAITING_CALLER, {"reason": "wants the date of birth"}),
        (State.IN_PROGRESS, {}),
        (State.CLOSED, {"note": "told her the clinic"}),
        (State.IN_PROGRESS, {"reason": "called again"}),
    ]
    for wanted, said in steps:
        office.do(inquiries.move, dispatched, wanted, **said)
        assert office.ask(inquiries.detail, dispatched).row.state is wanted
    found = office.ask(inquiries.detail, dispatched)
    assert found.row.closed_at is None
    assert found.outcome == "told her the clinic"
    assert len(found.events) == len(steps) + 2


@pytest.mark.parametrize(
    ("wanted", "said", "error"),
    [
        (State.CLOSED, {}, FieldMissing),
        (State.CLOSED, {"note": " \n"}, FieldMissing),
        (State.RETURNED, {}, FieldMissing),
        (State.WAITING_CALLER, {}, FieldMissing),
        (State.CANCELLED, {}, FieldMissing),
        (State.DISPATCHED, {"unit": "x"}, FieldMissing),
        (State.CALLBACK_DUE, {}, TransitionRefused),
    ],
)
def test_a_step_without_what_it_needs_changes_nothing(
    office: Office, dispatched: bytes, wanted: State, said: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        office.do(inquiries.move, dispatched, wanted, **said)
    assert office.ask(inquiries.detail, dispatched).row.state is State.DISPATCHED


def test_only_a_supervisor_takes_an_inquiry_from_somebody_else(office: Office, dispatched: bytes) -> None:
    sign_in(office, "admin")
    other = office.do(accounts.create, "zhao", "Zhao", "correct horse", (Role.OPERATOR,)).value
    sign_in(office, "zhao")
    with pytest.raises(NotAllowed):
        office.do(inquiries.hand_over, dispatched, other)
    sign_in(office, "li")
    office.do(inquiries.hand_over, dispatched, other)
    assert office.ask(inquiries.detail, dispatched).row.owner == other
    mine = Wanted(facets=(("owner", other.hex()),), open_only=True)
    assert [row.id for row in office.ask(inquiries.list_page, mine).rows] == [dispatched]


def test_nothing_is_handed_to_somebody_who_works_here_no_longer(office: Office, dispatched: bytes) -> None:
    sign_in(office, "admin")
    gone = office.do(accounts.create, "zhao", "Zhao", "correct horse", (Role.OPERATOR,)).value
    trainer = office.do(accounts.create, "qian", "Qian", "correct horse", (Role.TRAINER,)).value
    office.do(accounts.disable, "zhao")
    sign_in(office, "li")
    for person in (gone, trainer, b"nobody".rjust(16)):
        with pytest.raises(FieldInvalid):
            office.do(inquiries.hand_over, dispatched, person)


def test_a_note_is_a_step_and_an_empty_one_is_none(office: Office, dispatched: bytes) -> None:
    office.do(inquiries.note, dispatched, "the unit asked for a copy")
    with pytest.raises(FieldMissing):
        office.do(inquiries.note, dispatched, "  ")
    assert office.ask(inquiries.detail, dispatched).events[-1].note == "the unit asked for a copy"


def test_the_strip_counts_by_the_centers_own_midnight(office: Office, clock: FakeClock) -> None:
    for hours in (-1, 2, 13):
        opened = office.do(contacts.start, draft(unit="cdc", due_at=NOON + timedelta(hours=hours))).value
        office.do(contacts.finalize, opened, Outcome.DISPATCH)
    found = office.ask(inquiries.today)
    assert (found.open, found.overdue, found.due_today) == (3, 1, 1)
    clock.advance(timedelta(hours=3))
    assert office.ask(inquiries.today).overdue == 2


def test_a_moved_callback_keeps_its_promise(office: Office) -> None:
    opened = office.do(contacts.start, draft(due_at=DUE)).value
    callback = office.do(contacts.finalize, opened, Outcome.CALL_BACK).value.callback
    assert callback is not None
    office.do(inquiries.reschedule_callback, callback, DUE + timedelta(hours=1))
    assert office.ask(inquiries.due_callbacks)[0].due_at == DUE + timedelta(hours=1)
    office.do(inquiries.settle_callback, callback, kept=False, note="nobody answered")
    inquiry = office.ask(inquiries.list_page, Wanted()).rows[0].id
    assert [one.state.value for one in office.ask(inquiries.detail, inquiry).promises] == ["broken"]


def test_numbers_carry_day_station_and_count(office: Office, dispatched: bytes) -> None:
    second = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value
    assert second.number is not None
    assert second.number.startswith("260302-")
    assert second.number.endswith("-0002")


def test_an_inquiry_that_is_not_there_is_said_so(office: Office) -> None:
    with pytest.raises(RecordGone):
        office.ask(inquiries.detail, b"\0" * 16)
    with pytest.raises(RecordGone):
        office.do(inquiries.move, b"\0" * 16, State.CLOSED, note="x")


@pytest.mark.parametrize(
    "values", [{"urgency": "extreme"}, {"state": "closed"}, {"deleted_at": "x"}, {"due_at": "tomorrow"}]
)
def test_a_description_takes_only_what_lists_can_show_again(
    office: Office, dispatched: bytes, values: dict[str, str]
) -> None:
    with pytest.raises(FieldInvalid):
        office.do(inquiries.describe, dispatched, **values)
    assert [row.id for row in office.ask(inquiries.list_page, Wanted()).rows] == [dispatched]


def test_a_due_time_is_kept_in_utc_wherever_it_was_typed(office: Office, dispatched: bytes) -> None:
    office.do(inquiries.describe, dispatched, due_at="2026-03-02T14:00:00+08:00", reason="agreed")
    assert office.ask(inquiries.history, dispatched)[-1].values["due_at"] == "2026-03-02T06:00:00+00:00"


def test_nothing_is_written_about_what_is_not_there(office: Office) -> None:
    nobody = b"\0" * 16
    for command, said in (
        (inquiries.describe, {"summary": "x"}),
        (inquiries.note, {"text": "x"}),
        (inquiries.reschedule_callback, {"due_at": DUE}),
    ):
        with pytest.raises(RecordGone):
            office.do(command, nobody, **said)
    assert office.ask(inquiries.list_page, Wanted()).rows == ()
    assert office.ask(inquiries.due_callbacks) == []


def test_a_deleted_inquiry_is_worked_on_no_more(office: Office, dispatched: bytes) -> None:
    with office.store.write("li") as tx:
        tx.put("inquiry", dispatched, {"deleted_at": NOON.isoformat()})
    with pytest.raises(RecordGone):
        office.do(inquiries.move, dispatched, State.CLOSED, note="answered")
    opened = office.do(contacts.start, replace(draft(), add_to=dispatched)).value
    with pytest.raises(RecordGone):
        office.do(contacts.finalize, opened, Outcome.ADD_TO)
    assert office.ask(drafts.mine) == [opened]


def test_no_history_shows_a_password(office: Office) -> None:
    assert office.by is not None
    with pytest.raises(NotAllowed):
        office.ask(inquiries.history, office.by.id)


def test_a_callback_ends_once(office: Office) -> None:
    opened = office.do(contacts.start, draft(due_at=DUE)).value
    done = office.do(contacts.finalize, opened, Outcome.CALL_BACK).value
    assert done.callback is not None
    assert done.inquiry is not None
    office.do(inquiries.settle_callback, done.callback, kept=True)
    with pytest.raises(RecordGone):
        office.do(inquiries.settle_callback, done.callback, kept=False)
    assert [one.state.value for one in office.ask(inquiries.detail, done.inquiry).promises] == ["kept"]


@pytest.mark.parametrize(("said", "stands"), [(Urgency.CRITICAL, Urgency.CRITICAL), (Urgency.LOW, Urgency.NORMAL)])
def test_a_graver_word_of_a_later_contact_reaches_the_inquiry(
    office: Office, dispatched: bytes, said: Urgency, stands: Urgency
) -> None:
    opened = office.do(contacts.start, replace(draft(), add_to=dispatched, urgency=said)).value
    office.do(contacts.finalize, opened, Outcome.ADD_TO)
    assert office.ask(inquiries.detail, dispatched).row.urgency is stands


def test_a_lower_urgency_needs_a_reason_and_begins_a_new_round(office: Office) -> None:
    opened = office.do(contacts.start, draft(urgency=Urgency.CRITICAL)).value
    inquiry = office.do(contacts.finalize, opened, Outcome.ANSWERED).value.inquiry
    assert inquiry is not None
    with pytest.raises(FieldMissing) as refused:
        office.do(inquiries.describe, inquiry, urgency="low", reason="  ")
    assert refused.value.facts == {"field": "reason"}
    assert not office.do(inquiries.describe, inquiry, urgency="low", reason="The fever is gone").undoable
    found = office.ask(inquiries.detail, inquiry)
    assert found.row.urgency is Urgency.LOW
    assert [(one.kind.value, one.reason) for one in found.events][-1] == ("urgency_lowered", "The fever is gone")
    last = office.ask(inquiries.history, inquiry)[-1]
    assert (last.before["urgency"], last.values["urgency"], last.values["epoch"]) == ("critical", "low", 1)


def test_of_two_stations_a_lower_urgency_wins_over_what_was_said_in_the_round_before(office: Office) -> None:
    opened = office.do(contacts.start, draft(urgency=Urgency.HIGH)).value
    inquiry = office.do(contacts.finalize, opened, Outcome.ANSWERED).value.inquiry
    assert inquiry is not None
    for urgency in ("low", "critical", "normal"):
        office.do(inquiries.describe, inquiry, urgency=urgency, reason="seen by a physician")
        assert office.ask(inquiries.detail, inquiry).row.urgency.value == urgency
    assert office.ask(inquiries.history, inquiry)[-1].values["epoch"] == 2
