"""What a list of the supervisor shows, as a table model: rows as they were last asked for, seen from a time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QObject

from app.ui.kit import languages, presenting_time
from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel

_MOST = 1000


class BoardTable(LazyTableModel):
    """The rows of one list in these columns; ``known_by`` gives by what a row is known again."""

    def __init__(
        self, columns: Sequence[Column], known_by: Callable[[Any], object], parent: QObject | None = None
    ) -> None:
        self._now_at, self._zone = datetime(2000, 1, 1, tzinfo=UTC), UTC
        self._shown: tuple[Any, ...] = ()
        self.known_by = known_by
        super().__init__(tuple(columns), self._page, known_by, page=_MOST, parent=parent)

    def show_rows(self, rows: Sequence[Any], now: datetime, zone: tzinfo) -> None:
        """Show these rows as seen from a time."""
        self._shown, self._now_at, self._zone = tuple(rows), now, zone
        self.reload()

    def place_of(self, key: object) -> int | None:
        """Return the row of a key, or None."""
        return next((place for place, one in enumerate(self._shown) if self.known_by(one) == key), None)

    def ago(self, at: datetime) -> str:
        """Return a time as so long ago."""
        return presenting_time.relative(at, self._now_at, languages.current(), self._zone)

    def moment(self, at: datetime) -> str:
        """Return a time as day and hour."""
        return presenting_time.moment(at, self._now_at, languages.current(), self._zone)

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[Any]:
        return self._shown if after is None else ()
