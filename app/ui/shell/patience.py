"""Says on the page before the desk that opening takes long, why where it is known, and how far it is."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

_LONG_MS = 1000


class Patience(QObject):
    """From ``begin`` to ``end`` something is waited for; ``pages`` have a ``notice`` each.

    Emit ``moved(done, total)`` on any thread when it has come so many of so many steps.
    """

    moved = Signal(int, int)

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._pages = pages
        self._notice: Any = None
        self._steps = (0, 0)
        self.late = QTimer(self, singleShot=True, interval=_LONG_MS)
        self.late.timeout.connect(self._ask)
        self.moved.connect(self._move)

    def begin(self) -> None:
        """Wait for something from now on."""
        self._steps = (0, 0)
        self.late.start()

    def _move(self, done: int, total: int) -> None:
        self._steps = (done, total)
        page: Any = self._pages.currentWidget()
        if page is not None and page.objectName() == "first_run":
            page.say_filled(done, total)
        elif self._notice is not None:
            self._notice.say(self._told(), "warning")

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
            self._notice.say(self._told(), "warning")

    def _told(self) -> str:
        done, total = self._steps
        if not total:  # a machine with much else to do: nothing is known to be the matter
            return self.tr("Opening takes longer than usual.")
        from app.services import wording
        from app.ui.kit import languages

        told = self.tr("Opening takes longer than usual: after an update the records are brought up to it first.")
        step = self.tr("Step {step} of {total}.").format(step=done + 1, total=total)
        return wording.sentences((told, step), languages.current())
