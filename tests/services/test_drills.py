"""Today's drill: what comes, how an answer is graded, and what the operator sees of it."""

from datetime import timedelta

import pytest

from app.models.drill_items import DrillKind
from app.models.drill_queue import DrillReason
from app.models.drills import Rating
from app.models.errors import FieldMissing, FieldTooLong, NotAllowed, RecordGone
from app.scripts_library.answer_grading import Verdict
from app.services import drills
from app.services.drills import Drill, Feedback, Given
from app.services.office import Office
from app.store import drills as rows_of
from app.store.drills import CardKey
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock
from tests.services.drilled import FLU, OPEN, changed_point, publish

GOOD = "早上8点开门。周末不开门，急诊照常。"


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, OPEN, FLU)
    return office


def begin(desk: Office) -> Drill:
    return desk.do(drills.start).value


def reply(desk: Office, script: str, kind: DrillKind, *, point: str = "k1", **given: object) -> Feedback:
    card = next(one for one in begin(desk).cards if (one.script, one.point) == (script, point))
    item = desk.ask(drills.ask, card, frozenset({kind})).item
    values = {"language": "zh", "ms": 9000, **given}
    return desk.do(drills.answer, Given(script, point, item.id, **values)).value  # type: ignore[arg-type]


def reasons(desk: Office) -> dict[tuple[str, str], DrillReason]:
    return {(one.script, one.point): one.reason for one in begin(desk).cards}


def test_new_key_points_come_first_time_the_weightiest_first(desk: Office) -> None:
    assert [(one.script, one.point, one.reason) for one in begin(desk).cards] == [
        ("flu", "k1", DrillReason.NEW),
        ("open", "k1", DrillReason.NEW),
        ("open", "k2", DrillReason.NEW),
    ]


def test_a_typed_answer_is_graded_on_every_point_and_shown_with_wording_and_source(desk: Office) -> None:
    found = reply(desk, "open", DrillKind.SAY, text=GOOD)
    assert (found.score, found.rating, found.sources) == (1.0, Rating.GOOD, ("House rule 7 §2",))
    assert [one[1] for one in found.points] == [Verdict.HIT, Verdict.HIT]
    assert found.approved == "早上8点开门。"
    assert found.next_on == NOON.date() + timedelta(days=1)  # a critical point aims at 95 %
    assert [(one.script, one.point) for one in begin(desk).cards] == [("flu", "k1")]
    assert begin(desk).spent.items == 1


def test_a_wrong_fact_is_a_lapse_that_comes_back_first_on_the_next_day(desk: Office, clock: FakeClock) -> None:
    found = reply(desk, "open", DrillKind.SAY, text="早上9点开门，周末不开门，急诊照常")
    assert (found.rating, found.points[0][1:]) == (Rating.AGAIN, (Verdict.MISS, "figure"))
    clock.advance(timedelta(days=1))
    assert reasons(desk)[("open", "k1")] is DrillReason.LAPSED
    assert ("open", "k2") not in reasons(desk)


def test_forbidden_words_fail_whatever_else_is_said(desk: Office) -> None:
    found = reply(desk, "open", DrillKind.SAY, text=f"{GOOD}随便来")
    assert (found.score, found.forbidden, found.rating) == (0.0, ("随便来",), Rating.AGAIN)


def test_who_gives_up_sees_the_answer_and_is_asked_again(desk: Office) -> None:
    found = reply(desk, "open", DrillKind.SLOT, gave_up=True)
    assert (found.score, found.right, found.rating) == (0.0, ("8",), Rating.AGAIN)


@pytest.mark.parametrize(("text", "score"), [("8", 1.0), ("八点", 1.0), ("9", 0.0), ("", 0.0)])
def test_a_gap_is_filled_by_its_figure_however_written(desk: Office, text: str, score: float) -> None:
    assert reply(desk, "open", DrillKind.SLOT, text=text).score == score


def test_choices_steps_and_searches_are_scored(desk: Office) -> None:
    card = begin(desk).cards[0]
    branch = desk.ask(drills.ask, card, frozenset({DrillKind.BRANCH})).item
    right = tuple(step.right for step in branch.steps)
    given = Given("flu", "k1", branch.id, "en", 4000, chosen=right)
    assert desk.do(drills.answer, given).value.score == 1.0
    assert reply(desk, "open", DrillKind.FIND, text="flu").score == 0.0
    mcq = desk.ask(drills.ask, begin(desk).cards[0], frozenset({DrillKind.MCQ})).item
    wrong = next(place for place in range(len(mcq.options)) if place not in mcq.right)
    given = Given(mcq.script, mcq.point, mcq.id, "en", 4000, chosen=(wrong,))
    assert desk.do(drills.answer, given).value.rating is Rating.AGAIN


def test_a_found_script_is_right_at_once_and_hard_when_late(desk: Office) -> None:
    assert reply(desk, "open", DrillKind.FIND, text="open", ms=9_000).score == 1.0
    late = reply(desk, "open", DrillKind.FIND, point="k2", text="open", ms=11_000)
    assert (late.score, late.rating) == (0.7, Rating.HARD)


def test_a_search_is_written_down_with_its_words_and_the_place_of_the_script(desk: Office) -> None:
    reply(desk, "open", DrillKind.FIND, text="open", sought="  opening  hours ", place=3)
    reply(desk, "open", DrillKind.FIND, point="k2", text="flu", sought="flu", place=1)
    with desk.store.reading() as rows:
        found = rows_of.sought(rows, desk.by.id, NOON.date())
    assert [(one.script, one.words, one.place) for one in found] == [("open", "opening hours", 3)]


def test_a_key_point_that_was_left_out_among_several_is_not_known(desk: Office) -> None:
    card = next(one for one in begin(desk).cards if one.script == "open")
    item = desk.ask(drills.ask, card, frozenset({DrillKind.MULTI})).item
    known = item.options.index(OPEN.key_points[1].texts)
    found = desk.do(drills.answer, Given("open", "k1", item.id, "en", 4000, chosen=(known,))).value
    assert found.score == 0.5
    wang = desk.by
    assert wang is not None
    with desk.store.reading() as rows:
        scores = {one: rows_of.reviews_of(rows, CardKey(wang.id, "open", one))[0].score for one in ("k1", "k2")}
    assert scores == {"k1": 0.0, "k2": 0.5}


def test_a_changed_key_point_shows_what_it_said_before(desk: Office, clock: FakeClock) -> None:
    reply(desk, "open", DrillKind.SAY, text=GOOD)
    clock.advance(timedelta(hours=2))
    publish(desk, changed_point(OPEN, "k2", zh="周日不开门", en="closed on Sundays"))
    clock.advance(timedelta(days=1))
    assert reasons(desk)[("open", "k2")] is DrillReason.CHANGED
    found = reply(desk, "open", DrillKind.MCQ, point="k2", language="en")
    assert found.before == "closed on weekends, emergencies as always"
    assert reply(desk, "open", DrillKind.MCQ, point="k1", language="en").before == ""


def test_what_was_answered_is_refused_where_it_is_too_long_or_gone(desk: Office) -> None:
    with pytest.raises(FieldTooLong):
        reply(desk, "open", DrillKind.SAY, text="长" * 5000)
    with pytest.raises(RecordGone):
        desk.do(drills.answer, Given("open", "k1", b"nothing", "zh", 1))
    sign_in(desk, "admin")
    with pytest.raises(NotAllowed):
        begin(desk)


def test_an_operator_asks_for_a_point_today_and_a_coach_from_tomorrow(desk: Office, clock: FakeClock) -> None:
    reply(desk, "open", DrillKind.SAY, text=GOOD)
    desk.do(drills.want, "open", "k2")
    assert reasons(desk)[("open", "k2")] is DrillReason.WANTED
    wang = desk.by
    assert wang is not None
    for _ in range(4):
        reply(desk, "flu", DrillKind.SLOT, text="5")
        clock.advance(timedelta(days=7))
    assert ("flu", "k1") not in reasons(desk)
    sign_in(desk, "li")
    assert [(one.card, one.lapses) for one in desk.ask(drills.leeches)] == [(CardKey(wang.id, "flu", "k1"), 4)]
    with pytest.raises(FieldMissing):
        desk.do(drills.coached, wang.id, "flu", "k1", note=" ")
    desk.do(drills.coached, wang.id, "flu", "k1", note="Went through it together")
    assert desk.ask(drills.leeches) == []
    sign_in(desk, "wang")
    assert ("flu", "k1") not in reasons(desk)
    clock.advance(timedelta(days=1))
    assert ("flu", "k1") in reasons(desk)


def test_a_point_that_cannot_be_asked_as_wanted_is_asked_in_another_way(desk: Office) -> None:
    card = next(one for one in begin(desk).cards if one.script == "open")
    assert desk.ask(drills.ask, card, frozenset({DrillKind.BRANCH})).item.kind is not DrillKind.BRANCH
