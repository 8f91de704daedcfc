"""Cards follow the versions of their scripts and the answers of every station."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.drill_items import DrillKind
from app.models.drills import PointRisk
from app.scripts_library.script import Risk
from app.services import drill_cards, drills, script_life
from app.services.drills import Given
from app.services.office import Office, Work
from app.store import drill_points
from app.store.drills import CardKey
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.drilled import OPEN, changed_point, publish


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, OPEN)
    office.do(drills.start)
    return office


def answered(desk: Office, text: str = "早上8点开门。周末不开门，急诊照常。") -> None:
    card = desk.do(drills.start).value.cards[0]
    item = desk.ask(drills.ask, card, frozenset({DrillKind.SAY})).item
    desk.do(drills.answer, Given("open", card.point, item.id, "zh", 9000, text))


def due(desk: Office) -> set[tuple[str, str]]:
    return {(one.point, one.reason.value) for one in desk.do(drills.start).value.cards}


def test_what_a_point_is_follows_its_script(desk: Office) -> None:
    with desk.store.reading() as rows:
        found = {one.point: (one.risk, one.topic, len(one.changes)) for one in drill_points.points_of(rows, "open")}
    assert found == {"k1": (PointRisk.CRITICAL, "consult/opening", 1), "k2": (PointRisk.NORMAL, "consult/opening", 1)}
    assert not desk.ask(drills.is_stale)


@pytest.mark.parametrize(("risk", "k2"), [(Risk.LOW, PointRisk.LOW), (Risk.HIGH, PointRisk.CRITICAL)])
def test_the_risk_of_a_script_decides_how_sure_one_has_to_be(office: Office, risk: Risk, k2: PointRisk) -> None:
    publish(office, replace(OPEN, risk=risk))
    office.do(drills.start)
    with office.store.reading() as rows:
        found = {one.point: one.risk for one in drill_points.points_of(rows, "open")}
    assert found == {"k1": PointRisk.CRITICAL, "k2": k2}


def test_only_the_point_that_changed_is_asked_again(desk: Office, clock: FakeClock) -> None:
    answered(desk)
    clock.advance(timedelta(minutes=5))
    publish(desk, replace(OPEN, variants=tuple(replace(one, say=f"{one.say} ") for one in OPEN.variants)))
    assert due(desk) == set()
    publish(desk, changed_point(OPEN, "k2", zh="周末也开门，急诊照常"))
    assert desk.ask(drills.is_stale)
    assert due(desk) == set()
    clock.advance(timedelta(days=1))
    assert due(desk) == {("k1", "due"), ("k2", "changed")}
    assert not desk.ask(drills.is_stale)


def test_a_version_that_is_to_come_is_drilled_from_its_day_on(desk: Office, clock: FakeClock) -> None:
    answered(desk)
    later = changed_point(OPEN, "k2", zh="周末9点开门")
    publish(desk, replace(later, effective_from=clock.now() + timedelta(days=3)))
    assert due(desk) == set()
    clock.advance(timedelta(days=4))
    assert ("k2", "changed") in due(desk)


def test_a_withdrawn_script_is_not_drilled_any_more(desk: Office, clock: FakeClock) -> None:
    answered(desk, "不知道")
    clock.advance(timedelta(days=1))
    assert due(desk) == {("k1", "lapsed"), ("k2", "lapsed")}
    sign_in(desk, "chen")
    desk.do(script_life.withdraw, "open", 1, reason="old")
    sign_in(desk, "wang")
    assert due(desk) == set()


def test_answers_of_another_station_are_folded_at_the_next_start(desk: Office, clock: FakeClock) -> None:
    answered(desk)

    def forget(work: Work) -> None:
        work.tx.connection.execute("DELETE FROM drill_card")

    desk.do(forget)
    assert desk.ask(drills.is_stale)
    assert due(desk) == set()
    assert desk.by is not None
    state = desk.do(drill_cards.fold_card, CardKey(desk.by.id, "open", "k1")).value
    assert (state.reps, state.suspended) == (1, False)
