"""Routed right first time (KPI 2): the figure, how it is counted, what is left out, and every row behind it."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from app.models.routing_results import Period, RoutedRight, RoutedRow, RoutedVerdict
from app.services import routing_periods, wording
from app.services.routing_periods import RightBoard
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card, EmptyState
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.page import Page, muted
from app.ui.panes.settings.right_model import RightTable


class RightPage(Page):
    """For those who supervise: choose a stretch of time, and see the rows of one result or of all.

    ``inquiry_wanted(id)`` opens the inquiry of a row in My work.
    """

    inquiry_wanted = Signal(bytes)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("right", jobs, parent)
        self._board: RightBoard | None = None
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Count again."""
        period = Period(self.period.currentData())
        self.jobs.ask(routing_periods.board, key="right", done=self._show, failed=self.refuse, period=period)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        language = languages.current()
        self.set_heading(
            self.tr("Routed right first time"),
            self.tr(
                "A first dispatch is right when its unit took the inquiry on and it was not moved elsewhere (KPI 2). "
                "Enter opens the inquiry of a row."
            ),
        )
        for place, period in enumerate(Period):
            self.period.setItemText(place, wording.label("period", period.value, language))
        self.results.setItemText(0, self.tr("All results"))
        for place, verdict in enumerate(RoutedVerdict, start=1):
            self.results.setItemText(place, wording.label("routed_verdict", verdict.value, language))
        self.period.setAccessibleName(self.tr("Stretch of time"))
        self.results.setAccessibleName(self.tr("Results to list"))
        self.view.setAccessibleName(self.tr("First dispatches"))
        self._empty.show_text(
            self.tr("No first dispatch of this kind"), self.tr("Choose another stretch of time or another result.")
        )
        self._say()

    def _build(self) -> None:
        self.period, self.results = QComboBox(self), QComboBox(self)
        self.period.setObjectName("settings.right.period")
        self.results.setObjectName("settings.right.results")
        for period in Period:
            self.period.addItem("", period.value)
        for value in ("", *(one.value for one in RoutedVerdict)):
            self.results.addItem("", value)
        self._card = Card("", self)
        self.figure, self.formula, self.excluded, self.taken = (QLabel(self._card) for _ in range(4))
        self.figure.setProperty("type", "title")
        self.figure.setFont(theme.of_app().font("title", bold=True, tabular=True))
        self._card.body.addWidget(self.figure)
        for label in (self.formula, self.excluded, self.taken):
            self._card.body.addWidget(muted(label))
        self._empty = EmptyState("settings.no_dispatches", "dispatch")
        self.model = RightTable(self)
        self.view = TableView(self.model, name="settings.right_list", empty=self._empty, parent=self)
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for widget in (self.period, self.results):
            line.addWidget(widget)
        line.addStretch(1)
        self.body.addWidget(self._card)
        self.body.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.period.activated.connect(self._another)
        self.results.activated.connect(self._list)
        self.view.opened.connect(self._open)

    def _open(self, row: RoutedRow) -> None:
        self.inquiry_wanted.emit(row.inquiry)

    def _another(self, _place: int) -> None:
        self.refresh()

    def _show(self, board: RightBoard) -> None:
        self._board = board
        self._say()
        self._list()

    def _list(self, _place: int = 0) -> None:
        board = self._board
        if board is None:
            return
        wanted = self.results.currentData()
        rows = [row for row in board.right.rows if not wanted or row.verdict.value == wanted]
        self.model.show_rows(rows[::-1], board.units, board.now, ZoneInfo(board.time_zone))

    def _say(self) -> None:
        found = self._board.right if self._board is not None else RoutedRight(0, 0, {}, ())
        self.figure.setText("–" if found.share is None else f"{100 * found.share:.1f} %")
        self.formula.setText(
            self.tr("{right} right of {judged}: right ÷ (right + wrong unit)").format(
                right=found.numerator, judged=found.denominator
            )
        )
        left_out = [
            f"{wording.label('routed_verdict', verdict.value, languages.current())} {count}"
            for verdict, count in found.excluded.items()
            if count
        ]
        self.excluded.setText(self.tr("Left out: {parts}").format(parts=" · ".join(left_out)))
        self.excluded.setVisible(bool(left_out))
        self.taken.setText(self._taken(found))
        self.taken.setVisible(bool(found.suggested))

    def _taken(self, found: RoutedRight) -> str:
        text = self.tr("With a suggestion: {suggested}, of which {taken} went there").format(
            suggested=found.suggested, taken=found.taken
        )
        reasons = [
            f"{wording.label('override', code, languages.current())} {count}" for code, count in found.overrides.items()
        ]
        return text + (self.tr("; otherwise: {reasons}").format(reasons=" · ".join(reasons)) if reasons else "")
