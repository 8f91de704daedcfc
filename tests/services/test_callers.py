"""Callers: recognized in any format, flagged for a time, never dialed again when they say so."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.callers import CallerKind, FlagCode
from app.models.contacts import Outcome
from app.models.errors import DoNotCall, FieldInvalid, NotDialable, RecordGone
from app.models.practice import PRACTICE, DialedInPractice
from app.services import callers, contacts
from app.services.office import Office
from tests.desk import draft
from tests.fakes import FakeClock

NUMBER = "138 1234 5678"


@pytest.fixture
def caller(office: Office) -> bytes:
    """Return a caller who has called once."""
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    return office.ask(callers.by_number, NUMBER).callers[0].id


@pytest.mark.parametrize("typed", ["13812345678", "+86 138-1234-5678", "0086 13812345678", "１３８１２３４５６７８"])
def test_a_number_is_recognized_in_any_format(office: Office, caller: bytes, typed: str) -> None:
    assert [one.id for one in office.ask(callers.by_number, typed).callers] == [caller]


def test_a_number_that_is_none_finds_nobody_and_stays_as_typed(office: Office) -> None:
    met = office.ask(callers.by_number, "ask for Li")
    assert (met.callers, met.number.e164, met.number.shown) == ((), None, "ask for Li")


def test_a_shared_number_offers_everyone_who_has_it(office: Office, caller: bytes) -> None:
    other = draft(caller_name="李四")
    office.do(contacts.finalize, office.do(contacts.start, other).value, Outcome.ANSWERED)
    assert [one.name for one in office.ask(callers.by_number, NUMBER).callers] == ["张三", "李四"]


@pytest.mark.usefixtures("caller")
def test_who_says_no_name_on_a_shared_number_is_one_card_until_something_differs(office: Office) -> None:
    def called(**said: object) -> list[str | None]:
        opened = office.do(contacts.start, draft(caller_name=None, **said)).value
        office.do(contacts.finalize, opened, Outcome.ANSWERED)
        return [one.name for one in office.ask(callers.by_number, NUMBER).callers]

    assert called() == ["张三", None]
    assert called() == ["张三", None]
    assert called(caller_kind=CallerKind.NURSE) == ["张三", None]  # of whom nothing was known yet
    assert called(caller_kind=CallerKind.FAMILY) == ["张三", None, None]
    first = office.ask(callers.by_number, NUMBER).callers[1].id
    office.do(callers.flag, first, FlagCode.ABUSIVE)
    assert called(caller_kind=CallerKind.NURSE) == ["张三", None, None, None]


def test_a_flag_stands_until_it_expires(office: Office, caller: bytes, clock: FakeClock) -> None:
    office.do(callers.flag, caller, FlagCode.ABUSIVE, note="shouts", expires_at=clock.now() + timedelta(days=30))
    assert [one.code for one in office.ask(callers.card, caller).flags] == [FlagCode.ABUSIVE]
    clock.advance(timedelta(days=31))
    assert office.ask(callers.card, caller).flags == ()


def test_a_flag_is_ended_by_a_later_fact(office: Office, caller: bytes) -> None:
    office.do(callers.flag, caller, FlagCode.VIP)
    office.do(callers.end_flag, office.ask(callers.card, caller).flags[0])
    assert office.ask(callers.card, caller).flags == ()


def test_do_not_call_stands_for_number_and_person(office: Office, caller: bytes) -> None:
    office.do(callers.do_not_call, "+86 13812345678", caller=caller)
    assert office.ask(callers.by_number, NUMBER).do_not_call
    assert office.ask(callers.card, caller).do_not_call


def test_do_not_call_keeps_no_number(office: Office, caller: bytes) -> None:
    office.do(callers.do_not_call, "13900001111")
    kept = office.store.rows.all("SELECT * FROM dnc LIMIT 5")
    assert "13900001111" not in str(kept)


def test_callers_are_found_by_the_start_of_a_number_or_a_name(office: Office, caller: bytes) -> None:
    assert [one.id for one in office.ask(callers.find, "1381234")] == [caller]
    assert [one.id for one in office.ask(callers.find, "张")] == [caller]
    assert office.ask(callers.find, "  ") == []


def test_a_card_is_described_and_an_unknown_one_refused(office: Office, caller: bytes) -> None:
    office.do(callers.describe, caller, name="张三丰", note="prefers mornings")
    assert office.ask(callers.card, caller).caller.note == "prefers mornings"
    with pytest.raises(RecordGone):
        office.ask(callers.card, b"\0" * 16)


def test_an_anonymous_contact_makes_no_caller(office: Office) -> None:
    opened = office.do(contacts.start, draft(number=None, caller_name=None)).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    assert office.ask(contacts.one, opened.id).caller is None


def test_do_not_call_of_any_number_of_a_caller_shows_on_the_card(office: Office, caller: bytes) -> None:
    second = replace(draft(number="139 8765 4321"), caller=caller)
    office.do(contacts.finalize, office.do(contacts.start, second).value, Outcome.ANSWERED)
    for number in ("13812345678", "13987654321"):
        assert number in "".join(office.ask(callers.card, caller).caller.numbers)
    office.do(callers.do_not_call, "13987654321")
    assert office.ask(callers.card, caller).do_not_call


def test_do_not_call_for_nobody_is_refused(office: Office) -> None:
    with pytest.raises(FieldInvalid):
        office.do(callers.do_not_call, "ask for Li")


@pytest.mark.parametrize("values", [{"deleted_at": "2026-01-01"}, {"kind": "ghost"}])
def test_a_card_takes_only_its_own_fields(office: Office, caller: bytes, values: dict[str, str]) -> None:
    with pytest.raises(FieldInvalid):
        office.do(callers.describe, caller, **values)
    with pytest.raises(RecordGone):
        office.do(callers.describe, b"\0" * 16, note="nobody's")


def test_half_a_character_in_a_search_finds_whom_the_rest_names(office: Office, caller: bytes) -> None:
    assert [one.id for one in office.ask(callers.find, "1381234\x00")] == [caller]
    assert office.ask(callers.find, "张三\ud800") == []


@pytest.mark.parametrize(("typed", "again"), [("x 123", "X123"), ("12320", "１２３２０"), ("888-8666", "8888666")])
def test_a_number_without_an_international_form_is_known_again(office: Office, typed: str, again: str) -> None:
    opened = office.do(contacts.start, draft(number=typed, caller_name="Ward 3")).value
    office.do(contacts.finalize, opened, Outcome.ANSWERED)
    assert office.ask(contacts.one, opened.id).number == typed
    assert [one.name for one in office.ask(callers.by_number, again).callers] == ["Ward 3"]


def test_two_extensions_of_one_switchboard_are_two_people(office: Office) -> None:
    for name, number in (("Ward 3", "0531-88886666转301"), ("Ward 4", "0531-88886666 x401")):
        opened = office.do(contacts.start, draft(number=number, caller_name=name)).value
        office.do(contacts.finalize, opened, Outcome.ANSWERED)
    assert [one.name for one in office.ask(callers.by_number, "0531 8888 6666 分机401").callers] == ["Ward 4"]


def test_whoever_must_not_be_dialed_is_not_dialed_behind_a_switchboard_either(office: Office, caller: bytes) -> None:
    office.do(callers.do_not_call, "0531-88886666")
    with pytest.raises(DoNotCall):
        office.ask(callers.may_dial, "0531-88886666转301")
    with pytest.raises(NotDialable):
        office.ask(callers.may_dial, "x301")
    office.do(callers.do_not_call, "", caller=caller)
    with pytest.raises(DoNotCall):
        office.ask(callers.may_dial, "139 0000 1111", caller=caller)
    assert office.ask(callers.may_dial, "139 0000 1111").uri == "tel:+8613900001111"


def test_nobody_is_dialed_in_practice(office):
    office.outside[PRACTICE] = True
    with pytest.raises(DialedInPractice):
        office.ask(callers.may_dial, "139 0000 1111")
