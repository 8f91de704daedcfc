"""What was forgotten too often is told with its answers, and what was done about it has its effect."""

from datetime import timedelta

import pytest

from app.models.drill_items import DrillKind, ItemState
from app.models.drills import StuckCause
from app.models.errors import FieldMissing, NotAllowed, RecordGone
from app.services import drills, scripts, stuck_cards
from app.services.drills import Given
from app.services.office import Office
from app.store import items
from app.store.drills import CardKey
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.drilled import FLU, publish


@pytest.fixture
def desk(office: Office, clock: FakeClock) -> Office:
    """The trainer sits at a desk where Wang has forgotten one key point four times."""
    publish(office, FLU)
    for number in range(4):
        (card,) = office.do(drills.start).value.cards
        item = office.ask(drills.ask, card, frozenset({DrillKind.SLOT})).item
        office.do(drills.answer, Given("flu", "k1", item.id, "en", 4000, text=f"{number}"))
        clock.advance(timedelta(days=1))
    sign_in(office, "chen")
    return office


def card_of(desk: Office) -> CardKey:
    return desk.ask(stuck_cards.listed, "en")[0].leech.card


def test_a_stuck_card_is_told_with_script_text_and_last_answers(desk: Office) -> None:
    (one,) = desk.ask(stuck_cards.listed, "en")
    assert (one.leech.operator, one.leech.lapses) == ("Wang", 4)
    assert (one.title, one.text) == ("Flu vaccine", "stay 30 minutes after the shot")
    typed = [(each.kind, each.score, each.answer) for each in one.answers]
    assert typed[:2] == [("slot", 0.0, "3"), ("slot", 0.0, "2")]
    assert stuck_cards.named([one], "Wang", "flu/k1") == one.leech.card
    with pytest.raises(RecordGone):
        stuck_cards.named([one], "Wang", "flu/k2")


def test_it_is_drilled_again_from_tomorrow_once_somebody_says_what_was_done(desk: Office, clock: FakeClock) -> None:
    card = card_of(desk)
    with pytest.raises(FieldMissing):
        desk.do(stuck_cards.settle, card, StuckCause.PERSON, " ")
    desk.do(stuck_cards.settle, card, StuckCause.PERSON, "Went through it together")
    assert desk.ask(stuck_cards.listed, "en") == []
    assert desk.ask(scripts.flags_of, "flu") == []
    sign_in(desk, "wang")
    assert desk.do(drills.start).value.cards == ()
    clock.advance(timedelta(days=1))
    assert [(one.script, one.point) for one in desk.do(drills.start).value.cards] == [("flu", "k1")]
    with pytest.raises(NotAllowed):
        desk.do(stuck_cards.settle, card, StuckCause.PERSON, "Me")


def test_an_unclear_script_is_flagged_and_a_bad_question_is_asked_never_again(desk: Office) -> None:
    card = card_of(desk)
    desk.do(stuck_cards.settle, card, StuckCause.SCRIPT, "Minutes of what?")
    assert [(one.key_point, one.note) for one in desk.ask(scripts.flags_of, "flu")] == [("k1", "Minutes of what?")]
    desk.do(stuck_cards.settle, card, StuckCause.QUESTION, "The gap says nothing")
    with desk.store.reading() as rows:
        kept = items.of_script(rows, "flu")
    assert [(one.kind, one.state) for one in kept] == [(DrillKind.SLOT, ItemState.RETIRED)]
