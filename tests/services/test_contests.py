"""The board shows teams, one's own result, and the best who want to be seen; never who stands last."""

from datetime import timedelta

import pytest

from app.models.contests import LONGEST_ALIAS, ContestAward, ContestDrawn, ContestTooSmall
from app.models.errors import FieldTooLong, NotAllowed
from app.services import contests, script_outline, scripts
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.contested import gather
from tests.services.drilled import OPEN, publish


@pytest.fixture
def desk(office: Office) -> Office:
    gather(office)
    return office


def test_twelve_people_are_drawn_into_three_teams_once_a_month(desk: Office) -> None:
    assert desk.ask(contests.board).may_draw
    assert desk.do(contests.draw).value == 3
    with pytest.raises(ContestDrawn):
        desk.do(contests.draw)
    sign_in(desk, "wang")
    found = desk.ask(contests.board)
    assert (found.month, found.may_draw, [one.size for one in found.teams]) == ("2026-03", False, [4, 4, 4])
    totals = [one.score.total for one in found.teams]
    assert totals == sorted(totals, reverse=True)
    assert totals[0] > totals[-1]
    assert [len(one.members) for one in found.teams if one.mine] == [4]
    assert not any(one.members for one in found.teams if not one.mine)


def test_too_few_people_pass_the_month_over(office: Office) -> None:
    gather(office, more=8)
    with pytest.raises(ContestTooSmall):
        office.do(contests.draw)
    sign_in(office, "wang")
    assert office.ask(contests.board).teams == ()
    with pytest.raises(NotAllowed):
        office.do(contests.draw)


def test_people_see_their_own_result_and_their_best_month(desk: Office) -> None:
    sign_in(desk, "wang")
    found = desk.ask(contests.board)
    assert (found.mine.accuracy, found.before.accuracy) == (pytest.approx(0.9), pytest.approx(0.5))
    assert found.best_month is not None
    assert found.best_month[0] == "2026-03"


def test_only_the_best_three_who_want_to_be_seen_are_named(desk: Office) -> None:
    assert desk.ask(contests.board).best == ()
    for name, alias in (("wang", "小太阳"), ("p1", ""), ("p2", ""), ("p4", ""), ("p5", "")):
        sign_in(desk, name)
        desk.do(contests.enter, shown=True, alias=alias)
    assert [one.name for one in desk.ask(contests.board).best] == ["小太阳", "P1", "P2"]
    sign_in(desk, "wang")
    desk.do(contests.enter, shown=False, alias="小太阳")
    found = desk.ask(contests.board)
    assert ([one.name for one in found.best], found.entry.alias) == (["P1", "P2", "P4"], "小太阳")
    with pytest.raises(FieldTooLong):
        desk.do(contests.enter, shown=True, alias="x" * (LONGEST_ALIAS + 1))


def test_praise_goes_to_who_gained_most_and_whose_flags_were_dealt_with(desk: Office) -> None:
    publish(desk, OPEN)
    flag = desk.do(scripts.flag, "open", 1, note="it opens at 9").value
    for name in ("wang", "p3"):
        sign_in(desk, name)
        desk.do(contests.enter, shown=True, alias="")
    sign_in(desk, "chen")
    assert [(one.kind, one.name) for one in desk.ask(contests.board).awards] == [(ContestAward.IMPROVED, "P3")]
    desk.do(script_outline.end_flag, flag, answer="mended")
    awards = desk.ask(contests.board).awards
    assert [(one.kind, one.name, one.value) for one in awards[1:]] == [(ContestAward.MENDED, "Wang", 1)]


def test_a_month_that_is_over_is_shown_as_it_ended(desk: Office, clock: FakeClock) -> None:
    desk.do(contests.draw)
    clock.advance(timedelta(days=31))
    now, before = desk.ask(contests.board), desk.ask(contests.board, "2026-03")
    assert (now.month, now.may_draw, now.teams) == ("2026-04", True, ())
    assert (before.month, before.may_draw, len(before.teams)) == ("2026-03", False, 3)
    assert now.months == ("2026-04", "2026-03")
    assert before.teams[0].score.accuracy > 0
