"""The board with its figures above it, by unit or by person."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.policies import Target
from app.models.supervision import BoardLine
from app.services import supervision, wording
from app.services.supervision import Board
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.flow import FlowLayout
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment, number
from app.ui.panes.supervision import presenting
from app.ui.panes.supervision.board_model import BoardTable
from app.ui.panes.supervision.board_view import BoardView
from app.ui.panes.supervision.words import Words

_BY = ("unit", "owner")


class BoardPage(QWidget):
    """``listed(Listing)`` a cell was opened, ``late_wanted(target)`` "" for all, ``unit_less()`` the cell of no unit,
    ``counted(Board)``, ``told(text)``, ``refused(error)``.
    """

    listed = Signal(object)
    late_wanted = Signal(str)
    unit_less = Signal()
    counted = Signal(object)
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._words = jobs, words
        self._board: Board | None = None
        self._by = "unit"
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Count again."""
        self._jobs.ask(supervision.board, key="board", done=self._show, failed=self.refused.emit)

    def show_by(self, by: str) -> None:
        """Show the lines of units or of people (``unit``, ``owner``)."""
        self._by = by
        for name, button in self._switches.items():
            button.setChecked(name == by)
        self._fill()

    def take_focus(self) -> None:
        """Put the focus on the board, on its first cell if none is chosen."""
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 1))
        self.view.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("Board: open inquiries by state"))
        for name, text in zip(_BY, (self.tr("By unit"), self.tr("By person")), strict=True):
            self._switches[name].setText(text)
            self._switches[name].setAccessibleName(text)
        self._empty.show_text(
            self.tr("Nothing is open"), self.tr("Every inquiry is closed. What is opened from now on appears here.")
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        gap = theme.of_app().px("pad")
        self._figures = QLabel(self)
        self._figures.setTextFormat(Qt.TextFormat.PlainText)
        self._figures.setProperty("type", "section")
        self._switches = {name: QPushButton(self) for name in _BY}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(gap)
        top.addWidget(self._figures, 1)
        for name, button in self._switches.items():
            button.setObjectName(f"supervision.by_{name}")
            button.setCheckable(True)
            button.setChecked(name == self._by)
            top.addWidget(button)
        self._promises = QWidget(self)
        row = FlowLayout(self._promises, gap=gap)
        self._late_of = {target: QPushButton(self._promises) for target in Target}
        for target, button in self._late_of.items():
            button.setObjectName(f"supervision.late_{target.value}")
            button.setProperty("target", target.value)
            row.addWidget(button)
            button.hide()
        self.model = BoardTable(self._words, self)
        self._empty = EmptyState("supervision.nothing", "supervision")
        self.view = BoardView(self.model, empty=self._empty, parent=self)
        self._legend = QLabel(self)
        self._legend.setProperty("type", "hint")
        self._legend.setWordWrap(True)
        column.addWidget(self._promises)
        column.addWidget(self.view, 1)
        column.addWidget(self._legend)

    def _connect(self) -> None:
        self.view.cell_opened.connect(self._open)
        for name, button in self._switches.items():
            button.clicked.connect({"unit": self._by_unit, "owner": self._by_owner}[name])
        for button in self._late_of.values():
            button.clicked.connect(self._want_late)

    def _by_unit(self) -> None:
        self.show_by("unit")

    def _by_owner(self) -> None:
        self.show_by("owner")

    def _want_late(self) -> None:
        button: Any = self.sender()
        self.late_wanted.emit(str(button.property("target")))

    def _show(self, board: Board) -> None:
        self._board = board
        self._fill()
        self._say()
        self.counted.emit(board)

    def _fill(self) -> None:
        """Show the lines; the cell that was chosen stays chosen where it still is."""
        if self._board is None:
            return
        line, column = self.view.row(), self.view.currentIndex().column()
        whole = line is not None and not self.model.by_of(line)
        self.model.show_board(self._board, self._by)
        self.view.fit_columns()
        place = self.model.place_of(line.key, whole=whole) if line is not None else None
        if place is not None:
            self.view.setCurrentIndex(self.model.index(place, column))

    def _say(self) -> None:
        board = self._board
        if board is None:
            return
        language = languages.current()
        load = board.everything.load
        figures = self.tr("{late} late · {soon} due soon · {all} open").format(
            late=number(load.late), soon=number(load.soon), all=number(load.total)
        )
        self._figures.setText(figures)
        for target, button in self._late_of.items():
            count = board.late.get(target, 0)
            name = wording.label("target", target.value, language)
            button.setText(self.tr("{promise}: {count} late").format(promise=name, count=number(count)))
            button.setAccessibleName(button.text())
            button.setVisible(bool(count))
        self._promises.setVisible(bool(board.late))
        self._legend.setText(
            self.tr("Red: late. Amber: due before {when}, by the working calendar. Gray: all others. Enter lists them.")
            .format(when=_when(board.soon_until, board, language))
        )  # fmt: skip

    def _open(self, line: BoardLine, column: str) -> None:
        by = self.model.by_of(line)
        listing = presenting.listing_of(line, column, by=by)
        if listing is not None:
            self.listed.emit(listing)
        elif by == "unit":
            self.unit_less.emit()
        else:
            self.told.emit(self.tr("These belong to nobody: open them by their unit, and hand them over"))


def _when(at: datetime, board: Board, language: str) -> str:
    return moment(at, board.now_at, language, board.zone)
