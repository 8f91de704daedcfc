"""What other centers told is followed: who must not be called there is not called here, and nobody works twice."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.contacts import Outcome
from app.models.errors import DoNotCall
from app.models.inquiries import EventKind, State
from app.services import callers, conflicts, inquiries, inquiry_steps, same_callers, transfers
from app.services.inquiries import Detail, Wanted
from app.services.office import Office
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock
from tests.services.taking import take
from tests.services.two_centers import Country

_NUMBER = "139 0000 2222"


class Desks:
    """Two desks in the north, one in the south and one in the west, all of one hub."""

    def __init__(self, country: Country, north: Office, found: list[Office]) -> None:
        self.country = country
        self.north, (self.second, self.south, self.west) = north, found
        self.all = (north, *found)

    def sync(self, times: int = 2) -> None:
        for _ in range(times):
            for desk in self.all:
                self.country.sync(desk)

    def came(self, desk: Office) -> Detail:
        [row] = [one for one in desk.ask(inquiries.list_page, Wanted()).rows if one.came_from]
        return desk.ask(inquiries.detail, row.id)


@pytest.fixture
def desks(template: Path, tmp_path: Path, clock: FakeClock, office: Office) -> Iterator[Desks]:
    country = Country(clock)
    country.enroll(office, "one", "North")
    folders = [tmp_path / name for name in ("second", "south", "west")]
    for folder in folders:
        folder.mkdir()
    with (
        opened(template, folders[0], clock) as second,
        opened(template, folders[1], clock) as south,
        opened(template, folders[2], clock) as west,
    ):
        for desk, name, center in ((second, "two", "North"), (south, "three", "South"), (west, "four", "West")):
            country.enroll(desk, name, center)
        made = Desks(country, office, [second, south, west])
        made.sync()
        yield made


@pytest.fixture
def inquiry(desks: Desks) -> bytes:
    sent = {"unit": "H01", "due_at": NOON + timedelta(days=2), "number": _NUMBER, "caller_name": "王五"}
    found = take(desks.north, Outcome.DISPATCH, summary="Rash", **sent)
    desks.sync(1)
    return found


def _caller(desk: Office, inquiry: bytes) -> bytes:
    caller = desk.ask(inquiries.detail, inquiry).row.caller
    assert caller is not None
    return caller


def test_who_asks_one_center_never_to_be_called_is_not_called_by_the_other(desks: Desks, inquiry: bytes) -> None:
    desks.north.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
    desks.sync()
    there = _caller(desks.south, desks.came(desks.south).row.id)
    assert desks.south.ask(callers.may_dial, _NUMBER, caller=there).e164 == "+8613900002222"
    desks.second.do(callers.do_not_call, _NUMBER, caller=_caller(desks.second, inquiry))
    desks.sync()
    for caller in (there, None):
        with pytest.raises(DoNotCall):
            desks.south.ask(callers.may_dial, _NUMBER, caller=caller)
    desks.sync()
    assert desks.south.store.rows.all("SELECT count(*) FROM dnc /* whole: two */") == [(2,)]
    assert desks.came(desks.south).events[-1].elsewhere == {"center": "North", "never_call": "number"}


def test_a_do_not_call_comes_back_to_the_first_center_and_one_from_before_goes_along(
    desks: Desks, inquiry: bytes
) -> None:
    desks.north.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
    desks.sync()
    there = desks.came(desks.south).row
    desks.south.do(callers.do_not_call, "", caller=there.caller)
    desks.sync()
    assert desks.north.ask(callers.card, _caller(desks.north, inquiry)).do_not_call
    desks.south.do(transfers.transfer, there.id, "West", "Moved there", "caller")
    desks.sync()
    assert desks.west.ask(callers.card, _caller(desks.west, desks.came(desks.west).row.id)).do_not_call


def test_a_wish_that_no_station_knew_with_the_transfer_is_told_when_both_are_known(
    desks: Desks, inquiry: bytes
) -> None:
    desks.second.do(callers.do_not_call, "", caller=_caller(desks.second, inquiry))
    desks.north.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
    desks.sync(4)
    there = desks.came(desks.south)
    assert desks.south.ask(callers.card, _caller(desks.south, there.row.id)).do_not_call
    assert [bool(one.elsewhere.get("never_call")) for one in there.events] == [False, True]
    assert [one for one in desks.north.ask(inquiries.detail, inquiry).events if one.elsewhere.get("never_call")] == []


def test_a_link_to_who_must_not_be_called_is_told_to_the_other_center(desks: Desks, inquiry: bytes) -> None:
    desks.north.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
    desks.sync()
    take(desks.north, Outcome.ANSWERED, number="0531 8888 6666", caller_name="Wang Wu")
    [other] = desks.north.ask(callers.by_number, "0531 8888 6666").callers
    desks.north.do(callers.do_not_call, "", caller=other.id)
    desks.north.do(same_callers.link, other.id, _caller(desks.north, inquiry))
    desks.sync()
    assert desks.south.ask(callers.card, _caller(desks.south, desks.came(desks.south).row.id)).do_not_call


@pytest.fixture
def both(desks: Desks, inquiry: bytes) -> bytes:
    """An inquiry that two desks sent to two centers, unseen by each other."""
    for desk, center in ((desks.north, "South"), (desks.second, "West")):
        sign_in(desk, "li")
        desk.do(transfers.transfer, inquiry, center, "Lives there", "details")
    desks.sync()
    return inquiry


def test_two_centers_with_one_inquiry_are_a_conflict_of_which_both_are_told(desks: Desks, both: bytes) -> None:
    [found] = desks.north.ask(conflicts.waiting)
    assert (found.field, {one.value for one in found.choices}) == ("moved_to", {"South", "West"})
    for desk, rival in ((desks.south, "West"), (desks.west, "South")):
        told = desks.came(desk)
        assert (told.row.state, told.events[-1].elsewhere) == (State.NEW, {"center": "North", "both": [rival]})
    desks.sync()
    assert [len(desks.came(desk).events) for desk in (desks.south, desks.west)] == [2, 2]


def test_one_decision_leaves_it_with_one_center_and_the_other_closes_it(desks: Desks, both: bytes) -> None:
    [found] = desks.north.ask(conflicts.waiting)
    [uid] = [one.uid for one in found.choices if one.value == "South"]
    desks.west.do(inquiry_steps.take, desks.came(desks.west).row.id, "start")
    desks.north.do(conflicts.decide, "inquiry", both, "moved_to", uid)
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
    [found] = desks.north.ask(conflicts.waiting)
    [uid] = [one.uid for one in found.choices if one.value == "South"]
    desks.west.do(inquiry_steps.take, desks.came(desks.west).row.id, "close", note="Done")
    desks.north.do(conflicts.decide, "inquiry", both, "moved_to", uid)
    desks.sync()
    assert desks.came(desks.west).row.state is State.CLOSED


def test_what_was_sent_on_meanwhile_is_closed_where_it_is(desks: Desks, both: bytes) -> None:
    [found] = desks.north.ask(conflicts.waiting)
    [uid] = [one.uid for one in found.choices if one.value == "South"]
    there = desks.came(desks.west).row
    desks.west.do(transfers.transfer, there.id, "North", "Not ours")
    desks.north.do(conflicts.decide, "inquiry", both, "moved_to", uid)
    desks.sync(3)
    back = desks.came(desks.north)
    assert back.row.number.endswith("-T2")
    assert (back.row.state, back.events[-1].elsewhere) == (
        State.CANCELLED, {"center": "West", "taken_over": "South"},
    )  # fmt: skip
