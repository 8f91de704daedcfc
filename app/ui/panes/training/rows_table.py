"""A list whose rows are all known at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel

_MOST = 100_000


class RowsTable(LazyTableModel):
    """Shows the rows that it was given."""

    def __init__(self, columns: Sequence[Column], key_of: Callable[[Any], Any], parent: QObject | None = None) -> None:
        self._given: tuple[Any, ...] = ()
        super().__init__(columns, self._page, key_of, page=_MOST, parent=parent)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows."""
        self._given = tuple(rows)
        self.reload()

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[Any]:
        return self._given if after is None else ()
