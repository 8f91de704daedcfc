"""My work: the list of inquiries beside the opened one, and the calls that we owe."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.models.changes import Changes
from app.models.errors import AppError, NothingToUndo, NotSignedIn, UndoNever, UndoNotSafe
from app.services import undo, worklists
from app.services.worklists import Desk, Listing
from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.work.callbacks_list import CallbackList
from app.ui.panes.work.cluster_alerts import ClusterAlerts
from app.ui.panes.work.commands import LIST
from app.ui.panes.work.detail import InquiryDetail
from app.ui.panes.work.list_commands import ListCommands
from app.ui.panes.work.listing import InquiryList
from app.ui.panes.work.reckon_news import ReckonNews
from app.ui.panes.work.reminded_bar import RemindedBar
from app.ui.panes.work.undecided_bar import UndecidedBar
from app.ui.panes.work.words import Words
from app.ui.parts.refusal import Refusal
from app.ui.parts.unit_spelling import UnitSpelling

#: What the shell may ask for by name, as its bottom strip does.
FILTERS = {
    "due_today": Listing(mine=False, due="today", order="due"),
    "overdue": Listing(mine=False, due="overdue", order="due"),
    "open": Listing(mine=False),
    "mine": Listing(),
}
_DETAIL_SHARE = 0.48
_FOLLOWED = frozenset(
    {"inquiry", "inquiry_event", "contact_inquiry", "contact_amendment", "promise", "promise_outcome"}
)


class WorkPane(ListCommands):
    """``call_requested(number, callback id)`` and ``add_contact_requested(inquiry id)`` are for the shell."""

    call_requested = Signal(str, object)
    add_contact_requested = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._desk: Desk | None = None
        self._last: Changes | None = None
        self._stands = False
        UnitSpelling(jobs, self)
        self._words = Words(self)
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Take who is at the desk and what time it is; another person finds nothing of the former one.

        The shell may call this when another person signs in; it happens whenever the pane is shown.
        """
        try:
            desk = self._jobs.office.ask(worklists.desk)
        except NotSignedIn:
            self._desk = None
            self.detail.clear()
            return
        former, self._desk = self._desk, desk
        for part in (self.list, self.detail, self.callbacks):
            part.show_desk(desk)
        self.commands.refresh()
        if former is None or former.person.id != desk.person.id:
            self.close_detail()
            self.detail.clear()
            self.strip.clear()
            self.list.show_listing(Listing())
            for told in (self.alerts, self.news, self.reminded, self.undecided):
                told.begin()
        self.callbacks.reload()

    def show_inquiry(self, inquiry: bytes) -> None:
        """Open one inquiry beside the list."""
        self._be_ready()
        self._tabs.setCurrentIndex(0)
        self._open(inquiry)

    def show_callbacks(self) -> None:
        """Show the calls that we owe."""
        self._be_ready()
        self._tabs.setCurrentIndex(1)
        self.callbacks.focus_list()

    def apply_filter(self, name: str) -> None:
        """Show a list by the name of ``FILTERS``. Raises KeyError for another name."""
        self.show_listing(FILTERS[name])

    def show_listing(self, listing: Listing) -> None:
        """Show the list that somebody asked for elsewhere."""
        self._be_ready()
        self._tabs.setCurrentIndex(0)
        self.close_detail()
        self.list.show_listing(listing)

    def focus_first(self) -> None:
        """Put the focus where a person begins: into the list."""
        if self._tabs.currentIndex() == 1:
            self.callbacks.focus_list()
        else:
            self.list.focus_list()

    def reload(self) -> None:
        """Ask for everything on the screen again."""
        self.refresh()
        self.list.reload()
        self.detail.reload()

    def clear_filters(self) -> None:
        """Show what lies on this desk."""
        self.apply_filter("mine")

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("My work"))
        self._tabs.setAccessibleName(self.tr("Parts of my work"))
        self._tabs.setTabText(0, self.tr("Inquiries"))
        self._show_counts(*self._counts)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the undo: it belongs to what was on the screen."""
        super().hideEvent(event)
        self._last = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shares of list and detail."""
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: from a question, from the opened inquiry, to the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._tabs.currentIndex() == 1:
            self.callbacks.leave_form()
            self.callbacks.focus_list()
        elif not self.detail.leave_form() and not self.list.leave_marks():
            self.close_detail()
            self.list.focus_list()

    def _build(self) -> None:
        self.setObjectName("work.pane")
        self._counts = (0, 0)
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("work.tabs")
        self._tabs.setExpanding(False)
        self._tabs.addTab("")
        self._tabs.addTab("")
        self.strip = MessageStrip(self)
        self.reminded, self.undecided = RemindedBar(self._jobs, self), UndecidedBar(self._jobs, self)
        self.alerts = ClusterAlerts(self._jobs, self.strip, self)
        self.news = ReckonNews(self._jobs, self.strip, self)
        self.list = InquiryList(self._jobs, self._words, self)
        self.detail = InquiryDetail(self._jobs, self._words, self)
        self.detail.hide()
        self.callbacks = CallbackList(self._jobs, self._words, self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.list)
        self._split.addWidget(self.detail)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._split)
        self._pages.addWidget(self.callbacks)
        self.commands = CommandTable(LIST, self)
        gap = theme.of_app().px("gap")
        self.detail.setContentsMargins(gap, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap // 2, gap, gap)
        column.setSpacing(gap)
        for widget in (self._tabs, self.reminded, self.undecided, self.strip, self._pages):
            column.addWidget(widget, widget is self._pages)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.list.opened.connect(self._open)
        self.list.picked.connect(self._follow_choice)
        self.detail.closing.connect(self._back)
        self.detail.contact_wanted.connect(self.add_contact_requested)
        self.callbacks.call_requested.connect(self.call_requested)
        self.callbacks.inquiry_wanted.connect(self.show_inquiry)
        self.callbacks.counted.connect(self._show_counts)
        for part in (self.list, self.detail, self.callbacks):
            part.told.connect(self._tell)
        self.list.warned.connect(self.strip.warning)
        self.list.marked.merged.connect(self._tell_merged)
        self._connect_list()
        for part in (self.list, self.detail, self.callbacks, self.reminded):
            part.refused.connect(self._refuse)
        self._jobs.changed.connect(self._follow)
        self._jobs.ticked.connect(self._tick)
        for told in (self.alerts, self.news, self.reminded):
            told.wanted.connect(self.show_inquiry)
        self.alerts.listed.connect(self.list.show_listing)

    def _be_ready(self) -> None:
        if self._desk is None:
            self.refresh()

    def _open(self, inquiry: bytes) -> None:
        if not self.detail.isVisibleTo(self):
            self.list.setContentsMargins(0, 0, theme.of_app().px("gap"), 0)
            self.detail.show()
            self._share()
        self.detail.show_inquiry(inquiry)
        self.list.select(inquiry)
        self.detail.tabs.setFocus()

    def _follow_choice(self, inquiry: bytes) -> None:
        if self.detail.isVisibleTo(self):
            self.detail.show_inquiry(inquiry)

    def _back(self) -> None:
        self.close_detail()
        self.list.focus_list()

    def _share(self) -> None:
        wide = self._split.width()
        detail = max(420, round(wide * _DETAIL_SHARE))
        self._split.setSizes([max(1, wide - detail), detail])

    def _follow(self, changes: Changes, initiator: object) -> None:
        ours = initiator in (self.detail, self.callbacks, self.list.marked)
        if self._desk is None or not (ours or changes.touched):
            return
        self._last = changes if ours and undo.is_safe(changes) else None
        self._stands = ours and self._last is None and bool(changes.touched)
        self.list.follow(changes)
        self.callbacks.follow(changes)
        if changes.entities & _FOLLOWED and self.detail.isVisibleTo(self):
            self.detail.reload()

    def _tick(self, now: datetime) -> None:
        if self._desk is not None and self.isVisible():
            self.list.model.show_now(now, self._desk.zone)
            self.detail.show_now(now)
            self.callbacks.show_now(now)

    def _tell(self, text: str) -> None:
        self.strip.success(text, undo=self._undo if self._last else None)

    def undo_last(self) -> None:
        """Take the last command of this pane back, or say why it stands."""
        if not self.strip.take_back():
            self._undo()

    def _undo(self) -> None:
        changes, self._last = self._last, None
        if changes is None:
            self.strip.info(Refusal(UndoNever() if self._stands else NothingToUndo())())  # nothing has failed
        else:
            self._jobs.do(undo.take_back, done=self._undone, failed=self._refuse, initiator=self, changes=changes)

    def _undone(self, _count: object) -> None:
        self.strip.success(self.tr("Taken back"))

    def _refuse(self, error: AppError) -> None:
        self.strip.danger(Refusal(error))
        if isinstance(error, UndoNotSafe):  # written by another program: nobody told this pane
            self.reload()

    def _show_counts(self, owed: int, late: int) -> None:
        self._counts = owed, late
        text = self.tr("Call-backs")
        if owed:
            text = self.tr("Call-backs ({count})").format(count=owed)
        if late:
            text = self.tr("Call-backs ({count}, {late} late)").format(count=owed, late=late)
        self._tabs.setTabText(1, text)
