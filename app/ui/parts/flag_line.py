"""What is wrong with a script, asked in place: two keys are enough, words may be added."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services import wording
from app.services.script_reading import Point
from app.ui.kit import icons, languages
from app.ui.kit.ime_line import ImeLine

_LONGEST_POINT = 60


class StillChoice(QComboBox):
    """A choice that the wheel does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class FlagLine(QFrame):
    """Reason, key point and note. ``flagged(note, key point)`` on Enter or the button, key point "" is the whole
    script; ``left()`` on Esc."""

    flagged = Signal(str, str)
    left = Signal()

    def __init__(self, name: str = "flag", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._points: Sequence[Point] = ()
        self._build(name)
        self._connect()
        self.retranslate()

    def begin(self, points: Sequence[Point]) -> None:
        """Ask anew for a script with these key points; the cursor stands in the note, Enter sends the first reason."""
        self._points = tuple(points)
        self._note.clear()
        self.retranslate()
        self._reason.setCurrentIndex(0)
        self._about.setCurrentIndex(0)
        self._about.setVisible(bool(points))
        self.show()
        self._note.setFocus()

    def choose(self, point: str) -> None:
        """Say which key point is meant; one that is not there leaves the whole script."""
        self._about.setCurrentIndex(max(0, self._about.findData(point)))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._title.setText(self.tr("What is wrong with this script?"))
        reason, about = self._reason.currentIndex(), self._about.currentIndex()
        self._reason.clear()
        for code, label in wording.labels("flag_reason", languages.current()).items():
            self._reason.addItem(label, code)
        self._about.clear()
        self._about.addItem(self.tr("The whole script"), "")
        for number, point in enumerate(self._points, start=1):
            self._about.addItem(f"{number}. {_cut(point.text)}", point.id)
        self._reason.setCurrentIndex(max(0, reason))
        self._about.setCurrentIndex(max(0, about))
        self._reason.setAccessibleName(self.tr("Reason"))
        self._about.setAccessibleName(self.tr("Which part"))
        self._note.setPlaceholderText(self.tr("Add a word if you like; Enter sends it"))
        self._note.setAccessibleName(self.tr("Note"))
        self._send.setText(self.tr("Flag"))
        self._send.setAccessibleName(self.tr("Send the flag"))
        self._cancel.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, send with Enter, unless an input method is composing."""
        if self._note.composing:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
        else:
            super().keyPressEvent(event)

    def _build(self, name: str) -> None:
        self._title = QLabel(self)
        self._title.setProperty("type", "section")
        icon = QLabel(self)
        icons.give(icon, "flag", "danger", 18)
        self._reason, self._about = StillChoice(self), StillChoice(self)
        self._note = ImeLine(self)
        self._send, self._cancel = QPushButton(self), QPushButton(self)
        self._send.setProperty("tone", "primary")
        self._cancel.setProperty("tone", "quiet")
        for widget, last in (
            (self._reason, "reason"),
            (self._about, "about"),
            (self._note, "note"),
            (self._send, "send"),
            (self._cancel, "cancel"),
        ):
            widget.setObjectName(f"{name}.{last}")
        self._about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._about.setMinimumContentsLength(12)
        head, choices, line = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        for row in (head, choices, line):
            row.setSpacing(8)
            column.addLayout(row)
        head.addWidget(icon)
        head.addWidget(self._title, 1)
        choices.addWidget(self._reason)
        choices.addWidget(self._about, 1)
        line.addWidget(self._note, 1)
        line.addWidget(self._send)
        line.addWidget(self._cancel)

    def _connect(self) -> None:
        self._send.clicked.connect(self._say)
        self._cancel.clicked.connect(self.left)

    def _say(self) -> None:
        reason = wording.label("flag_reason", str(self._reason.currentData()), languages.current())
        note = " ".join(self._note.text().split())
        self.flagged.emit(": ".join(part for part in (reason, note) if part), str(self._about.currentData() or ""))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_POINT else text[: _LONGEST_POINT - 1] + "…"
