"""The page of the answers that were found: a line that says what they are, or that none of them fits, and the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.panes.intake.no_fit import NoFit
from app.ui.panes.intake.result_list import ResultList


class FoundPage(QWidget):
    """``own_knowledge()`` when the caller is answered without any of them.

    No start waits for what offers that: it is made once somebody goes to the search line, see `prepare`.
    """

    own_knowledge = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel(self)
        self._head.setProperty("type", "label")
        self._none: NoFit | None = None
        self.list = ResultList("intake.results", self)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)

    def say(self, headline: str, *, none_fits: bool) -> None:
        """Say what the answers are; where none fits, that and what to do then stand in its place."""
        self._head.setVisible(not none_fits)
        self._head.setText(headline)
        if none_fits:
            self._offer().show()
        elif self._none is not None:
            self._none.hide()

    def prepare(self) -> None:
        """Make what the first keys of a search would else wait for; the second time there is nothing to do."""
        if self._none is None:
            self._offer()
            self.list.prepare()

    def _offer(self) -> NoFit:
        if self._none is None:
            self._none = NoFit(self)
            self._none.hide()
            self._none.own_knowledge.connect(self.own_knowledge)
            self._column.insertWidget(0, self._none)
        return self._none
