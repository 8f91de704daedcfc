"""An inquiry goes to another center over the hub: closed here, fresh there, answered back, and never counted twice."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.contacts import Outcome
from app.models.errors import FieldInvalid, FieldMissing, NotAllowed
from app.models.inquiries import EventKind, State
from app.models.transfers import CenterUnknown, InquiryMoved
from app.services import (
    access,
    bundles,
    callers,
    conflicts,
    hub_sync,
    inquiries,
    inquiry_steps,
    reminders,
    retention,
    transfers,
)
from app.services.inquiries import Wanted
from app.services.office import Office
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock
from tests.services.taking import take
from tests.services.two_centers import Country

_SAID = {"summary": "Rash after a vaccine", "details": "Since Monday", "caller_name": "王五", "number": "139 0000 2222"}


@pytest.fixture
def other(template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    (folder := tmp_path / "other").mkdir()
    with opened(template, folder, clock) as desk:
        yield desk


@pytest.fixture
def country(clock: FakeClock, office: Office, other: Office) -> Country:
    made = Country(clock)
    made.enroll(office, "one", "North")
    made.enroll(other, "two", "South")
    for desk in (office, other, office):
        made.sync(desk)
    return made


def _open(office: Office, **values: object) -> bytes:
    return take(office, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=2), **{**_SAID, **values})


def _came(office: Office) -> inquiries.Detail:
    [row] = [one for one in office.ask(inquiries.list_page, Wanted()).rows if one.came_from]
    return office.ask(inquiries.detail, row.id)


def test_it_is_closed_here_and_a_fresh_row_there(country: Country, office: Office, other: Office) -> None:
    inquiry = _open(office)
    number = office.do(transfers.transfer, inquiry, "South", "Lives there").value
    for desk in (office, other):
        country.sync(desk)
    here, there = office.ask(inquiries.detail, inquiry), _came(other)
    assert (here.row.state, here.row.moved_to, here.row.closed_at is None) == (State.CANCELLED, "South", False)
    assert (here.events[-1].reason, here.events[-1].elsewhere["center"]) == ("Lives there", "South")
    assert (there.row.number, there.row.state, there.row.came_from) == (number, State.NEW, "North")
    assert (there.row.summary, there.row.due_at, there.row.opened_at) == (
        "Rash after a vaccine", here.row.due_at, here.row.opened_at,
    )  # fmt: skip
    assert [one.id for one in office.ask(inquiries.list_page, Wanted()).rows] == [inquiry]
    assert "H01" in (there.events[0].note or "")
    assert there.events[0].elsewhere["number"] == here.row.number


@pytest.mark.parametrize(
    ("passed", "details", "name"),
    [("matter", None, None), ("details", "Since Monday", None), ("caller", "Since Monday", "王五")],
)
def test_what_goes_over_is_what_was_chosen(
    country: Country, office: Office, other: Office, passed: str, details: str | None, name: str | None
) -> None:
    office.do(transfers.transfer, _open(office), "South", "Lives there", passed)
    for desk in (office, other):
        country.sync(desk)
    found = _came(other)
    assert (found.details, found.row.caller_name) == (details, name)
    assert office.ask(callers.by_number, "139 0000 2222").callers[0].numbers == ("+8613900002222",)
    assert [one.name for one in other.ask(callers.by_number, "139 0000 2222").callers] == ([name] if name else [])


def test_the_summary_goes_as_it_is_said_for_the_other_center(country: Country, office: Office, other: Office) -> None:
    inquiry = _open(office, summary="王五 has a rash")
    office.do(transfers.transfer, inquiry, "South", "Lives there", summary=" A rash ")
    for desk in (office, other):
        country.sync(desk)
    assert _came(other).row.summary == "A rash"
    assert office.ask(inquiries.detail, inquiry).row.summary == "王五 has a rash"


def test_the_owner_is_told_of_the_answer_until_it_was_seen(
    country: Country, office: Office, other: Office, clock: FakeClock
) -> None:
    inquiry = _open(office)
    office.do(transfers.transfer, inquiry, "South", "Lives there", "details")
    for desk in (office, other):
        country.sync(desk)
    other.do(inquiry_steps.take, _came(other).row.id, "close", note="See a doctor")
    clock.advance(timedelta(hours=1))
    office.do(reminders.see, inquiry)  # what came later was not seen by this, whatever its clock says
    for desk in (other, office):
        country.sync(desk)
    [told] = office.ask(reminders.mine)
    assert (told.inquiry, told.step.note, told.by) == (inquiry, "See a doctor", "")
    assert office.ask(inquiries.today).reminded == 1
    sign_in(office, "li")
    assert office.ask(reminders.mine) == ()
    sign_in(office, "wang")
    office.do(reminders.see, inquiry)
    assert (office.ask(reminders.mine), office.ask(inquiries.today).reminded) == ((), 0)


def test_the_answer_comes_back(country: Country, office: Office, other: Office) -> None:
    inquiry = _open(office)
    office.do(transfers.transfer, inquiry, "South", "Lives there", "details")
    for desk in (office, other):
        country.sync(desk)
    there = _came(other).row.id
    other.do(inquiry_steps.take, there, "close", note="See a doctor")
    for desk in (other, office):
        country.sync(desk)
    told = office.ask(inquiries.detail, inquiry).events[-1]
    assert (told.kind, told.state, told.note) == (EventKind.NOTE, State.CLOSED, "See a doctor")
    assert told.elsewhere == {"center": "South"}
    assert office.ask(inquiries.detail, inquiry).row.state is State.CANCELLED
    assert len(_came(other).events) == 2


def test_who_calls_again_is_told_to_the_center_that_works_on_it(
    country: Country, office: Office, other: Office
) -> None:
    inquiry = _open(office)
    office.do(transfers.transfer, inquiry, "South", "Lives there", "details")
    country.clock.advance(timedelta(hours=1))
    take(office, Outcome.ADD_TO, add_to=inquiry, summary="Fever now")
    for desk in (office, other):
        country.sync(desk)
    assert (_came(other).events[-1].note or "").startswith("Fever now")
    assert office.ask(inquiries.detail, inquiry).row.state is State.CANCELLED
    for step in ("reopen", "redo"):
        with pytest.raises(InquiryMoved):
            office.do(inquiry_steps.take, inquiry, step, note="again", reason="again")


def test_sent_on_and_back_it_is_a_row_of_its_own(country: Country, office: Office, other: Office) -> None:
    first = _open(office)
    office.do(transfers.transfer, first, "South", "Lives there")
    for desk in (office, other):
        country.sync(desk)
    number = other.do(transfers.transfer, _came(other).row.id, "North", "Has moved").value
    for desk in (other, office):
        country.sync(desk)
    assert number.endswith("-T2")
    assert _came(office).row.number == number
    assert office.ask(inquiries.detail, first).events[-1].note == "→ North\nHas moved"


def test_only_who_may_hand_it_over_transfers_and_only_to_a_center_that_is_known(
    country: Country, office: Office
) -> None:
    inquiry = _open(office)
    assert office.ask(transfers.centers) == ["South"]
    for wrong, center, reason, passed in (
        (CenterUnknown, "West", "why", "matter"),
        (CenterUnknown, "North", "why", "matter"),
        (FieldMissing, "South", " ", "matter"),
        (FieldInvalid, "South", "why", "everything"),
    ):
        with pytest.raises(wrong):
            office.do(transfers.transfer, inquiry, center, reason, passed)
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        office.do(transfers.transfer, inquiry, "South", "why")
    sign_in(office, "wang")
    office.do(transfers.transfer, inquiry, "South", "why")
    with pytest.raises(InquiryMoved):
        office.do(transfers.transfer, inquiry, "South", "why")


def test_without_a_hub_there_is_no_other_center(office: Office) -> None:
    assert office.ask(transfers.centers) == []
    assert not office.do(transfers.introduce).value
    with pytest.raises(CenterUnknown):
        office.do(transfers.transfer, _open(office), "South", "why")


def test_what_was_sent_goes_when_its_own_inquiry_goes(
    country: Country, office: Office, other: Office, clock: FakeClock
) -> None:
    office.do(transfers.transfer, _open(office), "South", "Lives there", "caller")
    for desk in (office, other):
        country.sync(desk)
    sign_in(office, "admin")
    office.do(retention.set_days, "inquiries", 30)
    clock.advance(timedelta(days=40))
    office.do(retention.redact)
    sent = [row[0] for row in office.store.rows.all("SELECT row_id FROM elsewhere /* whole: the test looks at all */")]
    kept = [office.store.rows.all("SELECT payload FROM journal WHERE row_id=?", one) for one in sent]
    assert kept == [[(None,)]] * 4
    country.sync(office)
    country.sync(other)
    assert _came(other).row.caller_name == "王五"


def _left(desk: Office) -> list[object]:
    """What stands in the journal of the rows of other centers that a desk holds."""
    sql = """SELECT payload FROM journal WHERE row_id IN (SELECT row_id FROM elsewhere) AND payload IS NOT NULL
        /* whole: a few */"""
    return [row[0] for row in desk.store.rows.all(sql)]


def test_it_goes_from_the_station_that_sent_it_whichever_redacts(
    country: Country, office: Office, other: Office, template: Path, tmp_path: Path, clock: FakeClock
) -> None:
    inquiry = _open(office)
    country.sync(office)
    (folder := tmp_path / "third").mkdir()
    with opened(template, folder, clock) as third:
        country.enroll(third, "three", "North")
        country.sync(third)
        sign_in(third, "li")
        third.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
        sign_in(third, "admin")
        before = list(third.ask(bundles.records, everything=True))
        for desk in (third, office, other):
            country.sync(desk)
        assert len(_left(third)) == 4
        sign_in(office, "admin")
        office.do(retention.set_days, "inquiries", 30)
        clock.advance(timedelta(days=40))
        office.do(retention.redact)
        for desk in (office, third):
            country.sync(desk)
        assert _left(third) == []
        office.do(bundles.take, before)
        assert _left(office) == []
        other.do(inquiry_steps.take, _came(other).row.id, "start")
        assert _came(other).row.caller_name == "王五"


def test_a_bundle_brings_also_what_is_for_another_center_and_for_the_hub_alone(
    country: Country, office: Office, other: Office, template: Path, tmp_path: Path, clock: FakeClock
) -> None:
    (folder := tmp_path / "third").mkdir()
    with opened(template, folder, clock) as third:
        country.enroll(third, "three", "North")
        country.sync(third)  # and then its line is gone
        inquiry = _open(third)
        third.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
        third.do(access.opened, "inquiry", inquiry)
        for desk in (third, office):
            sign_in(desk, "admin")
        office.do(bundles.take, list(third.ask(bundles.records)))
    for desk in (office, other):
        country.sync(desk)
    assert _came(other).row.caller_name == "王五"
    scopes = [row.scope for replica in country.hub.kept.replicas.values() for row in replica.rows]
    assert "access" in scopes
    before = len(scopes)
    for _ in range(2):
        assert country.sync(office, check=True).outcome.repaired == 0
    assert sum(len(replica.rows) for replica in country.hub.kept.replicas.values()) == before


def test_what_was_told_home_goes_with_the_row_here(
    country: Country, office: Office, other: Office, clock: FakeClock
) -> None:
    office.do(transfers.transfer, _open(office), "South", "Lives there", "details")
    for desk in (office, other):
        country.sync(desk)
    other.do(inquiry_steps.take, _came(other).row.id, "close", note="See a doctor")
    assert len(_left(other)) == 1
    sign_in(other, "admin")
    other.do(retention.set_days, "inquiries", 30)
    clock.advance(timedelta(days=40))
    other.do(retention.redact)
    assert _left(other) == []


def test_a_center_is_told_of_once(country: Country, office: Office, other: Office) -> None:
    for desk in (office, other, office):
        country.sync(desk)
        assert desk.ask(hub_sync.state).waiting == 0
    assert other.ask(transfers.centers) == ["North"]
    assert office.store.rows.all("SELECT count(*) FROM known_center /* whole: two */") == [(2,)]
    told = [one.entity for each in country.hub.kept.replicas.values() for one in each.rows]
    assert told.count("known_center") == 2


def test_two_desks_that_send_it_at_once_make_one_row(
    country: Country, office: Office, other: Office, template: Path, tmp_path: Path
) -> None:
    inquiry = _open(office)
    country.sync(office)
    (folder := tmp_path / "third").mkdir()
    with opened(template, folder, country.clock) as third:
        country.enroll(third, "three", "North")
        country.sync(third)
        for desk, reason in ((office, "Lives there"), (third, "Works there")):
            sign_in(desk, "li")
            desk.do(transfers.transfer, inquiry, "South", reason)
        for desk in (office, third, other, office, third):
            country.sync(desk)
        assert _came(other).row.number.endswith("-T1")
        assert len(_came(other).events) == 1
        seen = [desk.ask(inquiries.detail, inquiry).row for desk in (office, third)]
        assert [one.moved_to for one in seen] == ["South", "South"]
        assert seen[0] == seen[1]


def test_of_two_stations_that_send_one_inquiry_to_one_center_both_are_heard_there(
    country: Country, office: Office, other: Office, template: Path, tmp_path: Path
) -> None:
    """The center works on what the first one sent before it hears of the second."""
    inquiry = _open(office)
    country.sync(office)
    (folder := tmp_path / "third").mkdir()
    with opened(template, folder, country.clock) as third:
        country.enroll(third, "three", "North")
        country.sync(third)
        for desk, passed, words in ((office, "matter", "Rash"), (third, "caller", "Rash, and fever")):
            sign_in(desk, "li")
            desk.do(transfers.transfer, inquiry, "South", "Lives there", passed, summary=words)
        for desk in (office, other):
            country.sync(desk)
        sign_in(other, "li")
        other.do(inquiry_steps.take, (came := _came(other).row.id), "start")
        for desk in (other, third, other):
            country.sync(desk)
        found = {one.field: {each.value for each in one.choices} for one in other.ask(conflicts.waiting)}
        assert found["summary"] == {"Rash", "Rash, and fever"}
        assert other.ask(inquiries.detail, came).row.state is State.IN_PROGRESS
