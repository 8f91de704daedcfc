"""The change that is being read, in the middle of the pane; the next one follows it."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts import asking
from app.ui.parts.notice_watch import NoticeWatch

if TYPE_CHECKING:
    from app.ui.parts.notice_page import NoticePage


class NewsPage(QWidget):
    """``left()`` with Esc and after the last one, ``opened(key)`` when the script itself is wanted."""

    left = Signal()
    opened = Signal(str)

    def __init__(self, jobs: Jobs, watch: NoticeWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._watch = jobs, watch
        self._chosen = b""
        self.page: NoticePage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        watch.changed.connect(self._follow)

    def begin(self, notice: bytes) -> None:
        """Show a notice."""
        self._chosen = notice
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard into what is read."""
        if self.page is not None:
            self.page.setFocus()

    def _follow(self) -> None:
        """What was read is gone: the next one takes its place, and after the last one this page has nothing to show."""
        if not self._chosen:
            return
        if any(one.id == self._chosen for one in self._watch.waiting):
            self._show()
        elif self._watch.waiting:
            self._chosen = self._watch.waiting[0].id
            self._show()
        else:
            self._leave()

    def _show(self) -> None:
        waiting = self._watch.waiting
        place = next((place for place, one in enumerate(waiting) if one.id == self._chosen), None)
        if place is not None:
            self._the_page().show_notice(waiting[place], place=place + 1, count=len(waiting))

    def _leave(self) -> None:
        self._chosen = b""
        if self.page is not None:
            self.page.forget()
        self.left.emit()

    def _open(self, key: str) -> None:
        self._chosen = b""
        self.opened.emit(key)

    def _the_page(self) -> "NoticePage":
        if self.page is None:
            # Most days begin with nothing to read: what shows it is imported when there is something.
            from app.ui.parts.notice_page import NoticePage

            zone = self._jobs.office.ask(asking.zone)
            self.page = NoticePage("scripts.notice", self._jobs, self._now, zone, parent=self)
            self.page.is_before_calls = False
            self.page.left.connect(self._leave)
            self.page.opened.connect(self._open)
            self._column.addWidget(self.page)
        return self.page

    def _now(self) -> datetime:
        return self._jobs.office.ask(asking.now)
