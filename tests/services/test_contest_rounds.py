"""The rounds are drawn with the teams; each question is answered once, and stays what it was drawn as."""

import pytest

from app.models.contest_rounds import ContestRound, RoundOver
from app.models.drill_items import Item
from app.models.errors import FieldTooLong
from app.services import contest_rounds, contests, drills
from app.services.contest_rounds import RoundQuestion
from app.services.drills import Given
from app.services.office import Office
from tests.desk import sign_in
from tests.services.contested import gather
from tests.services.drilled import FLU, OPEN, changed_point, publish


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, OPEN, FLU)
    gather(office)
    office.do(contests.draw)
    sign_in(office, "wang")
    return office


def right(item: Item) -> dict[str, object]:
    """Return a right answer to a question of a round."""
    if item.steps:
        return {"chosen": tuple(one.right for one in item.steps)}
    return {"text": item.fills["zh"][0] if item.fills else item.script}


def give(desk: Office, found: RoundQuestion, **given: object) -> contest_rounds.RoundResult:
    item = found.asked.item
    values = {"language": "zh", "ms": 3000, **given}
    whole = Given(item.script, found.asked.card.point, item.id, **values)  # type: ignore[arg-type]
    return desk.do(contest_rounds.answer, found.round, found.place, whole).value


def test_everything_is_played_once_and_counts_for_the_team(desk: Office) -> None:
    rounds: list[ContestRound] = []
    while found := desk.ask(contest_rounds.following):
        rounds.append(found.round)
        result = give(desk, found, **right(found.asked.item))
        assert result.score == 1.0
        assert result.right
    assert list(dict.fromkeys(rounds)) == list(ContestRound)
    assert result.over
    board = desk.ask(contests.board)
    assert (board.played.score, board.played.finished, board.waiting) == (1.0, 1.0, False)
    mine = next(one for one in board.teams if one.mine)
    assert mine.score.accuracy == 0.25  # the three others have not played yet
    assert mine.score.participation == pytest.approx((1 / 8 + 1) / 2 / 4, abs=0.1)


def test_a_question_that_was_answered_or_passed_over_is_over(desk: Office) -> None:
    found = desk.ask(contest_rounds.following)
    assert found is not None
    assert give(desk, found, gave_up=True).score == 0.0
    with pytest.raises(RoundOver):
        give(desk, found, **right(found.asked.item))
    following = desk.ask(contest_rounds.following)
    assert following is not None
    with pytest.raises(FieldTooLong):
        give(desk, following, text="x" * (drills.LONGEST_ANSWER + 1))


def test_a_question_stays_what_it_was_when_its_script_changes(desk: Office) -> None:
    before = desk.ask(contest_rounds.following)
    publish(desk, changed_point(FLU, "k1", zh="打完留观60分钟", en="stay 60 minutes after the shot"))
    assert desk.ask(contest_rounds.following) == before


def test_without_a_draw_there_is_nothing_to_play(office: Office) -> None:
    gather(office, more=0)
    assert office.ask(contest_rounds.following) is None
