"""What cards and groups say."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.accounts import Person, Role
from app.models.figures import Figure
from app.models.kpi_questions import Question
from app.models.kpis import FigureMark, Measure, RowSet
from app.models.periods import Span, holding
from app.services.figures import Told
from app.services.kpis import shipped
from app.ui.panes.reports import presenting


def _person(*roles: Role) -> Person:
    return Person(b"p", "p", "P", roles)


def test_a_card_says_whether_its_target_is_reached():
    kpi = shipped()["direct_answer"]
    card = presenting.card_of(Told(kpi, Figure(9, 10)), "en")
    assert (card.share, card.parts, card.target, card.tone) == ("90.0 %", "9 / 10", "≥ 80 %", "good")
    assert presenting.card_of(Told(kpi, Figure(1, 10)), "zh_CN").tone == "danger"
    assert presenting.card_of(Told(kpi, Figure(0, 0)), "en").share == "–"
    assert presenting.card_of(Told(shipped()["returned"], Figure(1, 10)), "en").target == "≤ 10 %"


def test_a_figure_that_misses_its_target_does_not_look_like_it():
    kpi = shipped()["direct_answer"]
    figures = (Figure(471, 589), Figure(79_999, 100_000))
    cards = [presenting.card_of(Told(kpi, one), "en") for one in figures]
    assert [(card.share, card.tone) for card in cards] == [("79.97 %", "danger"), ("79.999 %", "danger")]
    assert presenting.card_of(Told(kpi, Figure(4, 5)), "en").share == "80.0 %"


def test_a_small_group_is_not_told():
    assert presenting.told_cell(Figure(0, 0, hidden=True), Measure.SHARE, "en") == ("withheld", "")


def test_each_role_begins_with_what_is_theirs():
    supervisor, trainer, operator = (_person(role) for role in (Role.SUPERVISOR, Role.TRAINER, Role.OPERATOR))
    firsts = [presenting.first_group(one) for one in (supervisor, trainer, operator)]
    assert firsts == ["unit", "category", "channel"]
    assert "person" not in presenting.groups_for(operator)
    assert [presenting.begins_with_own(one) for one in (supervisor, trainer, operator)] == [False, False, True]


def test_a_bar_says_its_figure_and_a_small_one_that_it_is_small() -> None:
    figures = (Figure(1, 3), Figure(0, 0), Figure(0, 0, hidden=True))
    assert [presenting.told_bar(one, Measure.SHARE, "en") for one in figures] == ["33 %", "–", "withheld"]
    assert presenting.told_bar(Figure(50, 2), Measure.SECONDS, "en") == "25 s"


def test_conflicts_are_told_of_a_thousand_saves() -> None:
    kpi = replace(shipped()["conflict_rate"], target=0.005)
    months = (holding(Span.MONTH, date(2026, month, 1)) for month in (2, 3))
    trend = tuple(zip(months, (Figure(2, 1000), Figure(4, 1000)), strict=True))
    card = presenting.card_of(Told(kpi, Figure(4, 1000), trend), "en")
    assert (card.share, card.target, card.tone, card.trend) == ("4.0 ‰", "≤ 5.0 ‰", "good", pytest.approx((0.4, 0.8)))
    assert presenting.told_bar(Figure(4, 1000), kpi.measure, "en") == "4.0 ‰"
    assert presenting.told_beside(0.00501, kpi) == "5.01 ‰"


def test_a_card_that_is_withheld_says_so_and_why_and_never_a_dash():
    card = presenting.card_of(Told(shipped()["satisfied_rate"], Figure(0, 0, hidden=True)), "en")
    assert (card.share, card.parts, card.tone) == ("withheld", "tells under 25", "")
    assert not card.is_figure
    assert presenting.card_of(Told(shipped()["satisfied_rate"], Figure(0, 0, hidden=True)), "zh_CN").share == "不予显示"


def test_what_is_left_out_is_counted_and_says_why_only_where_no_rule_does_it():
    direct, kept = Question.DIRECT, Question.KEPT
    ruled = {RowSet(direct, FigureMark.LEFT_OUT): 1_007}
    assert presenting.left_out(Figure(1, 4, ruled), "en") == "1,007"
    waiting = {**ruled, RowSet(direct, FigureMark.WAITING): 2}
    assert presenting.left_out(Figure(1, 4, waiting), "en") == "1,007 · May still turn out: 2"
    assert presenting.left_out(Figure(1, 4, waiting), "zh_CN") == "1,007 · 待定：2"
    both = {**ruled, RowSet(kept, FigureMark.LEFT_OUT): 3}
    assert presenting.left_out(Figure(1, 4, both), "en") == "Answered on the line: 1,007 · Kept by the unit: 3"
