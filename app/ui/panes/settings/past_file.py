"""A file of past inquiries before its import: sheet, source, which column is which, and what the rows would become."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.models.imports import ImportField
from app.services import wording
from app.services.import_files import ImportTable, Look
from app.ui.kit import languages, theme
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.page import muted
from app.ui.panes.settings.past_tables import Before
from app.ui.parts.column_choice import ColumnChoice
from app.ui.parts.tick_box import TickBox

#: From this width on all columns stand beside each other.
_WIDE = 1000


class PastFile(QWidget):
    """``changed()`` after another choice of a column, ``sheet_chosen(name)`` for another sheet."""

    changed = Signal()
    sheet_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: ImportTable | None = None
        self._seen: Look | None = None
        self._build()
        self.retranslate()

    def show_table(self, table: ImportTable) -> None:
        """Show a file with its columns as they are understood."""
        self._table, self._seen = table, None
        self.columns.show_file(table.columns, table.column_map)
        self.source.setText(table.path.name)
        self.sheet.clear()
        self.sheet.addItems(list(table.sheets))
        self.sheet.setCurrentText(table.sheet)
        for widget in (self.sheet, self._sheet_label):
            widget.setVisible(len(table.sheets) > 1)
        self.model.show_lines(())
        self._say()

    def show_look(self, seen: Look | None) -> None:
        """Show what the first rows would become; None where they cannot be read so."""
        self._seen = seen
        if seen is None:
            self.model.show_lines(())
        else:
            self.model.show_rows(seen.rows, seen.zone)
        self._say()

    def lead_to(self, field: str) -> None:
        """Put the keyboard on what is missing; "" is nothing."""
        if field == "source":
            self.setEnabled(True)
            self.source.setFocus()
        elif field:
            self.columns.lead_to(field)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._sheet_label.setText(self.tr("Sheet"))
        self._source_label.setText(self.tr("Source"))
        self.sheet.setAccessibleName(self.tr("Sheet of the workbook"))
        self.source.setAccessibleName(self.tr("Name of the source"))
        self.source.setPlaceholderText(self.tr("System that the numbers come from"))
        self.source.setToolTip(
            self.tr("The same number of the same source is the same inquiry; of another source it is another one.")
        )
        self.update_known.setText(self.tr("Take over what known rows say anew"))
        self.update_known.setAccessibleName(self.update_known.text())
        self.view.setAccessibleName(self.tr("First rows as they would be taken"))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the category and the state where that leaves room for what rows say."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.of_app().scale * _WIDE
        for place, column in enumerate(self.model.columns):
            if column.name in ("category", "state"):
                self.view.setColumnHidden(place, narrow)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.refresh_times()
        super().changeEvent(event)

    def _build(self) -> None:
        self._said = muted(QLabel(self))
        self._sheet_label, self._source_label = QLabel(self), QLabel(self)
        self.sheet, self.source, self.update_known = QComboBox(self), QLineEdit(self), TickBox(self)
        self.columns = ColumnChoice("settings.past", "import_field", ImportField, self)
        self.model = Before(self)
        self.view = TableView(self.model, name="settings.past.first", parent=self)
        self.sheet.setObjectName("settings.past.sheet")
        self.source.setObjectName("settings.past.source")
        self.update_known.setObjectName("settings.past.update_known")
        self._sheet_label.setBuddy(self.sheet)
        self._source_label.setBuddy(self.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self._said)
        line = QHBoxLayout()
        column.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for widget in (self._sheet_label, self.sheet, self._source_label):
            line.addWidget(widget)
        line.addWidget(self.source, 1)
        line.addWidget(self.update_known)
        column.addWidget(self.columns)
        column.addWidget(self.view, 1)
        self.columns.changed.connect(self.changed)
        self.sheet.textActivated.connect(self.sheet_chosen)

    def _say(self) -> None:
        self._said.setText(self._told())

    def _told(self) -> str:
        if self._table is None:
            return ""
        how = self._table.encoding or self.tr("workbook")
        told = self.tr("{file}: {count} rows, read as {how}.")
        parts = [told.format(file=self._table.path.name, count=f"{self._table.rows:,}", how=how)]
        seen = self._seen
        if seen is not None:
            told = self.tr("Of the first {looked} rows {refused} would not be taken.")
            parts.append(told.format(looked=len(seen.rows), refused=seen.refused))
            parts += [self._overdue(seen.overdue)] if seen.overdue else []
            parts.append(self._dates(seen))
            left_out = wording.names_in_a_row(seen.left_out[:12], languages.current()) + (
                " …" if len(seen.left_out) > 12 else ""
            )
            parts += [self.tr("No field takes: {columns}.").format(columns=left_out)] if left_out else []
        return wording.sentences(parts, languages.current())

    def _overdue(self, count: int) -> str:
        return self.tr(
            "%n of them (is/are) open and overdue: (it/they) will be listed as overdue, but the supervision ladder "
            "does not fire for what was passed before the import.",
            "",
            count,
        )

    def _dates(self, seen: Look) -> str:
        if "opened_at" not in self.columns.chosen():
            return self.tr("Without a column for the opening, all count as opened now.")
        if not seen.ambiguous:
            return ""
        return self.tr("03/04 is read as 3 April.") if seen.day_first else self.tr("03/04 is read as 4 March.")
