"""One section of the settings: a title, a sentence, its content, and a strip that says what was saved or refused."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.models.changes import Changes
from app.models.errors import AppError, NothingToUndo
from app.services import undo
from app.ui.kit import theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.parts.refusal import Refusal


class Page(QWidget):
    """The frame of a section. Put its content into ``body``; ``refresh`` is called whenever it is shown."""

    def __init__(self, name: str, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"settings.{name}")
        self.jobs = jobs
        self._last: Changes | None = None
        self._title, self._hint = QLabel(self), QLabel(self)
        self._title.setProperty("type", "title")
        self._hint.setProperty("type", "muted")
        self._hint.setWordWrap(True)
        self.strip = MessageStrip(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.of_app().px("gap"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("gap"))
        for widget in (self._title, self._hint, self.strip):
            column.addWidget(widget)
        column.addLayout(self.body, 1)
        jobs.changed.connect(self._note_changes)

    def refresh(self) -> None:
        """Ask for what the section shows."""

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""

    def leave_form(self) -> bool:
        """Take a question off the page; False where nothing is asked."""
        return False

    def take_key(self, _event: QKeyEvent) -> bool:
        """Take a key that neither the page nor the list of sections took; False for one that means nothing."""
        return False

    def set_heading(self, title: str, hint: str) -> None:
        """Show what the section is and what it is for."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(title)

    def show_hint(self, shown: bool) -> None:
        """Show the sentence under the title, or give its room to a form."""
        self._hint.setVisible(shown and bool(self._hint.text()))

    def tell(self, text: str) -> None:
        """Say that something is saved; where that is safe it can be taken back."""
        self.strip.success(text, undo=self._undo if self._last else None)

    def refuse(self, error: AppError) -> None:
        """Say what cannot be, and the next step."""
        self.strip.danger(Refusal(error))

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _note_changes(self, changes: Changes, initiator: object) -> None:
        if initiator is self or changes.touched:  # a sync that brought nothing changed nothing
            self._last = changes if initiator is self and undo.is_safe(changes) else None

    def _undo(self) -> None:
        changes, self._last = self._last, None
        if changes is None:
            self.refuse(NothingToUndo())
        else:
            self.jobs.do(undo.take_back, done=self._undone, failed=self.refuse, initiator=self, changes=changes)

    def _undone(self, _count: object) -> None:
        self._last = None
        self.strip.success(self.tr("Taken back"))
        self.refresh()


def muted(text_of: QLabel) -> QLabel:
    """Return the label as a quiet text that wraps and can be copied."""
    text_of.setProperty("type", "muted")
    text_of.setWordWrap(True)
    text_of.setTextFormat(Qt.TextFormat.PlainText)
    text_of.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return text_of
