"""The bank is searched by topic, words and state; rows that were not taken stand first."""

from app.models.drill_items import DrillKind, Item
from app.models.question_files import QuestionProblem, RowFate
from app.services.bank_imports import RowReport
from app.ui.panes.training import presenting_bank
from app.ui.panes.training.presenting import Ink

INK = Ink("#1", "#2", "#3", "#4")
ITEM = Item(
    b"i", DrillKind.MCQ, "open", ("k1",), {"en": "When <open>?", "zh": "几点"}, topic="consult/opening",
    options=({"en": "at 8"}, {"en": "at 9"}), right=(0,),
)  # fmt: skip


def test_every_word_of_a_search_counts() -> None:
    assert presenting_bank.fits(ITEM, "opening sample 几点", "en")
    assert not presenting_bank.fits(ITEM, "opening retired", "en")


def test_a_question_stands_there_in_both_languages_with_its_key() -> None:
    html = presenting_bank.item_html(ITEM, "en", INK)
    assert "When &lt;open&gt;?" in html
    assert "几点" in html
    assert html.index("✓") < html.index("at 8") < html.index("○") < html.index("at 9")


def test_what_has_to_be_said_stands_below_a_question_that_is_answered_by_typing() -> None:
    say = Item(b"i", DrillKind.SAY, "open", ("k1", "k2"), {"en": "When?"})
    html = presenting_bank.item_html(say, "en", INK, {("open", "k1"): {"en": "at <8>"}})
    assert "at &lt;8&gt;" in html
    assert html.count("✓") == 1


def test_rows_that_were_not_taken_stand_first() -> None:
    reports = [RowReport(1, "a", RowFate.ADDED), RowReport(5, "b", RowFate.REJECTED, QuestionProblem.KEY)]
    html = presenting_bank.reports_html(reports, "en", INK)
    assert html.index("5:") < html.index("1:")
