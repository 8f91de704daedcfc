"""What every board of things to do is: a list, and what stands where nothing is to be done."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit.cards import EmptyState
from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.centered import CenteredPage
from app.ui.panes.scripts.line_list import Line, LineList

_LIST, _EMPTY = range(2)


class Board(QWidget):
    """One list. ``opened(found)`` Enter or click, ``picked(found)`` while moving, ``left()`` from the empty board.

    The classes below it say what is listed and which words stand there.
    """

    opened = Signal(object)
    picked = Signal(object)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.todo: ToDo | None = None
        self.list = LineList(f"{name}.list", self)
        self._empty = EmptyState(f"{name}.empty", "check")
        self._pages = QStackedWidget(self)
        for page in (self.list, CenteredPage(self._empty, self)):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.list.opened.connect(self.opened)
        self.list.picked.connect(self.picked)
        self._empty.acted.connect(self.left)
        self.retranslate()

    @property
    def count(self) -> int:
        """How much is listed."""
        return len(self.list.lines)

    def show_todo(self, todo: ToDo | None) -> None:
        """Show what is to be done now, None for nothing known yet; the next line follows one that is gone."""
        self.todo = todo
        place = self.list.currentIndex().row()
        self.list.show_lines(list(self.lines(todo)) if todo else [])
        if self.count and not self.list.currentIndex().isValid():
            self.list.mark(min(max(place, 0), self.count - 1))
        self._pages.setCurrentIndex(_LIST if self.count or todo is None else _EMPTY)

    def current(self) -> Any:
        """Return what the current line is about, None without one."""
        return self.list.key()

    def lines(self, todo: ToDo) -> Iterator[Line]:
        """Yield what is listed, here nothing; a line's key is what it is about."""
        yield from ()

    def words(self) -> tuple[str, str, str, str]:
        """Return the name of the list and, for the empty board, its title, its hint and the text of its button."""
        return "", "", "", ""

    def next_step(self, found: Any) -> str:
        """Return what is to be done about a line, in words; "" for nothing."""
        return ""

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        name, *empty = self.words()
        self.list.setAccessibleName(name)
        self._empty.show_text(*empty)
        self.show_todo(self.todo)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
