"""Teams are of like strength and size; a score pays for getting better and for everybody who takes part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import contests
from app.models.contest_rounds import Played
from app.models.contests import Effort


@given(st.lists(st.floats(0, 1), min_size=12, max_size=60))
def test_every_person_is_in_one_team_of_four_to_six(shares: list[float]) -> None:
    mastery = {bytes([place]): share for place, share in enumerate(shares)}
    teams = contests.draw(mastery, "2026-03")
    assert sorted(one for team in teams for one in team) == sorted(mastery)
    assert {len(team) for team in teams} <= {4, 5, 6}
    assert len(teams) >= 3
    assert teams == contests.draw(dict(reversed(mastery.items())), "2026-03")


@given(st.lists(st.floats(0.3, 1), min_size=15, max_size=15))
def test_the_means_of_the_teams_lie_close_together(shares: list[float]) -> None:
    mastery = {bytes([place]): share for place, share in enumerate(shares)}
    means = [contests.mean_of(team, mastery) for team in contests.draw(mastery, "2026-03")]
    assert max(means) - min(means) <= (max(shares) - min(shares)) / 5 + 1e-9


def test_eleven_people_make_no_contest() -> None:
    assert contests.draw({bytes([place]): 0.5 for place in range(11)}, "2026-03") == ()


@pytest.mark.parametrize(
    ("now", "before", "gained"),
    [
        (Effort(0.8, 20, 8), Effort(0.6, 20, 8), 0.5),
        (Effort(0.5, 20, 8), Effort(0.6, 20, 8), 0.0),
        (Effort(1.0, 20, 8), Effort(1.0, 20, 8), 1.0),
        (Effort(0.9, 20, 8), Effort(1.0, 20, 8), 0.0),
        (Effort(0.9, 20, 8), Effort(0.6, 9, 3), None),
        (Effort(), Effort(0.6, 20, 8), None),
    ],
)
def test_improvement_is_the_share_of_what_was_missing(now: Effort, before: Effort, gained: float | None) -> None:
    found = contests.improvement(now, before)
    assert found == (None if gained is None else pytest.approx(gained))


def test_a_score_is_half_accuracy_and_helping_the_weakest_pays() -> None:
    before = Effort(0.6, 20, 8)
    alone = contests.team_score([(Effort(0.8, 20, 8), before), (Effort(), before)])
    assert (alone.accuracy, alone.participation) == (0.8, 0.5)
    assert alone.total == pytest.approx(0.5 * 0.8 + 0.3 * 0.5 + 0.2 * 0.5)
    together = contests.team_score([(Effort(0.8, 20, 8), before), (Effort(0.8, 12, 8), before)])
    assert together.total == pytest.approx(alone.total + 0.1)
    assert contests.team_score([]).total == 0.0


def test_with_rounds_who_plays_none_has_none_right_and_half_of_taking_part_is_playing_them() -> None:
    before = Effort(0.6, 20, 8)
    members = [(Effort(0.8, 20, 8), before), (Effort(0.2, 20, 8), before)]
    found = contests.team_score(members, [Played(1.0, 1.0, 15), Played()])
    assert (found.accuracy, found.participation) == (0.5, 0.75)
