"""Which center works on an inquiry that went to several: never none of them, whoever decides, and in whatever order."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.contacts import Outcome
from app.models.inquiries import EventKind, State
from app.models.transfers import InquiryMoved
from app.services import conflicts, inquiry_steps, transfers
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.taking import take
from tests.services.two_centers import Desks, decide, four_desks


@pytest.fixture
def desks(template: Path, tmp_path: Path, clock: FakeClock, office: Office) -> Iterator[Desks]:
    with four_desks(template, tmp_path, clock, office) as made:
        yield made


@pytest.fixture
def both(desks: Desks) -> bytes:
    """An inquiry that two desks sent to two centers, unseen by each other."""
    inquiry = take(desks.north, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=2), summary="Rash")
    desks.sync(1)
    for desk, center in ((desks.north, "South"), (desks.second, "West")):
        sign_in(desk, "li")
        desk.do(transfers.transfer, inquiry, center, "Lives there", "details")
    desks.sync()
    return inquiry


def test_what_was_begun_unseen_by_its_transfer_is_not_sent_on_to_another_center(desks: Desks) -> None:
    inquiry = take(desks.north, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=2), summary="Rash")
    desks.sync(1)
    sign_in(desks.second, "li")
    desks.north.do(transfers.transfer, inquiry, "South", "Lives there", "details")
    desks.second.do(inquiry_steps.take, inquiry, "start")
    desks.sync()
    with pytest.raises(InquiryMoved):
        desks.second.do(transfers.transfer, inquiry, "West", "Lives there", "details")


def _states(desks: Desks) -> tuple[State, State]:
    return desks.came(desks.south).row.state, desks.came(desks.west).row.state


def test_two_centers_with_one_inquiry_are_a_conflict_of_which_both_are_told(desks: Desks, both: bytes) -> None:
    [found] = desks.north.ask(conflicts.waiting)
    assert (found.field, {one.value for one in found.choices}) == ("moved_to", {"South", "West"})
    for desk, rival in ((desks.south, "West"), (desks.west, "South")):
        told = desks.came(desk)
        assert (told.row.state, told.events[-1].elsewhere) == (State.NEW, {"center": "North", "both": [rival]})
    desks.sync()
    assert [len(desks.came(desk).events) for desk in (desks.south, desks.west)] == [2, 2]


def test_one_decision_leaves_it_with_one_center_and_the_other_closes_it(desks: Desks, both: bytes) -> None:
    desks.west.do(inquiry_steps.take, desks.came(desks.west).row.id, "start")
    decide(desks.north, both, "South")
    desks.sync()
    kept, closed = desks.came(desks.south), desks.came(desks.west)
    assert (kept.row.state, kept.events[-1].elsewhere["kept"]) == (State.NEW, ["West"])
    last = closed.events[-1]
    assert (closed.row.state, last.kind, last.elsewhere["taken_over"]) == (
        State.CANCELLED, EventKind.CANCELLED, "South",
    )  # fmt: skip
    assert closed.row.closed_at == last.at
    assert [desk.ask(conflicts.count) for desk in desks.all] == [0] * 4
    desks.west.do(inquiry_steps.take, closed.row.id, "reopen", note="We go on")
    desks.sync()
    assert desks.came(desks.west).row.state is State.IN_PROGRESS


def test_what_was_answered_before_it_was_taken_over_stays_answered(desks: Desks, both: bytes) -> None:
    desks.west.do(inquiry_steps.take, desks.came(desks.west).row.id, "close", note="Done")
    decide(desks.north, both, "South")
    desks.sync()
    assert desks.came(desks.west).row.state is State.CLOSED


def test_what_was_sent_on_meanwhile_is_closed_where_it_is(desks: Desks, both: bytes) -> None:
    there = desks.came(desks.west).row
    desks.west.do(transfers.transfer, there.id, "North", "Not ours")
    decide(desks.north, both, "South")
    desks.sync(3)
    back = desks.came(desks.north)
    assert back.row.number.endswith("-T2")
    last = back.events[-1].elsewhere
    assert (back.row.state, last["center"], last["taken_over"]) == (State.CANCELLED, "West", "South")


def test_two_decisions_unseen_by_each_other_close_it_nowhere_until_a_third_says_where(
    desks: Desks, both: bytes
) -> None:
    desks.west.do(inquiry_steps.take, desks.came(desks.west).row.id, "start")
    decide(desks.north, both, "South")
    decide(desks.second, both, "West")
    desks.sync(3)
    assert _states(desks) == (State.NEW, State.IN_PROGRESS)
    assert [desk.ask(conflicts.count) for desk in desks.all] == [1, 1, 0, 0]
    assert [bool(one.elsewhere.get("both")) for one in desks.came(desks.south).events].count(True) == 2
    decide(desks.north, both, "South")
    desks.sync()
    assert _states(desks) == (State.NEW, State.CANCELLED)
    assert [desk.ask(conflicts.count) for desk in desks.all] == [0] * 4


def test_what_was_closed_by_a_decision_that_stands_no_more_is_as_it_was_before(desks: Desks, both: bytes) -> None:
    desks.west.do(inquiry_steps.take, desks.came(desks.west).row.id, "start")
    decide(desks.north, both, "South")
    decide(desks.second, both, "West")
    for desk in (desks.north, desks.west):
        desks.country.sync(desk)
    closed = desks.came(desks.west).row
    assert (closed.state, closed.closed_at is None) == (State.CANCELLED, False)
    desks.sync(3)
    opened = desks.came(desks.west).row
    assert (opened.state, opened.closed_at) == (State.IN_PROGRESS, None)


def test_whoever_has_it_from_a_center_that_lost_it_and_got_it_back_follows(desks: Desks, both: bytes) -> None:
    desks.west.do(transfers.transfer, desks.came(desks.west).row.id, "North", "Not ours")
    decide(desks.north, both, "South")
    decide(desks.second, both, "West")
    desks.sync(4)
    assert (desks.came(desks.south).row.state, desks.came(desks.north).row.state) == (State.NEW, State.NEW)
    decide(desks.second, both, "West")
    desks.sync(4)
    assert (desks.came(desks.south).row.state, desks.came(desks.north).row.state) == (State.CANCELLED, State.NEW)
