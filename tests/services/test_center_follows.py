"""What other centers told is followed: who must not be called there is not called here, and nobody works twice."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.contacts import Outcome
from app.models.errors import DoNotCall
from app.services import callers, inquiries, never_calls, phone_numbers, same_callers, transfers
from app.services.inquiries import Wanted
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.taking import take
from tests.services.two_centers import Desks, decide, four_desks

_NUMBER = "139 0000 2222"


@pytest.fixture
def desks(template: Path, tmp_path: Path, clock: FakeClock, office: Office) -> Iterator[Desks]:
    with four_desks(template, tmp_path, clock, office) as made:
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
    last = desks.came(desks.south).events[-1].elsewhere
    assert (last["center"], last["never_call"]) == ("North", "number")


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


def test_a_wish_is_told_to_who_knows_another_number_of_the_case(desks: Desks, inquiry: bytes) -> None:
    desks.north.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
    desks.sync()
    other = phone_numbers.understood(_NUMBER, "CN").key
    desks.north.do(callers.never_again, "0531 8888 6666", others=[other])
    sql = "SELECT count(*) FROM journal WHERE payload LIKE '%never_call%' /* whole: a few */"
    assert desks.north.store.rows.one(sql) == (1,)
    desks.sync()
    assert _refused(desks.south, None)


def test_a_link_to_who_must_not_be_called_is_told_to_the_other_center(desks: Desks, inquiry: bytes) -> None:
    desks.north.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
    desks.sync()
    take(desks.north, Outcome.ANSWERED, number="0531 8888 6666", caller_name="Wang Wu")
    [other] = desks.north.ask(callers.by_number, "0531 8888 6666").callers
    desks.north.do(callers.do_not_call, "", caller=other.id)
    desks.north.do(same_callers.link, other.id, _caller(desks.north, inquiry))
    desks.sync()
    assert desks.south.ask(callers.card, _caller(desks.south, desks.came(desks.south).row.id)).do_not_call


def _refused(desk: Office, caller: bytes | None) -> bool:
    try:
        desk.ask(callers.may_dial, _NUMBER, caller=caller)
    except DoNotCall:
        return True
    return False


def test_who_told_us_once_is_told_of_what_was_not_made_of_that(desks: Desks, inquiry: bytes) -> None:
    desks.north.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
    desks.sync()
    there = desks.came(desks.south).row.caller
    desks.south.do(callers.do_not_call, "", caller=there)
    desks.sync()
    assert (_refused(desks.south, there), _refused(desks.south, None)) == (True, False)
    desks.second.do(callers.do_not_call, _NUMBER, caller=_caller(desks.second, inquiry))
    desks.sync()
    assert _refused(desks.south, None)
    told = [one for desk in desks.all for one in _told(desk)]
    desks.sync(4)
    assert [one for desk in desks.all for one in _told(desk)] == told


def test_who_asks_again_after_it_was_lifted_where_they_asked_first_is_called_by_neither(
    desks: Desks, inquiry: bytes
) -> None:
    desks.north.do(transfers.transfer, inquiry, "South", "Lives there", "caller")
    desks.sync()
    there = desks.came(desks.south).row.caller
    desks.south.do(callers.do_not_call, "", caller=there)
    desks.sync()
    sign_in(desks.south, "li")
    [asked] = desks.south.ask(never_calls.listed, caller=there)
    desks.south.do(never_calls.lift, asked.saying.id, requested_on=NOON.date(), kept="Letter in folder 7")
    desks.sync(4)
    assert (_refused(desks.south, there), _refused(desks.north, _caller(desks.north, inquiry))) == (False, True)
    desks.second.do(callers.do_not_call, "", caller=_caller(desks.second, inquiry))
    desks.sync()
    assert _refused(desks.south, there)


def _told(desk: Office) -> list[bytes]:
    sql = "SELECT id FROM inquiry_event WHERE elsewhere ->> 'never_call' IS NOT NULL /* whole: a few */ ORDER BY id"
    return [row[0] for row in desk.store.rows.all(sql)]


def test_a_wish_that_goes_round_between_several_inquiries_of_one_person_comes_to_rest(
    desks: Desks, inquiry: bytes
) -> None:
    other = take(
        desks.north, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=2), caller_name="Wang Wu", number="110"
    )
    for one in (inquiry, other):
        desks.north.do(transfers.transfer, one, "South", "Lives there", "caller")
    desks.sync()
    first, second = [one for one in desks.south.ask(inquiries.list_page, Wanted()).rows if one.came_from]
    assert first.caller is not None
    assert second.caller is not None
    desks.south.do(callers.do_not_call, "", caller=first.caller)
    desks.north.do(same_callers.link, *(_caller(desks.north, one) for one in (inquiry, other)))
    desks.sync(3)
    assert desks.south.ask(callers.card, second.caller).do_not_call
    desks.south.do(same_callers.link, first.caller, second.caller)
    desks.sync(4)
    told = [_told(desk) for desk in desks.all]
    desks.sync(4)
    assert [_told(desk) for desk in desks.all] == told
    assert [len(one) for one in told] == [1, 1, 1, 0]


def test_a_center_that_no_longer_works_on_it_is_told_too(desks: Desks, inquiry: bytes) -> None:
    for desk, center in ((desks.north, "South"), (desks.second, "West")):
        sign_in(desk, "li")
        desk.do(transfers.transfer, inquiry, center, "Lives there", "caller")
    desks.sync()
    decide(desks.north, inquiry, "South")
    desks.sync()
    desks.south.do(callers.do_not_call, "", caller=desks.came(desks.south).row.caller)
    desks.sync(3)
    assert _refused(desks.west, desks.came(desks.west).row.caller)
