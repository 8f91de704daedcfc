"""The board counts what is open by unit and state; its lists show what is late, soon, returned and to be decided."""

from datetime import timedelta

import pytest

from app.models.accounts import AwayReason, OperatorState
from app.models.errors import NotAllowed
from app.models.policies import Target
from app.services import accounts, supervision
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.supervised import fill


@pytest.fixture
def desk(office: Office) -> Office:
    fill(office)
    sign_in(office, "li")
    return office


def _listed(office: Office, wanted: str, **said: str) -> list[str | None]:
    return [item.line.row.summary for item in office.ask(supervision.items, wanted, **said)]


def test_only_who_supervises_sees_the_board(office: Office) -> None:
    for question in (supervision.board, supervision.people):
        with pytest.raises(NotAllowed):
            office.ask(question)
    with pytest.raises(NotAllowed):
        office.ask(supervision.items, "late")


def test_each_unit_shows_how_it_stands_in_each_state(desk: Office) -> None:
    board = desk.ask(supervision.board)
    first, second = board.by_unit
    assert (first.key, second.key) == ("H01", "C11")
    load = first.cells["dispatched"]
    assert (load.late, load.total) == (1, 4)
    assert second.cells["returned"].total == 1
    assert board.everything.load.total == 5
    assert board.by_owner[0].key == next(key for key, name in board.people.items() if name == "Wang")
    assert board.to_decide == 1


def test_soon_is_counted_in_working_hours(desk: Office, clock: FakeClock) -> None:
    assert desk.ask(supervision.board).soon_until == NOON + timedelta(hours=20, minutes=30)  # tomorrow at 8:30
    assert _listed(desk, "soon") == ["Soon"]
    clock.set(NOON + timedelta(days=4, hours=4))  # Friday at 16:00: four working hours reach into Monday
    assert desk.ask(supervision.board).soon_until.weekday() == 0


def test_late_ones_are_counted_by_promise_and_listed_so(desk: Office, clock: FakeClock) -> None:
    assert desk.ask(supervision.board).late == {Target.RESOLVE: 1}
    assert _listed(desk, "late", target="resolve") == ["Late"]
    assert _listed(desk, "late", target="accept") == []
    clock.set(NOON + timedelta(days=2))  # nobody has accepted anything meanwhile
    assert desk.ask(supervision.board).late[Target.ACCEPT] >= 3
    assert "Far" in _listed(desk, "late", target="accept")
    assert "Far" not in _listed(desk, "late", target="resolve")


def test_what_came_back_says_how_often_and_why_last(desk: Office) -> None:
    (item,) = desk.ask(supervision.items, "returned")
    assert item.returned is not None
    assert (item.bounces, item.returned.reason, item.returned.note) == (2, "wrong_area", "The other district")


def test_an_extension_waits_to_be_decided_once(desk: Office) -> None:
    (item,) = desk.ask(supervision.items, "extensions")
    assert item.asked is not None
    assert (item.asked.days, item.asked.basis, item.asked.by_name) == (2, "§ 12", "Wang")
    assert desk.ask(supervision.items, "extensions", after=item.key) == ()


def test_people_are_shown_with_what_they_do_and_since_when(desk: Office, clock: FakeClock) -> None:
    sign_in(desk, "wang")
    clock.set(NOON + timedelta(minutes=5))
    desk.do(accounts.set_state, OperatorState.AWAY, reason=AwayReason.MEAL)
    sign_in(desk, "li")
    found = {one.name: one for one in desk.ask(supervision.people)}
    assert set(found) == {"Wang", "Li"}
    wang = found["Wang"]
    assert (wang.state, wang.reason, wang.since) == (OperatorState.AWAY, AwayReason.MEAL, clock.now())
    assert wang.line.load.total == 5
    assert (found["Li"].state, found["Li"].since) == (OperatorState.SIGNED_OUT, None)


def test_pages_follow_one_another_without_a_gap(desk: Office, clock: FakeClock) -> None:
    clock.set(NOON + timedelta(days=30))
    whole = [item.line.row.id for item in desk.ask(supervision.items, "late")]
    found: list[bytes] = []
    after = None
    while page := desk.ask(supervision.items, "late", after=after, limit=2):
        found += [item.line.row.id for item in page]
        after = page[-1].key
    assert found == whole
    assert len(found) == 5
