"""The lines of an import: how many of each result, a table of them, and the whole reason of the one that is marked."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QTabBar, QVBoxLayout, QWidget

from app.services import wording
from app.services.script_findings import reason
from app.services.script_imports import ImportReport
from app.services.script_previews import Preview
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.presenting_time import number
from app.ui.kit.table_view import TableView
from app.ui.panes.scripts.import_table import GIVE_WAY, RESULTS, ImportRow, ImportTable, reason_of

_LEAST_REASON = 220


class ImportLines(QWidget):
    """Shows a preview or a report; nothing of it says what to do when it is empty. ``files_wanted()``."""

    files_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ImportReport | None = None
        self._build()
        self._connect()
        self.retranslate()

    def show_report(self, report: ImportReport, preview: Preview, *, publish: bool) -> None:
        """Show every line of an import, what needs somebody on top."""
        self._report = report
        self.rows.show_report(report, preview, publish=publish)
        self.results.setCurrentIndex(0)
        self._show()

    def clear(self) -> None:
        """Show that nothing was chosen yet."""
        self._report = None
        self.rows.clear()
        self._show()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.results.setAccessibleName(self.tr("Lines by result"))
        self.table.setAccessibleName(self.tr("What the import does"))
        self._empty.show_text(
            self.tr("Choose what to take in"),
            self.tr(
                "Markdown files, or tables as CSV, Excel or JSON Lines, or a folder of them. You see every line "
                "before anything is changed. Files can also be dropped here."
            ),
            self.tr("Choose files…"),
        )
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as leave room for the reason."""
        super().resizeEvent(event)
        self._fit_columns()

    def _build(self) -> None:
        self.results = QTabBar(self)
        self.results.setObjectName("scripts.import.results")
        self.results.setExpanding(False)
        for _ in RESULTS:
            self.results.addTab("")
        self._notes, self._why = QLabel(self), QLabel(self)
        self._notes.setProperty("type", "hint")
        for label in (self._notes, self._why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._empty = EmptyState("scripts.import.empty", "import")
        self.rows = ImportTable(self)
        self.table = TableView(self.rows, name="scripts.import.table", empty=self._empty, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        for widget in (self.results, self._notes):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self._why)

    def _connect(self) -> None:
        self.results.currentChanged.connect(self._filter)
        self.table.picked.connect(self._explain)
        self._empty.acted.connect(self.files_wanted)
        theme.of_app().changed.connect(self._fit_columns)

    def _show(self) -> None:
        report = self._report
        self.results.setVisible(report is not None)
        self.table.horizontalHeader().setVisible(report is not None)
        self._notes.setText(reason(report.notes, languages.current()) if report else "")
        self._notes.setVisible(bool(self._notes.text()))
        for place, (result, count) in enumerate(self.rows.counts.items()):
            label = wording.label("script_result", result, languages.current()) if result else self.tr("All")
            self.results.setTabText(place, f"{label} {number(count)}")
            self.results.setTabVisible(place, count > 0 or not result)
        self._explain(self.table.row())

    def _filter(self, place: int) -> None:
        self.rows.only(RESULTS[place])
        self._explain(None)

    def _explain(self, row: ImportRow | None) -> None:
        text = reason_of(row.line, languages.current()) if row is not None else ""
        self._why.setText(text)
        self._why.setVisible(bool(text))

    def _fit_columns(self) -> None:
        names = [column.name for column in self.rows.columns]
        header = self.table.horizontalHeader()
        for place in range(len(names)):
            self.table.setColumnHidden(place, False)
        room = self.width() - _LEAST_REASON
        taken = sum(header.sectionSize(place) for place, name in enumerate(names) if name != "reason")
        for name in GIVE_WAY:
            if taken <= room:
                break
            place = names.index(name)
            taken -= header.sectionSize(place)
            self.table.setColumnHidden(place, True)
