"""Lines for passwords: hidden while typed, shown while a button is held down, checked before they are sent."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.services.accounts import SHORTEST_PASSWORD
from app.ui.kit import icons, theme

FORMER, FRESH, AGAIN = "former", "fresh", "again"


class PasswordLines(QWidget):
    """Asks for a new password twice, with ``former`` for the present one too. ``entered()`` on Enter."""

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, former: bool = False) -> None:
        super().__init__(parent)
        self._names = (FORMER, FRESH, AGAIN) if former else (FRESH, AGAIN)
        self._labels = {one: QLabel(self) for one in self._names}
        self._lines = {one: QLineEdit(self) for one in self._names}
        self._error = QLabel(self)
        self._build(name)
        self.retranslate()

    def value(self, name: str) -> str:
        """Return what stands in a line."""
        return self._lines[name].text()

    def problem(self) -> str:
        """Return why these passwords cannot be saved, "" when they can; shows it under the lines."""
        text = ""
        if len(self.value(FRESH)) < SHORTEST_PASSWORD:
            text = self.tr("At least {count} characters").format(count=SHORTEST_PASSWORD)
        elif self.value(FRESH) != self.value(AGAIN):
            text = self.tr("The two are not the same")
        self.show_error(text)
        return text

    def show_error(self, text: str) -> None:
        """Show an error under the lines, "" for none."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def clear(self) -> None:
        """Forget what was typed."""
        for line in self._lines.values():
            line.clear()
        self.show_error("")

    def focus_first(self) -> None:
        """Put the cursor into the first line."""
        self._lines[self._names[0]].setFocus()

    def focus_fresh(self) -> None:
        """Put the cursor into the new password, marked: another one takes its place."""
        self._lines[FRESH].setFocus()
        self._lines[FRESH].selectAll()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = {FORMER: self.tr("Present password"), FRESH: self.tr("New password"), AGAIN: self.tr("Once more")}
        for name in self._names:
            self._labels[name].setText(texts[name])
            self._lines[name].setAccessibleName(texts[name])
        self._show.setAccessibleName(self.tr("Show the passwords while held down"))
        self._show.setToolTip(self.tr("Show the passwords while held down"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, name: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.of_app().px("gap"))
        grid.setVerticalSpacing(4)
        for place, one in enumerate(self._names):
            line = self._lines[one]
            line.setObjectName(f"{name}.{one}")
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setMaximumWidth(320)
            line.returnPressed.connect(self.entered)
            self._labels[one].setProperty("type", "label")
            self._labels[one].setBuddy(line)
            grid.addWidget(self._labels[one], 0, place)
            grid.addWidget(line, 1, place)
        self._show = QPushButton(self)
        self._show.setObjectName(f"{name}.show")
        self._show.setProperty("tone", "quiet")
        icons.give(self._show, "show", "muted")
        self._show.pressed.connect(self._reveal)
        self._show.released.connect(self._hide_again)
        grid.addWidget(self._show, 1, len(self._names))
        grid.setColumnStretch(len(self._names) + 1, 1)
        self._error.setProperty("type", "error")
        self._error.hide()
        grid.addWidget(self._error, 2, 0, 1, len(self._names) + 1)

    def _reveal(self) -> None:
        self._set_mode(QLineEdit.EchoMode.Normal)

    def _hide_again(self) -> None:
        self._set_mode(QLineEdit.EchoMode.Password)

    def _set_mode(self, mode: QLineEdit.EchoMode) -> None:
        for line in self._lines.values():
            line.setEchoMode(mode)


def fill_labeled(grid: QGridLayout, texts: Sequence[tuple[QLabel, QWidget]], *, columns: int = 2) -> None:
    """Fill a grid that has its place already with fields, each under its label."""
    grid.setHorizontalSpacing(theme.of_app().px("gap"))
    grid.setVerticalSpacing(4)
    for place, (label, widget) in enumerate(texts):
        line, column = divmod(place, columns)
        label.setParent(grid.parentWidget())
        label.setProperty("type", "label")
        label.setBuddy(widget)
        grid.addWidget(label, line * 2, column)
        grid.addWidget(widget, line * 2 + 1, column)
    grid.setColumnStretch(columns, 1)
