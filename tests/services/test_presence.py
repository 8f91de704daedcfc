"""A state ends with the program that had it, also where nobody could say so."""

from datetime import datetime, timedelta

import pytest

from app.models.accounts import OperatorState
from app.services import accounts, presence
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock

READY, TALKING, GONE = OperatorState.READY, OperatorState.TALKING, OperatorState.SIGNED_OUT


@pytest.fixture
def began(office: Office, clock: FakeClock):
    sign_in(office, "wang")
    office.do(presence.come)
    return clock.now()


def said(office: Office, began) -> list[tuple[str, float]]:
    with office.store.reading() as rows:
        found = rows.all("SELECT state, at FROM operator_state ORDER BY at, id /* whole: a few */")
    return [(state, (datetime.fromisoformat(at) - began).total_seconds()) for state, at in found]


def test_who_was_cut_off_was_there_until_last_seen(office: Office, clock: FakeClock, began) -> None:
    clock.advance(timedelta(seconds=10))
    office.do(accounts.set_state, TALKING)
    for _ in range(3):
        clock.advance(timedelta(seconds=presence.EVERY_S))
        office.do(presence.note)
    clock.advance(timedelta(hours=8))
    office.do(presence.come)
    assert said(office, began) == [(READY, 0), (TALKING, 10), (GONE, 190), (READY, 190 + 8 * 3600)]


def test_what_was_said_last_before_a_crash_ends_at_once(office: Office, clock: FakeClock, began) -> None:
    clock.advance(timedelta(seconds=10))
    office.do(accounts.set_state, TALKING)
    clock.advance(timedelta(hours=1))
    office.do(presence.come)
    assert said(office, began)[1:] == [(TALKING, 10), (GONE, 10), (READY, 3610)]


def test_what_is_recorded_late_takes_nothing_back_of_who_was_seen(office: Office, clock: FakeClock, began) -> None:
    clock.advance(timedelta(seconds=60))
    office.do(presence.note)
    office.do(accounts.set_state, TALKING, since=began + timedelta(seconds=5))
    clock.advance(timedelta(hours=1))
    office.do(presence.come)
    assert said(office, began)[1:3] == [(TALKING, 5), (GONE, 60)]


def test_who_signed_out_is_not_signed_out_again(office: Office, clock: FakeClock, began) -> None:
    clock.advance(timedelta(seconds=10))
    office.do(accounts.set_state, GONE)
    clock.advance(timedelta(hours=1))
    office.do(presence.come)
    assert said(office, began) == [(READY, 0), (GONE, 10), (READY, 3610)]


def test_a_state_of_another_computer_goes_on(office: Office, clock: FakeClock, began) -> None:
    clock.advance(timedelta(seconds=30))
    with office.store.write("wang", now=clock.now()) as tx:
        person = office.by.id.hex()
        tx.add("operator_state", {"person": person, "state": TALKING.value, "at": clock.now().isoformat()})
    clock.advance(timedelta(seconds=30))
    office.do(presence.come)
    assert said(office, began) == [(READY, 0), (TALKING, 30), (READY, 60)]
