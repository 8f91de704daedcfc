"""While a matter is typed, what may be the same is found with its reasons."""

from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.models.duplicates import DuplicateReason, Matter
from app.models.errors import NotAllowed
from app.services import duplicates
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.taking import take

_OPEN = {"unit": "H01", "due_at": NOON + timedelta(days=2)}


def _take(office: Office, outcome: Outcome = Outcome.DISPATCH, **values: object) -> bytes:
    return take(office, outcome, **{**_OPEN, **values})


@pytest.fixture
def desk(office: Office) -> Office:
    _take(office, summary="Ward smells of sewage since Sunday", area="North")
    return office


def _hints(office: Office, **values: object) -> list[tuple[str | None, tuple[DuplicateReason, ...]]]:
    return [(one.row.summary, one.reasons) for one in office.ask(duplicates.hints, Matter(**values))]  # type: ignore[arg-type]


def test_the_same_number_in_any_format_with_one_word_alike_is_a_hint(desk: Office) -> None:
    found = desk.ask(duplicates.hints, Matter(number="+86 138-1234-5678", summary="the sewage"))
    assert found[0].reasons == (DuplicateReason.NUMBER, DuplicateReason.WORDS)
    assert found[0].same_person
    assert "sewage" in found[0].words


def test_a_number_alone_is_none(desk: Office) -> None:
    assert _hints(desk, number="138 1234 5678") == []
    assert _hints(desk, number="138 1234 5678", summary="Opening hours on Friday") == []
    _take(desk, summary="可以 can the letter be issued again")
    assert _hints(desk, number="138 1234 5678", summary="What can be the opening hours") == []
    assert _hints(desk) == []


def test_many_words_of_a_stranger_are_a_hint_and_fewer_from_the_same_area(desk: Office) -> None:
    assert _hints(desk, summary="ward smells, sewage") == [
        ("Ward smells of sewage since Sunday", (DuplicateReason.WORDS,))
    ]
    assert _hints(desk, summary="it smells like sewage in the corridor again") == []
    found = _hints(desk, summary="it smells like sewage there", area="North")
    assert [reasons for _, reasons in found] == [(DuplicateReason.AREA, DuplicateReason.WORDS)]


def test_chinese_is_found_by_its_pairs(desk: Office) -> None:
    _take(desk, summary="城南卫生院停诊没有通知", number="139 0000 1111", caller_name="李四")
    found = desk.ask(duplicates.hints, Matter(summary="城南卫生院今天停诊没有通知"))
    assert found[0].words == ("城南卫生院", "停诊没有通知")
    assert not found[0].same_person


def test_after_thirty_days_it_is_another_matter(desk: Office, clock: FakeClock) -> None:
    clock.advance(timedelta(days=29))
    assert _hints(desk, summary="ward smells, sewage")
    clock.advance(timedelta(days=2))
    assert _hints(desk, summary="ward smells, sewage") == []


def test_open_ones_come_before_done_ones_and_five_are_enough(desk: Office) -> None:
    _take(desk, Outcome.ANSWERED, summary="Ward smells of sewage on Monday", area="North")
    for floor in range(6):
        _take(desk, summary=f"Ward smells of sewage, floor {floor}", number=f"139 0000 111{floor}")
    found = desk.ask(duplicates.hints, Matter(number="13812345678", summary="ward smells of sewage"))
    assert len(found) == 5
    assert found[0].same_person
    assert all(one.row.closed_at is None for one in found)


def test_an_inquiry_is_no_duplicate_of_itself(desk: Office) -> None:
    [hint] = desk.ask(duplicates.hints, Matter(summary="ward smells, sewage"))
    assert desk.ask(duplicates.hints, Matter(summary="ward smells, sewage"), but=hint.row.id) == ()


def test_only_who_takes_contacts_is_told(desk: Office) -> None:
    sign_in(desk, "admin")
    with pytest.raises(NotAllowed):
        desk.ask(duplicates.hints, Matter(summary="ward smells, sewage"))


def test_a_contact_is_added_to_what_is_open_and_to_what_the_same_person_raised(desk: Office) -> None:
    [stranger] = desk.ask(duplicates.hints, Matter(summary="ward smells, sewage"))
    assert stranger.addable
    _take(desk, Outcome.ANSWERED, summary="Ward smells of sewage, floor 2", area="East", number="139 0000 1111")
    found = desk.ask(duplicates.hints, Matter(summary="ward smells of sewage", area="East"))
    assert [(one.row.area, one.addable) for one in found] == [("North", True), ("East", False)]
    [mine, _] = desk.ask(duplicates.hints, Matter(summary="smells, floor", number="139 0000 1111"))[-1:] * 2
    assert mine.addable
