"""Rungs fire when their time has come, once, and leave a step of the inquiry."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.inquiries import EventKind
from app.models.ladders import KIND_OF
from app.services import imports, inquiries, inquiry_steps, ladder_firing, ladders, policies
from app.services.inquiries import Wanted
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.supervised import dispatch

DUE = datetime(2026, 3, 4, 6, tzinfo=UTC)  # Wednesday at 14:00
HOUR = timedelta(hours=1)


@pytest.fixture
def inquiry(office: Office) -> bytes:
    """An inquiry that is due on Wednesday at 14:00 and was accepted at once."""
    found = dispatch(office, "Fees", (DUE - NOON) / HOUR)
    office.do(inquiry_steps.take, found, "accept")
    return found


def _run(office: Office, clock: FakeClock, at: datetime) -> list[str]:
    clock.set(at)
    return [one.step.value for one in office.do(ladder_firing.run).value.fired]


def test_the_ladder_climbs_rung_by_rung(office: Office, clock: FakeClock, inquiry: bytes) -> None:
    assert _run(office, clock, NOON) == []
    assert _run(office, clock, DUE - 20 * HOUR) == []
    assert _run(office, clock, DUE - 3 * HOUR) == ["remind"]
    assert _run(office, clock, DUE - 2 * HOUR) == []
    assert _run(office, clock, DUE + 2 * HOUR) == ["urge"]
    assert _run(office, clock, DUE + 24 * HOUR) == ["supervise"]
    assert _run(office, clock, DUE + timedelta(days=9)) == ["notify"]
    assert _run(office, clock, DUE + timedelta(days=90)) == []
    steps = [one for one in office.ask(inquiries.detail, inquiry).events if one.kind in KIND_OF.values()]
    assert [one.by for one in steps] == [None] * 4
    assert steps[0].ladder == {
        "point": "remind.1", "target": "resolve", "due": DUE.isoformat(), "by": "county-ladder@0",
    }  # fmt: skip


def test_a_moved_due_time_lets_nothing_fire_again(office: Office, clock: FakeClock, inquiry: bytes) -> None:
    assert _run(office, clock, DUE - 3 * HOUR) == ["remind"]
    for due_at in (DUE + timedelta(days=2), DUE - HOUR, DUE + timedelta(days=1)):
        office.do(inquiries.describe, inquiry, due_at=due_at.isoformat(), reason="agreed")
        assert _run(office, clock, DUE - 2 * HOUR) == []
    assert _run(office, clock, DUE + 2 * HOUR) == []
    assert _run(office, clock, DUE + timedelta(days=1, hours=2)) == ["urge"]


def test_what_is_answered_or_waits_is_left_alone(office: Office, clock: FakeClock, inquiry: bytes) -> None:
    office.do(inquiry_steps.take, inquiry, "wait_caller", reason="papers are missing")
    assert _run(office, clock, DUE + 2 * HOUR) == []
    office.do(inquiry_steps.take, inquiry, "resume")
    office.do(inquiry_steps.take, inquiry, "answered")
    assert _run(office, clock, DUE + timedelta(days=9)) == []


def test_another_ladder_is_followed_from_its_day_on(office: Office, clock: FakeClock, inquiry: bytes) -> None:
    assert _run(office, clock, NOON) == []
    assert not office.ask(ladder_firing.is_due)
    sign_in(office, "admin")
    office.do(ladders.end, "county-ladder", office.ask(policies.today))
    assert office.ask(ladder_firing.is_due)
    assert _run(office, clock, DUE + timedelta(days=9)) == []


def test_a_round_ends_and_says_that_more_wait(office: Office, clock: FakeClock) -> None:
    for name in ("One", "Two", "Three"):
        dispatch(office, name, 1)
    clock.set(NOON + timedelta(days=9))
    first = office.do(ladder_firing.run, limit=2).value
    second = office.do(ladder_firing.run, limit=2).value
    assert (first.looked, first.more, second.looked, second.more) == (2, True, 1, False)
    assert len(first.fired) + len(second.fired) == 6  # to accept and to resolve, the highest rung of each
    assert not office.ask(ladder_firing.is_due)


def test_a_rebuilt_desk_knows_what_has_fired(office: Office, clock: FakeClock, inquiry: bytes) -> None:
    from app.services import clocks
    from app.store.rebuild import rebuild

    assert _run(office, clock, DUE - 3 * HOUR) == ["remind"]
    with office.store.write("li", now=clock.now()) as tx:
        rebuild(tx)
    office.do(clocks.rebuild)
    assert _run(office, clock, DUE - 2 * HOUR) == []
    kinds = [one.kind for one in office.ask(inquiries.detail, inquiry).events]
    assert kinds.count(EventKind.REMINDED) == 1


def test_nobody_at_the_desk_lets_nothing_fire(office: Office) -> None:
    office.sign_in(None)
    assert not office.ask(ladder_firing.is_due)


def test_another_due_time_of_an_inquiry_without_a_policy_is_a_new_promise(office: Office, clock: FakeClock) -> None:
    values = {"number": "1", "opened_at": NOON.isoformat(), "state": "new", "due_at": DUE.isoformat()}
    with office.store.write("wang") as tx:
        found = tx.add("inquiry", values)
    assert _run(office, clock, DUE - 3 * HOUR) == ["remind"]
    assert _run(office, clock, DUE - 2 * HOUR) == []
    office.do(inquiries.describe, found, due_at=(DUE + timedelta(days=7)).isoformat())
    assert _run(office, clock, DUE + 2 * HOUR) == []
    assert _run(office, clock, DUE + timedelta(days=7) - 3 * HOUR) == ["remind"]
    assert _run(office, clock, DUE + timedelta(days=7, hours=2)) == ["urge"]


def _import(office: Office, due_at: str) -> bytes:
    cells = {"number": due_at, "opened_at": "2026-01-05 09:00", "summary": "Asks", "due_at": due_at}
    columns = {name: name for name in cells}
    done = office.do(imports.import_inquiries, [(2, cells)], columns, source="old desk").value
    assert done.added == (2,)
    return next(one.id for one in office.ask(inquiries.list_page, Wanted()).rows if one.number == due_at)


def test_an_import_of_what_was_overdue_elsewhere_is_no_storm(office: Office, clock: FakeClock) -> None:
    sign_in(office, "li")
    old = _import(office, "2026-01-08 09:00")
    _import(office, "2026-03-04 14:00")
    assert _run(office, clock, NOON) == []
    assert _run(office, clock, DUE - 3 * HOUR) == ["remind"]  # what is still to come here climbs as ever
    assert _run(office, clock, DUE + timedelta(days=30)) == ["notify"]
    kinds = [one.kind for one in office.ask(inquiries.detail, old).events]
    assert kinds == [EventKind.IMPORTED]


def test_another_due_time_given_here_to_what_was_imported_climbs(office: Office, clock: FakeClock) -> None:
    sign_in(office, "li")
    old = _import(office, "2026-01-08 09:00")
    assert _run(office, clock, NOON) == []
    office.do(inquiries.describe, old, due_at=DUE.isoformat(), reason="taken up")
    assert _run(office, clock, DUE - 3 * HOUR) == ["remind"]
    assert _run(office, clock, DUE + 2 * HOUR) == ["urge"]
