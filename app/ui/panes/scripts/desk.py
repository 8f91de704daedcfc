"""The three columns of the library: what there is, one script to read, what is known about it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.asking import Card, Shelf
from app.ui.panes.scripts.boards.contact_page import ContactPage
from app.ui.panes.scripts.boards.recall_commands import OPENING
from app.ui.panes.scripts.boards.recall_page import RecallPage
from app.ui.panes.scripts.facts import FactsColumn
from app.ui.panes.scripts.library import LibraryColumn
from app.ui.panes.scripts.news_page import NewsPage
from app.ui.panes.scripts.reading import ReadingColumn

_LEFT, _RIGHT = (280, 460), (220, 380)


class LibraryDesk(QWidget):
    """``moved()`` when another script or flag is in front, ``import_wanted()`` and
    ``reload_wanted()`` from the empty library."""

    moved = Signal()
    import_wanted = Signal()
    reload_wanted = Signal()

    def __init__(self, jobs: Jobs, search: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = LibraryColumn(jobs, search, self)
        self.reading = ReadingColumn(jobs, self)
        self.recall = RecallPage(jobs, self)
        self.contact = ContactPage(jobs, self)
        self.news = NewsPage(jobs, self.library.news.watch, self)
        self.facts = FactsColumn(self)
        self._may_recall = False
        self._buttons = QHBoxLayout()
        self._import: QWidget | None = None
        self._new: QWidget | None = None
        self._build()
        self._connect()

    def take_commands(self, commands: CommandTable) -> None:
        """Put the buttons of the pane's commands in their places."""
        self._new = commands.button("scripts.new", self)
        self._buttons.addWidget(self._new, 1)
        self._import = commands.button("scripts.import", self)
        self._buttons.addWidget(self._import, 1)
        self._buttons.addWidget(commands.button("scripts.export", self, tone="quiet"))
        self.library.to_do.add_button(commands.button("scripts.export_board", self, tone="quiet"))
        self.facts.take_commands(commands)
        self.facts.put_under_versions(self._given)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the library as it is now."""
        if self._import is not None:
            self._import.setVisible(shelf.may_write)
        if self._new is not None:
            self._new.setVisible(shelf.may_write)
        self._may_recall = shelf.may_recall
        self._given.setVisible(shelf.may_recall)
        self._opening.refresh()
        self.library.show_shelf(shelf)

    def show_script(self, key: str) -> None:
        """Open a script."""
        self.reading.open(key)
        self.library.choose(key)

    def can_recall(self) -> bool:
        """Whether a script is open and this person may know who was given it."""
        return self._may_recall and self.reading.card is not None

    def show_given(self) -> None:
        """List who was given the chosen version, without one the version that is read."""
        card = self.reading.card
        if card is not None:
            number = self.facts.versions.key() or card.script.version
            self._middle.setCurrentWidget(self.recall)
            self.recall.begin(card.script.key, number, card.script.title)

    def close_script(self) -> None:
        """Show none."""
        self.reading.close_script()
        self.contact.clear()
        self.library.to_do.take_script("", "")
        self.facts.hide()
        self._middle.setCurrentWidget(self.reading)

    def _build(self) -> None:
        left = QWidget(self)
        column, row = QVBoxLayout(left), QHBoxLayout(self)
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        self._buttons.setSpacing(theme.of_app().px("pad"))
        row.setSpacing(theme.of_app().px("gap"))
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.reading)
        self._middle.addWidget(self.recall)
        self._middle.addWidget(self.contact)
        self._middle.addWidget(self.news)
        self._opening = CommandTable(OPENING, self)
        self._given = self._opening.button("scripts.given_to", self)
        self._given.hide()
        column.addWidget(self.library, 1)
        column.addLayout(self._buttons)
        for widget, (least, most) in ((left, _LEFT), (self.facts, _RIGHT)):
            widget.setMinimumWidth(least)
            widget.setMaximumWidth(most)
        for widget, share in ((left, 30), (self._middle, 50), (self.facts, 22)):
            row.addWidget(widget, share)
        self.facts.hide()

    def _connect(self) -> None:
        self.library.opened.connect(self._open)
        self.library.previewed.connect(self.reading.open)
        self.library.import_wanted.connect(self.import_wanted)
        self.library.reload_wanted.connect(self.reload_wanted)
        self.reading.search_wanted.connect(self.library.focus_search)
        self.recall.left.connect(self._leave_recall)
        self.contact.left.connect(self._leave_recall)
        self.library.to_do.contact_wanted.connect(self._show_contact)
        self.library.news.picked.connect(self._show_news)
        self.library.news.opened.connect(self._read_news)
        self.news.left.connect(self._leave_news)
        self.news.opened.connect(self._open)
        self.reading.shown.connect(self._show_facts)
        self.facts.chosen.connect(self.moved)
        self.facts.versions.opened.connect(self.reading.show_differences)

    def _show_contact(self, contact: bytes) -> None:
        self._middle.setCurrentWidget(self.contact)
        self.contact.begin(contact)

    def _show_news(self, notice: bytes) -> None:
        self._middle.setCurrentWidget(self.news)
        self.news.begin(notice)

    def _read_news(self, notice: bytes) -> None:
        self._show_news(notice)
        self.news.take_focus()

    def _leave_news(self) -> None:
        self._middle.setCurrentWidget(self.reading)
        self.library.take_focus()

    def _leave_recall(self) -> None:
        self._middle.setCurrentWidget(self.reading)
        self.reading.reader.setFocus()

    def _open(self, key: str) -> None:
        self._middle.setCurrentWidget(self.reading)
        self.reading.open(key)
        self.reading.reader.setFocus()

    def _show_facts(self, card: Card) -> None:
        self.facts.show_card(card)
        self.facts.show()
        if card.script.key != self.recall.key:
            self._middle.setCurrentWidget(self.reading)
        self._opening.refresh()
        self.library.choose(card.script.key)
        self.library.to_do.take_script(card.script.key, card.script.title)
        self.moved.emit()
