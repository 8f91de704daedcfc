"""One chart of a dashboard: reached and read by keyboard, copied and saved, and a way to the rows behind each point.

Arrow keys go from point to point, Enter shows the rows behind it, the button (or the menu key) offers the rest.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.services.dashboards import Chart, Point
from app.ui.kit import icons, languages, theme
from app.ui.panes.reports import chart_words, drawing

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_LEAST = (240, 150)


class ChartPanel(QFrame):
    """``opened(chart, point)`` the rows behind a point, ``asked(panel)`` to save it, ``told(text)``."""

    opened = Signal(object, object)
    asked = Signal(object)
    told = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None
        self._at = 0
        self._plot: Any = None
        self._build(name)
        self._connect()
        self.retranslate()

    @property
    def point(self) -> Point | None:
        """The point that is chosen."""
        points = self.chart.points if self.chart is not None else ()
        return points[self._at] if 0 <= self._at < len(points) else None

    def show_chart(self, chart: Chart) -> None:
        """Show a chart; of one over time the last period is chosen, else the largest group."""
        self.chart = chart
        self._at = 0 if chart.by else len(chart.points) - 1
        self._say()
        self._draw()

    def choose(self, place: int) -> None:
        """Choose a point by its place."""
        if self.chart is not None and self.chart.points:
            self._at = min(len(self.chart.points) - 1, max(0, place))
            self._say()
            self._draw()

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setPixmap(self.grab())
        self.told.emit(self.tr("Picture copied"))

    def copy_data(self) -> None:
        """Put what is shown on the clipboard as data."""
        if self.chart is not None:
            QGuiApplication.clipboard().setText(chart_words.as_text(self.chart, languages.current()))
            self.told.emit(self.tr("Data copied"))

    def save_picture(self, path: Path) -> None:
        """Save the chart as SVG or PNG, by the ending of the file."""
        drawing.save(self, path)
        self.told.emit(self.tr("Saved: {file}").format(file=path.name))

    def open_rows(self) -> None:
        """Show the rows behind the chosen point."""
        if self.chart is not None and (point := self.point) is not None and not point.figure.hidden:
            self.opened.emit(self.chart, point)

    def ask_where(self) -> None:
        """Ask where to save it."""
        if self.chart is not None:
            self.asked.emit(self)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._more.setToolTip(self.tr("Rows, copy, save"))
        texts = (
            self.tr("Show the rows"), self.tr("Copy picture"), self.tr("Copy data"), self.tr("Save picture or data…"),
        )  # fmt: skip
        for action, text in zip(self._actions, texts, strict=True):
            action.setText(text)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from point to point; Enter shows the rows."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.choose(self._at + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else len(self.chart.points if self.chart else ()) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_rows()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chart."""
        self._menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point that is nearest to where it was clicked."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.chart is not None and self._plot is not None:
            inside = self._plot.mapFrom(self, event.position().toPoint())
            self.choose(drawing.nearest(self._plot, self.chart, inside))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Show the rows behind it."""
        self.open_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface and edge: the edge tells where the keyboard is."""
        looks = theme.of_app()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(looks.color("focus" if self.hasFocus() else "border"))
        painter.setBrush(looks.color("surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()
        super().paintEvent(event)

    def _build(self, name: str) -> None:
        pad = theme.of_app().px("pad")
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(*_LEAST)
        self._title, self._words = QLabel(self), QLabel(self)
        self._title.setProperty("type", "section")
        self._words.setProperty("type", "muted")
        for label in (self._title, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
        self._more = QPushButton(self)
        self._more.setObjectName(f"{name}.more")
        icons.give(self._more, "more", "muted")
        self._menu = QMenu(self)
        self._actions = [self._menu.addAction("") for _ in range(4)]
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad // 2, pad, pad // 2)
        column.setSpacing(pad // 2)
        top = QHBoxLayout()
        column.addLayout(top)
        top.addWidget(self._title, 1)
        top.addWidget(self._more)
        column.addWidget(self._words)
        self._place = QVBoxLayout()
        column.addLayout(self._place, 1)

    def _connect(self) -> None:
        self._more.clicked.connect(self._offer)
        for action, slot in zip(
            self._actions, (self.open_rows, self.copy_picture, self.copy_data, self.ask_where), strict=True
        ):
            action.triggered.connect(slot)
        theme.of_app().changed.connect(self._draw)

    def _offer(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _say(self) -> None:
        if self.chart is None:
            return
        language = languages.current()
        title = chart_words.title_of(self.chart, language)
        self._title.setText(title)
        self._title.setToolTip(title)
        told = chart_words.told(self.chart, self.point, language)
        self._words.setText(told)
        self.setAccessibleName(f"{title}. {told}")
        self.setAccessibleDescription(chart_words.as_sentence(self.chart, language))
        self._more.setAccessibleName(self.tr("{title}: rows, copy, save").format(title=title))
        self._actions[0].setEnabled(self.point is not None and not self.point.figure.hidden)

    def _draw(self) -> None:
        if self.chart is None:
            return
        if self._plot is None:
            self._plot = drawing.make(self)
            self._place.addWidget(self._plot)
            self._plot.getPlotItem().vb.sigResized.connect(self._name)
        drawing.draw(self._plot, self.chart, self._at)

    def _name(self, _box: object) -> None:
        """Name what there is room for, now that the room is another."""
        if self.chart is not None and self._plot is not None:
            drawing.name(self._plot, self.chart)
