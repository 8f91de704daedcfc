"""The feedback is shown in words, with the source."""

from app.models.drills import Rating
from app.scripts_library.answer_grading import Verdict
from app.services.drills import Feedback
from app.ui.panes.training.answer_view import AnswerView


def test_wording_and_source_are_shown(jobs, qtbot) -> None:
    made = AnswerView()
    qtbot.addWidget(made)
    points = (("opens at 8", Verdict.MISS, "figure"),)
    made.show_feedback(Feedback(0.0, Rating.AGAIN, "Hours", "We open at 8.", ("Rule 7",), points, (), None))
    shown = made.toPlainText()
    assert "✗ opens at 8 – a number is missing or wrong" in shown
    assert "Approved wording: Hours\nWe open at 8." in shown
    assert "Source: Rule 7" in shown
