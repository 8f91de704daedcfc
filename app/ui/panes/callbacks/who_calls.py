"""Which of several people calls back: a number that a household shares may be that of more than one open call."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.services.callback_sheets import Sheet
from app.ui.kit import languages
from app.ui.panes.callbacks import presenting


class WhoCalls(QMenu):
    """Lists the open calls to a number; ``chosen(callback id)`` is the one whose person is on the line."""

    chosen = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("callbacks.who_calls")
        self.triggered.connect(self._choose)

    def choose(self, found: Sequence[Sheet], under: QWidget) -> None:
        """Show the calls under a widget, the first one chosen, so that Enter takes it."""
        self.clear()
        for sheet in found:
            action = self.addAction(presenting.call_of(sheet, languages.current()).replace("&", "&&"))
            action.setData(sheet.callback.id)
        self.setActiveAction(self.actions()[0])
        self.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(bytes(action.data()))
