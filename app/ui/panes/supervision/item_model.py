"""Lists of inquiries for who supervises, as a table model that asks page by page."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.models.errors import AppError
from app.services import supervision, wording
from app.services.supervision import Item
from app.services.worklists import Key
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import is_chinese
from app.ui.kit.tables import LazyTableModel
from app.ui.panes.supervision.words import Words

Index = QModelIndex | QPersistentModelIndex


class ItemTable(LazyTableModel):
    """Inquiries of one list of ``supervision.LISTS``. ``refused(error)`` when a page could not be had."""

    refused = Signal(object)

    def __init__(self, wanted: str, jobs: Jobs, words: Words, parent: QObject | None = None) -> None:
        self._wanted, self._jobs, self._words = wanted, jobs, words
        self._inside = False
        self._answer: Sequence[Item] | None = None
        self._now_at, self._zone = datetime(2000, 1, 1, tzinfo=UTC), UTC
        size = 100 if wanted in supervision.PAGED else supervision.MOST + 1
        super().__init__(self._columns(), self._ask, _key_of, page=size, parent=parent)
        self.filters = {"target": ""}

    def show_now(self, now: datetime, zone: tzinfo) -> None:
        """Say due times as seen from now."""
        self._now_at, self._zone = now, zone

    def show_target(self, target: str) -> None:
        """Show those of one promise, "" for all."""
        self.set_filters({"target": target})

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one cell; a tool tip holds the exact times, or a long text in full."""
        if role != Qt.ItemDataRole.ToolTipRole:
            return super().data(index, role)
        item: Item | None = self.row(index.row())
        column = self.columns[index.column()]
        if item is None or column.name != "due":
            return None if item is None else column.text(item)
        return self._words.tip(item.line.row, self._zone)

    def _ask(self, after: Key | None, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Any:
        # An executor of tests answers within the call; a reader thread answers later, through `receive`.
        self._inside, self._answer = True, None
        self._jobs.ask(
            supervision.items, key="page", done=self._take, failed=self._refuse,
            wanted=self._wanted, target=filters["target"], after=after, limit=limit,
        )  # fmt: skip
        self._inside = False
        return self._answer

    def _take(self, items: Sequence[Item]) -> None:
        if self._inside:
            self._answer = items
        else:
            self.receive(items)

    def _refuse(self, error: AppError) -> None:
        self._take(())
        self.refused.emit(error)

    def _columns(self) -> tuple[Column, ...]:
        texts = {
            "number": (QT_TRANSLATE_NOOP("tables", "Number"), 146, _number),
            "unit": (QT_TRANSLATE_NOOP("tables", "Unit"), 148, _unit),
            "summary": (QT_TRANSLATE_NOOP("tables", "Summary"), 0, _summary),
            "owner": (QT_TRANSLATE_NOOP("tables", "Owner"), 96, _owner),
            "why": (QT_TRANSLATE_NOOP("tables", "Why it came back"), 200, self._words.why_returned),
            "asked": (QT_TRANSLATE_NOOP("tables", "What is asked for"), 320, self._asked),
            "times": (QT_TRANSLATE_NOOP("tables", "Returned"), 80, _times),
        }
        more = {"returned": ("times", "why"), "extensions": ("asked",)}.get(self._wanted, ())
        made = {
            name: Column(name, header, width, show=show, sortable=False)
            for name, (header, width, show) in texts.items()
        }
        due = Column("due", QT_TRANSLATE_NOOP("tables", "Due"), 280, "chips", show=self._due, tone=self._due_tone,
                     sortable=False)  # fmt: skip
        state = Column("state", QT_TRANSLATE_NOOP("tables", "State"), 124, "chip", show=_state, sortable=False)
        shown = () if self._wanted in ("returned", "extensions") else (state,)
        extra = tuple(made[name] for name in more)
        return (made["number"], *shown, due, *extra, made["summary"], made["unit"], made["owner"])

    def _due(self, item: Item) -> str:
        return self._words.promises(item.line.row, self._now_at, self._zone)

    def _due_tone(self, item: Item) -> str:
        row = item.line.row
        dues = sorted(mark.due_at for mark in row.clocks if mark.met_at is None and mark.state.value != "paused")
        if not dues and row.falls_due_at is not None:
            dues = [row.falls_due_at]
        return "|".join("danger" if at < self._now_at else "warning" for at in dues)

    def _asked(self, item: Item) -> str:
        return self._words.asked(item, self._now_at, self._zone)


def _key_of(item: Item) -> Key:
    return item.key


def _number(item: Item) -> str:
    return item.line.row.number


def _unit(item: Item) -> str:
    return item.line.unit[0 if is_chinese(languages.current()) else 1]


def _summary(item: Item) -> str:
    return item.line.row.summary or ""


def _owner(item: Item) -> str:
    return item.line.owner


def _times(item: Item) -> str:
    return f"{item.bounces}×"


def _state(item: Item) -> str:
    return wording.state_of(item.line.row, languages.current())
