"""A script proposed from a contact: what would be sent, without private data, to be read through before it goes."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError, FieldWrong
from app.services import script_proposals
from app.services.script_proposals import LONGEST_ANSWER, LONGEST_QUESTION, Idea
from app.services.wording import told
from app.ui.kit import focus, languages
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock


def proposal_fields() -> tuple[Field, ...]:
    """Return what a proposal says."""
    return (
        Field(
            "question", "text", QT_TRANSLATE_NOOP("forms", "What is asked"), required=True, max_length=LONGEST_QUESTION
        ),
        Field(
            "answer",
            "long_text",
            QT_TRANSLATE_NOOP("forms", "What is answered"),
            help=QT_TRANSLATE_NOOP("forms", "Names and numbers are taken out; read it through before you send it"),
            required=True,
            max_length=LONGEST_ANSWER,
            lines=6,
        ),
    )


class ProposalForm(QWidget):
    """``sent()`` after the commit, ``left()`` without one."""

    sent = Signal()
    left = Signal()

    def __init__(self, name: str, jobs: Jobs, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._jobs, self._clock = jobs, clock
        self._idea: Idea | None = None
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def begin(self, contact: bytes) -> None:
        """Show what a contact could become."""
        self.show()
        self._wrong.hide()
        self._send.setEnabled(False)
        self._jobs.ask(script_proposals.from_contact, key="idea", contact=contact, done=self._show, failed=self._refuse)

    def send(self) -> None:
        """Send it, as the person left it."""
        wrong = [*self.form.missing(), *self.form.problems()]
        if self._idea is None or not self._send.isEnabled() or wrong:
            for name in wrong:
                self.form.set_error(name, self.tr("This is needed"))
            return
        self._send.setEnabled(False)
        said = {name: str(self.form.value(name) or "") for name in ("question", "answer")}
        idea = replace(self._idea, **said)
        self._jobs.do(script_proposals.propose, initiator=self, done=self._sent, failed=self._refuse, idea=idea)

    def leave(self) -> None:
        """Send nothing."""
        self._idea = None
        self.hide()
        self.left.emit()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._head.setText(self.tr("Propose as a script"))
        self._send.setText(self.tr("Send to the trainers"))
        self._cancel.setText(self.tr("Cancel"))
        for button in (self._send, self._cancel):
            button.setAccessibleName(button.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the key that sends from a command of the window that has the same."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _sends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Ctrl+Enter, leave with Esc."""
        if _sends(event):
            self.send()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._head, self._wrong = QLabel(self), QLabel(self)
        self._head.setProperty("type", "section")
        self._wrong.setProperty("type", "error")
        self._wrong.setWordWrap(True)
        self.form = Form(proposal_fields(), name=f"{self.objectName()}.form", clock=self._clock, parent=self)
        self._send, self._cancel = QPushButton(self), QPushButton(self)
        for button, name, tone in ((self._send, "send", "primary"), (self._cancel, "cancel", "quiet")):
            button.setObjectName(f"{self.objectName()}.{name}")
            button.setProperty("tone", tone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._head, self.form, self._wrong):
            column.addWidget(widget)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self._send)
        row.addWidget(self._cancel)
        row.addStretch(1)

    def _connect(self) -> None:
        self._send.clicked.connect(self.send)
        self._cancel.clicked.connect(self.leave)

    def _show(self, idea: Idea) -> None:
        self._idea = idea
        self.form.set_values({"question": idea.question, "answer": idea.answer})
        self._send.setEnabled(True)
        self.form.focus("question")
        QTimer.singleShot(0, self._come_into_view)  # once it is laid out

    def _come_into_view(self) -> None:
        focus.bring_into_view(self.form.editor("question"))

    def _sent(self, _key: str) -> None:
        self._idea = None
        self.hide()
        self.sent.emit()

    def _refuse(self, error: AppError) -> None:
        self._send.setEnabled(self._idea is not None)
        says = told(error, languages.current())
        field = str(error.facts.get("field", ""))
        if isinstance(error, FieldWrong) and field in self.form.names():
            self.form.set_error(field, says)
            self.form.focus(field)
        else:
            self._wrong.setText(says)
            self._wrong.show()


def _sends(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
