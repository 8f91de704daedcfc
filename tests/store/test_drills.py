"""Answers and cards as rows: what is due, what is new, what a day was spent on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.drill_queue import Spent
from app.models.drills import CardState, Memory, NeedSource, PointChange, PointRisk, Rating
from app.models.weak_topics import Drilled
from app.services.office import Office, Work
from app.store import drill_points, drills
from app.store.drill_points import DrillPoint
from app.store.drills import CardKey, NewNeed, NewReview
from tests.desk import NOON

TODAY = date(2026, 3, 2)
ME = b"m" * 16
CARD = CardKey(ME, "flu", "k1")
REVIEW = NewReview(CARD, 1, b"i" * 16, "slot", NOON, TODAY, 1.0, Rating.GOOD, 4000)


@pytest.fixture
def desk(office: Office) -> Office:
    def points(work: Work) -> None:
        for number, script in enumerate(("flu", "hpv")):
            change = PointChange(TODAY, "x")
            point = DrillPoint(script, "k1", "a", PointRisk.CRITICAL, 3.0 - number, (change,), TODAY)
            drill_points.keep(work.tx, script, "m", [point])

    office.do(points)
    return office


def test_cards_are_due_by_their_day_and_new_points_by_weight(desk: Office) -> None:
    def write(work: Work) -> None:
        drills.keep_card(work.tx, CARD, CardState(Memory(2.0, 5.0, TODAY, 2), TODAY + timedelta(days=2), 1), 0)

    with desk.store.reading() as rows:
        assert [one.script for one in drills.new(rows, ME, TODAY, 5)] == ["flu", "hpv"]
        assert drills.new(rows, ME, TODAY - timedelta(days=1), 5) == []
    desk.do(write)
    with desk.store.reading() as rows:
        assert [one.script for one in drills.new(rows, ME, TODAY, 5)] == ["hpv"]
        assert drills.due(rows, ME, TODAY, 9) == []
        found = drills.due(rows, ME, TODAY + timedelta(days=2), 9)
        assert (found[0].script, found[0].memory) == ("flu", Memory(2.0, 5.0, TODAY, 2))
        assert drills.of_script(rows, ME, "flu") == found
        assert drills.due_days(rows, ME, date.max) == [("2026-03-04", 1)]


def test_what_was_answered_is_counted_and_what_is_not_folded_is_found(desk: Office) -> None:
    def write(work: Work) -> None:
        drills.write_review(work.tx, REVIEW)
        drills.write_review(work.tx, replace(REVIEW, card=CardKey(ME, "hpv", "k1")))
        drills.write_need(work.tx, NewNeed(CARD, NeedSource.QA, TODAY, NOON, ME, note="said 15"))

    desk.do(write)
    with desk.store.reading() as rows:
        assert drills.spent(rows, ME, TODAY) == Spent(1, 4000, 2)  # one question, however many key points
        assert [one.rating for one in drills.reviews_of(rows, CARD)] == [Rating.GOOD]
        assert [one.source for one in drills.needs_of(rows, CARD)] == [NeedSource.QA]
        assert drills.cards_of_point(rows, "flu", "k1") == [CARD]
        assert set(drills.unfolded(rows, ME)) == {CARD, CardKey(ME, "hpv", "k1")}
        assert len(drills.recent(rows, ME, TODAY)) == 2
        assert drills.practice_days(rows, [ME, b"o" * 16], TODAY, TODAY) == {ME: 1, b"o" * 16: 0}
        assert drills.usual_ms(rows, ME, "slot") is None


def test_the_usual_time_is_the_median_of_ten_answers_and_more(desk: Office) -> None:
    def write(work: Work) -> None:
        for number in range(11):
            drills.write_review(work.tx, replace(REVIEW, ms=1000 * number))

    desk.do(write)
    with desk.store.reading() as rows:
        assert drills.usual_ms(rows, ME, "slot") == 5000


def test_a_card_that_was_forgotten_four_times_waits_for_a_supervisor(desk: Office) -> None:
    def write(work: Work) -> None:
        state = CardState(Memory(1.0, 9.0, TODAY, 1), TODAY, 5, 4, 4, lapsed=True)
        drills.keep_card(work.tx, CARD, state, 0)

    desk.do(write)
    with desk.store.reading() as rows:
        assert [(one.card, one.lapses) for one in drills.leeches(rows)] == [(CARD, 4)]
        assert drills.due(rows, ME, TODAY, 9) == []


def test_cards_of_a_topic_that_are_not_due_are_those_seen_before_today(desk: Office) -> None:
    def write(work: Work) -> None:
        for script, last in (("flu", TODAY - timedelta(days=1)), ("hpv", TODAY)):
            state = CardState(Memory(2.0, 5.0, last, 2), TODAY + timedelta(days=2), 1)
            drills.keep_card(work.tx, CardKey(ME, script, "k1"), state, 0)

    desk.do(write)
    with desk.store.reading() as rows:
        assert [(one.script, one.weak) for one in drills.not_due(rows, ME, ["a"], TODAY, 9)] == [("flu", True)]
        assert drills.not_due(rows, ME, ["b"], TODAY, 9) == []


def test_answers_are_counted_by_key_point_and_needs_come_with_their_topic(desk: Office) -> None:
    def write(work: Work) -> None:
        drills.write_review(work.tx, REVIEW)
        drills.write_review(work.tx, replace(REVIEW, rating=Rating.AGAIN))
        drills.write_need(work.tx, NewNeed(CARD, NeedSource.EXAM, TODAY, NOON, ME))

    desk.do(write)
    tomorrow = TODAY + timedelta(days=1)
    with desk.store.reading() as rows:
        assert drills.drilled(rows, ME, TODAY, tomorrow) == [Drilled("a", "flu", "k1", 2, 1)]
        assert drills.drilled(rows, ME, tomorrow, tomorrow) == []
        assert drills.wanted_between(rows, NeedSource.EXAM, TODAY, tomorrow, ME) == [(CARD, "a")]
        assert drills.wanted_between(rows, NeedSource.EXAM, TODAY, tomorrow, b"o" * 16) == []
