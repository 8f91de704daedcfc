"""One line finds callers, inquiries, units and scripts."""

import pytest

from app.models.contacts import Outcome
from app.services import contacts, everything, units
from app.services.office import Office
from tests.desk import draft, sign_in


def _take(office: Office, **values: object) -> str:
    opened = office.do(contacts.start, draft(**values)).value
    number = office.do(contacts.finalize, opened, Outcome.ANSWERED).value.number
    assert number is not None
    return number


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital")
    sign_in(office, "wang")
    _take(office)
    return office


@pytest.mark.parametrize("typed", ["138 1234 5678", "+8613812345678", "1381234", "张三"])
def test_a_caller_is_found_by_number_in_any_format_and_by_name(desk: Office, typed: str) -> None:
    found = desk.ask(everything.search, typed)
    assert [caller.name for caller in found.callers] == ["张三"]
    assert found.numbers == (("138 1234 5678",),)


def test_inquiries_come_newest_first_and_the_typed_number_before_them(desk: Office) -> None:
    second = _take(desk, number="139 0000 1111", caller_name="李四", summary="HPV again")
    first = desk.ask(everything.search, "hpv").inquiries
    assert [row.summary for row in first] == ["HPV again", "Asks about the HPV vaccine"]
    exact = desk.ask(everything.search, second.lower())
    assert exact.inquiries[0].number == second


def test_units_are_found_beside_the_rest(desk: Office) -> None:
    assert [unit.code for unit in desk.ask(everything.search, "县人民").units] == ["H01"]


def test_nothing_typed_and_nobody_there_find_nothing(desk: Office) -> None:
    assert desk.ask(everything.search, "  ").empty
    assert desk.ask(everything.search, "zzzzqqqq").empty
    desk.sign_in(None)
    assert desk.ask(everything.search, "张三").empty


def test_who_may_not_see_inquiries_finds_units_only(desk: Office) -> None:
    sign_in(desk, "admin")
    found = desk.ask(everything.search, "HPV")
    assert (found.callers, found.inquiries) == ((), ())


def _scripts(text: str, limit: int) -> list[str]:
    return [f"script about {text}"][:limit]


def test_hits_of_the_script_index_go_through(desk: Office) -> None:
    assert desk.ask(everything.search, "hpv", scripts=_scripts).scripts == ("script about hpv",)


@pytest.mark.parametrize("typed", ["'", '"', "* OR", "(", "👩‍⚕️", "\x00", "مرحبا", "a" * 5000])
def test_no_typed_text_breaks_the_search(desk: Office, typed: str) -> None:
    assert desk.ask(everything.search, typed).text == typed
