"""The list of inquiries as a table model: pages come from reader threads, a changed one is replaced in its place."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.models.errors import AppError
from app.models.inquiries import DONE, Urgency
from app.services import wording, worklists
from app.services.worklists import Key, Line, Listing
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import exact, relative
from app.ui.kit.tables import LazyTableModel
from app.ui.panes.work import clock_words, presenting
from app.ui.panes.work.clock_words import ClockChip
from app.ui.panes.work.words import Words

Index = QModelIndex | QPersistentModelIndex
#: In which order columns give way where the list is narrow; state, due time and summary always stay.
GIVE_WAY = ("owner", "unit", "opened", "channel", "category", "urgency", "caller", "number")


class InquiryTable(LazyTableModel):
    """Inquiries of a ``Listing``. ``refused(error)`` when a page could not be had."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, words: Words, parent: QObject | None = None) -> None:
        self._jobs, self._words = jobs, words
        self._inside = False
        self._answer: Sequence[Line] | None = None
        self._now_at = datetime(2000, 1, 1, tzinfo=UTC)
        self._zone: tzinfo = UTC
        super().__init__(self._columns(), self._ask, _key_of, parent=parent)
        self.filters = {"listing": Listing()}

    @property
    def listing(self) -> Listing:
        """What the list shows."""
        return self.filters["listing"]

    def show_listing(self, listing: Listing) -> None:
        """Show other inquiries."""
        self.order = None
        self.set_filters({"listing": listing})

    def show_now(self, now: datetime, zone: tzinfo) -> None:
        """Say how long each has left as seen from now; repaints once a minute at most."""
        same = self._now_at.replace(second=0, microsecond=0) == now.replace(second=0, microsecond=0)
        self._now_at, self._zone = now, zone
        if not same and self.rowCount():
            self._cells.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def lines(self) -> list[Line]:
        """Return every line that is loaded."""
        return [line for page in self._pages for line in page.rows or ()]

    def place_of(self, inquiry: bytes) -> int | None:
        """Return the row in which a loaded inquiry stands, or None."""
        return next((place for place, line in enumerate(self.lines()) if line.row.id == inquiry), None)

    def replace_lines(self, changed: Mapping[bytes, Line]) -> None:
        """Show these inquiries as they are now, where they stand: a list must not jump under a person's hand."""
        start = 0
        for page in self._pages:
            rows = list(page.rows or ())
            for offset, line in enumerate(rows):
                if line.row.id in changed:
                    rows[offset] = changed[line.row.id]
                    at = start + offset
                    self._cells.pop(at, None)
                    self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
            page.rows = rows
            start += page.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one cell; a tool tip holds the exact time, the whole path of a category, or a long text in full."""
        if role == Qt.ItemDataRole.ToolTipRole:
            line = self.row(index.row())
            return None if line is None else self._tip(self.columns[index.column()].name, line)
        return super().data(index, role)

    def _ask(
        self, after: Key | None, limit: int, order: Order | None, filters: Mapping[str, Any]
    ) -> Sequence[Any] | None:
        # An executor of tests answers within the call; a reader thread answers later, through `receive`.
        self._inside, self._answer = True, None
        self._jobs.ask(
            worklists.page,
            key="page",
            done=self._take,
            failed=self._refuse,
            listing=filters["listing"],
            after=after,
            limit=limit,
        )
        self._inside = False
        return self._answer

    def _take(self, lines: Sequence[Line]) -> None:
        if self._inside:
            self._answer = lines
        else:
            self.receive(lines)

    def _refuse(self, error: AppError) -> None:
        self._take(())
        self.refused.emit(error)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("number", QT_TRANSLATE_NOOP("tables", "Number"), 140, show=_number, sortable=False),
            Column(
                "state",
                QT_TRANSLATE_NOOP("tables", "State"),
                140,
                "chip",
                show=_state,
                tone=_state_tone,
                sortable=False,
            ),
            Column("due", QT_TRANSLATE_NOOP("tables", "Due"), 264, "chips", show=self._due, tone=self._due_tone),
            Column(
                "urgency",
                QT_TRANSLATE_NOOP("tables", "Urgency"),
                84,
                "chip",
                show=_urgency,
                tone=_urgency_tone,
                sortable=False,
            ),
            Column("summary", QT_TRANSLATE_NOOP("tables", "Summary"), 0, show=self._summary, sortable=False),
            Column("caller", QT_TRANSLATE_NOOP("tables", "Caller"), 116, show=_caller, sortable=False),
            Column("category", QT_TRANSLATE_NOOP("tables", "Category"), 128, show=_category, sortable=False),
            Column("unit", QT_TRANSLATE_NOOP("tables", "Unit"), 136, show=_unit, sortable=False),
            Column("channel", QT_TRANSLATE_NOOP("tables", "Channel"), 96, show=_channel, sortable=False),
            Column("opened", QT_TRANSLATE_NOOP("tables", "Opened"), 132, "time", show=self._opened),
            Column("owner", QT_TRANSLATE_NOOP("tables", "Owner"), 88, show=_owner, sortable=False),
        )

    def _due(self, line: Line) -> str:
        if line.row.state in DONE:
            return self._words.due(line.row.due_at, self._now_at, self._zone, done=True)
        return clock_words.text_of(self._chips(line))

    def _due_tone(self, line: Line) -> str:
        return "" if line.row.state in DONE else clock_words.tones_of(self._chips(line))

    def _chips(self, line: Line) -> list[ClockChip]:
        return self._words.clocks.chips(line.row, self._now_at, self._zone, owed_only=True)

    def _summary(self, line: Line) -> str:
        summary = line.row.summary or ""
        return self._words.of_an_incident(summary) if line.row.cluster else summary

    def _opened(self, line: Line) -> str:
        return relative(line.row.opened_at, self._now_at, languages.current(), self._zone)

    def _tip(self, name: str, line: Line) -> str:
        language = languages.current()
        if name == "due":
            return self._words.clocks.tip(line.row, self._now_at, self._zone)
        if name == "opened":
            return exact(line.row.opened_at, language, self._zone)
        if name == "category":
            return presenting.category(line.row.category, language, whole=True)
        return self.columns[[column.name for column in self.columns].index(name)].text(line)


def _key_of(line: Line) -> Key:
    return line.key


def _number(line: Line) -> str:
    return line.row.number


def _state(line: Line) -> str:
    return wording.state_of(line.row, languages.current())


def _state_tone(line: Line) -> str:
    return presenting.state_tone(line.row.state)


def _urgency(line: Line) -> str:
    if line.row.urgency is Urgency.NORMAL:
        return ""  # most are: a word in every row would hide those that are not
    return wording.label("urgency", line.row.urgency.value, languages.current())


def _urgency_tone(line: Line) -> str:
    return presenting.urgency_tone(line.row.urgency)


def _caller(line: Line) -> str:
    return line.caller


def _category(line: Line) -> str:
    return presenting.category(line.row.category, languages.current())


def _unit(line: Line) -> str:
    return presenting.unit(line, languages.current())


def _channel(line: Line) -> str:
    return wording.label("channel", line.row.channel, languages.current())


def _owner(line: Line) -> str:
    return line.owner
