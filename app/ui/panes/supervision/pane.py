"""Supervision: the board, its lists and the people, each under its tab."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.models.changes import Changes
from app.models.errors import AppError
from app.services.supervision import LISTS, Board, Item
from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.supervision import presenting
from app.ui.panes.supervision.board_page import BoardPage
from app.ui.panes.supervision.commands import PANE
from app.ui.panes.supervision.deciding import DecideForm
from app.ui.panes.supervision.digest_page import DigestPage
from app.ui.panes.supervision.list_page import ListPage
from app.ui.panes.supervision.people_page import PeoplePage
from app.ui.panes.supervision.words import Words
from app.ui.parts.paper_desk import PaperDesk
from app.ui.parts.refusal import Refusal

#: The pages in the order of their tabs.
PAGES = ("board", *LISTS, "people", "digests")
_FOLLOWED = frozenset({"inquiry", "inquiry_event", "operator_state", "unit", "person"})


class SupervisionPane(QWidget):
    """``listing_wanted(Listing)`` and ``inquiry_wanted(id)`` are for the shell, which shows them in My work."""

    listing_wanted = Signal(object)
    inquiry_wanted = Signal(bytes)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._board: Board | None = None
        self._minute = ""
        self._words = Words(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def page(self) -> str:
        """The page on the screen."""
        return PAGES[self._tabs.currentIndex()]

    def show_page(self, name: str) -> None:
        """Go to a page of ``PAGES``. Raises ValueError for another name."""
        self._tabs.setCurrentIndex(PAGES.index(name))

    def next_page(self) -> None:
        """Go to the next page, from the last to the first."""
        self._tabs.setCurrentIndex((self._tabs.currentIndex() + 1) % len(PAGES))
        self.focus_first()

    def reload(self) -> None:
        """Count again, and ask for the list on the screen again."""
        self.board.reload()
        page: Any = self._pages[self.page]
        if page is not self.board:
            page.reload()

    def focus_first(self) -> None:
        """Put the focus where a person begins: into the page on the screen."""
        page: Any = self._pages[self.page]
        page.take_focus()

    def chosen(self) -> Item | None:
        """Return the inquiry that is chosen in the list on the screen."""
        page = self._pages[self.page]
        return page.chosen() if isinstance(page, ListPage) else None

    def has_item(self) -> bool:
        """Whether an inquiry is chosen."""
        return self.chosen() is not None

    def has_asked(self) -> bool:
        """Whether an inquiry is chosen for which an extension waits."""
        item = self.chosen()
        return item is not None and item.asked is not None

    def open_item(self) -> None:
        """Open the chosen inquiry in My work."""
        item = self.chosen()
        if item is not None:
            self.inquiry_wanted.emit(item.line.row.id)

    def open_notice(self) -> None:
        """Show the notice of the chosen inquiry's last reminder, urging or supervision."""
        item = self.chosen()
        if item is not None:
            self.papers.open_notice(item.line.row.id)

    def approve(self) -> None:
        """Ask how many days are granted."""
        self._decide("approve_extension")

    def refuse_extension(self) -> None:
        """Ask why the due time stays."""
        self._decide("refuse_extension")

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Supervision"))
        self._tabs.setAccessibleName(self.tr("Parts of supervision"))
        self._say_tabs()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: from a question, from a list to the board."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.decide.asking:
            self._leave_form()
        elif self.page != "board":
            self.show_page("board")
            self.focus_first()

    def _build(self) -> None:
        self.setObjectName("supervision.pane")
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("supervision.tabs")
        self._tabs.setExpanding(False)
        self.strip = MessageStrip(self)
        self.board = BoardPage(self._jobs, self._words, self)
        self.lists = {name: ListPage(name, self._jobs, self._words, self) for name in LISTS}
        self.people = PeoplePage(self._jobs, self)
        self.digests = DigestPage(self._jobs, self)
        self.papers = PaperDesk(self._jobs, self)
        self._pages: dict[str, QWidget] = {
            "board": self.board,
            **self.lists,
            "people": self.people,
            "digests": self.digests,
        }
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self._tabs.addTab("")
            self._stack.addWidget(page)
        self.commands = CommandTable(PANE, self)
        self.decide = DecideForm(self._jobs, self._now, self)
        for name, page in self.lists.items():
            self._fill_foot(page, ("approve", "refuse") if name == "extensions" else ("notice",))
        self.lists["extensions"].foot.addWidget(self.decide)
        gap = theme.of_app().px("gap")
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap // 2, gap, gap)
        column.setSpacing(gap)
        column.addWidget(self._tabs)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)

    def _fill_foot(self, page: ListPage, names: tuple[str, ...]) -> None:
        """Put buttons under a list: what can be done with the chosen inquiry."""
        foot = QHBoxLayout()
        page.foot.addLayout(foot)
        foot.setSpacing(theme.of_app().px("pad"))
        for name in (*names, "open"):
            foot.addWidget(self.commands.button(f"supervision.{name}", page))
        foot.addStretch(1)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._go)
        self.board.listed.connect(self.listing_wanted)
        self.board.counted.connect(self._take)
        self.board.late_wanted.connect(self._show_late)
        self.board.unit_less.connect(self._show_unit_less)
        self.board.told.connect(self.strip.info)
        self.people.listed.connect(self.listing_wanted)
        for page in self.lists.values():
            page.opened.connect(self.inquiry_wanted)
            page.picked.connect(self._pick)
            page.refused.connect(self._refuse)
        for page in (self.board, self.people, self.digests, self.papers):
            page.refused.connect(self._refuse)
        self.decide.decided.connect(self._decided)
        self.decide.left.connect(self._leave_form)
        self.decide.refused.connect(self._refuse)
        self._jobs.changed.connect(self._follow)
        self._jobs.ticked.connect(self._tick)

    def _now(self) -> datetime:
        return self._board.now_at if self._board else datetime.fromisoformat("2000-01-01T00:00:00+00:00")

    def _go(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.commands.refresh()
        page: Any = self._pages[self.page]
        if page is not self.board and self.isVisible():
            page.reload()

    def _take(self, board: Board) -> None:
        self._board = board
        for page in self.lists.values():
            page.show_now(board.now_at, board.zone)
        self.people.model.show_now(board.now_at)
        self.digests.show_today(board.now_at.astimezone(board.zone).date())
        self._say_tabs()

    def _say_tabs(self) -> None:
        names = {
            "board": self.tr("Board"),
            "late": self.tr("Late"),
            "soon": self.tr("Due soon"),
            "returned": self.tr("Returned"),
            "extensions": self.tr("Extensions"),
            "no_unit": self.tr("Without a unit"),
            "people": self.tr("People"),
            "digests": self.tr("Digests"),
        }
        counts = presenting.counts_of(self._board) if self._board else {}
        for place, name in enumerate(PAGES):
            count = counts.get(name, 0)
            counted = self.tr("{name} ({count})").format(name=names[name], count=f"{count:,}")
            self._tabs.setTabText(place, counted if count else names[name])

    def _show_late(self, target: str) -> None:
        self.lists["late"].show_target(target)
        self.show_page("late")
        self.focus_first()

    def _show_unit_less(self) -> None:
        self.show_page("no_unit")
        self.focus_first()

    def _pick(self, _item: object) -> None:
        self.commands.refresh()

    def _decide(self, step: str) -> None:
        item = self.chosen()
        if item is not None and self._board is not None:
            self.decide.ask(step, item, self._board.zone)

    def _decided(self) -> None:
        self.strip.success(self.tr("Saved"))
        self.reload()
        self.focus_first()

    def _leave_form(self) -> None:
        self.decide.close_form()
        self.focus_first()

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if changes.entities & _FOLLOWED and self.isVisible():
            self.reload()

    def _tick(self, now: datetime) -> None:
        minute = f"{now:%d %H:%M}"
        if self.isVisible() and minute != self._minute:
            self._minute = minute
            self.reload()

    def _refuse(self, error: AppError) -> None:
        self.strip.danger(Refusal(error))
