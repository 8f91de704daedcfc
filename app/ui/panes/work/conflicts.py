"""Two stations wrote different values, neither knowing of the other: both are shown, and one key keeps one of them."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.kit import icons, languages, theme
from app.ui.kit.flow import FlowLayout
from app.ui.panes.work import presenting
from app.ui.panes.work.words import Words

#: Fields of which one value can be kept from here; the others are settled by the next step.
KEPT_HERE = ("category", "unit", "area", "urgency", "summary", "details", "due_at")
_SHOWN = 48

Conflicts = Sequence[tuple[str, tuple[str, ...]]]


class KeepButton(QPushButton):
    """Keeps one value of one field: ``kept(field, value)``."""

    kept = Signal(str, str)

    def __init__(self, field: str, value: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._value = field, value
        self.setObjectName(f"work.keep.{field}")
        self.setText(text)
        self.setAccessibleName(text)
        self.clicked.connect(self._keep)

    def _keep(self) -> None:
        self.kept.emit(self._field, self._value)


class ConflictBanner(QFrame):
    """Shows every conflict of an inquiry; hidden without one. ``kept(field, value)`` when a person decided."""

    kept = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[Conflicts, tzinfo] | None = None
        self._lines: list[QWidget] = []
        self._build()
        self.hide()

    def show_conflicts(self, conflicts: Conflicts, zone: tzinfo) -> None:
        """Show these conflicts: field → the values that stand side by side."""
        self._shown = conflicts, zone
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(field, values, zone) for field, values in conflicts]
        for line in self._lines:
            self._column.addWidget(line)
        self._title.setText(self.tr("Two stations wrote different values. Both are kept until somebody decides."))
        self.setVisible(bool(conflicts))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self.show_conflicts(*self._shown)
        super().changeEvent(event)

    def _line(self, field: str, values: Sequence[str], zone: tzinfo) -> QWidget:
        line = QWidget(self)
        flow = FlowLayout(line, gap=theme.of_app().px("pad"))
        shown = [presenting.value(field, value, languages.current(), zone) for value in values]
        name = QLabel(self._words.field(field), line)
        name.setProperty("type", "label")
        flow.addWidget(name)
        if field == "deleted_at":
            told = self.tr("Deleted at one place, changed at another. It stands until it is decided: Settings, Hub.")
            label = QLabel(told, line)
            label.setWordWrap(True)
            flow.addWidget(label)
            return line
        if field not in KEPT_HERE:
            flow.addWidget(QLabel(" / ".join(shown), line))
            return line
        for value, text in zip(values, shown, strict=True):
            short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
            button = KeepButton(field, value, self.tr("Keep “{value}”").format(value=short), line)
            button.setToolTip(text)
            button.kept.connect(self.kept)
            flow.addWidget(button)
        return line

    def _build(self) -> None:
        self.setObjectName("work.conflicts")
        self.setProperty("role", "strip")
        self.setProperty("tone", "warning")
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        icon = QLabel(self)
        icons.give(icon, "warning", "warning", 20)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        top = QHBoxLayout()
        self._column.addLayout(top)
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
