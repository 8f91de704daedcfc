"""The bottom strip: how much is open, due today, overdue, and how many calls we owe; each figure is a link."""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.changes import Changes
from app.models.errors import AppError
from app.services import inquiries
from app.services.inquiries import Today
from app.ui.kit import theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import number
from app.ui.shell.bars import Bar, PaintedButton

#: What changes one of the figures.
_COUNTED = frozenset({"inquiry", "inquiry_event", "callback", "setting"})
_HEIGHT, _PAD, _GAP = 40, 10, 6


class FigureLink(PaintedButton):
    """A figure with its word: `asked(name)` when pressed. ``tone`` colors a figure above zero."""

    asked = Signal(str)

    def __init__(self, name: str, tone: str, parent: QWidget) -> None:
        super().__init__(f"desk.today.{name}", parent)
        self._name = name
        self._tone = tone
        self._figure: int | None = None
        self.clicked.connect(self._ask)

    @property
    def figure(self) -> int | None:
        """What is shown, None before the first answer."""
        return self._figure

    def show_figure(self, figure: int) -> None:
        """Show another figure."""
        if figure != self._figure:
            self._figure = figure
            self._name_it()
            self.updateGeometry()
            self.update()

    def set_word(self, word: str) -> None:
        """Show the word in the language of the window."""
        self.setText(word)
        self._name_it()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for figure and word."""
        looks = theme.of_app()
        figure = QFontMetrics(looks.font(bold=True, tabular=True)).horizontalAdvance(self._shown())
        return QSize(figure + QFontMetrics(looks.font()).horizontalAdvance(self.text()) + 2 * _PAD + _GAP + 8, 28)

    def paint_face(self, painter: QPainter, field: QRectF) -> None:
        """Paint the figure, then its word."""
        looks = theme.of_app()
        line = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        inner = field.adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(looks.font(bold=True, tabular=True))
        painter.setPen(looks.color(self._tone if self._figure else "text"))
        painter.drawText(inner, line, self._shown())
        taken = painter.fontMetrics().horizontalAdvance(self._shown()) + _GAP
        painter.setFont(looks.font())
        painter.setPen(looks.color("muted"))
        painter.drawText(inner.adjusted(taken, 0, 0, 0), line, self.text())

    def _shown(self) -> str:
        return "–" if self._figure is None else number(self._figure)

    def _name_it(self) -> None:
        self.setAccessibleName(f"{self.text()}: {self._shown()}")

    def _ask(self) -> None:
        self.asked.emit(self._name)


class BottomStrip(Bar):
    """Asks for the figures after each commit that may change them, and when a minute has passed.

    `asked(name)` with open, due_today, overdue, callbacks or reminded; `counted(Today)` when new figures came.
    Reminders stand there only while there are any.
    """

    asked = Signal(str)
    counted = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("desk.today", "top", parent)
        self._jobs = jobs
        self._minute: tuple[int, int] | None = None
        self._links = {
            name: FigureLink(name, tone, self)
            for name, tone in (
                ("open", "text"),
                ("due_today", "warning"),
                ("overdue", "danger"),
                ("callbacks", "accent"),
                ("reminded", "danger"),
            )
        }
        self._build()
        jobs.changed.connect(self._follow)
        jobs.ticked.connect(self._tick)

    def refresh(self) -> None:
        """Ask for the figures; an older question still under way is forgotten."""
        self._jobs.ask(inquiries.today, key="today", done=self._show, failed=self._stay)

    def figures(self) -> dict[str, int | None]:
        """Return what is shown."""
        return {name: link.figure for name, link in self._links.items()}

    def taken(self) -> int:
        """Return the width in pixels that the figures take."""
        return sum(link.sizeHint().width() + 4 for link in self._links.values() if not link.isHidden()) + 16

    def link(self, name: str) -> FigureLink:
        """Return one of the links."""
        return self._links[name]

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 4)
        row.setSpacing(4)
        for link in self._links.values():
            row.addWidget(link)
            link.asked.connect(self.asked)
        self._links["reminded"].hide()
        row.addStretch(1)
        self.setFixedHeight(_HEIGHT)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Today"))
        for name, word in (
            ("open", self.tr("open")),
            ("due_today", self.tr("due today")),
            ("overdue", self.tr("overdue")),
            ("callbacks", self.tr("call-back(s) due", "", self._links["callbacks"].figure or 0)),
            ("reminded", self.tr("reminder(s) to see", "", self._links["reminded"].figure or 0)),
        ):
            self._links[name].set_word(word)

    def _show(self, today: Today) -> None:
        self._links["open"].show_figure(today.open)
        self._links["due_today"].show_figure(today.due_today)
        self._links["overdue"].show_figure(today.overdue)
        self._links["callbacks"].show_figure(today.callbacks_due)
        self._links["reminded"].show_figure(today.reminded)
        self._links["reminded"].setVisible(today.reminded > 0)
        self._name()
        self.counted.emit(today)

    def _stay(self, _error: AppError) -> None:
        """Keep the last figures: a strip that cannot count must not cover an answer with a message."""

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if changes.entities & _COUNTED:
            self.refresh()

    def _tick(self, now: datetime) -> None:
        minute = (now.hour, now.minute)
        if self._minute is not None and minute != self._minute:
            self.refresh()
        self._minute = minute
