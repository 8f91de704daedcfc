"""F1: every key of the window on one sheet, made from the command tables."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.kit import theme
from app.ui.kit.commands import Command
from app.ui.kit.labels import ElidedLabel, KeyHint
from app.ui.shell.command_book import CommandBook
from app.ui.shell.overlay import Overlay
from app.ui.shell.pane_specs import PaneSpec

_WIDEST, _COLUMN, _GAP, _MARGIN = 1700, 300, 32, 40


class ShortcutSheet(Overlay):
    """One block for the window and one for each pane, in as many columns as fit."""

    def __init__(self, book: CommandBook, specs: Sequence[PaneSpec], parent: QWidget) -> None:
        super().__init__("shortcuts", parent)
        self._book = book
        self._specs = {spec.id: spec for spec in specs}
        self._blocks: list[QWidget] = []
        self._build()

    def open(self) -> None:
        """Open with the keys as they are now."""
        self._fill()
        super().open()
        self._area.setFocus()

    def lines(self) -> list[tuple[str, str]]:
        """Return (what, keys) of everything on the sheet."""
        return [(label.text(), label.property("keys")) for label in self._sheet.findChildren(ElidedLabel)]

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a press beside the sheet."""
        if not self._card.geometry().contains(event.position().toPoint()):
            super().mousePressEvent(event)

    def place(self) -> None:
        """Put the sheet in the middle, as tall as it needs or as the window allows."""
        width = min(_grown(_WIDEST), self.width() - 2 * _MARGIN)
        height = min(self._arrange(width - 72) + 100, self.height() - 2 * _MARGIN)
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _build(self) -> None:
        self._card = QFrame(self)
        self._card.setProperty("role", "popup")
        self._title, self._hint = QLabel(self._card), QLabel(self._card)
        self._title.setProperty("type", "title")
        self._hint.setProperty("type", "muted")
        self._close = QPushButton(self._card)
        self._close.setObjectName("shortcuts.close")
        self._area = QScrollArea(self._card)
        self._area.setObjectName("shortcuts.area")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        self._area.setWidget(self._sheet)
        self._area.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(24, 20, 20, 20)
        column.setSpacing(16)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self._title)
        head.addSpacing(12)
        head.addWidget(self._hint, 1)
        head.addWidget(self._close)
        column.addWidget(self._area, 1)
        self._close.clicked.connect(self.close_it)
        self._say()

    def _say(self) -> None:
        self._title.setText(self.tr("Keyboard shortcuts"))
        self._hint.setText(self.tr("Everything else is in the search line: Ctrl+K"))
        self._close.setText(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the sheet"))
        self._area.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.setAccessibleName(self.tr("Keyboard shortcuts"))

    def _fill(self) -> None:
        for block in self._blocks:
            block.setParent(None)
            block.deleteLater()
        self._blocks = [
            self._block(self._title_of(place), [row for row in rows if row.keys])
            for place, rows in self._book.groups()
            if any(row.keys for row in rows)
        ]

    def _title_of(self, place: str) -> str:
        return self._specs[place].going.say(self._specs[place].going.text) if place else self.tr("Everywhere")

    def _block(self, title: str, rows: Sequence[Command]) -> QWidget:
        block = QWidget(self._sheet)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(6)
        head = QLabel(title, block)
        head.setProperty("type", "section")
        column.addWidget(head)
        for row in rows:
            column.addWidget(_line(row, block))
        column.addStretch(1)
        return block

    def _arrange(self, width: int) -> int:
        """Put each block into the column that is shortest so far; return the height of the longest."""
        columns = max(1, (width + _GAP) // (_grown(_COLUMN) + _GAP))
        wide = (width - _GAP * (columns - 1)) // columns
        heights = [0] * columns
        for block in self._blocks:
            column = heights.index(min(heights))
            tall = block.sizeHint().height()
            block.setGeometry(column * (wide + _GAP), heights[column], wide, tall)
            block.show()
            heights[column] += tall
        self._sheet.setMinimumHeight(max(heights))
        return max(heights)


def _grown(pixels: int) -> int:
    return round(pixels * max(1.0, theme.of_app().scale))


def _line(row: Command, parent: QWidget) -> QWidget:
    line = QWidget(parent)
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    text = ElidedLabel(row.say(row.text), line)
    text.setProperty("keys", row.shortcut)
    text.setMinimumSize(QSize(120, 0))
    layout.addWidget(text, 1)
    for key in row.keys[:2]:
        layout.addWidget(KeyHint(key, line))
    return line
