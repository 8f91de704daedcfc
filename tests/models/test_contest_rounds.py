"""Each question of a round counts once, and a gap counts less when it was not filled rapidly."""

from app.models.contest_rounds import (
    RAPID_MS,
    ContestRound,
    Played,
    RoundAnswer,
    following,
    frozen,
    played,
    thawed,
    worth,
)
from app.models.drill_items import LATE_SHARE, DrillKind, Item, Step

CALL = Item(
    b"c" * 16, DrillKind.BRANCH, "flu", ("k1",), {"en": "?"}, version=3, topic="a",
    steps=(Step({"en": "Fever?"}, ({"en": "yes"}, {"en": "no"}), 1),),
)  # fmt: skip
GAP = Item(b"g" * 16, DrillKind.SLOT, "open", ("k1",), {"en": "at …"}, fills={"en": ("8",)})
DRAWN = {ContestRound.CALLER: (CALL,), ContestRound.SLOTS: (GAP, GAP)}


def got(name: ContestRound, place: int, score: float) -> RoundAnswer:
    return RoundAnswer(name, place, score, 1000)


def test_questions_come_one_after_the_other_round_by_round() -> None:
    first = got(ContestRound.CALLER, 0, 1.0)
    assert following(DRAWN, []) == (ContestRound.CALLER, 0)
    assert following(DRAWN, [first]) == (ContestRound.SLOTS, 0)
    assert following(DRAWN, [first, got(ContestRound.SLOTS, 0, 1.0), got(ContestRound.SLOTS, 1, 1.0)]) is None
    assert following({}, []) is None


def test_the_first_answer_counts_and_a_round_is_finished_by_its_last_question() -> None:
    given = [got(ContestRound.CALLER, 0, 0.5), got(ContestRound.CALLER, 0, 1.0), got(ContestRound.SLOTS, 1, 1.0)]
    assert played(DRAWN, given) == Played(0.5, 0.5, 2)  # of three questions
    assert played(DRAWN, []) == Played()
    assert played({}, given[:1]).finished == 0.0


def test_a_gap_that_takes_long_counts_less_and_a_call_does_not() -> None:
    assert worth(ContestRound.SLOTS, 1.0, RAPID_MS) == 1.0
    assert worth(ContestRound.SLOTS, 1.0, RAPID_MS + 1) == LATE_SHARE
    assert worth(ContestRound.CALLER, 1.0, RAPID_MS + 1) == 1.0


def test_questions_come_back_from_the_journal_as_they_were_drawn() -> None:
    assert thawed(frozen(DRAWN)) == DRAWN
