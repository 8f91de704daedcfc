"""Who asked never to be called is found by number, card, call and case, and taken back at a written request alone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.campaigns import LeftOut
from app.models.contacts import Outcome
from app.models.errors import DoNotCall, FieldInvalid, FieldMissing, FieldTooLong, NotAllowed, RecordGone
from app.models.frames import FrameRow
from app.models.never_calls import AlreadyLifted, RequestBefore
from app.models.retry_policy import RetryPolicy
from app.services import (
    callback_queue,
    callback_sheets,
    callbacks,
    callers,
    campaign_pools,
    contacts,
    never_calls,
    same_callers,
)
from app.services.never_calls import NeverCall
from app.services.office import Office
from tests.desk import NOON, draft, sign_in
from tests.fakes import FakeClock
from tests.services.calling import call, campaign, number, promised
from tests.services.taking import take

NUMBER, OTHER = "138 1234 5678", "139 8765 4321"
TODAY = NOON.date()


@pytest.fixture
def caller(office: Office) -> bytes:
    """Somebody who is known by two numbers."""
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    known = office.ask(callers.by_number, NUMBER).callers[0].id
    take(office, Outcome.ANSWERED, number=OTHER, caller=known)
    return known


def _lift(office: Office, saying: bytes, day: date | None = TODAY, kept: str = "Folder 7, letter 12"):
    return office.do(never_calls.lift, saying, requested_on=day, kept=kept).value


def _refused(office: Office, typed: str, caller: bytes | None = None) -> bool:
    try:
        office.ask(callers.may_dial, typed, caller=caller)
    except DoNotCall:
        return True
    return False


def test_only_a_supervisor_sees_them_and_lifts(office: Office, caller: bytes) -> None:
    office.do(callers.do_not_call, NUMBER, caller=caller)
    with pytest.raises(NotAllowed):
        office.ask(never_calls.listed)
    saying = office.ask(never_calls.of_caller, caller)[0].saying.id
    with pytest.raises(NotAllowed):
        _lift(office, saying)
    assert _refused(office, NUMBER)
    assert not office.ask(callers.may_lift)
    sign_in(office, "li")
    assert office.ask(callers.may_lift)


def test_a_card_that_said_it_is_found_by_number_name_and_card_with_who_wrote_it_down(
    office: Office, caller: bytes
) -> None:
    office.do(callers.do_not_call, NUMBER, caller=caller)
    sign_in(office, "li")
    for found in (
        office.ask(never_calls.listed),
        office.ask(never_calls.listed, "+86 138-1234-5678"),
        office.ask(never_calls.listed, OTHER),
        office.ask(never_calls.listed, "张"),
        office.ask(never_calls.listed, caller=caller),
    ):
        [one] = found
        assert (one.name, one.numbers, one.by, one.case, one.stands) == ("张三", (NUMBER,), "Wang", "", True)
        assert one.record == ("caller", caller)
    assert office.ask(never_calls.listed, "13700000000") == []
    with pytest.raises(RecordGone):
        office.ask(never_calls.listed, caller=b"x" * 16)
    with pytest.raises(RecordGone):
        office.ask(never_calls.listed, callback=b"x" * 16)


def test_the_person_of_an_inquiry_is_found_by_its_number(office: Office) -> None:
    sent = {"unit": "H01", "due_at": NOON + timedelta(days=2), "number": NUMBER, "caller_name": "王五"}
    take(office, Outcome.DISPATCH, **sent)
    [row] = office.store.rows.all("SELECT number FROM inquiry LIMIT 2")
    known = office.ask(callers.by_number, NUMBER).callers[0].id
    office.do(callers.do_not_call, "", caller=known)
    sign_in(office, "li")
    assert [one.name for one in office.ask(never_calls.listed, str(row[0]).lower())] == ["王五"]


def test_hidden_numbers_stay_hidden(office: Office, caller: bytes) -> None:
    office.do(callers.do_not_call, NUMBER, caller=caller)
    sign_in(office, "li")
    shown = office.ask(_listed_hidden)
    assert (shown[0].numbers, shown[0].hidden) == (("138 **** 5678",), True)


def _listed_hidden(view) -> list[NeverCall]:
    return never_calls.listed(replace(view, settings=replace(view.settings, mask_numbers=True)))


def test_the_request_is_named_by_its_day_and_where_it_is_kept(office: Office, caller: bytes, clock: FakeClock) -> None:
    clock.advance(timedelta(days=3))
    office.do(callers.do_not_call, NUMBER, caller=caller)
    sign_in(office, "li")
    [one] = office.ask(never_calls.listed)
    for day, kept, why in (
        (None, "Folder 7", FieldMissing),
        (TODAY + timedelta(days=3), " ", FieldMissing),
        (TODAY + timedelta(days=4), "Folder 7", FieldInvalid),
        (TODAY + timedelta(days=2), "Folder 7", RequestBefore),
        (TODAY + timedelta(days=3), "x" * 301, FieldTooLong),
    ):
        with pytest.raises(why):
            _lift(office, one.saying.id, day, kept)
    with pytest.raises(RecordGone):
        _lift(office, b"x" * 16)
    assert _refused(office, NUMBER)
    assert _lift(office, one.saying.id, TODAY + timedelta(days=3)).still == ()
    with pytest.raises(AlreadyLifted) as caught:
        _lift(office, one.saying.id, TODAY + timedelta(days=3))
    assert caught.value.facts["name"] == "Li"
    [lifted] = office.ask(never_calls.listed, NUMBER)
    assert (lifted.lifted_by, lifted.saying.lift.request) == ("Li", "Folder 7, letter 12")
    assert office.ask(never_calls.listed) == []


def test_a_lift_takes_back_one_saying_and_tells_what_else_still_bars(
    office: Office, caller: bytes, clock: FakeClock
) -> None:
    office.do(callers.do_not_call, NUMBER, caller=caller)
    clock.advance(timedelta(hours=1))
    office.do(callers.never_again, OTHER, caller=caller, others=["+8613812345678"])
    sign_in(office, "li")
    second, first = office.ask(never_calls.listed)
    assert set(second.numbers) == {NUMBER, OTHER}
    assert [one.saying.id for one in _lift(office, first.saying.id).still] == [second.saying.id]
    assert (_refused(office, NUMBER), _refused(office, OTHER)) == (True, True)
    assert _lift(office, second.saying.id).still == ()
    assert [_refused(office, one, caller) for one in (NUMBER, OTHER)] == [False, False]
    sign_in(office, "wang")
    clock.advance(timedelta(hours=1))
    office.do(callers.do_not_call, NUMBER, caller=caller)
    assert _refused(office, NUMBER), "whoever says it again is barred again"


def test_a_card_that_was_linked_later_still_bars(office: Office, caller: bytes) -> None:
    office.do(callers.do_not_call, NUMBER, caller=caller)
    take(office, Outcome.ANSWERED, number="0531 8888 6666", caller_name="Zhang San")
    [other] = office.ask(callers.by_number, "0531 8888 6666").callers
    office.do(callers.do_not_call, "", caller=other.id)
    office.do(same_callers.link, caller, other.id)
    sign_in(office, "li")
    [mine] = [one for one in office.ask(never_calls.listed) if one.record == ("caller", caller)]
    assert [one.record for one in _lift(office, mine.saying.id).still] == [("caller", other.id)]
    assert office.ask(callers.card, caller).do_not_call


def test_a_survey_case_is_barred_by_person_and_number_and_lifted_as_one(office: Office) -> None:
    (only,) = campaign(office, 1)
    sign_in(office, "wang")
    call(office, only, "234")
    sign_in(office, "li")
    [said] = office.ask(never_calls.listed, callback=only)
    assert (said.name, said.case, said.record) == ("Patient 0", "Spring · U01", ("callback", only))
    assert said.saying.first.reason == "234"
    for text in ("patient 0", "spring"):
        assert [one.saying.id for one in office.ask(never_calls.listed, text)] == [said.saying.id]
    assert callers.key_of(office.ask(_view), "p0") in said.saying.keys
    assert _lift(office, said.saying.id).still == ()
    assert not _refused(office, number(0))
    assert office.ask(callback_sheets.of, only).callback.closed_code == "234", "nobody is dialed by a lift"
    assert _calls(office) == []


def test_an_open_call_that_was_barred_can_be_made_at_once_after_the_lift(office: Office) -> None:
    first, _ = campaign(office, 2)
    office.do(callers.never_again, number(0))
    office.do(callback_queue.rebuild)  # as after the sync that brought it
    assert _waiting(office) == {"do_not_call": 1}
    assert first not in _calls(office)
    sign_in(office, "li")
    [one] = office.ask(never_calls.listed, callback=first)
    _lift(office, one.saying.id)
    assert _waiting(office) == {}
    assert first in _calls(office)


def test_a_promised_call_that_was_barred_is_offered_at_once_after_the_lift(office: Office) -> None:
    owed = promised(office, typed="+8613900001111")
    office.do(callers.never_again, "13900001111")
    office.do(callback_queue.rebuild)
    assert owed not in _calls(office)
    sign_in(office, "li")
    [one] = office.ask(never_calls.listed, callback=owed)
    _lift(office, one.saying.id)
    assert owed in _calls(office)


def test_who_was_left_out_of_a_draw_for_it_is_left_out_for_the_refusal_alone(office: Office) -> None:
    frame = FrameRow("e1", "p9", "Wu", ("+8613900003333",), "", 60, "U01", "", "", "", "", 2)
    assert _barred(office).why(frame) is None
    office.do(callers.never_again, "13900003333")
    assert _barred(office).why(frame) is LeftOut.DO_NOT_CALL
    sign_in(office, "li")
    [one] = office.ask(never_calls.listed)
    _lift(office, one.saying.id)
    assert _barred(office).why(frame) is None


def _barred(office: Office) -> campaign_pools.Barred:
    return office.ask(campaign_pools.barred, RetryPolicy())


def _waiting(office: Office) -> dict[str, int]:
    return {one.value: count for one, count in office.ask(callbacks.why_empty).counts if one.value == "do_not_call"}


def _calls(office: Office) -> list[bytes]:
    return [one.sheet.callback.id for one in office.ask(callbacks.queue)]


def _view(view):
    return view


def test_a_number_alone_is_found_and_lifted_by_that_number(office: Office) -> None:
    office.do(callers.do_not_call, "13900001111")
    sign_in(office, "li")
    [bare] = office.ask(never_calls.listed)
    assert (bare.name, bare.numbers, bare.record) == ("", (), None)
    [found] = office.ask(never_calls.listed, "139 0000 1111")
    assert (found.saying.id, found.numbers) == (bare.saying.id, ("139 0000 1111",))
    _lift(office, found.saying.id)
    assert not _refused(office, "13900001111")


def test_a_lift_cannot_be_undone_and_is_in_the_records(office: Office, caller: bytes) -> None:
    office.do(callers.do_not_call, NUMBER, caller=caller)
    sign_in(office, "li")
    [one] = office.ask(never_calls.listed)
    _lift(office, one.saying.id)
    history = office.ask(never_calls.of_caller, caller)
    assert [(said.by, said.lifted_by) for said in history] == [("Wang", "Li")]
    rows = office.store.rows.all("SELECT lifts, request, requested_on FROM dnc WHERE lifts IS NOT NULL")
    assert rows == [(one.saying.id, "Folder 7, letter 12", "2026-03-02")]
