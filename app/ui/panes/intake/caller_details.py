"""The rest of a caller's card: kind, language, and the note that the next operator will read."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.callers import CallerKind
from app.services import callers
from app.services.callers import CallerCard
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.field_rows import caller_fields, code_options

_CODES = ("caller_kind", "language")
#: A note belongs to the caller and not to the draft: it is saved when the typing rests, and when it is left.
_NOTE_MS = 1_000


class CallerDetails(QWidget):
    """Kind and language go to the state at each choice; the note goes to the caller."""

    def __init__(
        self, jobs: Jobs, state: ConversationState, link: CallerLink, *, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.caller_details")
        self._jobs, self._state, self._link = jobs, state, link
        self._noted: bytes | None = None
        self._form = Form(caller_fields(), name="intake.caller", clock=clock, columns=2, parent=self)
        self._note = self._form.editor("note")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_NOTE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        self._connect()
        self.load()
        self._show_card(None)

    def load(self) -> None:
        """Show the draft."""
        self._form.set_values({name: getattr(self._state.draft, name) for name in _CODES}, clear=False)

    def editor(self, field: str) -> QWidget | None:
        """Return the editor of a field, None for one of another part."""
        return self._form.editor(field) if field in _CODES else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note when its field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self._keep_note()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            for name in _CODES:
                self._form.set_options(name, code_options(name))
        super().changeEvent(event)

    def _connect(self) -> None:
        self._form.changed.connect(self._edited)
        self._note.installEventFilter(self)
        self._timer.timeout.connect(self._keep_note)
        self._link.shown.connect(self._show_card)
        self._state.changed.connect(self._follow)
        self._state.renewed.connect(self.load)

    def _edited(self, name: str, value: object) -> None:
        if name == "note":
            self._timer.start()
        elif name == "caller_kind":
            self._state.edit(name, CallerKind(str(value)) if value else None)
        else:
            self._state.edit(name, value or None)

    def _follow(self, name: str) -> None:
        if name in _CODES and (self._form.value(name) or None) != getattr(self._state.draft, name):
            self.load()

    def _show_card(self, card: CallerCard | None) -> None:
        """Show another caller's note at once; the same caller's only while nobody types in it."""
        caller = card.caller.id if card else None
        if caller != self._noted or not self._note.hasFocus():
            self._timer.stop()
            self._noted = caller
            self._note.set_value(card.caller.note if card else "")
        self._note.setEnabled(card is not None)

    def _keep_note(self) -> None:
        self._timer.stop()
        card, text = self._link.card, str(self._note.value())
        if card is None or card.caller.id != self._noted or text.strip() == (card.caller.note or "").strip():
            return
        if not self._form.problems():
            self._jobs.do(callers.describe, initiator=self, caller_id=card.caller.id, note=text)
