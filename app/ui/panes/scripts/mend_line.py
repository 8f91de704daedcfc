"""Mend an answer at once, for whoever passed an exam about its topic: one more phrasing, or a misspelled word."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services import script_mending
from app.ui.kit.ime_line import ImeLine
from app.ui.kit.jobs import Jobs

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MendLine(QFrame):
    """Below the flag where the person may mend. ``mended()`` after the commit, ``refused(error)``, ``left()``."""

    mended = Signal()
    refused = Signal(object)
    left = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scripts.mending")
        self.setProperty("role", "card")
        self._jobs = jobs
        self._script, self._language = "", ""
        self._build()
        self._connect()
        self.retranslate()

    def begin(self, script: str, language: str) -> None:
        """Offer to mend this script, whose wording in this language is read, where the person may."""
        self.hide()
        self._script, self._language = script, language.partition("_")[0]
        for field in (self._phrasing, self._wrong, self._right):
            field.clear()
        question = partial(script_mending.may_mend, key=script)
        self._jobs.ask(question, key="scripts.may_mend", done=self.setVisible)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._title.setText(self.tr("Or mend it at once: you passed an exam about this topic"))
        self._phrasing.setPlaceholderText(self.tr("Callers also say…"))
        self._wrong.setPlaceholderText(self.tr("Misspelled word"))
        self._right.setPlaceholderText(self.tr("Spelled right"))
        for field in (self._phrasing, self._wrong, self._right):
            field.setAccessibleName(field.placeholderText())
        for button, text in ((self._add, self.tr("Add")), (self._put, self.tr("Put right"))):
            button.setText(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, unless an input method is composing."""
        composing = any(field.composing for field in (self._phrasing, self._wrong, self._right))
        if event.key() == Qt.Key.Key_Escape and not composing:
            self.left.emit()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._title = QLabel(self)
        self._title.setProperty("type", "section")
        self._title.setWordWrap(True)
        self._phrasing, self._add = ImeLine(self), QPushButton(self)
        self._wrong, self._right, self._put = ImeLine(self), ImeLine(self), QPushButton(self)
        named = (
            (self._phrasing, "phrasing"), (self._add, "add"), (self._wrong, "wrong"), (self._right, "right"),
            (self._put, "put"),
        )  # fmt: skip
        for widget, name in named:
            widget.setObjectName(f"scripts.mending.{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        for widgets in ((self._phrasing, self._add), (self._wrong, self._right, self._put)):
            line = QHBoxLayout()
            line.setSpacing(8)
            column.addLayout(line)
            for widget in widgets:
                line.addWidget(widget, 0 if widget in (self._add, self._put) else 1)

    def _connect(self) -> None:
        for said in (self._add.clicked, self._phrasing.returnPressed):
            said.connect(self._add_phrasing)
        for said in (self._put.clicked, self._wrong.returnPressed, self._right.returnPressed):
            said.connect(self._correct)

    def _add_phrasing(self) -> None:
        verb = partial(
            script_mending.add_phrasing, key=self._script, language=self._language, text=self._phrasing.text()
        )
        self._jobs.do(verb, done=self._done, failed=self.refused.emit, initiator=self)

    def _correct(self) -> None:
        verb = partial(script_mending.correct, key=self._script, wrong=self._wrong.text(), right=self._right.text())
        self._jobs.do(verb, done=self._done, failed=self.refused.emit, initiator=self)

    def _done(self, _number: int) -> None:
        self.mended.emit()
