"""Options to choose by digit: one, several, or all of them in an order."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from app.ui.kit import theme

_MOST = 9
_PAD = 16


class Choosing(Enum):
    """How many are chosen: one ends it, several are ticked, an order is built by one after the other."""

    ONE = auto()
    SEVERAL = auto()
    ORDER = auto()


class ChoiceList(QListWidget):
    """``made()`` when one option is chosen that ends the question; ``changed()`` when the choice is another one."""

    made = Signal()
    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choosing = Choosing.ONE
        self._texts: list[str] = []
        self._chosen: list[int] = []
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(2)
        self.itemClicked.connect(self._click)
        theme.of_app().changed.connect(self._fit)

    def offer(self, texts: Sequence[str], choosing: Choosing) -> None:
        """Show options to choose from, none of them chosen."""
        self._choosing, self._texts, self._chosen = choosing, list(texts), []
        self.clear()
        for text in self._texts:
            self.addItem(QListWidgetItem(text))
        self._say()
        if self._texts:
            self.setCurrentRow(0)
        self._fit()

    def put_chosen(self, places: Sequence[int]) -> None:
        """Show what was chosen before, without a signal."""
        self._chosen = [one for one in places if 0 <= one < len(self._texts)]
        self._say()
        if self._chosen:
            self.setCurrentRow(self._chosen[0])

    def chosen(self) -> tuple[int, ...]:
        """Return the places of what is chosen, an order in its order."""
        return tuple(self._chosen) if self._choosing is Choosing.ORDER else tuple(sorted(self._chosen))

    def is_whole(self) -> bool:
        """Say whether enough is chosen for an answer."""
        return len(self._chosen) == len(self._texts) if self._choosing is Choosing.ORDER else bool(self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, Space takes the row at the cursor, Backspace takes the last one back."""
        digit = event.text()
        if digit.isdigit() and 0 < int(digit) <= min(_MOST, self.count()):
            self.setCurrentRow(int(digit) - 1)
            self._choose(int(digit) - 1)
        elif event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self._choose(self.currentRow())
        elif event.key() == Qt.Key.Key_Backspace and self._chosen:
            self._chosen.pop()
            self._say()
            self.changed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each option as many lines as it needs."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _click(self, item: QListWidgetItem) -> None:
        self._choose(self.row(item))

    def _enter(self) -> None:
        if self._choosing is Choosing.ONE and not self._chosen and self.currentRow() >= 0:
            self._choose(self.currentRow())
        elif self.is_whole():
            self.made.emit()

    def _choose(self, place: int) -> None:
        if self._choosing is Choosing.ONE:
            self._chosen = [place]
        elif place in self._chosen:
            self._chosen.remove(place)
        else:
            self._chosen.append(place)
        self._say()
        self.changed.emit()
        if self._choosing is Choosing.ONE:
            self.made.emit()

    def _say(self) -> None:
        for place, text in enumerate(self._texts):
            mark = f"{place + 1}"
            if place in self._chosen:
                mark += f" · {self._chosen.index(place) + 1}." if self._choosing is Choosing.ORDER else " ✓"
            self.item(place).setText(f"{mark}   {text}")

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        width = max(120, self.viewport().width() - 2 * _PAD)
        for place in range(self.count()):
            item = self.item(place)
            box = metrics.boundingRect(0, 0, width, 10_000, int(Qt.TextFlag.TextWordWrap), item.text())
            item.setSizeHint(QSize(width, box.height() + _PAD))
