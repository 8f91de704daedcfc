"""What training shows of a mock call: a briefing without what has to be asked for, and what is proposed afterwards."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime

from app.models.evaluations import ErrorClass, ErrorFound
from app.models.mock_calls import Happened, MockEvent, Mood, Turn
from app.models.mock_records import MockEnd, PlayedCall, PracticeScore, Written, review
from app.services import evaluations, mock_scenarios
from app.services.mock_records import CallLine, SeenCall
from app.services.mock_scenarios import Offer
from app.services.quality_desk import GivenPoint
from app.services.wording import label
from app.ui.panes.training import presenting_mock
from app.ui.panes.training.presenting import Ink
from app.ui.panes.training.presenting_review import percent

AT = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
INK = Ink("#g", "#f", "#b", "#m")
GRANNY = mock_scenarios.find("bite-grandmother")
TURNS = (
    Turn(False, "Help", level=-1),
    Turn(True, "How old <is> he?", (Happened(MockEvent.ASKED, "age"), Happened(MockEvent.POINT, "k1")), 0),
    Turn(True, "wait and see", (Happened(MockEvent.FORBIDDEN, "wait and see"),), -2),
)
CALL = PlayedCall(b"1", b"2", GRANNY.id, 1, GRANNY.script, 1, "en", 1, AT, AT, MockEnd.SAVED, TURNS)
POINTS = (GivenPoint("s", "T", "k1", "wash", True, True), GivenPoint("s", "T", "k2", "go", False, True))


class Words(defaultdict[str, str]):
    """Every text is its own name."""

    def __missing__(self, name: str) -> str:
        return f"[{name}]"


def shown(call: PlayedCall, *scores: PracticeScore) -> str:
    line = CallLine(call, "Wang", "Granny", scores[-1] if scores else None)
    seen = SeenCall(line, GRANNY, review(GRANNY, call.turns), POINTS, scores)
    return presenting_mock.call_html(seen, evaluations.sheet(), "en", INK, Words())


def test_a_briefing_tells_the_mood_and_nothing_that_has_to_be_asked_for() -> None:
    html = presenting_mock.briefing_html(Offer(GRANNY, "Bites"), "en", INK, Words())
    assert "anxious" in html
    assert "Bites" in html
    assert not any(one.says["en"] in html for one in GRANNY.facts)


def test_points_and_questions_are_marked_as_said_or_missing() -> None:
    html = shown(CALL)
    assert '<b style="color:#g">✓</b> wash' in html
    assert '<b style="color:#b">✗</b> go' in html
    assert '<b style="color:#g">✓</b> He is five.' in html
    assert "How old &lt;is&gt; he?" in html
    assert "[no_score]" in html
    assert "uneasy → steady → uneasy" in html


def test_how_it_was_saved_is_compared_with_what_was_expected() -> None:
    assert "[not_saved]" in shown(CALL)
    right = shown(replace(CALL, written=Written("answered_direct", "", "Bitten")))
    assert label("contact_result", "answered_direct", "en") in right
    assert "[expected]" not in right
    assert "[expected]" in shown(replace(CALL, written=Written("hung_up")))


def test_a_score_shows_its_share_its_errors_and_where_points_are_missing() -> None:
    points = {one.id: 2 for one in evaluations.sheet().items} | {"greeting": 1}
    one = PracticeScore(b"3", b"1", b"4", AT, points, (), "Well done")
    html = shown(CALL, one)
    assert percent(33 / 34) in html
    assert "Greets, names the service and oneself: 1" in html
    assert "Well done" in html
    wrong = replace(one, errors=(ErrorFound(ErrorClass.COMPLIANCE, "said it"),))
    assert "said it" in shown(CALL, wrong)


def test_every_mood_that_needs_care_has_a_tone() -> None:
    assert set(presenting_mock.TONES) == set(Mood) - {Mood.CALM}
