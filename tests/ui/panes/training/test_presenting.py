"""What the pane shows, decided without Qt."""

from datetime import date, timedelta

from app.models.drill_items import DrillKind
from app.models.drill_queue import Spent
from app.models.drills import Rating
from app.scripts_library.answer_grading import Verdict
from app.services import drills
from app.services.drills import Asked, Drill, Feedback
from app.services.office import Office
from app.ui.panes.training import presenting
from app.ui.panes.training.presenting import FeedbackWords, Ink

DAY = date(2026, 3, 2)
INK = Ink("#0a0", "#aa0", "#a00", "#888")
WORDS = FeedbackWords("Approved:", "Right:", "Source:", "Never:")


def asked(desk: Office, kind: DrillKind) -> Asked:
    card = next(one for one in desk.do(drills.start).value.cards if one.script == "flu")
    return desk.ask(drills.ask, card, frozenset({kind}))


def test_a_question_is_shown_in_the_language_of_the_window(desk: Office) -> None:
    slot, call = asked(desk, DrillKind.SLOT), asked(desk, DrillKind.BRANCH)
    assert presenting.asks(slot, "zh_CN") == "打完留观____分钟"
    assert presenting.asks(slot, "en") == "stay ____ minutes after the shot"
    assert presenting.asks(call, "en").startswith("Any fever? – ")
    assert len(presenting.options(call, "en")) == 2
    assert presenting.options(call, "en", 9) == []


def test_the_feedback_says_what_was_missing_and_where_it_is_written() -> None:
    points = (("opens at 8", Verdict.HIT, ""), ("no <b>", Verdict.MISS, "denial"))
    found = Feedback(0.5, Rating.AGAIN, "Hours", "We open\nat 8.", ("Rule 7",), points, ("come",), DAY, ("8",))
    shown = presenting.feedback_html(found, "en", INK, WORDS)
    for part in (
        "✓",
        "opens at 8",
        "✗",
        "no &lt;b&gt;",
        "mind the negation",
        "We open<br>at 8.",
        "Rule 7",
        "come",
        "8",
    ):
        assert part in shown
    assert presenting.tone(found) == "danger"
    assert presenting.days_until(found.next_on, DAY - timedelta(days=3)) == 3
    assert presenting.days_until(None, DAY) is None


def test_progress_counts_what_is_done_and_what_still_comes() -> None:
    drill = Drill(DAY, (), Spent(4, 61_000, 2))
    assert (presenting.progress(drill), presenting.minutes(drill), presenting.spoken("zh_CN")) == ((4, 4), 2, "zh")
