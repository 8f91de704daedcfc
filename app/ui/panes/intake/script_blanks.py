"""The placeholders of an open script, asked beside it: a choice for those with a list, a line for the others."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from app.services.script_reading import Blank

_WAIT_MS = 250
_COLUMNS = 2


class ScriptBlanks(QWidget):
    """`filled(dict)` with every value by name after a person's change."""

    filled = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._editors: dict[str, QComboBox | QLineEdit] = {}
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._say_filled)

    def show_blanks(self, key: str, blanks: Sequence[Blank]) -> None:
        """Show what a script asks; editors of the same script stay, because somebody may be typing in one."""
        names = (key, *(blank.name for blank in blanks))
        if names != self._names:
            self._names = names
            self._build(blanks)
        self.setVisible(bool(blanks))

    def values(self) -> dict[str, str]:
        """Return what was chosen and typed, by name, without empty ones."""
        found: dict[str, str] = {}
        for name, editor in self._editors.items():
            text = editor.currentText() if isinstance(editor, QComboBox) else editor.text()
            if text.strip():
                found[name] = text.strip()
        return found

    def _build(self, blanks: Sequence[Blank]) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self._editors = [], {}
        for place, blank in enumerate(blanks):
            words = blank.name.replace("_", " ")
            label = QLabel(words, self)
            label.setProperty("type", "label")
            editor = self._editor(blank)
            editor.setObjectName(f"intake.script.blank.{blank.name}")
            editor.setAccessibleName(words)
            label.setBuddy(editor)
            line, column = divmod(place, _COLUMNS)
            self._grid.addWidget(label, 2 * line, column)
            self._grid.addWidget(editor, 2 * line + 1, column)
            self._parts += [label, editor]
            label.show()
            editor.show()
            self._editors[blank.name] = editor

    def _editor(self, blank: Blank) -> QComboBox | QLineEdit:
        if not blank.choices:
            line = QLineEdit(blank.value, self)
            line.textEdited.connect(self._wait)
            return line
        choice = QComboBox(self)
        choice.addItems(["", *blank.choices])
        choice.setCurrentText(blank.value)
        choice.activated.connect(self._say_filled)
        return choice

    def _wait(self) -> None:
        self._timer.start()

    def _say_filled(self) -> None:
        self.filled.emit(self.values())
