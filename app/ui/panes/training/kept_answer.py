"""Keeps what is being typed into the drill, and puts it back when the same question is asked again."""

from PySide6.QtCore import QObject, QTimer

from app.models.errors import AppError
from app.services import drill_drafts
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.question_view import QuestionView

#: What was typed is kept so many milliseconds after the last key.
_AFTER_MS = 700


class KeptAnswer(QObject):
    """Follows one question view; nothing is said where it cannot be kept: the answer still stands there."""

    def __init__(self, jobs: Jobs, question: QuestionView) -> None:
        super().__init__(question)
        self._jobs, self._question = jobs, question
        self._item = b""
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        question.typed.edited.connect(self._begin)
        question.shown.connect(self._restore)

    def flush(self) -> None:
        """Keep what stands there now; nothing once the answer was sent."""
        self._timer.stop()
        typed = self._question.typed
        if self._item and not typed.isReadOnly():
            text = typed.value()
            self._jobs.do(drill_drafts.keep, failed=self._leave, initiator=self, item=self._item, text=text)

    def _begin(self, _text: object) -> None:
        self._timer.start()

    def _restore(self, item: bytes) -> None:
        self._timer.stop()
        self._item = item
        self._jobs.ask(
            drill_drafts.kept, key="training.kept", done=self._put, failed=self._leave, item=item
        )  # fmt: skip

    def _put(self, text: str) -> None:
        if text and not self._question.typed.value():
            self._question.typed.go_on_with(text)

    def _leave(self, _error: AppError) -> None:
        """Leave it: the person goes on typing, and the answer itself is saved when it is sent."""
