"""The trend of a KPI as a chart: pyqtgraph in the colors of the theme, loaded with the first chart.

What is shown can be copied as a picture, saved as PNG or SVG, and taken as data.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.kit import icons, theme

_HUNDRED = 100
#: So many periods are shown at least, whatever was counted in them.
_FEWEST = 3


class TrendChart(QWidget):
    """``show_points(labels, shares, target)``; ``told(text)`` when something was copied or saved."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._shares: tuple[float | None, ...] = ()
        self._target: float | None = None
        self._scale = _HUNDRED
        self._plot: Any = None
        self._build()
        self._connect()
        self.retranslate()

    def show_points(
        self, labels: tuple[str, ...], shares: tuple[float | None, ...], target: float | None, *, seconds: bool = False
    ) -> None:
        """Show shares (0 to 1) or seconds of periods, the oldest first; None leaves a gap."""
        self._scale = 1 if seconds else _HUNDRED
        first = next((place for place, share in enumerate(shares) if share is not None), len(shares) - 1)
        first = min(first, max(0, len(shares) - _FEWEST))
        self._labels, self._shares, self._target = labels[first:], shares[first:], target
        self._draw()

    def data(self) -> str:
        """Return what is shown, tab-separated."""
        lines = [
            f"{label}\t{'' if share is None else share}"
            for label, share in zip(self._labels, self._shares, strict=True)
        ]
        return "\n".join(lines)

    def save_to(self, file: str) -> None:
        """Save the chart: SVG, data (.csv), or else PNG, by the ending of the file."""
        path = Path(file)
        if path.suffix.lower() == ".svg":
            self._draw_to(path)
        elif path.suffix.lower() == ".csv":
            path.write_text(self.data().replace("\t", ",") + "\n", encoding="utf-8-sig")
        else:
            self._plot.grab().save(str(path.with_suffix(".png")))
        self.told.emit(self.tr("Saved: {file}").format(file=path.name))

    def _draw_to(self, path: Path) -> None:
        """Draw the chart as SVG: pyqtgraph's own exporter fails on gaps of its axes."""
        from PySide6.QtSvg import QSvgGenerator

        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(self._plot.size())
        drawing.setViewBox(self._plot.rect())
        painter = QPainter(drawing)
        self._plot.render(painter)
        painter.end()

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setPixmap(self._plot.grab())
        self.told.emit(self.tr("Picture copied"))

    def copy_data(self) -> None:
        """Put what is shown on the clipboard as data."""
        QGuiApplication.clipboard().setText(self.data())
        self.told.emit(self.tr("Data copied"))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for button, text in (
            (self._copy, self.tr("Copy picture")),
            (self._copy_data, self.tr("Copy data")),
            (self._save, self.tr("Save picture…")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self.setAccessibleName(self.tr("Trend"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._copy, self._copy_data, self._save = QPushButton(self), QPushButton(self), QPushButton(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._place = QVBoxLayout()
        column.addLayout(self._place, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.of_app().px("pad"))
        column.addLayout(row)
        for button, name, icon in (
            (self._copy, "copy", "copy"),
            (self._copy_data, "copy_data", "table"),
            (self._save, "save", "save"),
        ):
            button.setObjectName(f"reports.chart.{name}")
            icons.give(button, icon, "muted")
            row.addWidget(button)
        row.addStretch(1)

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_picture)
        self._copy_data.clicked.connect(self.copy_data)
        self._save.clicked.connect(self._choose)
        theme.of_app().changed.connect(self._draw)

    def _choose(self) -> None:
        kinds = self.tr("Picture (*.png);;Drawing (*.svg);;Data (*.csv)")
        file, _ = QFileDialog.getSaveFileName(self, self.tr("Save picture"), "trend.png", kinds)
        if file:
            self.save_to(file)

    def _make(self) -> Any:
        import pyqtgraph

        made: Any = pyqtgraph.PlotWidget(self)
        made.setObjectName("reports.chart.plot")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setMouseEnabled(x=False, y=False)
        made.setMenuEnabled(False)
        made.hideButtons()
        self._place.addWidget(made)
        return made

    def _draw(self) -> None:
        if not self._labels:
            return
        import pyqtgraph

        graph: Any = pyqtgraph
        self._plot = self._plot or self._make()
        looks = theme.of_app()
        self._plot.clear()
        self._plot.setBackground(looks.color("surface"))
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setPen(looks.color("border"))
            axis.setTextPen(looks.color("muted"))
            axis.setStyle(tickFont=looks.font("small"))
        self._plot.getAxis("bottom").setTicks([self._ticks()])
        told = [(place, share * self._scale) for place, share in enumerate(self._shares) if share is not None]
        line = graph.mkPen(looks.color("accent"), width=2)
        self._plot.plot(
            [place for place, _ in told], [share for _, share in told], pen=line, symbol="o", symbolSize=7,
            symbolBrush=looks.color("accent"), symbolPen=looks.color("surface"),
        )  # fmt: skip
        if self._target is not None:
            pen = graph.mkPen(looks.color("warning"), width=1, style=Qt.PenStyle.DashLine)
            self._plot.addItem(graph.InfiniteLine(self._target * self._scale, angle=0, pen=pen))
        self._plot.setXRange(-0.5, len(self._labels) - 0.5, padding=0)
        self._plot.setYRange(0, self._top(), padding=0)

    def _top(self) -> float:
        """Return the top of the axis: all of a share, or a little more than the longest time."""
        if self._scale == _HUNDRED:
            return 104
        return 1.1 * max((one for one in (*self._shares, self._target) if one), default=1.0)

    def _ticks(self) -> list[tuple[int, str]]:
        step = 1 if self.width() > 640 else 2
        last = len(self._labels) - 1
        return [(place, text) for place, text in enumerate(self._labels) if (last - place) % step == 0]
