"""What holds other widgets: card, section header, collapsible section, empty state."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.kit import icons, theme

_EMPTY_WIDTH, _MARGIN = 380, 9


class Card(QFrame):
    """A quiet surface with a border. Add to `body`, a vertical layout; `title` "" has no header."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.of_app().px("pad"))
        self.header = SectionHeader(title, self)
        self.header.setVisible(bool(title))
        column = QVBoxLayout(self)
        pad = theme.of_app().px("gap")
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.header)
        column.addLayout(self.body)

    def set_title(self, title: str) -> None:
        """Show another title, "" for none."""
        self.header.set_title(title)
        self.header.setVisible(bool(title))


class SectionHeader(QWidget):
    """A title with room for small widgets at its right: `add(widget)`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title, self)
        self._title.setProperty("type", "section")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def add(self, widget: QWidget) -> None:
        """Put a chip, a label or a button at the right end."""
        self._row.addWidget(widget)


class CollapsibleSection(QWidget):
    """A title that opens and closes what is under it, by click, Space or Enter. `toggled(open)`; add to `body`."""

    toggled = Signal(bool)

    def __init__(self, title: str, name: str, parent: QWidget | None = None, *, opened: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._button = QPushButton(self)
        self._button.setObjectName(f"{name}.toggle")
        self._button.setProperty("tone", "fold")
        self._button.setCheckable(True)
        self._button.setChecked(opened)
        self._holder = QWidget(self)
        self.body = QVBoxLayout(self._holder)
        self.body.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._button)
        column.addWidget(self._holder)
        self.set_title(title)
        self._button.toggled.connect(self.set_open)
        self.set_open(opened)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._button.setText(title)
        self._button.setAccessibleName(title)

    def is_open(self) -> bool:
        """Whether what is under the title is shown."""
        return self._button.isChecked()

    def set_open(self, opened: bool) -> None:
        """Open or close it."""
        self._holder.setVisible(opened)
        icons.give(self._button, "down" if opened else "right", "muted")
        if self._button.isChecked() != opened:
            self._button.setChecked(opened)
        else:
            self.toggled.emit(opened)


class _Hint(QLabel):
    """Words that wrap in the column of an empty state, however wide the layout is that asks for their height."""

    def heightForWidth(self, width: int, /) -> int:
        """Return the height in pixels in a column of the width in which they read well."""
        return super().heightForWidth(min(width, _EMPTY_WIDTH - 2 * _MARGIN))


class EmptyState(QWidget):
    """What stands where nothing is yet: an icon, one sentence what to do, at most one button (`acted()`)."""

    acted = Signal()

    def __init__(self, name: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon, self._title, self._hint = QLabel(self), QLabel(self), _Hint(self)
        self._button = QPushButton(self)
        self._button.setObjectName(f"{name}.act")
        self._title.setProperty("type", "section")
        self._hint.setProperty("type", "muted")
        self._hint.setWordWrap(True)
        if icon:
            icons.give(self._icon, icon, "faint", 40)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(theme.of_app().px("pad"))
        self._column.addStretch(1)
        for label in (self._icon, self._title, self._hint):
            self._column.addWidget(label)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        for label in (self._icon, self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button.clicked.connect(self.acted)
        self.show_text("")

    def sizeHint(self) -> QSize:
        """Return a column that reads well; the hint wraps in it."""
        height = self._column.totalHeightForWidth(_EMPTY_WIDTH)  # -1 where nothing wraps: a title alone
        return QSize(_EMPTY_WIDTH, height if height >= 0 else self._column.totalSizeHint().height())

    def show_text(self, title: str, hint: str = "", button: str = "") -> None:
        """Say what is missing, what to do, and on the button how; a pane calls it again when the language changes."""
        for widget, text in ((self._title, title), (self._hint, hint), (self._button, button)):
            widget.setText(text)
            widget.setVisible(bool(text))
        self._button.setAccessibleName(button)
        self.setAccessibleName(f"{title} {hint}".strip())
        self.updateGeometry()

    def act(self) -> None:
        """Press the button, if there is one."""
        if self._button.isVisible():
            self._button.click()
