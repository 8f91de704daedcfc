"""Playing a round of the contest: one question after the other, each once, with what was right after each."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import contest_rounds, wording
from app.services.contest_rounds import RoundQuestion, RoundResult
from app.ui.kit import languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.panes.training import asking
from app.ui.panes.training.question_view import QuestionView


class RoundView(QWidget):
    """``over()`` when everything is played, ``left()`` when somebody goes away before, ``refused(error)``."""

    over = Signal()
    left = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._question: RoundQuestion | None = None
        self._result: RoundResult | None = None
        self._build()
        self._connect()

    @property
    def is_asking(self) -> bool:
        """Whether an answer is waited for."""
        return self._question is not None

    def begin(self) -> None:
        """Ask for the question that comes next."""
        self._result = None
        self._follow()

    def pass_over(self) -> None:
        """Show what is right and go on; the question counts nothing."""
        self._answer(gave_up=True)

    def take_focus(self) -> None:
        """Put the focus where the answer is given."""
        self.question.focus_answer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the board; what was answered stays, the rest can be played later."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.round")
        self._title = QLabel(self)
        self._title.setProperty("type", "section")
        self._chip = Chip("", parent=self)
        self._right = QLabel(self)
        self._right.setWordWrap(True)
        self._right.setTextFormat(Qt.TextFormat.PlainText)
        self.question = QuestionView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self._title)
        column.addWidget(self.question, 1)
        before = QHBoxLayout()
        column.addLayout(before)
        before.addWidget(self._chip)
        before.addWidget(self._right, 1)

    def _connect(self) -> None:
        self.question.ready.connect(self._whole)
        self.question.searched.connect(self._search)

    def _follow(self) -> None:
        self._jobs.ask(
            contest_rounds.following, key="training.round", done=self._show, failed=self.refused.emit
        )  # fmt: skip

    def _show(self, found: RoundQuestion | None) -> None:
        self._question = found
        self._say()
        if found is None:
            self.over.emit()
        else:
            self.question.ask(found.asked, reason=False)

    def _whole(self) -> None:
        self._answer(gave_up=False)

    def _answer(self, *, gave_up: bool) -> None:
        found = self._question
        given = self.question.given(gave_up=gave_up) if found is not None else None
        if found is None or given is None:
            self.question.focus_answer()
            return
        self._question = None
        self.question.open_for_answer(wanted=False)
        self._jobs.do(
            contest_rounds.answer, done=self._graded, failed=self._refuse, initiator=self, name=found.round,
            place=found.place, given=given,
        )  # fmt: skip

    def _graded(self, result: RoundResult) -> None:
        self._result = result
        self._follow()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
        self._follow()

    def _search(self, text: str) -> None:
        self._jobs.ask(
            asking.found, key="training.round_find", done=self.question.show_found, failed=self.refused.emit,
            text=text, language=languages.current(),
        )  # fmt: skip

    def _say(self) -> None:
        found, result = self._question, self._result
        if found is not None:
            name = wording.label("contest_round", found.round.value, languages.current())
            said = self.tr(
                "{round}: question {number} of {count}. Each counts once. Esc leaves; the rest can be played later."
            )
            self._title.setText(said.format(round=name, number=found.place + 1, count=found.count))
        self._chip.setVisible(result is not None)
        self._right.setVisible(result is not None)
        if result is not None:
            tone = "accent" if result.score >= 1 else "warning" if result.score else "danger"
            self._chip.show_text(self.tr("The one before: {share} %").format(share=round(100 * result.score)), tone)
            self._right.setText(self.tr("Right: {answer}").format(answer=" → ".join(result.right)))
