"""A list that is known whole: its lines are shown at once and in their order."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel

_MOST = 100_000


class WholeList(LazyTableModel):
    """Lines of any kind under columns that know how to show them; ``key`` tells one from another."""

    def __init__(self, columns: tuple[Column, ...], key: Callable[[Any], Any], parent: QObject | None = None) -> None:
        self._lines: tuple[Any, ...] = ()
        super().__init__(columns, self._page, key, page=_MOST, parent=parent)

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show these lines."""
        self._lines = tuple(lines)
        self.reload()

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[Any]:
        return self._lines if after is None else ()
