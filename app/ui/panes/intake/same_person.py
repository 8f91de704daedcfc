"""Cards of one person who was written down twice: those that are linked, and a search that links another one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.services import same_callers
from app.services.callers import CallerCard, KnownAs
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake import presenting
from app.ui.panes.intake.caller_form import CallerChoice
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.press_twice import PressTwice

_CALLER = Qt.ItemDataRole.UserRole


class SearchLine(QLineEdit):
    """A name or a number; `left()` with Escape, `taken()` with Enter or the arrow down."""

    left = Signal()
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape, go to what was found with Enter or the arrow down."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class LinkedCard(QWidget):
    """One other card of the person; pressed twice its button takes it out again: `parted(caller id)`."""

    parted = Signal(object)

    def __init__(self, known: KnownAs, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._caller = known.caller.id
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.button = PressTwice("intake.same.part", tone="link", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.show_texts(self.tr("Not the same"), self.tr("Part them? Press once more"))
        self.button.confirmed.connect(self._part)

    def _part(self) -> None:
        self.parted.emit(self._caller)


class SamePerson(QWidget):
    """Shown for a caller who is known. A card that is chosen is linked only when its button is pressed."""

    def __init__(self, jobs: Jobs, link: CallerLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.same")
        self._jobs, self._link = jobs, link
        self._cards: list[LinkedCard] = []
        self._chosen: KnownAs | None = None
        self._build()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._head.setText(self.tr("Also written down as"))
        self._open.setText(self.tr("Same person as…"))
        self._open.setToolTip(self.tr("Link two cards of one person; both stay, and the link can be taken back"))
        self._search.setPlaceholderText(self.tr("Name or number of the other card"))
        self._found.setAccessibleName(self.tr("Cards found"))
        self._confirm.setText(self.tr("Yes, the same person"))
        for widget in (self._open, self._search):
            widget.setAccessibleName(self._open.text())
        self._show_card(self._link.card)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def open_search(self) -> None:
        """Begin to look for another card of this person."""
        for widget in (self._search, self._open):
            widget.setVisible(widget is self._search)
        self._search.clear()
        self._search.setFocus()

    def close_search(self) -> None:
        """End it; nothing is linked."""
        self._chosen = None
        for widget in (self._search, self._found, self._confirm):
            widget.hide()
        self._open.show()

    def _build(self) -> None:
        self._head = QLabel(self)
        self._head.setProperty("type", "label")
        self._open, self._confirm = QPushButton(self), QPushButton(self)
        self._open.setObjectName("intake.same.open")
        self._open.setProperty("tone", "link")
        self._confirm.setObjectName("intake.same.link")
        self._search, self._found = SearchLine(self), CallerChoice(self)
        self._search.setObjectName("intake.same.search")
        self._found.setObjectName("intake.same.found")
        self._found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._column = QVBoxLayout()
        column = QVBoxLayout(self)
        for one in (column, self._column):
            one.setContentsMargins(0, 0, 0, 0)
            one.setSpacing(4)
        column.addWidget(self._head)
        column.addLayout(self._column)
        for widget in (self._open, self._search, self._found, self._confirm):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget is self._open else Qt.AlignmentFlag(0))

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_search)
        self._search.textEdited.connect(self._look)
        self._search.left.connect(self.close_search)
        self._search.taken.connect(self._go_down)
        self._found.itemClicked.connect(self._choose)
        self._confirm.clicked.connect(self._join)
        self._link.shown.connect(self._show_card)

    def _show_card(self, card: CallerCard | None) -> None:
        for one in self._cards:
            self._column.removeWidget(one)
            one.hide()
            one.deleteLater()
        same = card.same if card is not None else ()
        self._cards = [self._linked(one) for one in same]
        self._head.setVisible(bool(same))
        self.setVisible(card is not None)
        self.close_search()

    def _linked(self, known: KnownAs) -> LinkedCard:
        made = LinkedCard(known, presenting.same_line(known, languages.current()), self)
        made.parted.connect(self._part)
        self._column.addWidget(made)
        made.show()
        return made

    def _look(self, text: str) -> None:
        self._chosen = None
        self._confirm.hide()
        if (card := self._link.card) is not None:
            caller = card.caller.id
            self._jobs.ask(same_callers.find, key="intake.same", done=self._show_found, caller=caller, text=text)

    def _show_found(self, found: tuple[KnownAs, ...]) -> None:
        if self._search.isHidden():
            return
        self._found.clear()
        for one in found:
            item = QListWidgetItem(presenting.same_line(one, languages.current()), self._found)
            item.setToolTip(item.text())
            item.setData(_CALLER, one)
        height = sum(self._found.sizeHintForRow(row) for row in range(self._found.count()))
        self._found.setFixedHeight(min(160, height) + 2 * self._found.frameWidth() + 4)
        self._found.setCurrentRow(0)
        self._found.setVisible(self._found.count() > 0)

    def _go_down(self) -> None:
        if self._found.isVisible():
            self._found.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        self._chosen = item.data(_CALLER)
        self._confirm.setAccessibleName(f"{self._confirm.text()}: {item.text()}")
        self._confirm.setToolTip(item.text())
        self._confirm.show()
        self._confirm.setFocus()

    def _join(self) -> None:
        card, chosen = self._link.card, self._chosen
        if card is not None and chosen is not None:
            self._jobs.do(same_callers.link, initiator=self, caller=card.caller.id, other=chosen.caller.id)

    def _part(self, caller: bytes) -> None:
        self._jobs.do(same_callers.part, initiator=self, caller=caller)
