"""The dashboard of a role: its charts side by side for the period of the bar."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.models.periods import Stretch
from app.services import dashboards, wording
from app.services.dashboards import Chart
from app.ui.kit import languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.reports.chart_panel import ChartPanel

_COLUMNS, _NARROW = 3, 900


class DashboardPage(QWidget):
    """``rows_wanted(chart, point)`` behind a point, ``told(text)``, ``refused(error)``."""

    rows_wanted = Signal(object, object)
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stretch: Stretch | None = None
        self.panels: list[ChartPanel] = []
        self._build()
        self._choice.activated.connect(self._ask)
        self.retranslate()

    @property
    def name(self) -> str:
        """Which dashboard is shown; "" while nobody knows."""
        return str(self._choice.currentData() or "")

    def show_offered(self, names: Sequence[str]) -> None:
        """Offer these dashboards, the first one first."""
        self._choice.clear()
        for one in names:
            self._choice.addItem("", one)
        self._choice.setVisible(len(names) > 1)
        self.retranslate()

    def choose(self, name: str) -> None:
        """Show another dashboard."""
        self._choice.setCurrentIndex(max(0, self._choice.findData(name)))
        self._ask()

    def show_period(self, stretch: Stretch) -> None:
        """Show the charts of a period."""
        self._stretch = stretch
        self._ask()

    def take_focus(self) -> None:
        """Put the focus on the first chart."""
        (self.panels[0] if self.panels else self._choice).setFocus()

    def save_to(self, panel: ChartPanel, file: str) -> None:
        """Save a chart: a picture (.png, .svg) or its data (.csv, .xlsx)."""
        path = Path(file)
        if path.suffix.lower() not in (".csv", ".xlsx"):
            panel.save_picture(path)
        elif panel.chart is not None:
            self._saved = path.name
            self._jobs.ask(
                dashboards.save_data, done=self._say_saved, failed=self.refused.emit, chart=panel.chart, path=path,
                language=languages.current(),
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._choice.setAccessibleName(self.tr("Which dashboard"))
        for place in range(self._choice.count()):
            text = wording.phrase("reports", f"dashboard_{self._choice.itemData(place)}", languages.current())
            self._choice.setItemText(place, text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.isVisible():
                self._ask()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self._saved = ""
        self._choice = QComboBox(self)
        self._choice.setObjectName("reports.dashboard")
        self._holder = QWidget(self)
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(pad)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("reports.charts")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._scroll, 1)

    def _ask(self, _place: int = 0) -> None:
        if self._stretch is not None and self.name:
            self._jobs.ask(
                dashboards.shown, key="dashboard", done=self._show, failed=self.refused.emit, name=self.name,
                stretch=self._stretch, language=languages.current(),
            )  # fmt: skip

    def _show(self, charts: Sequence[Chart]) -> None:
        while len(self.panels) < len(charts):
            self._add_panel()
        columns = _COLUMNS if self.width() >= _NARROW else _COLUMNS - 1
        for place, panel in enumerate(self.panels):
            panel.setVisible(place < len(charts))
            if place < len(charts):
                self._grid.addWidget(panel, place // columns, place % columns)
                panel.show_chart(charts[place])

    def _add_panel(self) -> None:
        panel = ChartPanel(f"reports.chart.{len(self.panels)}", self._holder)
        panel.opened.connect(self.rows_wanted)
        panel.asked.connect(self._ask_where)
        panel.told.connect(self.told)
        self.panels.append(panel)

    def _ask_where(self, panel: ChartPanel) -> None:
        kinds = self.tr("Picture (*.png);;Drawing (*.svg);;Data (*.csv);;Workbook (*.xlsx)")
        name = panel.chart.kpi.id if panel.chart is not None else "chart"
        file, _ = QFileDialog.getSaveFileName(self, self.tr("Save the chart"), f"{name}-{self._stretch}.png", kinds)
        if file:
            self.save_to(panel, file)

    def _say_saved(self, _count: int) -> None:
        self.told.emit(self.tr("Saved: {file}").format(file=self._saved))
