"""A stuck card in words: the key point, its script, and what was answered last."""

from datetime import UTC, datetime

from app.services.stuck_cards import StuckCard
from app.store.drills import CardKey, GivenAnswer, Leech
from app.ui.panes.training.presenting import Ink
from app.ui.panes.training.presenting_stuck import card_html

AT = datetime(2026, 3, 2, tzinfo=UTC)
INK = Ink("#0a0", "#aa0", "#a00", "#888")


def test_typed_answers_are_read_and_choices_are_not() -> None:
    leech = Leech(CardKey(b"w", "flu", "k1"), "Wang", 4)
    answers = (GivenAnswer(AT, "say", 0.2, "five <minutes>", b"i"), GivenAnswer(AT, "mcq", 1.0, "3", b"i"))
    shown = card_html(StuckCard(leech, "Flu", "30 minutes", answers), "en", INK, ("Last answers", "nothing"))
    assert "five &lt;minutes&gt;" in shown
    assert '<b style="color:#0a0">100 %</b> </p>' in shown
    assert "30 minutes" in shown
