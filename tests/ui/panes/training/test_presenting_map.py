"""The map in words: color only where there is evidence, causes named, load by day."""

from app.models.appraisals import AppraisalPart, Measured
from app.models.competence import Evidence, EvidenceSource, competence
from app.models.triangulation import Cause, Measures
from app.models.weak_topics import WeakSign, WeakTopic
from app.services.appraisals import Appraisal
from app.services.competence import TopicCell
from app.services.team_map import Member, TeamMap
from app.services.triangulation import PointLine
from app.ui.panes.training import presenting_map
from app.ui.panes.training.presenting import Ink

INK = Ink("#111", "#222", "#333", "#444")
SURE = competence([Evidence(1.0, EvidenceSource.LIVE, 0) for _ in range(30)])
WORDS = {
    one: one for one in ("topic", "operator", "today", "point", "drill", "exam", "strong", "live", "place", "cause")
}


def test_a_cell_is_colored_by_what_the_evidence_allows() -> None:
    cells = {"a": TopicCell("a", SURE, 3, 0.9), "b": TopicCell("b", competence([]), 1, None)}
    team = TeamMap((Member(b"p", "Wang", cells, (2, 0)),), ("a", "b", "c"), (), ())
    html = presenting_map.map_html(team, {"a": "A<"}, "en", INK, WORDS)
    assert "A&lt;" in html
    assert html.count("color:#111") == 2
    assert "–</td>" in html
    assert "+1" in presenting_map.load_html(team.members, WORDS)


def test_the_formula_stands_over_the_figures() -> None:
    parts = (Measured(AppraisalPart.EXAMS, 0.9, 2), Measured(AppraisalPart.QUALITY, None, 0))
    words = {**WORDS, "total": "Total", "critical": "Critical", "days": "{days} days"}
    html = presenting_map.appraisal_html((Appraisal(b"p", "Wang", parts, None, 1),), "en", words)
    assert "Total = 40 % × exams + 40 % × quality, random sample + 20 % × days of practice. 52 days" in html
    assert "90 % (n = 2)" in html
    assert "– (n = 0)" in html


def test_a_cause_stands_beside_its_measures() -> None:
    line = PointLine("open", "k1", "a", {"en": "opens at 8"}, Measures(drill=0.9, place=4.2), Cause.SEARCH)
    html = presenting_map.causes_html((line,), "en", WORDS)
    for said in ("opens at 8", "90 %", "4.2", "the search"):
        assert said in html


def test_a_weak_topic_says_how_many_people_and_what_shows_it() -> None:
    words = {**WORDS, "people": "People", "errors": "Errors", "most": "Most about", "weak": "{people} make it bold"}
    found = (
        WeakTopic("a", 3, 7, "open", "k1", {WeakSign.QUALITY: 1, WeakSign.DRILL: 2}),
        WeakTopic("b", 1, 1, "flu", "k1", {WeakSign.EXAM: 1}),
    )
    html = presenting_map.weak_html(found, {"a": "A<"}, "en", words)
    assert "<b>A&lt;</b>" in html
    assert "<b>b</b>" not in html
    assert "open · k1" in html
    assert "3 make it bold" in html
