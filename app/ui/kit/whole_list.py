"""A list that is known whole: its lines are shown at once and in their order."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from app.ui.kit.columns import Column, Order
from app.ui.kit.tables import LazyTableModel

_MOST = 100_000


class WholeList(LazyTableModel):
    """Lines of any kind under columns that know how to show them; ``key`` tells one from another.

    Until its lines are first shown it has no rows and is not complete: nobody knows yet whether there are any.
    """

    def __init__(self, columns: Sequence[Column], key: Callable[[Any], Any], parent: QObject | None = None) -> None:
        self._lines: tuple[Any, ...] | None = None
        super().__init__(columns, self._page, key, page=_MOST, parent=parent)

    @property
    def lines(self) -> tuple[Any, ...]:
        """Every line, none before they are known."""
        return self._lines or ()

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show these lines."""
        self._lines = tuple(lines)
        self.reload()

    def _page(self, after: Any, limit: int, order: Order | None, filters: Mapping[str, Any]) -> Sequence[Any] | None:
        if self._lines is None:
            return None
        return self.lines if after is None else ()
