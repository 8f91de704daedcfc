"""Saved filters: a menu of one's own views, and a line in which the filters of now get a name."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.models.errors import NotSignedIn
from app.services import views
from app.services.views import SavedView
from app.services.worklists import Listing
from app.ui.kit import icons
from app.ui.kit.ime_line import ImeLine
from app.ui.kit.jobs import Jobs


class NameLine(ImeLine):
    """The name of a view. Enter keeps it, ``left()`` on Esc; an input method keeps its own keys."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, and let nothing else of the window hear it."""
        if event.key() == Qt.Key.Key_Escape and not self.composing:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ViewsMenu(QWidget):
    """``chosen(Listing)`` a view was taken, ``told(name)`` one was saved, ``refused(error)`` its name was not.

    ``forgotten(SavedView)`` one was taken off the list.
    """

    chosen = Signal(object)
    told = Signal(str)
    refused = Signal(object)
    forgotten = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._renamed = ""
        self._leaving: SavedView | None = None
        self._listing = Listing()
        self._build()
        self.retranslate()

    def show_listing(self, listing: Listing) -> None:
        """Take the filters of now: they are what gets a name."""
        self._listing = listing

    def open_menu(self) -> QMenu:
        """Open the menu of one's own views."""
        self._fill()
        self._menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        if self._menu.actions():
            self._menu.setActiveAction(self._menu.actions()[0])
        return self._menu

    def ask_name(self) -> None:
        """Ask under which name the filters of now are kept."""
        self._ask_name("")

    def _ask_name(self, known: str) -> None:
        self._renamed = known
        self.name.setText(known)
        self.name.selectAll()
        self.name.show()
        self.name.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.button.setText(self.tr("Views"))
        self.button.setAccessibleName(self.tr("My saved views"))
        self.button.setToolTip(self.tr("Filters that you keep under a name, at every station"))
        self.name.setPlaceholderText(self.tr("Name of the view, then Enter"))
        self.name.setAccessibleName(self.tr("Name of the view"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._menu = QMenu(self)
        self.button = QPushButton(self)
        self.button.setObjectName("work.views")
        icons.give(self.button, "star", "muted")
        self.button.clicked.connect(self.open_menu)
        self.name = NameLine(self)
        self.name.setObjectName("work.view_name")
        self.name.setFixedWidth(200)
        self.name.hide()
        self.name.returnPressed.connect(self._save)
        self.name.left.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.name)

    def _fill(self) -> None:
        self._menu.clear()
        try:
            kept = self._jobs.office.ask(views.mine)
        except NotSignedIn:
            kept = ()
        for one in kept:
            self._add(one.name, self._choose, one.listing)
        if kept:
            self._menu.addSeparator()
        self._add(self.tr("Save these filters as a view…"), self.ask_name, None)
        for one in kept:
            self._add(self.tr("Rename “{name}”…").format(name=one.name), self._rename, one.name)
        for one in kept:
            self._add(self.tr("Forget “{name}”").format(name=one.name), self._forget, one)

    def _add(self, text: str, slot: Any, data: object) -> None:
        action = QAction(text.replace("&", "&&"), self._menu)
        action.setData(data)
        action.triggered.connect(slot)
        self._menu.addAction(action)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())

    def _forget(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            one: SavedView = action.data()
            self._leaving = one
            self._jobs.do(views.remove, done=self._left, failed=self._refuse, name=one.name)

    def _left(self, _nothing: object) -> None:
        self.forgotten.emit(self._leaving)

    def _rename(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._ask_name(str(action.data()))

    def _save(self) -> None:
        if self._renamed:
            self._jobs.do(views.rename, done=self._saved, failed=self._refuse, name=self._renamed, new=self.name.text())
            return
        self._jobs.do(views.save, done=self._saved, failed=self._refuse, name=self.name.text(), listing=self._listing)

    def _saved(self, name: str) -> None:
        self._leave()
        self.told.emit(name)

    def _refuse(self, error: object) -> None:
        self.name.setFocus()
        self.refused.emit(error)

    def _leave(self) -> None:
        self.name.hide()
        self.button.setFocus()
