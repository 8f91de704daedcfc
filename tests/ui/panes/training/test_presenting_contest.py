"""The board says one's own team and result, and lists nobody who did not ask for it."""

from dataclasses import replace

from app.models.contests import ContestAward, Effort, TeamScore
from app.services.contests import Award, Best, Board, TeamLine
from app.store.contests import Entry
from app.ui.panes.training import presenting_contest
from app.ui.panes.training.presenting import Ink

INK = Ink("#0a0", "#aa0", "#a00", "#888")


class Same(dict[str, str]):
    """Words that are their own names."""

    def __missing__(self, name: str) -> str:
        return name


WORDS = Same(team_name="Team {number}", answers="{answers} on {days}", best_month="best {month}", listed=", ")
TEAMS = (
    TeamLine(2, TeamScore(0.8, 0.5, 1.0), 4, True, ("A&B", "C")),
    TeamLine(1, TeamScore(0.6, 0.0, 0.5), 4, False),
)
NONE = Board("2026-03", (), Effort(), Effort(), None, (), Entry(), True)
FULL = Board(
    "2026-03", TEAMS, Effort(0.875, 16, 4), Effort(), ("2026-02", Effort(0.9, 20, 9)), (Best("<Sun>", 0.9),), Entry(),
    False,
)  # fmt: skip


def test_the_members_of_ones_own_team_are_named_alone() -> None:
    html = presenting_contest.teams_html(FULL, INK, WORDS)
    assert "Team 2 · mine</b><br>A&amp;B, C" in html
    assert "<b>75 %</b>" in html
    assert html.index("Team 2") < html.index("Team 1")
    assert "no_teams" in presenting_contest.teams_html(NONE, INK, WORDS)


def test_ones_own_result_stands_beside_ones_own_best() -> None:
    html = presenting_contest.own_html(FULL, WORDS)
    assert "88 %" in html
    assert "16 on 4" in html
    assert "best 2026-02" in html
    assert "best" not in presenting_contest.own_html(NONE, WORDS)


def test_the_best_are_shown_by_the_name_they_chose() -> None:
    assert "&lt;Sun&gt;" in presenting_contest.best_html(FULL, WORDS)
    assert "no_best" in presenting_contest.best_html(NONE, WORDS)


def test_praise_names_what_it_is_for() -> None:
    words = Same({**WORDS, "gained": "{share} gained", "mended": "{count} dealt with", "no_award": "nobody yet"})
    awards = (Award(ContestAward.IMPROVED, "Sun<", 0.5), Award(ContestAward.MENDED, "Moon", 2))
    html = presenting_contest.awards_html(replace(FULL, awards=awards), "en", words)
    assert "Sun&lt;" in html
    assert "50 % gained" in html
    assert "2 dealt with" in html
    assert "nobody yet" in presenting_contest.awards_html(NONE, "en", words)
