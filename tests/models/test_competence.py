"""What is known of a topic has an interval, fades, and says when it is too little."""

import pytest

from app.models.competence import CompetenceStanding, Evidence, EvidenceSource, competence
from app.models.distributions import beta_quantile


def live(score: float, count: int, age: float = 0.0) -> list[Evidence]:
    return [Evidence(score, EvidenceSource.LIVE, age)] * count


def test_words_come_from_the_interval_and_only_with_enough_evidence() -> None:
    assert competence([]).standing is CompetenceStanding.UNKNOWN
    assert competence(live(1.0, 3)).standing is CompetenceStanding.UNKNOWN
    assert competence(live(1.0, 12)).standing is CompetenceStanding.SECURE
    assert competence(live(0.75, 12)).standing is CompetenceStanding.DEVELOPING
    assert competence(live(0.3, 12)).standing is CompetenceStanding.COACHING


def test_a_live_call_tells_more_than_a_drill_and_old_answers_less() -> None:
    assert Evidence(1.0, EvidenceSource.LIVE, 0).weight == 2.0
    assert Evidence(1.0, EvidenceSource.EXAM, 60).weight == 0.5
    assert Evidence(1.0, EvidenceSource.DRILL, 0, critical=True).weight == pytest.approx(0.6)
    assert competence(live(0.0, 5, 300)).mean > competence(live(0.0, 5)).mean


def test_the_interval_holds_the_mean() -> None:
    found = competence(live(0.8, 10))
    assert found.low < found.mean < found.high
    assert found.mean == pytest.approx(18 / 23)
    assert beta_quantile(0.5, 2, 2) == pytest.approx(0.5, abs=1e-6)
    assert beta_quantile(0.25, 1, 1) == pytest.approx(0.25, abs=1e-6)
