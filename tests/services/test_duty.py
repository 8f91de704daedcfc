"""A supervisor says who works when, the person sees it, and cards come due on days that are worked."""

from datetime import date, timedelta

import pytest

from app.models.duty import DutyFact, DutyRule
from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.services import drill_cards, drills, duty
from app.services.drills import Given
from app.services.office import Office
from app.store.drills import CardKey
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.drilled import OPEN, publish

MONDAY = date(2026, 3, 2)
LATE = DutyFact(DutyRule.WEEK, MONDAY, None, frozenset({1, 4, 5}))
LEAVE = DutyFact(DutyRule.OFF, MONDAY + timedelta(days=3), MONDAY + timedelta(days=4))


def say(office: Office, *facts: DutyFact) -> None:
    sign_in(office, "li")
    for one in facts:
        office.do(duty.put, "wang", one)
    sign_in(office, "wang")


def due_on(office: Office) -> list[date]:
    sql = "SELECT due_on FROM drill_card WHERE operator=? ORDER BY due_on"
    me = office.by.id if office.by else b""
    return [date.fromisoformat(row[0]) for row in office.store.rows.all(sql, me)]


def test_everybody_sees_their_own_days_and_supervisors_those_of_all(office: Office) -> None:
    assert office.ask(duty.mine).week is None
    say(office, LATE, LEAVE)
    found = office.ask(duty.mine)
    assert (found.week, found.works_today) == (frozenset({1, 4, 5}), True)
    assert found.off == (date(2026, 3, 5), date(2026, 3, 6))
    assert office.ask(duty.named, "wang") == found
    for refused in (duty.board, duty.named):
        with pytest.raises(NotAllowed):
            office.ask(refused, *(("li",) if refused is duty.named else ()))
    sign_in(office, "li")
    assert {one.person.name: one.week for one in office.ask(duty.board)}["wang"] == frozenset({1, 4, 5})


def test_operators_do_not_say_it_and_nobody_says_what_cannot_be(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(duty.put, "wang", LATE)
    sign_in(office, "li")
    with pytest.raises(RecordGone):
        office.do(duty.put, "nobody", LATE)
    with pytest.raises(FieldInvalid):
        office.do(duty.put, "wang", DutyFact(DutyRule.WEEK, MONDAY))


def test_a_card_comes_due_on_a_day_that_is_worked_and_moves_with_the_days(office: Office, clock: FakeClock) -> None:
    publish(office, OPEN)
    say(office, LATE)
    drill = office.do(drills.start).value
    asked = office.ask(drills.ask, drill.cards[0])
    office.do(drills.answer, Given("open", asked.card.point, asked.item.id, "en", 9000, gave_up=True))
    assert {one.isoweekday() for one in due_on(office)} <= {1, 4, 5}
    assert min(due_on(office)) == date(2026, 3, 5)
    assert not office.ask(drills.is_stale)
    say(office, LEAVE)
    assert office.ask(drills.is_stale)
    office.do(drills.start)
    assert (min(due_on(office)), office.ask(drills.is_stale)) == (date(2026, 3, 9), False)
    assert clock.now().date() == MONDAY


def test_many_cards_follow_other_days_over_several_mornings(
    office: Office, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drill_cards, "AT_ONCE", 1)
    publish(office, OPEN)
    for card in office.do(drills.start).value.cards:
        item = office.ask(drills.ask, card).item
        office.do(drills.answer, Given("open", card.point, item.id, "en", 9000, gave_up=True))
    assert len(due_on(office)) > 1
    say(office, LATE)
    office.do(drills.start)
    assert not office.ask(drills.is_stale)
    assert not {one.isoweekday() for one in due_on(office)} <= {1, 4, 5}
    for _ in due_on(office):
        clock.advance(timedelta(days=1))
        office.do(drills.start)
    assert {one.isoweekday() for one in due_on(office)} <= {1, 4, 5}


def test_a_mark_changes_with_what_is_said(office: Office) -> None:
    me = office.by.id if office.by else b""
    before = office.ask(duty.mark, me)
    say(office, LEAVE)
    assert office.ask(duty.mark, me) != before
    assert not office.ask(duty.duty_for, me).works(LEAVE.first_on)
    assert CardKey(me, "open", "k1").operator == me
