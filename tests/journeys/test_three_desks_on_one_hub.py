"""Three desks share a campaign over a real hub: whoever holds a case, moves it, is cut off or comes back, one dials."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from app.models.leases import LeaseRunning
from app.models.retry_rules import Hindrance
from app.services import (
    callback_appointments,
    callback_attempts,
    callback_leases,
    callback_moves,
    callback_returns,
    callback_sheets,
    callbacks,
    campaign_progress,
)
from app.services.callback_attempts import Outcome
from app.services.office import Office
from app.store import callbacks as callback_rows
from tests.desk import NOON, sign_in
from tests.journeys.stations import Center, center
from tests.services.calling import call
from tests.services.drawing import drawn, frame

__all__ = ["center"]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass
class Desks:
    """Three stations; the campaign of twelve people is drawn at the first one, which holds all of them."""

    center: Center
    a: Office
    b: Office
    c: Office
    campaign: bytes
    people: list[bytes]

    def sync(self, *desks: Office) -> None:
        """Let these sync, one after the other."""
        for one in desks:
            self.center.sync(one)

    def offered(self) -> tuple[int, ...]:
        """Return how many people an operator of each desk may dial now; nobody is offered at two."""
        found = [_offered(one) for one in (self.a, self.b, self.c)]
        assert sum(map(len, found)) == len(set[bytes]().union(*found))
        return tuple(len(one) for one in found)

    def move(self, to: str, *, force: bool = False) -> tuple[int, int]:
        """Move everybody who is open; return how many groups go over now, and how many wait for their holder."""
        found = self.a.do(callback_moves.move, self.a.ask(callback_moves.groups), to, force=force).value
        return found.granted, found.waiting


@pytest.fixture
def desks(center: Center) -> Desks:
    a, b, c = (center.station(name) for name in ("Seat A", "Seat B", "Seat C"))
    frame(a)
    campaign = drawn(a)
    made = Desks(center, a, b, c, campaign, callback_rows.open_of_campaign(a.store.rows, campaign))
    made.sync(a, b, c, a)
    return made


def _offered(office: Office) -> set[bytes]:
    sign_in(office, "wang")
    found = {one.sheet.callback.id for one in office.ask(callbacks.queue, limit=100)}
    sign_in(office, "li")
    return found


def _agreed(office: Office) -> list[bytes]:
    hours = office.ask(callback_appointments.agenda, NOON + DAY)
    return [one.callback.id for hour in hours for one in hour.agreed]


def _dials(desks: Desks, person: bytes) -> int:
    return desks.a.ask(callback_sheets.of, person).status.dials


def test_cases_and_their_appointments_move_to_another_desk_and_nobody_is_offered_at_two(desks: Desks) -> None:
    agreed, later = desks.people[:2]
    assert desks.offered() == (12, 0, 0)
    call(desks.a, agreed, "221", start_at=NOON + DAY)
    assert desks.move("Seat B") == (12, 0)
    assert desks.offered() == (0, 0, 0)  # given back at once; B does not know yet
    desks.sync(desks.a, desks.b, desks.c)
    assert desks.offered() == (0, 11, 0)
    assert [_agreed(one) for one in (desks.a, desks.b, desks.c)] == [[agreed]] * 3
    desks.center.clock.advance(DAY - timedelta(minutes=3))
    assert [agreed in _offered(one) for one in (desks.a, desks.b, desks.c)] == [False, True, False]
    call(desks.b, agreed, "110", percent=100)
    call(desks.b, later, "201")
    desks.sync(desks.b, desks.a, desks.c)
    assert (desks.offered(), _dials(desks, agreed), _dials(desks, later)) == ((0, 10, 0), 2, 1)
    assert _agreed(desks.c) == []


def test_who_calls_back_at_another_desk_is_interviewed_there_and_the_holder_is_named(desks: Desks) -> None:
    person = desks.people[1]
    desks.move("Seat B")
    desks.sync(desks.a, desks.b, desks.c)
    (sheet,) = desks.c.ask(callbacks.inbound, callback_rows.by_id(desks.c.store.rows, person).number)
    assert (sheet.callback.id, desks.c.ask(callback_returns.to_tell, sheet)) == (person, "Seat B")
    begun = desks.c.do(callback_attempts.begin_inbound, person).value
    desks.c.do(callback_attempts.finish, begun.attempt, Outcome("110", percent=100))
    desks.center.clock.advance(timedelta(minutes=2))
    call(desks.b, person, "207")  # the one interval in which B does not know yet
    desks.sync(desks.c, desks.b, desks.a)
    assert desks.offered() == (0, 11, 0)
    found = desks.a.ask(campaign_progress.progress, desks.campaign)
    assert (found.counts.i, found.returns.elsewhere, found.returns.dialed_too) == (1, 1, 1)


def test_a_desk_that_is_cut_off_loses_its_cases_only_when_its_time_is_over_and_its_dials_count(desks: Desks) -> None:
    clock, person = desks.center.clock, desks.people[2]
    desks.move("Seat B")
    desks.sync(desks.a, desks.b)
    clock.advance(7 * DAY - HOUR / 2)
    call(desks.b, person, "201")  # nobody hears it
    assert desks.move("Seat C") == (0, 12)
    with pytest.raises(LeaseRunning):
        desks.move("Seat C", force=True)
    clock.advance(HOUR)
    assert desks.move("Seat C", force=True) == (12, 0)
    desks.sync(desks.a, desks.c)
    assert desks.offered() == (0, 0, 0)  # B's time is over, C's has not begun
    clock.advance(DAY - HOUR / 2)
    assert desks.offered() == (0, 0, 0)  # B may have dialed as often as anybody may be dialed
    assert dict(desks.c.ask(callbacks.why_empty).counts) == {Hindrance.LEASE_USED: 12}
    desks.sync(desks.b, desks.a, desks.c, desks.b)  # B is heard of: it made one
    assert (desks.offered(), _dials(desks, person)) == (
        (0, 0, 11),
        1,
    )  # whom B called yesterday at this time comes later
    lease = desks.a.ask(callback_leases.holder, desks.a.ask(callback_sheets.of, person).callback.contact_group)
    assert lease is not None
    assert 0 < lease.attempts <= 5  # of six B made one, and may have made others after it
