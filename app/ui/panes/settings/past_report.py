"""The report of an import of past inquiries: rows that are worth a look, and all of them in a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services import import_files
from app.services.import_files import ImportReport, ReportLine
from app.ui.kit import languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.settings.past_tables import REPORT, line_key


class PastReport(QWidget):
    """``saved(count, file)`` after the report was written, ``refused(error)`` where it could not be."""

    saved = Signal(int, str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._every: Callable[[], Sequence[ReportLine]] = tuple
        self._file = ""
        self.model = WholeList(REPORT, line_key, self)
        self.view = TableView(self.model, name="settings.past.report", parent=self)
        self.save_button = QPushButton(self)
        self.save_button.setObjectName("settings.past.save_report")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.view, 1)
        line = QHBoxLayout()
        column.addLayout(line)
        line.addWidget(self.save_button)
        line.addStretch(1)
        self.save_button.clicked.connect(self.ask_where)
        self.retranslate()

    def show_report(self, report: ImportReport, odd: Sequence[ReportLine]) -> None:
        """Show a report; ``odd`` are lines of the file of which something was lost."""

        def every() -> Sequence[ReportLine]:
            return [*odd, *import_files.every_row(report)]

        self._every = every
        lines = [*odd, *import_files.worth_a_look(report)]
        self.model.show_lines(lines)
        self.view.setVisible(bool(lines))

    def ask_where(self) -> None:
        """Let a person choose where the report is written to."""
        dialog = QFileDialog(self.window())
        dialog.setObjectName("settings.past.report_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Workbook (*.xlsx)"), self.tr("Table (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, file: str) -> None:
        """Write every row with what became of it."""
        if file:
            self._file = file
            self._jobs.ask(
                import_files.save_report, key="save_report", done=self._saved, failed=self.refused.emit,
                lines=self._every(), path=Path(file), language=languages.current(),
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.save_button.setText(self.tr("Save the report…"))
        self.save_button.setAccessibleName(self.save_button.text())
        self.view.setAccessibleName(self.tr("Rows that are worth a look"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.refresh_times()
        super().changeEvent(event)

    def _saved(self, count: int) -> None:
        self.saved.emit(count, self._file)
