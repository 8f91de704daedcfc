"""The placeholders of a script: one small field for each, filled while the answer is read."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services.script_reading import Blank
from app.ui.kit import languages
from app.ui.kit.flow import FlowLayout
from app.ui.kit.ime_line import ImeLine
from app.ui.parts.readable import spoken_name

_LEAST, _MOST = 128, 220


class BlankChoice(QComboBox):
    """A value out of a list; the wheel scrolls the page instead of choosing another."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class BlankField(QWidget):
    """One placeholder with its name before it. ``chosen(name, value)`` after a person's change."""

    chosen = Signal(str, str)

    def __init__(self, blank: Blank, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = blank.name
        self.choices = tuple(blank.choices)
        self._required = blank.required
        self.editor: Any = BlankChoice(self) if self.choices else ImeLine(self)
        self.editor.setObjectName(f"reader.blank.{blank.name}")
        self._label = QLabel(self)
        self._label.setProperty("type", "label")
        self._label.setBuddy(self.editor)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._label)
        row.addWidget(self.editor)
        self.editor.setFixedWidth(_width(self.editor, self.choices))
        self._fill()
        self.retranslate()
        self._connect()

    def show_value(self, value: str) -> None:
        """Show a value without a signal; a field in which somebody types is left alone."""
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(max(0, self.editor.findData(value)))
        elif not self.editor.hasFocus():
            self.editor.setText(value)

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        name = spoken_name(self.name, languages.current())
        self._label.setText(f"{name} *" if self._required else name)
        needed = self.tr("{name}, needed").format(name=name)
        self.editor.setAccessibleName(needed if self._required else name)
        if isinstance(self.editor, QComboBox):
            self.editor.setItemText(0, self.tr("Choose…"))
        else:
            self.editor.setPlaceholderText(self.tr("Fill in"))

    def _fill(self) -> None:
        if isinstance(self.editor, QComboBox):
            self.editor.addItem("", "")
            for choice in self.choices:
                self.editor.addItem(choice, choice)

    def _connect(self) -> None:
        if isinstance(self.editor, QComboBox):
            self.editor.activated.connect(self._choose)
        else:
            self.editor.textEdited.connect(self._type)

    def _choose(self) -> None:
        self.chosen.emit(self.name, str(self.editor.currentData() or ""))

    def _type(self, text: str) -> None:
        self.chosen.emit(self.name, text.strip())


class Blanks(QWidget):
    """All placeholders of a script. ``chosen(name, value)`` after a person's change."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[BlankField] = []
        holder = QHBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        self._lines = QWidget(self)
        self._flow = FlowLayout(self._lines, gap=8)
        holder.addWidget(self._lines)
        self.hide()

    @property
    def fields(self) -> Sequence[BlankField]:
        """The fields as they stand."""
        return tuple(self._fields)

    def show_blanks(self, blanks: Sequence[Blank]) -> None:
        """Show the placeholders of a script; fields that stay the same keep focus and cursor."""
        wanted = [(blank.name, tuple(blank.choices)) for blank in blanks]
        if wanted != [(field.name, field.choices) for field in self._fields]:
            self._make(blanks)
        for field, blank in zip(self._fields, blanks, strict=True):
            field.show_value(blank.value)
        self.setVisible(bool(blanks))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            for field in self._fields:
                field.retranslate()
        super().changeEvent(event)

    def _make(self, blanks: Sequence[Blank]) -> None:
        self._flow.clear()
        self._fields = [BlankField(blank, self._lines) for blank in blanks]
        for field in self._fields:
            field.chosen.connect(self.chosen)
            self._flow.addWidget(field)
            field.show()


def _width(editor: QWidget, choices: Sequence[str]) -> int:
    if not choices:
        return _MOST - 40
    widest = max(editor.fontMetrics().horizontalAdvance(choice) for choice in choices)
    return min(_MOST, max(_LEAST, widest + 48))
