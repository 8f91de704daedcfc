"""Where changed scripts are told in the say column: a list while the desk is free, one line during a conversation, and
the whole column for what is read before the next call.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.kit import icons
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.parts.notice_watch import NoticeWatch

if TYPE_CHECKING:
    from app.models.script_notices import Notice
    from app.ui.panes.intake.notice_list import NoticeList
    from app.ui.parts.notice_page import NoticePage

_NOTHING, _LINE, _LIST, _PAGE = range(4)


class NoticeLine(QFrame):
    """One line that says how much there is to read; it is never in the way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setObjectName("intake.notices.line")
        self._icon, self._text = QLabel(self), QLabel(self)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self._counts = (0, 0)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def count(self, urgent: int, others: int) -> None:
        """Say how many urgent changes and how many others wait."""
        self._counts = (urgent, others)
        tone = "danger" if urgent else "accent"
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
        icons.give(self._icon, "warning" if urgent else "info", tone, 16)
        if urgent:
            self._text.setText(self.tr("%n urgent change(s), asked for after this conversation", "", urgent))
        else:
            self._text.setText(self.tr("%n change(s) to read when you are free", "", others))
        self.setAccessibleName(self._text.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.count(*self._counts)
        super().changeEvent(event)


class NoticePlace(QWidget):
    """`covered(bool)` when it takes the column or gives it back, `left()` when the person goes on with the form,
    `opened(key)` when she wants to read the script itself.
    """

    covered = Signal(bool)
    left = Signal()
    opened = Signal(str)

    def __init__(
        self, jobs: Jobs, state: ConversationState, desk: Desk, *, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._state, self._desk, self._clock = jobs, state, desk, clock
        self._watch: NoticeWatch | None = None
        self._line: NoticeLine | None = None
        self._list: NoticeList | None = None
        self._page: NoticePage | None = None
        self._chosen = b""
        self._is_asked = self._is_searching = self._was_busy = False
        self._mode = _NOTHING
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        state.changed.connect(self._refresh)
        state.renewed.connect(self._begin_anew)

    @property
    def is_asking(self) -> bool:
        """Whether what is read before the next call stands there because the next call was wanted."""
        return self._is_asked and self._mode == _PAGE

    @property
    def covers(self) -> bool:
        """Whether it takes the whole column."""
        return self._mode == _PAGE

    def follow(self, watch: NoticeWatch) -> None:
        """Show what this watch finds."""
        self._watch = watch
        watch.changed.connect(self._refresh)
        self._refresh()

    def ask(self) -> None:
        """Open what is read before the next call, with the cursor in it."""
        self._is_asked = True
        self._refresh()
        self._take_focus()

    def read_first(self) -> bool:
        """Open the first notice, or say that there is none."""
        waiting = self._watch.waiting if self._watch else ()
        if not waiting:
            return False
        self._choose(waiting[0].id)
        return True

    def search(self, text: str) -> None:
        """Give the column to a search while something stands in its line."""
        self._is_searching = bool(text.strip())
        self._refresh()

    def _begin_anew(self) -> None:
        self._chosen, self._is_asked = b"", False
        self._refresh()

    def _refresh(self, _changed: object = None) -> None:
        if self._watch is None or not (self._watch.waiting or self._mode):
            return
        self._think_again(self._watch)
        self._show(self._wanted(self._watch), self._watch.waiting)

    def _think_again(self, watch: NoticeWatch) -> None:
        """A call that begins gets the column; who has read the notice that she chose reads the next one."""
        if watch.is_busy and not self._was_busy:
            self._chosen = b""
        self._was_busy = watch.is_busy
        if watch.is_busy or not watch.urgent:
            self._is_asked = False
        if self._chosen and all(one.id != self._chosen for one in watch.waiting):
            self._chosen = watch.waiting[0].id if watch.waiting else b""

    def _wanted(self, watch: NoticeWatch) -> int:
        if not watch.waiting:
            return _NOTHING
        if self._is_asked or self._chosen:
            return _PAGE
        draft = self._state.draft
        if watch.is_busy or self._is_searching or not draft.empty or draft.spans:
            return _LINE
        return _PAGE if watch.urgent else _LIST

    def _show(self, mode: int, waiting: "Sequence[Notice]") -> None:
        former, self._mode = self._mode, mode
        held = QApplication.focusWidget()
        had_focus = held is not None and self.isAncestorOf(held)
        self._fill(mode, waiting)
        for part, wanted in ((self._line, _LINE), (self._list, _LIST), (self._page, _PAGE)):
            if part is not None:
                part.setVisible(mode == wanted)
        self.setVisible(mode != _NOTHING)
        if (former == _PAGE) != (mode == _PAGE):
            self.covered.emit(mode == _PAGE)
            if former == _PAGE and had_focus:
                self.left.emit()

    def _fill(self, mode: int, waiting: "Sequence[Notice]") -> None:
        if mode == _LINE:
            urgent = sum(one.is_urgent for one in waiting)
            self._the_line().count(urgent, len(waiting) - urgent)
        elif mode == _LIST:
            self._the_list().show_notices(waiting)
        elif mode == _PAGE:
            place = next((place for place, one in enumerate(waiting) if one.id == self._chosen), 0)
            self._the_page().show_notice(waiting[place], place=place + 1, count=len(waiting))
        elif self._page is not None:
            self._page.forget()

    def _choose(self, notice: bytes) -> None:
        self._chosen = notice
        self._refresh()
        self._take_focus()

    def _take_focus(self) -> None:
        if self._page is not None and self._mode == _PAGE:
            self._page.setFocus()

    def _leave(self) -> None:
        self._chosen, self._is_asked = b"", False
        self._refresh()
        self.left.emit()

    def _open(self, key: str) -> None:
        self._chosen = b""
        self._refresh()
        self.opened.emit(key)

    def _read_all(self) -> None:
        from app.services import script_notices

        self._jobs.do(script_notices.read_all, initiator=self)

    def _the_line(self) -> NoticeLine:
        if self._line is None:
            self._line = NoticeLine(self)
            self._column.addWidget(self._line)
        return self._line

    def _the_list(self) -> "NoticeList":
        if self._list is None:
            # Most days begin with nothing to read: what shows it is imported when there is something.
            from app.ui.panes.intake.notice_list import NoticeList

            self._list = NoticeList(self)
            self._list.opened.connect(self._choose)
            self._list.all_read.connect(self._read_all)
            self._column.addWidget(self._list)
        return self._list

    def _the_page(self) -> "NoticePage":
        if self._page is None:
            from app.ui.parts.notice_page import NoticePage

            self._page = NoticePage("intake.notice", self._jobs, self._clock, self._desk.zone, parent=self)
            self._page.left.connect(self._leave)
            self._page.opened.connect(self._open)
            self._column.addWidget(self._page)
        return self._page
