"""What a list of the supervisor shows, as a table model: rows as they were last asked for, seen from a time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QObject

from app.ui.kit import languages, presenting_time
from app.ui.kit.columns import Column
from app.ui.kit.whole_list import WholeList


class BoardTable(WholeList):
    """The rows of one list in these columns; ``known_by`` gives by what a row is known again."""

    def __init__(
        self, columns: Sequence[Column], known_by: Callable[[Any], object], parent: QObject | None = None
    ) -> None:
        self._now_at, self._zone = datetime(2000, 1, 1, tzinfo=UTC), UTC
        self.known_by = known_by
        super().__init__(tuple(columns), known_by, parent)

    def show_rows(self, rows: Sequence[Any], now: datetime, zone: tzinfo) -> None:
        """Show these rows as seen from a time."""
        self._now_at, self._zone = now, zone
        self.show_lines(rows)

    def place_of(self, key: object) -> int | None:
        """Return the row of a key, or None."""
        return next((place for place, one in enumerate(self.lines) if self.known_by(one) == key), None)

    def ago(self, at: datetime) -> str:
        """Return a time as so long ago."""
        return presenting_time.relative(at, self._now_at, languages.current(), self._zone)

    def moment(self, at: datetime) -> str:
        """Return a time as day and hour."""
        return presenting_time.moment(at, self._now_at, languages.current(), self._zone)
