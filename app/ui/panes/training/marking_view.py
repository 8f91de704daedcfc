"""Typed answers, one after the other: what is proposed, what a person gives, and the next one; by keyboard alone."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTextBrowser, QWidget

from app.services import exam_desk
from app.services.exam_desk import Marked
from app.services.exam_results import ToMark
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.panes.training import presenting_desk
from app.ui.panes.training.ink import ink
from app.ui.panes.training.presenting_desk import QUARTERS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkingView(Card):
    """``marked(list of Marked)`` when a person confirmed; ``left()`` when they go back or nothing waits any more.

    0 to 4 are quarters of the points, C a missed critical point, Enter confirms, Shift+Enter confirms for all answers
    that say the same, Backspace goes back to the one before, Esc leaves.
    """

    marked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._waiting: list[ToMark] = []
        self._place = 0
        self._quarters = 0
        self._given: dict[tuple[bytes, bytes], Marked] = {}
        self._build()
        self._connect()
        self.retranslate()

    def show_waiting(self, waiting: Sequence[ToMark]) -> None:
        """Show the answers that wait, the first of them."""
        self._waiting, self._place, self._given = list(waiting), 0, {}
        self._show()

    def confirm(self, *, all_alike: bool = False) -> None:
        """Give the chosen points to the answer, or to all that say the same, and go on."""
        one = self._one()
        if one is None:
            return
        given = exam_desk.alike(self._waiting[self._place :], one) if all_alike else [one]
        points, note = self._quarters / QUARTERS, self.note.text().strip()
        critical = self.critical.isChecked()
        marks = [Marked(each.sitting, each.version, points, critical, note) for each in given]
        self._given |= {(each.sitting, each.version): each for each in marks}
        self.marked.emit(marks)
        done = {(each.sitting, each.version) for each in given}
        ahead = [each for each in self._waiting[self._place :] if (each.sitting, each.version) not in done]
        self._waiting = [*self._waiting[: self._place], *given, *ahead]
        self._place += len(given)
        self._show()

    def take_focus(self) -> None:
        """Put the focus where the keys work."""
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of marking; those of the note go to the note."""
        if event.key() in _ENTER:
            self.confirm(all_alike=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Backspace and self._place:
            self._place -= 1
            self._show()
        elif event.text().isdigit() and int(event.text()) <= QUARTERS:
            self._decide(int(event.text()))
        elif event.key() == Qt.Key.Key_C and not event.modifiers():
            self.critical.toggle()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.text.setAccessibleName(self.tr("The answer and what is proposed"))
        self.critical.setText(self.tr("C: a critical point is missed"))
        self.note.setPlaceholderText(self.tr("A word to whoever answered (Tab)"))
        self.note.setAccessibleName(self.tr("A word to whoever answered"))
        for place, button in enumerate(self._buttons):
            button.setText(f"{place}: {place / QUARTERS:.2f}")
            button.setAccessibleName(self.tr("{points} points").format(points=place / QUARTERS))
        self._keys.setText(
            self.tr("0–4 points · Enter confirms · Shift+Enter all that say the same · Backspace back · Esc leaves")
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.marking")
        self.text = QTextBrowser(self)
        self.text.setObjectName("training.marking.text")
        self._buttons = [QPushButton(self) for _ in range(QUARTERS + 1)]
        self.critical = QCheckBox(self)
        self.critical.setObjectName("training.marking.critical")
        self.note = QLineEdit(self)
        self.note.setObjectName("training.marking.note")
        self._keys = QLabel(self)
        self._keys.setProperty("type", "muted")
        self.body.addWidget(self.text, 1)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(theme.of_app().px("pad"))
        for place, button in enumerate(self._buttons):
            button.setObjectName(f"training.marking.{place}")
            button.setCheckable(True)
            row.addWidget(button)
        row.addWidget(self.critical)
        row.addWidget(self.note, 1)
        self.body.addWidget(self._keys)

    def _connect(self) -> None:
        for button in self._buttons:
            button.clicked.connect(self._press)
        theme.of_app().changed.connect(self._say)

    def _one(self) -> ToMark | None:
        return self._waiting[self._place] if self._place < len(self._waiting) else None

    def _press(self) -> None:
        pressed = self.sender()
        self._decide(next(place for place, one in enumerate(self._buttons) if one is pressed))

    def _decide(self, found: int) -> None:
        """Give points; whoever gives all of them says that no critical point is missed."""
        self._give(found)
        if found == QUARTERS:
            self.critical.setChecked(False)

    def _give(self, found: int) -> None:
        self._quarters = found
        for place, button in enumerate(self._buttons):
            button.setChecked(place == found)

    def _show(self) -> None:
        one = self._one()
        if one is None:
            self.left.emit()
            return
        given = self._given.get((one.sitting, one.version))  # what was given stands there again, not what is proposed
        self._give(presenting_desk.quarters(given.points if given else one.proposal.score))
        self.critical.setChecked(given.critical if given else one.proposal.missed_critical)
        self.note.setText(given.note if given else "")
        self._say()
        self.take_focus()

    def _say(self) -> None:
        one = self._one()
        if one is None:
            return
        title = self.tr("Answer {place} of {count}; the like stand together, nobody is named")
        self.set_title(title.format(place=self._place + 1, count=len(self._waiting)))
        words = {
            "nothing": self.tr("(nothing typed)"),
            "critical": self.tr("critical"),
            "forbidden": self.tr("Must not be said:"),
            "fills": self.tr("Belongs into the gap:"),
            "right": self.tr("Right:"),
            "appeal": self.tr("Appeal:"),
        }
        self.text.setHtml(presenting_desk.waiting_html(one, languages.current(), ink(), words))
