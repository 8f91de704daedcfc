"""Importing units: choose a file, say which column is which, look at its first rows, import, read the report."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.models.errors import AppError
from app.services import units
from app.services.units import IMPORTED, ImportReport, RowResult, Sheet, Table
from app.ui.kit import icons, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import number
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.choices import Choice
from app.ui.panes.settings.preview_model import PreviewTable
from app.ui.panes.settings.report_model import ReportTable


class UnitImport(Card):
    """``finished(ImportReport)`` after the commit, ``refused(error)``, ``left()`` on Close."""

    finished = Signal(object)
    refused = Signal(object)
    left = Signal()

    def __init__(self, jobs: Jobs, read_sheet: Callable[[Path], Sheet] | None, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.import")
        self.setAcceptDrops(True)
        self._jobs, self._read_sheet = jobs, read_sheet
        self._table: Table | None = None
        self._report: ImportReport | None = None
        self._build()
        self._connect()
        self.retranslate()
        self._forget()
        self.hide()

    def begin(self) -> None:
        """Ask for a file."""
        self._forget()
        self.path.clear()
        self.show()
        self.path.setFocus()

    def read(self) -> None:
        """Read the file named in the line, whole, on a reader thread."""
        path = Path(self.path.text().strip().strip('"'))
        if self._read_sheet is None or not self.path.text().strip():
            self.path.setFocus()
            return
        self._forget()
        self._jobs.ask(
            units.read_table,
            key="table",
            done=self._show,
            failed=self._refuse,
            path=path,
            read_sheet=self._read_sheet,
        )

    def run(self) -> None:
        """Import every row with the columns as they are chosen."""
        columns = self.column_map()
        if self._table is None or "code" not in columns:
            return
        self.go.setEnabled(False)
        self._jobs.do(
            units.import_units,
            done=self._done,
            failed=self._refuse,
            initiator=self,
            rows=self._table.rows,
            column_map=columns,
        )

    def column_map(self) -> dict[str, str]:
        """Return field → heading as it is chosen now."""
        return {name: value for name, choice in self._choices.items() if (value := choice.value())}

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped file."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self._take_file(files[0])
            event.acceptProposedAction()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Import units"))
        self.path.setPlaceholderText(self.tr("CSV or Excel file: type its path, drop it here, or choose it"))
        self.path.setAccessibleName(self.tr("File to import"))
        self.browse.setText(self.tr("Choose file…"))
        self.go.setText(self.tr("Import"))
        self.close_it.setText(self.tr("Close"))
        for button in (self.browse, self.go, self.close_it):
            button.setAccessibleName(button.text())
        for name, label in self._labels.items():
            text = self._rows.field(name)
            label.setText(f"{text} *" if name == "code" else text)
            self._choices[name].setAccessibleName(self.tr("Column for {field}").format(field=text))
        self._first.setAccessibleName(self.tr("First rows of the file"))
        self._list.setAccessibleName(self.tr("Report of the import"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.path = QLineEdit(self)
        self.path.setObjectName("settings.import.path")
        self.browse, self.go, self.close_it = QPushButton(self), QPushButton(self), QPushButton(self)
        for button, name, tone in (
            (self.browse, "browse", ""),
            (self.go, "run", "primary"),
            (self.close_it, "close", "quiet"),
        ):
            button.setObjectName(f"settings.import.{name}")
            button.setProperty("tone", tone)
        icons.give(self.browse, "folder")
        self._columns = self._column_grid()
        self._preview = PreviewTable(self)
        self._first = TableView(self._preview, name="settings.import.preview", parent=self)
        self._rows = ReportTable(self)
        self._list = TableView(self._rows, name="settings.import.report", parent=self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        top = QHBoxLayout()
        self.body.addLayout(top)
        top.setSpacing(theme.of_app().px("pad"))
        top.addWidget(self.path, 1)
        top.addWidget(self.browse)
        self.body.addWidget(self._columns)
        for view in (self._first, self._list):
            self.body.addWidget(view, 1)
        below = QHBoxLayout()
        self.body.addLayout(below)
        below.setSpacing(theme.of_app().px("pad"))
        below.addWidget(self.go)
        below.addWidget(self._text, 1)
        below.addWidget(self.close_it)

    def _column_grid(self) -> QWidget:
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.of_app().px("gap"))
        grid.setVerticalSpacing(4)
        self._labels = {name: QLabel(holder) for name in IMPORTED}
        self._choices = {name: Choice(f"settings.import.{name}", holder) for name in IMPORTED}
        for place, name in enumerate(IMPORTED):
            line, column = divmod(place, 5)
            self._labels[name].setProperty("type", "label")
            self._labels[name].setBuddy(self._choices[name])
            self._choices[name].setMinimumWidth(96)
            cell = QVBoxLayout()
            grid.addLayout(cell, line, column)
            cell.setSpacing(2)
            cell.addWidget(self._labels[name])
            cell.addWidget(self._choices[name])
        return holder

    def _connect(self) -> None:
        self.browse.clicked.connect(self._browse)
        self.path.returnPressed.connect(self.read)
        self.go.clicked.connect(self.run)
        self.close_it.clicked.connect(self.left)
        for choice in self._choices.values():
            choice.picked.connect(self._follow)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Units to import"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt *.gz *.xlsx)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, file: str) -> None:
        self.path.setText(file)
        self.read()

    def _forget(self) -> None:
        self._table = self._report = None
        self._columns.hide()
        self._first.hide()
        self._list.hide()
        self.go.setEnabled(False)
        self._say()

    def _show(self, table: Table) -> None:
        self._table = table
        options = {"": "–", **{heading: heading for heading in table.columns}}
        for name, choice in self._choices.items():
            choice.show_options(options)
            choice.set_value(table.column_map.get(name, ""))
        self._preview.show_table(table)
        self._columns.show()
        self._first.show()
        self._follow()
        self.go.setFocus()

    def _follow(self) -> None:
        chosen = self.column_map()
        self._preview.show_columns(chosen)
        for place, column in enumerate(self._preview.columns):
            self._first.setColumnHidden(place, column.name not in ("line", *chosen))
        self.go.setEnabled(self._table is not None and "code" in self.column_map())
        self._say()

    def _done(self, report: ImportReport) -> None:
        self._report = report
        self._columns.hide()
        self._first.hide()
        self._rows.show_rows(report.rows)
        self._list.show()
        self._list.setFocus()
        self._say()
        self.finished.emit(report)

    def _refuse(self, error: AppError) -> None:
        self.go.setEnabled(self._table is not None)
        self.refused.emit(error)

    def _say(self) -> None:
        if self._report is not None:
            counts = [number(self._report.count(one)) for one in RowResult]
            text = self.tr("Added {added}, updated {updated}, unchanged {unchanged}, rejected {rejected}")
            self._text.setText(text.format(**dict(zip([one.value for one in RowResult], counts, strict=True))))
        elif self._table is not None and "code" not in self.column_map():
            self._text.setText(self.tr("Say which column holds the code."))
        elif self._table is not None:
            self._text.setText(self.tr("%n row(s) in the file", "", len(self._table.rows)))
        else:
            self._text.setText("")
