"""Says on the page before the desk why opening takes long, as it may after an update, and takes that back."""

from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

_LONG_MS = 1000


class Patience(QObject):
    """From ``begin`` to ``end`` something is waited for; ``pages`` have a ``notice`` each."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._pages = pages
        self._notice: Any = None
        self.late = QTimer(self, singleShot=True, interval=_LONG_MS)
        self.late.timeout.connect(self._ask)

    def begin(self) -> None:
        """Wait for something from now on."""
        self.late.start()

    def end(self) -> None:
        """Wait no more: it is done, or failed."""
        self.late.stop()
        if self._notice is not None:
            self._notice.clear()
            self._notice = None

    def _ask(self) -> None:
        page: Any = self._pages.currentWidget()
        if page is not None:
            self._notice = page.notice
            told = self.tr("Opening takes longer than usual: after an update the records are brought up to it first.")
            self._notice.say(told, "warning")
