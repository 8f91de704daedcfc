"""Says which answers of a draft belong to questions that the line asks no more: they are not saved as answers."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.models.form_answers import is_empty
from app.ui.kit import languages
from app.ui.panes.intake import presenting
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.conversation_state import ConversationState


def left_in(state: ConversationState, desk: Desk) -> tuple[str, ...]:
    """Return the questions that were answered and that the line's form does not have: it was changed since then."""
    form, answers = desk.form, state.draft.answers
    if form is None:  # answers are kept as they are
        return ()
    return tuple(name for name, value in answers.items() if not is_empty(value) and form.field(name) is None)


class LeftAnswers(QLabel):
    """Stands above the questions while a draft has such answers; they can be marked and copied."""

    def __init__(self, state: ConversationState, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.line.left")
        self.setProperty("type", "caution")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state, self._desk = state, desk

    def retranslate(self) -> None:
        """Say it in the language of the window; nothing is shown where nothing is left."""
        said = [self._said(name, languages.current()) for name in left_in(self._state, self._desk)]
        told = self.tr(
            "The questions of this line have changed. These answers belong to none of them and are not saved; write "
            "into the details what still matters:"
        )
        self.setText("\n".join((told, *said)))
        self.setVisible(bool(said))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _said(self, name: str, language: str) -> str:
        asked_by = self._desk.forms.last_to_ask(name, self._desk.settings.form)
        label, text = presenting.answer_words(asked_by, name, self._state.draft.answers[name], language)
        return f"{label} · {text}"
