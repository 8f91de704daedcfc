"""The list of inquiries: filters, table, and one line under it that says how many there are."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.models.accounts import Permission
from app.models.changes import Changes
from app.services import worklists
from app.services.worklists import Desk, Line, Listing
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Order
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import is_chinese, number
from app.ui.panes.work.filters import FilterBar
from app.ui.panes.work.marked_bar import MarkedBar
from app.ui.panes.work.marking_view import MarkingView
from app.ui.panes.work.table_model import GIVE_WAY, InquiryTable
from app.ui.panes.work.words import Words

_LEAST_SUMMARY = 192
#: So many pixels more show two clocks whole in English; they come before what the summary has besides its least.
_MORE_DUE = 56
#: So many more show most texts whole: names of categories and units, two late clocks in Chinese. Each takes a quarter
#: of what the summary can spare.
_MORE = {"due": 0, "category": 72, "unit": 112}
_MORE_CHINESE = {"due": 40, "category": 0, "unit": 40}


class InquiryList(QWidget):
    """Inquiries by filter. ``opened(id)`` Enter or double click, ``picked(id)`` while moving, ``refused(error)``.

    ``told(text)`` and ``warned(text)`` after a step for all marked ones.
    """

    opened = Signal(bytes)
    picked = Signal(bytes)
    refused = Signal(object)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._words = jobs, words
        self._stale = False
        self._wanted: bytes | None = None
        self._fitted: dict[str, int] = {}
        self._scale = theme.of_app().scale
        self._build()
        self._connect()
        self.retranslate()

    @property
    def listing(self) -> Listing:
        """What is shown."""
        return self.filters.listing

    def show_listing(self, listing: Listing) -> None:
        """Show other inquiries."""
        self.filters.show_listing(listing)
        self._ask(listing)

    def show_desk(self, desk: Desk) -> None:
        """Take time, place and people of the desk."""
        self.model.show_now(desk.now_at, desk.zone)
        self.marked.show_desk(desk)
        workers = [one for one in desk.people if one.may(Permission.WORK_INQUIRIES)]
        self.filters.show_people({one.id.hex(): one.display for one in workers})

    def reload(self) -> None:
        """Ask again; the inquiry that is chosen stays chosen where it is still on the first page."""
        line = self.view.row()
        self._wanted = line.row.id if line else self._wanted
        self._stale = False
        self.model.reload()

    def follow(self, changes: Changes) -> None:
        """Show what somebody saved: changed inquiries in their place, new ones when the list is at its top."""
        touched = [one for one in changes.touched if one.entity == "inquiry"]
        if any(one.created for one in touched) or (touched and not changes.whole):
            self._stale = True
            if self.isVisible() and self.view.verticalScrollBar().value() == 0:
                self.reload()
            return
        loaded = {line.row.id for line in self.model.lines()} if touched else set[bytes]()
        ids = [one for one in dict.fromkeys(changes.of("inquiry")) if one in loaded]
        if ids:
            self._jobs.ask(worklists.lines, key="lines", done=self.model.replace_lines, ids=ids)

    def select(self, inquiry: bytes) -> None:
        """Mark an inquiry if it is in the list, now or when it is loaded."""
        place = self.model.place_of(inquiry)
        self._wanted = inquiry if place is None else None
        if place is not None and place != self.view.currentIndex().row():
            self.view.select(place)

    def unmark(self) -> None:
        """Let every mark go and go back into the list."""
        self.marked.leave_form()
        self.view.unmark()
        self.view.setFocus()

    def leave_marks(self) -> bool:
        """Go one step back from what is asked for marked lines, or let the marks go; False where there are none."""
        if self.marked.leave_form():
            self.view.setFocus()
            return True
        if not self.view.marking:
            return False
        self.unmark()
        return True

    def focus_list(self) -> None:
        """Put the focus into the list, on its first line if none is chosen."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.select(0)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("Inquiries"))
        self._count_text()
        self._empty_text()
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as leave room for the summary."""
        super().resizeEvent(event)
        self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again for what was saved while the list was hidden."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _build(self) -> None:
        self.filters = FilterBar(self._jobs, self)
        self.model = InquiryTable(self._jobs, self._words, self)
        self._empty = EmptyState("work.empty", "work")
        self.marked = MarkedBar(self._jobs, self)
        self.view = MarkingView(self.model, name="work.inquiries", empty=self._empty, parent=self)
        self.marked.heir = self.view
        self._count = QLabel(self)
        self._count.setProperty("type", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.filters)
        column.addWidget(self.marked)
        column.addWidget(self.view, 1)
        column.addWidget(self._count, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.filters.left.connect(self.focus_list)
        self.filters.entered.connect(self.focus_list)
        self.view.opened.connect(self._open)
        self.view.picked.connect(self._pick)
        self.view.ordered.connect(self._show_order)
        self.view.marked.connect(self._mark)
        self.marked.left.connect(self.unmark)
        self.marked.told.connect(self.told)
        self.marked.warned.connect(self.warned)
        self.marked.refused.connect(self.refused)
        self.filters.views.refused.connect(self.refused)
        self.model.loaded.connect(self._loaded)
        self.model.refused.connect(self.refused)
        self._empty.acted.connect(self._widen)
        theme.of_app().changed.connect(self._fit_columns)

    def _ask(self, listing: Listing) -> None:
        self._wanted = None
        self.model.show_listing(listing)
        self._empty_text()

    def _open(self, line: Line) -> None:
        self.opened.emit(line.row.id)

    def _pick(self, line: Line | None) -> None:
        if line is not None:
            self.picked.emit(line.row.id)

    def _mark(self, _count: int) -> None:
        self.marked.show_marked(self.view.selected_rows() if self.view.marking else ())

    def _show_order(self, order: Order) -> None:
        names = {("due", False): "due", ("due", True): "due", ("opened", False): "oldest", ("opened", True): "opened"}
        self.show_listing(replace(self.listing, order=names[order.column, order.descending]))

    def _loaded(self, count: int, complete: bool) -> None:
        self._count_text()
        if self._wanted is not None and (place := self.model.place_of(self._wanted)) is not None:
            self._wanted = None
            self.view.select(place)
        elif count and self.view.hasFocus() and not self.view.currentIndex().isValid():
            self.view.select(0)  # the keyboard was here before the rows came

    def _count_text(self) -> None:
        count = self.model.rowCount()
        if self.model.complete:
            text = self.tr("%n inquir(y/ies)", "", count)
        else:
            text = self.tr("The first {count}; more come as you scroll").format(count=number(count))
        keys = self.tr("Enter opens, Space marks, F1 shows every key")
        self._count.setText(f"{text} · {keys}")
        self._count.setVisible(count > 0)

    def _empty_text(self) -> None:
        if self.listing.narrowed:
            self._empty.show_text(
                self.tr("No inquiry fits"),
                self.tr("Use fewer filters or other words. Closed ones show when “Open” is off."),
                self.tr("Clear filters"),
            )
        elif self.listing.mine:
            self._empty.show_text(
                self.tr("Nothing waits on your desk"),
                self.tr("What you dispatch, take on or are handed appears here."),
                self.tr("Show everyone's"),
            )
        else:
            self._empty.show_text(
                self.tr("No inquiry is open"), self.tr("Take a contact in Intake, and its inquiry appears here.")
            )

    def _widen(self) -> None:
        listing = Listing() if self.listing.narrowed else Listing(mine=False, open_only=self.listing.open_only)
        self.show_listing(listing)

    def _fit_columns(self) -> None:
        names = [column.name for column in self.model.columns]
        header = self.view.horizontalHeader()
        for place in range(len(names)):
            self.view.setColumnHidden(place, False)
        scale = theme.of_app().px("base") / 14
        if self._scale != theme.of_app().scale:  # the list has scaled its columns with the text
            grown, self._scale = theme.of_app().scale / self._scale, theme.of_app().scale
            self._fitted = {name: round(px * grown) for name, px in self._fitted.items()}
        least = {name: round(self.model.columns[names.index(name)].width * scale) for name in _MORE}
        ours = [  # of the others somebody chose the width
            name for name, px in least.items() if header.sectionSize(names.index(name)) in (px, self._fitted.get(name))
        ]
        chinese = is_chinese(languages.current())
        first = {"due": 0 if chinese else round(_MORE_DUE * scale)}
        for name in ours:
            header.resizeSection(names.index(name), least[name] + first.get(name, 0))
        room = self.width() - self.view.verticalScrollBar().sizeHint().width() - round(_LEAST_SUMMARY * scale)
        taken = sum(header.sectionSize(place) for place, name in enumerate(names) if name != "summary")
        for name in GIVE_WAY:
            if taken <= room:
                break
            place = names.index(name)
            taken -= header.sectionSize(place)
            self.view.setColumnHidden(place, True)
        spare = room - taken
        for name in ours:
            more = round((_MORE_CHINESE if chinese else _MORE)[name] * scale)
            wide = first.get(name, 0) + (min(more, spare // 4) if spare > 0 else spare)
            self._fitted[name] = least[name] + max(0, wide)
            if not self.view.isColumnHidden(names.index(name)):
                header.resizeSection(names.index(name), self._fitted[name])
