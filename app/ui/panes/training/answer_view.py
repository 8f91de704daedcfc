"""What was right: each key point with its verdict, the approved wording, its source."""

from PySide6.QtWidgets import QTextBrowser, QWidget

from app.services.drills import Feedback
from app.ui.kit import languages
from app.ui.panes.training import presenting
from app.ui.panes.training.ink import ink
from app.ui.panes.training.presenting import FeedbackWords


class AnswerView(QTextBrowser):
    """The feedback to one answer, to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training.answer")
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("What was right"))

    def show_feedback(self, feedback: Feedback) -> None:
        """Show what an answer got, in the language and colors of the window."""
        words = FeedbackWords(
            self.tr("Approved wording:"), self.tr("Right:"), self.tr("Source:"), self.tr("Must not be said:"),
            self.tr("This is new. Before:"),
        )  # fmt: skip
        self.setAccessibleName(self.tr("What was right"))
        self.setHtml(presenting.feedback_html(feedback, languages.current(), ink(), words))
