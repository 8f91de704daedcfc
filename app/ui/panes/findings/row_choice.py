"""Which finding is chosen once the rows of the ledger were read anew."""

from PySide6.QtCore import QObject, Signal

from app.services.finding_ledger import Sought
from app.ui.kit.table_view import TableView
from app.ui.panes.findings.ledger_model import LedgerTable

#: So many rows are looked through for a finding that was just written; behind them it is shown without its row.
_MOST = 2_000


class RowChoice(QObject):
    """The finding that was shown stays chosen where its row is still there, and one just written is chosen.

    ``shown(finding id)`` one that has no row in the list, to be shown beside it all the same; ``left_out()`` the
    filters hide what was just written; ``emptied()`` there is nothing to show.
    """

    shown = Signal(object)
    left_out = Signal()
    emptied = Signal()

    def __init__(self, view: TableView, model: LedgerTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._model = view, model
        self._written: bytes | None = None
        self._chosen: bytes | None = None
        self._rowless: tuple[bytes, Sought] | None = None
        self._at: tuple[int, Sought] = (0, model.sought)
        model.loaded.connect(self._settle)

    @property
    def is_rowless(self) -> bool:
        """Whether what is shown has no row. The list must not take the focus then: it would choose its first row."""
        return self._rowless is not None and self._rowless == (self._chosen, self._model.sought)

    def stay(self, finding: bytes | None) -> None:
        """Keep the finding that is shown now, None for none; the one behind it is chosen once it left the list."""
        self._chosen = finding
        self._at = max(0, self._view.currentIndex().row()), self._model.sought

    def want(self, finding: bytes) -> None:
        """Choose a finding that was just written, as soon as the rows are read again."""
        self._written = finding

    def _settle(self, count: int, complete: bool) -> None:
        if self._written is not None:
            self._look_for(self._written, count, complete)
            return
        place = self._place(self._chosen, count)
        if place is None and self.is_rowless:
            self.shown.emit(self._chosen)
        elif count and not self._view.currentIndex().isValid():
            self._choose_again(place, count, complete)
        elif not count:
            self._chosen = None
            self.emptied.emit()

    def _choose_again(self, place: int | None, count: int, complete: bool) -> None:
        """Choose the row of what was chosen, also on a later page; where it has none any more, the row behind it."""
        at, sought = self._at
        same = self._chosen is not None and sought == self._model.sought
        if place is None and same and not complete and count < _MOST:
            self._model.fetchMore()
            return
        behind = min(at, count - 1) if same else 0
        self._view.select(behind if place is None else place)

    def _look_for(self, written: bytes, count: int, complete: bool) -> None:
        place = self._place(written, count)
        if place is None and not complete and count < _MOST:
            self._model.fetchMore()
            return
        self._written, self._chosen = None, written
        if place is not None:
            self._view.select(place)
            return
        self._rowless = (written, self._model.sought)
        self._view.clearSelection()
        self.shown.emit(written)
        if complete:
            self.left_out.emit()

    def _place(self, finding: bytes | None, count: int) -> int | None:
        places = (at for at in range(count) if (row := self._model.row(at)) and row.finding.id == finding)
        return next(places, None)
