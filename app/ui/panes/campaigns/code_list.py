"""The codes of an opinion as a list of check marks: a key of its own for each, no mouse."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

#: The keys of codes, in their order.
KEYS = "1234567890qwertyuiopasdfghjklzxcvbnm"
_CODE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodeList(QListWidget):
    """``decided()`` Enter: these are the codes."""

    decided = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.itemChanged.connect(self._mark)

    def offer(self, codes: Sequence[tuple[str, str]], chosen: Collection[str] = ()) -> None:
        """Offer codes (code, words), these of them chosen already."""
        self.clear()
        for key, (code, words) in zip(KEYS, codes, strict=False):
            item = QListWidgetItem(f"{key}   {words}")
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
            self._mark(item)

    def codes(self) -> tuple[str, ...]:
        """Return what is chosen."""
        rows = (self.item(place) for place in range(self.count()))
        return tuple(str(row.data(_CODE)) for row in rows if row.checkState() is Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key of a code chooses it or takes it back; Enter decides."""
        if event.key() in _ENTER:
            self.decided.emit()
            return
        place = KEYS.find(event.text()) if event.text() else -1
        if 0 <= place < self.count() and not event.modifiers():
            self._toggle(place)
        else:
            super().keyPressEvent(event)

    def _mark(self, row: QListWidgetItem) -> None:
        """Let what is chosen stand out: the mark alone is faint on a dark ground."""
        chosen = row.checkState() is Qt.CheckState.Checked
        font = row.font()
        if font.bold() != chosen:
            font.setBold(chosen)
            row.setFont(font)

    def _toggle(self, place: int) -> None:
        row = self.item(place)
        chosen = row.checkState() is Qt.CheckState.Checked
        row.setCheckState(Qt.CheckState.Unchecked if chosen else Qt.CheckState.Checked)
        self.setCurrentRow(place)
