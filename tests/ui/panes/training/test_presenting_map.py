"""The map in words: color only where there is evidence, causes named, load by day."""

from app.models.competence import Evidence, EvidenceSource, competence
from app.models.triangulation import Cause, Measures
from app.models.weak_topics import WeakSign, WeakTopic
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
    unasked = TeamMap((*team.members, Member(b"q", "Nobody", {}, (0, 0))), team.topics, (), ())
    assert "Nobody" not in presenting_map.map_html(unasked, {}, "en", INK, WORDS)
    assert "+1" in presenting_map.load_html(team.members, WORDS)


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
    html = presenting_map.weak_html(found, {"a": "A<"}, {("open", "k1"): {"en": "at 8"}}, "en", words)
    assert "<b>A&lt;</b>" in html
    assert "<b>b</b>" not in html
    assert "at 8 (open)" in html
    assert "k1 (flu)" in html
    assert "3 make it bold" in html
