"""The contact that a proposed script was taken from, to be read: what was asked and said, not who it was."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.models.contacts import ContactRow
from app.models.errors import AppError
from app.services import script_proposals, wording
from app.services.office import View
from app.ui.kit import icons, languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment


@dataclass(frozen=True)
class ReadContact:
    """A contact, its texts without private data, and the time and place of the desk."""

    row: ContactRow
    texts: tuple[str, ...]
    now: datetime
    zone: tzinfo


def read_contact(view: View, contact: bytes) -> ReadContact:
    """Return a contact to read. Raises ``RecordGone``, ``NotAllowed``."""
    row, texts = script_proposals.told(view, contact)
    return ReadContact(row, texts, view.now, ZoneInfo(view.settings.time_zone))


class ContactPage(QWidget):
    """``left()`` when a person goes back, ``refused(error)``."""

    left = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._found: ReadContact | None = None
        self.setObjectName("scripts.contact")
        self._build()
        self.retranslate()

    def begin(self, contact: bytes) -> None:
        """Read a contact."""
        self._found = None
        self._show()
        self._jobs.ask(read_contact, key="contact", contact=contact, done=self._take, failed=self._refuse)
        self._back.setFocus()

    def clear(self) -> None:
        """Show nothing."""
        self._found = None
        self._show()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._back.setText(self.tr("Back to the script"))
        self._back.setAccessibleName(self._back.text())
        self._title.setText(self.tr("The contact that it was proposed from"))
        self._text.setAccessibleName(self._title.text())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._back = QPushButton(self)
        self._back.setObjectName("scripts.contact.back")
        self._back.setProperty("tone", "link")
        icons.give(self._back, "back", "accent")
        self._back.clicked.connect(self.left)
        self._title, self._facts = QLabel(self), QLabel(self)
        self._title.setProperty("type", "title")
        self._facts.setProperty("type", "hint")
        for label in (self._title, self._facts):
            label.setWordWrap(True)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("scripts.contact.text")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._title, self._facts):
            column.addWidget(widget)
        column.addWidget(self._text, 1)

    def _show(self) -> None:
        found = self._found
        if found is None:
            self._facts.clear()
            self._text.clear()
            return
        row, language = found.row, languages.current()
        facts = [
            wording.label("channel", row.channel, language),
            wording.label("contact_result", row.result, language),
            moment(row.opened_at, found.now, language, found.zone),
            row.operator_name or "",
        ]
        if row.answer_mode is not None:
            facts.append(wording.label("answer_mode", row.answer_mode, language))
        self._facts.setText(" · ".join(one for one in facts if one))
        self._text.setPlainText("\n\n".join(found.texts))

    def _take(self, found: ReadContact) -> None:
        self._found = found
        self._show()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
