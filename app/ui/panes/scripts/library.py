"""The left column: one search line over the tree of topics, what was found, the open flags, and what is to be done."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.ui.kit import languages, theme
from app.ui.kit.early_choice import EarlyChoice
from app.ui.kit.jobs import Jobs
from app.ui.kit.search_box import SearchBox
from app.ui.panes.scripts.asking import Shelf
from app.ui.panes.scripts.boards.column import ToDoColumn
from app.ui.panes.scripts.centered import CenteredPage
from app.ui.panes.scripts.flag_list import FlagList
from app.ui.panes.scripts.hit_words import HitWords
from app.ui.panes.scripts.library_empty import LibraryEmpty
from app.ui.panes.scripts.line_list import LineList
from app.ui.panes.scripts.news import NewsColumn
from app.ui.panes.scripts.outline_view import OutlineView
from app.ui.panes.scripts.tag_choice import TagChoice

#: So many results are listed; who needs more types one more letter.
LIMIT = 20
_TREE, _HITS, _FLAGS, _TO_DO, _NEWS, _EMPTY = range(6)
_TAB_TOPICS, _TAB_FLAGS, _TAB_TO_DO, _TAB_NEWS = range(4)


class ScriptSearchBox(SearchBox):
    """The search line over scripts, with its own words."""

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        self.setPlaceholderText(self.tr("Words, pinyin or characters"))
        self.setAccessibleName(self.tr("Search scripts"))


class LibraryColumn(QWidget):
    """``opened(key)`` a script was chosen, ``previewed(key)`` it is only the current line, ``import_wanted()`` and
    ``reload_wanted()`` from the empty library."""

    opened = Signal(str)
    previewed = Signal(str)
    import_wanted = Signal()
    reload_wanted = Signal()

    def __init__(self, jobs: Jobs, library: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._library = jobs, library
        self._shelf: Shelf | None = None
        self._hits: Sequence[Any] = ()
        self._query, self._early = "", EarlyChoice()
        self._words = HitWords(self)
        self._build()
        self._connect()
        self.retranslate()

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the library as it is now."""
        self._shelf = shelf
        self.tree.show_outline(shelf.outline)
        self.flags.show_shelf(shelf)
        self.news.watch.look()
        self.tags.show_tags(shelf.tags, shelf.tag)
        self._tabs.setTabText(_TAB_FLAGS, self._flags_text())
        self._show_to_do_tab(shelf.may_tend)
        self.look_again()
        self._choose_page()

    def look_again(self) -> None:
        """Search once more for what stands in the line: the library may have changed."""
        if self.box.query.strip():
            self._search()

    def choose(self, key: str) -> None:
        """Mark a script that was opened from elsewhere."""
        self.tree.choose(key)

    def focus_search(self) -> None:
        """Put the cursor into the search line, what stands there marked."""
        self.box.setFocus()
        self.box.selectAll()

    def show_flags(self) -> None:
        """List the open flags of all scripts."""
        self.box.clear()
        self._tabs.setCurrentIndex(_TAB_FLAGS)
        if self._pages.currentIndex() == _FLAGS:
            self.flags.setFocus()

    def show_to_do(self) -> None:
        """Show what is to be done, to those who may see to it."""
        if self._tabs.isTabVisible(_TAB_TO_DO):
            self.box.clear()
            self._tabs.setCurrentIndex(_TAB_TO_DO)
            self.to_do.take_focus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._tabs.setAccessibleName(self.tr("Parts of the library"))
        self._tabs.setTabText(_TAB_TOPICS, self.tr("Topics"))
        self._tabs.setTabText(_TAB_FLAGS, self._flags_text())
        self._name_to_do()
        self.hits.setAccessibleName(self.tr("Scripts found"))
        self.flags.setAccessibleName(self.tr("Open flags"))
        self._show_hits(self._hits)
        self._name_news()
        if self._shelf is not None:
            self.flags.show_shelf(self._shelf)
        self._choose_page()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.box = ScriptSearchBox("scripts.search", self)
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("scripts.parts")
        self._tabs.setExpanding(False)
        for tab in (_TAB_TOPICS, _TAB_FLAGS, _TAB_TO_DO, _TAB_NEWS):
            self._tabs.addTab("")
            self._tabs.setTabVisible(tab, tab < _TAB_TO_DO)
        self.tags = TagChoice("scripts.tags", self)
        self.tree = OutlineView("scripts.tree", self)
        self.hits, self.flags = LineList("scripts.hits", self), FlagList("scripts.flags", self)
        self.to_do, self.news = ToDoColumn(self._jobs, self), NewsColumn(self._jobs, self)
        self._empty = LibraryEmpty("scripts.empty", "scripts")
        self._pages = QStackedWidget(self)
        for page in (self.tree, self.hits, self.flags, self.to_do, self.news, CenteredPage(self._empty, self)):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.box)
        column.addWidget(self._tabs)
        column.addWidget(self.tags)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.box.typed.connect(self._type)
        self.box.chosen.connect(self._open_first)
        self.box.moved.connect(self._move)
        self.box.picked.connect(self.hits.open_place)
        self.box.left.connect(self.take_focus)
        self._tabs.tabBarClicked.connect(self._leave_search)
        self._tabs.currentChanged.connect(self._choose_tab)
        self.tree.opened.connect(self.opened)
        self.tree.picked.connect(self.previewed)
        self.hits.opened.connect(self.opened.emit)
        self.hits.picked.connect(self.previewed.emit)
        self.flags.script_opened.connect(self.opened)
        self.flags.script_picked.connect(self.previewed)
        self.news.counted.connect(self._name_news)
        self.to_do.opened.connect(self.opened)
        self.to_do.previewed.connect(self.previewed)
        self.to_do.search_wanted.connect(self.search_for)
        self.to_do.counted.connect(self._name_to_do)
        self.to_do.left.connect(self._show_topics)
        self._empty.acted.connect(self._act)

    def _type(self) -> None:
        if self.box.query.strip():
            self._search()
        else:
            self._query, self._hits = "", ()
            self._choose_page()

    def _search(self) -> None:
        self._query = self.box.query.strip()
        self._early.asked()
        self._jobs.ask(
            self._library.query,
            key="search",
            done=self._take_hits,
            text=self._query,
            language=languages.current(),
            limit=LIMIT,
        )

    def _take_hits(self, hits: Sequence[Any]) -> None:
        if self.box.query.strip():
            self._hits = _carrying(hits, self._shelf)
            self._show_hits(self._hits)
            self._choose_page()
            if self._early.answered() is not None:
                self._open_first()

    def _show_hits(self, hits: Sequence[Any]) -> None:
        known = self._shelf.lines if self._shelf else {}
        self.hits.show_lines(self._words.lines(hits, known, self._query))
        if hits and not self.hits.currentIndex().isValid():
            self.hits.mark(0)

    def _flags_text(self) -> str:
        count = len(self._shelf.flags) if self._shelf else 0
        return self.tr("Flags ({count})").format(count=count) if count else self.tr("Flags")

    def _leave_search(self, tab: int) -> None:
        if tab >= 0:  # not beside the tabs
            self.box.clear()

    def _choose_tab(self) -> None:
        """Show a part of the library instead of what was searched, where a person goes to it by key, too."""
        if self._tabs.hasFocus():
            self.box.clear()
        self._choose_page()

    def _choose_page(self) -> None:
        if self._query:
            page = _HITS if self._hits else _EMPTY
        elif self._tabs.currentIndex() == _TAB_FLAGS:
            page = _FLAGS if self.flags.lines else _EMPTY
        elif self._tabs.currentIndex() in (_TAB_TO_DO, _TAB_NEWS):
            page = _TO_DO if self._tabs.currentIndex() == _TAB_TO_DO else _NEWS
        else:
            page = _TREE if self._shelf is None or self._shelf.lines else _EMPTY
        self._say_empty()
        self._pages.setCurrentIndex(page)
        self.tags.offer(bool(self._query) or self._tabs.currentIndex() == _TAB_TOPICS)

    def _say_empty(self) -> None:
        if self._query:
            self._empty.say_nothing_fits()
        elif self._tabs.currentIndex() == _TAB_FLAGS:
            self._empty.say_no_flag()
        else:
            self._empty.say_no_script(self._shelf is not None and self._shelf.may_write)

    def _act(self) -> None:
        if self._query:
            self.box.clear()
            self.box.setFocus()
            self._show_topics()
        elif self._tabs.currentIndex() == _TAB_FLAGS:
            self._show_topics()
        elif self._shelf is not None and self._shelf.may_write:
            self.import_wanted.emit()
        else:
            self.reload_wanted.emit()

    def _show_topics(self) -> None:
        self._tabs.setCurrentIndex(_TAB_TOPICS)

    def _show_to_do_tab(self, may_tend: bool) -> None:
        (self.to_do.look_again if may_tend else self.to_do.forget)()
        if not may_tend and self._tabs.currentIndex() == _TAB_TO_DO:
            self._show_topics()
        self._tabs.setTabVisible(_TAB_TO_DO, may_tend)

    def search_for(self, words: str) -> None:
        """Put words into the search line and look for them."""
        self.box.setText(words)
        self.box.setFocus()

    def _name_to_do(self) -> None:
        count = self.to_do.count
        self._tabs.setTabText(_TAB_TO_DO, self.tr("To do ({count})").format(count=count) if count else self.tr("To do"))

    def _name_news(self) -> None:
        count = self.news.count
        self._tabs.setTabText(_TAB_NEWS, self.tr("News ({count})").format(count=count))
        if not count and self._tabs.currentIndex() == _TAB_NEWS:
            self._show_topics()
        self._tabs.setTabVisible(_TAB_NEWS, count > 0)

    def _open_first(self) -> None:
        if self._query and self._early.entered() and self.hits.lines:
            self.hits.open_place(max(0, self.hits.currentIndex().row()))

    def _move(self, by: int) -> None:
        if self._query:
            self.hits.step(by)
        elif self._pages.currentIndex() in (_TREE, _FLAGS, _TO_DO, _NEWS):
            self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor into what is listed."""
        page = self._pages.currentWidget()
        if page is self.to_do:
            self.to_do.take_focus()
        elif page is self.news:
            self.news.list.setFocus()
        elif page is not None:
            page.setFocus()


def _carrying(hits: Sequence[Any], shelf: Shelf | None) -> Sequence[Any]:
    """Return the hits that carry the chosen tag, all of them without one."""
    only = shelf.only if shelf else None
    return [hit for hit in hits if only is None or hit.key in only]
