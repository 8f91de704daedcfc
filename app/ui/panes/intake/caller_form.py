"""The head of the left column: number, several callers on one number, and the card of the one who is speaking."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.models.callers import Caller, PhoneNumber
from app.services.callers import CallerCard, Met
from app.ui.kit import languages
from app.ui.kit.form_row import FormRow
from app.ui.kit.forms import Form
from app.ui.kit.line_editors import Clock, LineEditor
from app.ui.panes.intake import presenting
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.field_rows import name_fields, number_field

_CALLER = Qt.ItemDataRole.UserRole


class NumberLine(LineEditor):
    """A telephone number as typed; `meaning` says it as people read it."""

    number: PhoneNumber | None = None

    def meaning(self, _language: str) -> str:
        """Return the number in the country's own way, "" while it is not understood or says the same."""
        if self.number is None or self.number.e164 is None or self.number.shown == self.text().strip():
            return ""
        return self.number.shown


class CallerChoice(QListWidget):
    """The callers of one number; Enter or a click takes one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the marked one with Enter; the list would keep the key for itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.itemClicked.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class CallerForm(QWidget):
    """Number, who of several it is, and name. Everything typed goes to the state."""

    def __init__(
        self, state: ConversationState, link: CallerLink, *, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.caller_form")
        self._state, self._link = state, link
        self._choice: CallerChoice | None = None
        self._build(clock)
        self._connect()
        self.retranslate()
        self.load()

    def load(self) -> None:
        """Show the draft."""
        draft, met = self._state.draft, self._link.found
        self.number.number = met.number if met is not None and met.number.typed == draft.number else None
        self.number.set_value(draft.number)
        self._number_row.show_error("")
        self._card.set_values({"caller_name": draft.caller_name})

    @property
    def shown_number(self) -> str:
        """The number as people read it, "" for none."""
        number = self.number.number
        return number.shown if number and number.typed == self._state.draft.number else self._state.draft.number or ""

    def show_error(self, field: str, text: str) -> bool:
        """Show a text beside a field; False for a field of another column."""
        if field == "number":
            self._number_row.show_error(text)
        elif field == "caller_name":
            self._card.set_error(field, text)
        else:
            return False
        return True

    def editor(self, field: str) -> QWidget | None:
        """Return the editor of a field, None for one of another column."""
        if field == "number":
            return self.number
        return self._card.editor(field) if field == "caller_name" else None

    def label_of(self, field: str) -> str:
        """Return a field's label, "" for one of another column."""
        if field == "number":
            return self._number_row.label_text()
        return self._card.label_of(field) if field == "caller_name" else ""

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._number_row.retranslate(languages.current())
        self.number.setAccessibleName(self._number_row.label_text())
        self._who.setText(self.tr("Who is speaking?"))
        if self._choice is not None:
            self._choice.setAccessibleName(self.tr("Callers on this number"))
        self._other.setText(self.tr("Somebody else"))
        self._other.setAccessibleName(self.tr("Somebody else on this number"))
        self._other.setToolTip(self.tr("Somebody else on this number"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, clock: Clock) -> None:
        self.number = NumberLine(self)
        self.number.setObjectName("intake.number")
        self._number_row = FormRow(number_field(), self.number, self)
        self._who = QLabel(self)
        self._who.setProperty("type", "label")
        self._card = Form(name_fields(), name="intake.caller", clock=clock, parent=self)
        self._other = QPushButton(self)
        self._other.setObjectName("intake.caller.other")
        self._other.setProperty("tone", "link")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._number_row, self._who, self._card):
            column.addWidget(widget)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._who, self._other):
            widget.hide()

    def _connect(self) -> None:
        self._number_row.edited.connect(self._state.edit)
        self._card.changed.connect(self._edited)
        self._other.clicked.connect(self._take_nobody)
        self._link.met.connect(self._show_met)
        self._link.shown.connect(self._show_card)
        self._state.changed.connect(self._follow)
        self._state.renewed.connect(self.load)

    def _edited(self, name: str, value: object) -> None:
        self._state.edit(name, value or None)

    def _follow(self, name: str) -> None:
        draft = self._state.draft
        if name == "caller_name" and self._card.value(name).strip() != (draft.caller_name or ""):
            self._card.set_values({name: draft.caller_name})
        if name == "number" and self.number.text().strip() != (draft.number or ""):
            self.number.set_value(draft.number)

    def _show_met(self, met: Met | None) -> None:
        self.number.number = met.number if met else None
        self._number_row.show_error("")
        self._show_choice()

    def _show_choice(self) -> None:
        met, chosen = self._link.found, self._state.draft.caller
        callers = met.callers if met is not None and len(met.callers) > 1 and chosen is None else ()
        several = bool(callers)
        self._who.setVisible(several)
        if several or self._choice is not None:
            choice = self._the_choice()
            _fill(choice, callers)
            choice.setVisible(several)
        self._other.setVisible(several or chosen is not None)

    def _the_choice(self) -> CallerChoice:
        """Return the list of callers, made for the first number that has several."""
        if self._choice is None:
            self._choice = CallerChoice(self)
            self._choice.setObjectName("intake.callers")
            self._choice.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            self._choice.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it would cover a row
            self._choice.setAccessibleName(self.tr("Callers on this number"))
            self._choice.itemClicked.connect(self._take)
            self._column.insertWidget(self._column.indexOf(self._card), self._choice)
        return self._choice

    def _show_card(self, _card: CallerCard | None) -> None:
        self._show_choice()

    def _take(self, item: QListWidgetItem) -> None:
        self._link.choose(item.data(_CALLER))
        self._card.focus("caller_name")

    def _take_nobody(self) -> None:
        self._link.choose(None)
        self._card.focus("caller_name")


def _fill(choice: CallerChoice, callers: Sequence[Caller]) -> None:
    choice.clear()
    for caller in callers:
        item = QListWidgetItem(presenting.caller_line(caller, languages.current()), choice)
        item.setData(_CALLER, caller.id)
        item.setToolTip(item.text())
    if callers:
        height = sum(choice.sizeHintForRow(row) for row in range(choice.count()))
        choice.setFixedHeight(min(160, height) + 2 * choice.frameWidth() + 4)
        choice.setCurrentRow(0)
