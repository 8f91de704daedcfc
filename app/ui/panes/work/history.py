"""The history of an inquiry: who set what, when, from what to what, straight from the journal."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.worklists import Changed
from app.ui.kit import languages
from app.ui.kit.columns import Column, Order
from app.ui.kit.presenting_time import moment
from app.ui.kit.table_view import TableView
from app.ui.kit.tables import LazyTableModel
from app.ui.panes.work import presenting
from app.ui.panes.work.words import Words


class HistoryList(QWidget):
    """A table of changes, the newest first."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._zone: tzinfo = UTC
        self._now_at = datetime(2000, 1, 1, tzinfo=UTC)
        self._lines: tuple[Changed, ...] = ()
        self.model = LazyTableModel(self._columns(), self._fetch, _key_of, page=1000, parent=self)
        self.view = TableView(self.model, name="work.history", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.retranslate()

    def show_history(self, lines: Sequence[Changed], now: datetime, zone: tzinfo) -> None:
        """Show another record's history."""
        self._lines, self._now_at, self._zone = tuple(reversed(lines)), now, zone
        self.model.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("History"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.reload()
        super().changeEvent(event)

    def _fetch(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[Changed]:
        start = 0 if after is None else self._lines.index(after) + 1
        return self._lines[start : start + limit]

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("at", QT_TRANSLATE_NOOP("tables", "When"), 136, show=self._when, sortable=False),
            Column("who", QT_TRANSLATE_NOOP("tables", "Who"), 84, sortable=False),
            Column("field", QT_TRANSLATE_NOOP("tables", "Field"), 84, show=self._field, sortable=False),
            Column("before", QT_TRANSLATE_NOOP("tables", "Former"), 0, show=self._before, sortable=False),
            Column("after", QT_TRANSLATE_NOOP("tables", "To"), 0, show=self._after, sortable=False),
        )

    def _when(self, line: Changed) -> str:
        return moment(line.at, self._now_at, languages.current(), self._zone)

    def _field(self, line: Changed) -> str:
        return self._words.field(line.field)

    def _before(self, line: Changed) -> str:
        return presenting.value(line.field, line.before, languages.current(), self._zone) if line.field else ""

    def _after(self, line: Changed) -> str:
        return presenting.value(line.field, line.after, languages.current(), self._zone) if line.field else ""


def _key_of(line: Changed) -> Changed:
    return line
